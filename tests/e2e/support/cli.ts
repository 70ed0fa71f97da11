import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** What a run of the command line left. */
export interface CliRun {
  readonly code: number | null;
  /** Standard output and error, as they came. */
  readonly text: string;
}

/** Runs the built `winnow` program as a process of its own. */
export async function runCli(...args: readonly string[]): Promise<CliRun> {
  const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const read = (chunk: Buffer): void => {
    text += chunk.toString();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const [code]: (number | null)[] = await once(child, 'close');
  return { code: code ?? null, text };
}
