import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENTS, pythonOf, SPLINK_VERSIONS } from './python';

/**
 * `npx tsx tests/bench/splink/setup.ts`: makes a Python environment for each version of Splink, with the pinned
 * packages. Needs Python 3.10 or later and a package index; nothing else in the project does.
 */
function main(): void {
  const python = process.env['PYTHON'] ?? (process.platform === 'win32' ? 'python' : 'python3');
  mkdirSync(ENVIRONMENTS, { recursive: true });
  for (const version of SPLINK_VERSIONS) {
    if (pythonOf(version) === null) run(python, ['-m', 'venv', join(ENVIRONMENTS, version)]);
    const requirements = join(import.meta.dirname, `requirements-${version.slice(1)}.txt`);
    run(pythonOf(version) ?? python, ['-m', 'pip', 'install', '--quiet', '-r', requirements]);
    console.log(`Splink ${version}: ready.`);
  }
}

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? `exit code ${status}`}`);
}

main();
