import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cannotShow, findElectron } from '../../scripts/electron-binary.mjs';

/**
 * The built desktop app in real Electron. Runs wherever Electron's program and a display are; elsewhere the title of the
 * skipped suite says what is missing. `npm run build`, then `npx vitest run --project electron`.
 */

const root = resolve(import.meta.dirname, '../..');
const program = findElectron(root, {});
const missing =
  program === null
    ? "Electron's program is not installed (npx install-electron --no)"
    : cannotShow(process.platform, process.env, process.getuid?.() === 0);

/** The host as the page has it; only what is used here. */
interface PageHost {
  info(): Promise<{ ok: boolean; value: { kind: string; projectsFolder: string } }>;
  createProject(request: object): Promise<{ ok: boolean; value: { folder: string } }>;
  openProject(request: object): Promise<{ ok: boolean; error?: { code: string } }>;
  appendJournal(request: object): Promise<{ ok: boolean }>;
}
declare const winnowHost: PageHost;

if (missing !== null) process.stderr.write(`Skipping the desktop app: ${missing}.\n`);

describe.skipIf(missing !== null)(`the desktop app${missing ? ` (skipped: ${missing})` : ''}`, () => {
  let app: ElectronApplication;
  let page: Page;
  let home: string;
  const requests: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'winnow-electron-'));
    app = await electron.launch({
      executablePath: program ?? '',
      args: [root],
      env: {
        ...Object.fromEntries(
          Object.entries(process.env).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
        ),
        WINNOW_HOME: join(home, 'projects'),
        WINNOW_USER_DATA: join(home, 'data'),
      },
    });
    app.context().on('request', (request) => requests.push(request.url()));
    page = await app.firstWindow();
    await page.waitForLoadState('load');
  });
  afterAll(async () => {
    await app?.close();
    await rm(home, { recursive: true, force: true });
  });

  it('shows its page from its own scheme, isolated, so that workers share memory', async () => {
    expect(page.url()).toMatch(/^app:\/\/bundle\//);
    expect(await page.evaluate('crossOriginIsolated && typeof SharedArrayBuffer')).toBe('function');
  });

  it('gives the page nothing of Node', async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'];
    expect(await page.evaluate(`${JSON.stringify(names)}.filter((name) => name in window)`)).toEqual([]);
  });

  it('keeps a project on the disk', async () => {
    const info = await page.evaluate(() => winnowHost.info());
    expect(info.value).toMatchObject({ kind: 'electron', projectsFolder: join(home, 'projects') });
    const made = await page.evaluate(() =>
      winnowHost.createProject({ projectId: 'project-0001', name: 'Demo' }),
    );
    const { folder } = made.value;
    await page.evaluate((name) => winnowHost.openProject({ folder: name }), folder);
    const line = '{"seq":1}';
    const appended = await page.evaluate(
      ([name, text]) => winnowHost.appendJournal({ folder: name, expectedBytes: 0, lines: [text] }),
      [folder, line] as const,
    );
    expect(appended.ok).toBe(true);
    expect(await readFile(join(home, 'projects', folder, 'journal.jsonl'), 'utf8')).toBe(`${line}\n`);
  });

  it('refuses a request that leaves the projects folder', async () => {
    const refused = await page.evaluate(() => winnowHost.openProject({ folder: '../..' }));
    expect(refused.error?.code).toBe('BAD_REQUEST');
  });

  it('goes nowhere: no navigation, no window, no request outside', async () => {
    const before = page.url();
    await page.evaluate(`document.body.append(Object.assign(document.createElement('a'), {
      id: 'away', href: 'https://example.org/?app://bundle/' })); document.getElementById('away').click();`);
    expect(await page.evaluate("window.open('https://example.org/') === null")).toBe(true);
    const failed = await page.evaluate("fetch('https://example.org/').then(() => 'came', () => 'refused')");
    expect(failed).toBe('refused');
    await page.waitForTimeout(500);
    expect(page.url()).toBe(before);
    expect(app.windows()).toHaveLength(1);
    const foreign = requests.filter((url) => !/^(app:\/\/bundle\/|data:|blob:app:\/\/bundle\/)/.test(url));
    expect(foreign.filter((url) => !url.startsWith('https://example.org/'))).toEqual([]);
  });

  it('has the menu of the page', async () => {
    const ids = await app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap(
        (item) => item.submenu?.items.map(({ id }) => id) ?? [],
      ),
    );
    for (const id of [
      'new-project',
      'open',
      'import',
      'undo',
      'redo',
      'save-package',
      'find',
      'theme',
      'help',
    ]) {
      expect(ids).toContain(id);
    }
  });
});
