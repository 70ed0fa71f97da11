import type { Session, WebContents, WebPreferences } from 'electron';
import type { OwnAddress } from './origin';

/** What a page of Winnow is given: nothing of Node, its own world, the operating system's sandbox. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    backgroundThrottling: false,
  };
}

/** Chromium switches that keep names from being resolved at all, whatever asks for them. */
export function resolverRules(isDevelopment: boolean): string {
  return `MAP * ~NOTFOUND${isDevelopment ? ', EXCLUDE localhost, EXCLUDE 127.0.0.1' : ''}`;
}

/** The part of a session that is locked. */
export type LockableSession = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setSpellCheckerEnabled' | 'on'
> & { readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

/** The one permission the page has: to put text on the clipboard. */
const PERMISSION = 'clipboard-sanitized-write';

/**
 * Cuts a session off: every request but the allowed ones is cancelled, every permission but writing to the clipboard
 * denied, spelling dictionaries are not fetched, nothing foreign is downloaded.
 */
export function lockSession(session: LockableSession, isAllowed: OwnAddress, isOwn: OwnAddress): void {
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowed(details.url) }));
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(permission === PERMISSION && isOwn(contents.getURL())),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => permission === PERMISSION && isOwn(requestingOrigin),
  );
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (!isAllowed(item.getURL())) event.preventDefault();
  });
}

/** The part of a page's contents that is locked. */
export interface LockableContents {
  on: WebContents['on'];
  setWindowOpenHandler: WebContents['setWindowOpenHandler'];
}

/** Keeps a page where it is: no navigation elsewhere, no new windows, no embedded pages. */
export function lockContents(contents: LockableContents, isOwn: OwnAddress): void {
  contents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
