import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppFailure } from '@shared/base/result';
import { projectsFolderFrom } from '../files/locations';
import { createNodeHost } from '../files/node-host';
import { openBrowser } from './open-browser';
import { runBrowserHost } from './run';
import { portFrom } from './settings';
import { staticPages } from './static-pages';

/** Entry of the browser host, built to `out/main/web.js`. Runs until it is told to stop. */

const root = resolve(import.meta.dirname, '../..');

async function main(): Promise<void> {
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const host = createNodeHost({
    kind: 'web',
    version,
    projectsFolder: projectsFolderFrom(process.env),
    samplesFolder: join(root, 'resources', 'samples'),
  });
  const server = await runBrowserHost({
    host,
    port: portFrom(process.env),
    pages: () => staticPages(join(root, 'out', 'renderer')),
    say: (text) => process.stdout.write(text),
    open: openBrowser,
    terminal: process.stdin.isTTY ? process.stdin : null,
  });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1); // asked twice: at once
    stopping = true;
    await server.close();
    await host.dispose();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

main().catch((cause: unknown) => {
  const text = cause instanceof AppFailure ? cause.error.message : String(cause);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
