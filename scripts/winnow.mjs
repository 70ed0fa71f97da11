import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';

/**
 * `npm run winnow -- …`: the command line of Winnow. Builds first when something has changed, saying so only on standard
 * error, and ends with the command's own exit code. Paths are meant from where the person stands: npm itself moves to
 * the project's folder and says in INIT_CWD where it was called.
 */

const root = resolve(import.meta.dirname, '..');

const built = await buildIfStale(root, { quiet: true });
if (built !== 0) process.exit(built);

const calledByNpm = process.env.npm_lifecycle_event === 'winnow';
const child = spawn(process.execPath, [resolve(root, 'out/main/cli.js'), ...process.argv.slice(2)], {
  cwd: (calledByNpm && process.env.INIT_CWD) || process.cwd(),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', () => process.exit(1));
child.on('close', (code) => process.exit(code ?? 1));
