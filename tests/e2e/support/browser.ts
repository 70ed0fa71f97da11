import { type BrowserContext, type Cookie, chromium, type Page } from 'playwright-core';
import { chromeArgs, requireChrome } from '../../../scripts/chrome';
import { temporaryFolder } from './temporary';

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly profile: string;
  /** Errors the page threw or logged; a test ends by expecting none. */
  readonly errors: string[];
  /** Addresses asked for outside the host: must stay empty. */
  readonly foreign: string[];
  close(): Promise<void>;
  /** Ends the browser as a power cut would: its process is killed, nothing is written any more. */
  kill(): Promise<void>;
}

/** A browser with a profile on disk, so that IndexedDB is real; the same profile can be opened again. */
export async function openWindow(
  url: string,
  options: {
    readonly profile?: string;
    readonly width?: number;
    readonly height?: number;
    readonly dark?: boolean;
    /** The sign-in of a window before, for an address whose token is used up. */
    readonly cookies?: readonly Cookie[];
  } = {},
): Promise<Window> {
  const profile = options.profile ?? (await temporaryFolder('profile'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireChrome(),
    headless: true,
    args: chromeArgs(),
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    acceptDownloads: true,
  });
  if (options.cookies) await context.addCookies([...options.cookies]);
  const errors: string[] = [];
  const foreign: string[] = [];
  const origin = new URL(url).origin;
  context.on('request', (request) => {
    const asked = request.url();
    if (!asked.startsWith(origin) && !/^(data|blob):/.test(asked)) foreign.push(asked);
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('websocket', (socket) => foreign.push(socket.url()));
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.setDefaultTimeout(45_000);
  await page.goto(url);
  return {
    page,
    context,
    profile,
    errors,
    foreign,
    close: () => context.close(),
    kill: () => kill(context),
  };
}

async function kill(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const info = await session?.send('SystemInfo.getProcessInfo');
  const browser = info?.processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('The browser did not say which process it is.');
  const gone = new Promise<void>((done) => {
    context.once('close', () => done());
  });
  process.kill(browser.id, 'SIGKILL');
  await gone;
}
