import { describe, expect, it } from 'vitest';
import { APP_PAGE, allowedRequest, ownAddress } from '../../../src/main/electron/origin';
import {
  type LockableContents,
  type LockableSession,
  lockContents,
  lockSession,
  resolverRules,
  webPreferences,
} from '../../../src/main/electron/security';

const isOwn = ownAddress(APP_PAGE);

describe('an address of the page itself', () => {
  it.each(['app://bundle/', 'app://bundle/index.html#/p/demo', 'app://bundle/assets/a.js?x'])(
    'is %s',
    (address) => {
      expect(isOwn(address)).toBe(true);
    },
  );

  it.each([
    'app://bundle.evil/',
    'app://evil/bundle/',
    'app://user@bundle/',
    'app://user:pass@bundle/',
    'app://bundle:8080/',
    'https://bundle/',
    'https://evil.example/?next=app://bundle/',
    'file:///app://bundle/',
    'app:bundle/',
    'javascript:alert(1)',
    'about:blank',
    'null',
    '',
    'App//bundle',
  ])('is not %j', (address) => {
    expect(isOwn(address)).toBe(false);
  });
});

describe('a request of the window', () => {
  it.each([
    ['app://bundle/assets/a.js', true],
    ['data:image/png;base64,AA', true],
    ['blob:app://bundle/0b3', true],
    ['blob:https://evil.example/0b3', false],
    ['https://evil.example/', false],
    ['http://127.0.0.1:5173/', false],
    ['ws://127.0.0.1:5173/', false],
    ['file:///etc/passwd', false],
    ['devtools://devtools/x', false],
    ['ftp://x/', false],
  ])('%s is let through: %s', (address, allowed) => {
    expect(allowedRequest(APP_PAGE, false)(address)).toBe(allowed);
  });

  it.each([
    ['http://localhost:5173/main.tsx', true],
    ['ws://localhost:5173/', true],
    ['devtools://devtools/x', true],
    ['http://localhost:5174/', false],
    ['https://evil.example/', false],
  ])('in development %s is let through: %s', (address, allowed) => {
    expect(allowedRequest('http://localhost:5173', true)(address)).toBe(allowed);
  });
});

/** A session that keeps the handlers it is given. */
function fakeSession() {
  const kept: {
    request?: Parameters<LockableSession['webRequest']['onBeforeRequest']>[0];
    permission?: Parameters<LockableSession['setPermissionRequestHandler']>[0];
    check?: Parameters<LockableSession['setPermissionCheckHandler']>[0];
    spelling?: boolean;
    download?: (event: { preventDefault: () => void }, item: { getURL: () => string }) => void;
  } = {};
  const session = {
    webRequest: { onBeforeRequest: (handler: unknown) => Object.assign(kept, { request: handler }) },
    setPermissionRequestHandler: (handler: unknown) => Object.assign(kept, { permission: handler }),
    setPermissionCheckHandler: (handler: unknown) => Object.assign(kept, { check: handler }),
    setSpellCheckerEnabled: (on: boolean) => Object.assign(kept, { spelling: on }),
    on: (_name: string, handler: unknown) => Object.assign(kept, { download: handler }),
  } as unknown as LockableSession; // the overloads of Electron's `on` are not needed here
  lockSession(session, allowedRequest(APP_PAGE, false), isOwn);
  return kept;
}

describe('the session of the window', () => {
  it('cancels every request but its own', () => {
    const { request } = fakeSession();
    const cancelled = (url: string): boolean | undefined => {
      let answer: boolean | undefined;
      const listener = request as unknown as (
        details: { url: string },
        decide: (r: { cancel?: boolean }) => void,
      ) => void;
      listener({ url }, ({ cancel }) => {
        answer = cancel;
      });
      return answer;
    };
    expect(cancelled('https://evil.example/')).toBe(true);
    expect(cancelled('app://bundle/index.html')).toBe(false);
  });

  it.each([
    ['clipboard-sanitized-write', 'app://bundle/', true],
    ['clipboard-sanitized-write', 'https://evil.example/', false],
    ['clipboard-read', 'app://bundle/', false],
    ['media', 'app://bundle/', false],
    ['notifications', 'app://bundle/', false],
    ['openExternal', 'app://bundle/', false],
    ['fileSystem', 'app://bundle/', false],
  ])('grants %s to %s: %s', (permission, url, granted) => {
    const { permission: ask, check } = fakeSession();
    let answer: boolean | undefined;
    const contents = { getURL: () => url };
    (ask as unknown as (c: typeof contents, p: string, decide: (g: boolean) => void) => void)(
      contents,
      permission,
      (g) => {
        answer = g;
      },
    );
    expect(answer).toBe(granted);
    expect((check as unknown as (c: null, p: string, origin: string) => boolean)(null, permission, url)).toBe(
      granted,
    );
  });

  it('fetches no spelling dictionaries and downloads nothing foreign', () => {
    const { spelling, download } = fakeSession();
    expect(spelling).toBe(false);
    const stopped = (url: string): boolean => {
      let prevented = false;
      download?.({ preventDefault: () => (prevented = true) }, { getURL: () => url });
      return prevented;
    };
    expect(stopped('https://evil.example/x.exe')).toBe(true);
    expect(stopped('blob:app://bundle/1')).toBe(false);
  });

  it('resolves no names, in development only those of this computer', () => {
    expect(resolverRules(false)).toBe('MAP * ~NOTFOUND');
    expect(resolverRules(true)).toBe('MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1');
  });
});

describe('the contents of the window', () => {
  const handlers = new Map<string, (event: { url: string; preventDefault: () => void }) => void>();
  let openHandler: ((details: unknown) => unknown) | null = null;
  const contents = {
    on: (name: string, handler: never) => handlers.set(name, handler),
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler;
    },
  } as unknown as LockableContents;
  lockContents(contents, isOwn);
  const stopped = (event: string, url: string): boolean => {
    let prevented = false;
    handlers.get(event)?.({ url, preventDefault: () => (prevented = true) });
    return prevented;
  };

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stay where they are on %s', (event) => {
    expect(stopped(event, 'https://evil.example/?next=app://bundle/')).toBe(true);
    expect(stopped(event, 'file:///etc/passwd')).toBe(true);
    expect(stopped(event, 'app://bundle/index.html')).toBe(false);
  });

  it('open no windows and hold no other pages', () => {
    expect(openHandler?.({ url: 'app://bundle/' })).toEqual({ action: 'deny' });
    expect(stopped('will-attach-webview', 'app://bundle/')).toBe(true);
  });

  it('have nothing of Node', () => {
    expect(webPreferences('/x/preload.cjs')).toMatchObject({
      preload: '/x/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    });
  });
});
