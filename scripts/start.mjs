import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './build-if-stale.mjs';
import { cannotShow, fetchElectron, findElectron } from './electron-binary.mjs';

/**
 * `npm start`: builds what is needed and opens Winnow, in Electron where its program can be had, else in the browser.
 *
 *   npm start                    as above
 *   npm start -- FILE.winnow     opens a project file (Electron)
 *   npm start -- --browser       the browser host, without looking for Electron (also: WINNOW_HOST=browser)
 *
 * Electron's program is fetched once, when its download host answers within three seconds; a refusal is remembered for
 * half a day. `npx install-electron --no` fetches it by hand; CI=1 or WINNOW_NO_DOWNLOAD=1 switches fetching off.
 */

/** An Electron that ends with an error this soon could not start at all (a system library is missing, say). */
const START_MS = 5000;

const root = resolve(import.meta.dirname, '..');
const calledFrom = process.env.INIT_CWD || process.cwd(); // npm itself moves to the project's folder
const args = process.argv.slice(2).map((arg) => (arg.endsWith('.winnow') ? resolve(calledFrom, arg) : arg));
const browserOnly = args.includes('--browser') || process.env.WINNOW_HOST === 'browser';

const built = await buildIfStale(root);
if (built !== 0) process.exit(built);

const reason = browserOnly ? '' : await runElectron();
if (reason) {
  process.stdout.write(
    `Electron's window cannot be used: ${reason}. Winnow opens in your browser instead, with the same projects.\n\n`,
  );
}
await import(pathToFileURL(resolve(root, 'out/main/web.js')).href);

/** Runs Electron to its end and exits with its code; answers why it could not, as half a sentence. */
async function runElectron() {
  const hidden = cannotShow(process.platform, process.env, process.getuid?.() === 0);
  if (hidden) return hidden;
  let program = findElectron(root);
  if (program === null) {
    const why = await fetchElectron(root);
    program = why === null ? findElectron(root) : null;
    if (program === null) return `its program is not installed (${why ?? 'its download failed'})`;
  }
  const started = Date.now();
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env; // set by some editors' terminals; it would run as plain Node
  const child = spawn(program, [root, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const ended = await new Promise((done) => {
    child.on('error', (cause) => done({ code: null, signal: null, cause }));
    child.on('close', (code, signal) => done({ code, signal, cause: null }));
  });
  const failed = ended.cause !== null || (ended.code !== null && ended.code !== 0);
  if (failed && Date.now() - started < START_MS) return 'it ended at once, see above';
  process.exit(ended.code ?? 1);
}
