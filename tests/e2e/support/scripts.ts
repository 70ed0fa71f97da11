import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** A worker of the sources as one script. */
export async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(root, 'src/shared'), '@resources': resolve(root, 'resources') } },
    build: { write: false, minify: false, lib: { entry: resolve(root, entry), formats: ['es'] } },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunk = outputs.flatMap((item) => ('output' in item ? item.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error(`${entry} could not be bundled.`);
  return chunk.code;
}

/** Serves files by their paths, and an empty page for all others; answers with the server and its address. */
export async function serve(
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/html');
    response.end(files.get(path) ?? '<!doctype html><link rel="icon" href="data:,"><title>Workers</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
