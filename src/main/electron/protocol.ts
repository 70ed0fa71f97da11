import { readFile } from 'node:fs/promises';
import type { CustomScheme } from 'electron';
import { systemCode } from '../files/errors';
import { bundleFile } from '../page/bundle-files';
import { PAGE_HEADERS } from '../page/headers';
import { APP_SCHEME, type OwnAddress } from './origin';

/** The scheme as Chromium has to know it before anything starts: a standard, secure one keeps IndexedDB. */
export const PRIVILEGED_SCHEME: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

/** Answers requests for the page's files out of the bundle folder, with the headers that lock the page in. */
export function bundleHandler(folder: string, isOwn: OwnAddress): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' || !isOwn(request.url)) return refusal(403);
    const file = bundleFile(folder, new URL(request.url).pathname);
    if (file === null) return refusal(404);
    try {
      const content = new Uint8Array(await readFile(file.path));
      return new Response(content, { headers: { ...PAGE_HEADERS, 'content-type': file.contentType } });
    } catch (cause) {
      if (systemCode(cause) === null) throw cause;
      return refusal(404);
    }
  };
}

function refusal(status: number): Response {
  return new Response('There is no such page in Winnow.\n', {
    status,
    headers: { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  });
}
