import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './temporary';

const root = resolve(import.meta.dirname, '../../..');

/** A running browser host with a projects folder of its own. */
export interface RunningHost {
  /** Address with its one-time token. */
  readonly url: string;
  readonly home: string;
  readonly port: number;
  /** Ends it as a person would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts the built browser host; the same home and port can be started again after a kill. */
export async function startHost(
  options: { readonly home?: string; readonly port?: number } = {},
): Promise<RunningHost> {
  const home = options.home ?? (await temporaryFolder('home'));
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, [join(root, 'out/main/web.js')], {
    env: { ...process.env, WINNOW_HOME: home, WINNOW_PORT: String(port), WINNOW_NO_OPEN: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await address(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return { url, home, port, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let text = '';
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(text);
      if (found) done(found[0]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) =>
      failed(new Error(`The host ended with ${code} before it said its address:\n${text}`)),
    );
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
