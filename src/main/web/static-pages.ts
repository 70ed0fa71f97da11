import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { systemCode } from '../files/errors';
import { bundleFile } from '../page/bundle-files';
import type { Pages } from './server';

/** Serves the built renderer from its folder. */
export function staticPages(folder: string): Pages {
  return async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const file = bundleFile(folder, path);
    if (file === null) return notFound(response);
    try {
      const content = await readFile(file.path);
      response.writeHead(200, {
        'content-type': file.contentType,
        'content-length': content.byteLength,
        'cache-control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-store',
      });
      response.end(content);
    } catch (cause) {
      const code = systemCode(cause);
      if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'ENOTDIR') throw cause;
      notFound(response);
    }
  };
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end('There is no such page in Winnow.\n');
}
