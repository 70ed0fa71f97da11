import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APP_PAGE, ownAddress } from '../../../src/main/electron/origin';
import { bundleHandler, PRIVILEGED_SCHEME } from '../../../src/main/electron/protocol';
import { PAGE_HEADERS } from '../../../src/main/page/headers';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();

async function handler() {
  const root = await temporary();
  await mkdir(join(root, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(root, 'renderer', 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'renderer', 'assets', 'a.js'), 'export {};');
  await writeFile(join(root, 'secret.js'), 'secret');
  return bundleHandler(join(root, 'renderer'), ownAddress(APP_PAGE));
}

describe('the scheme of the page', () => {
  it('is a standard, secure one, so that it keeps IndexedDB and may be isolated', () => {
    expect(PRIVILEGED_SCHEME).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    });
  });

  it.each([
    ['app://bundle/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://bundle/index.html#/p/demo', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://bundle/assets/a.js?v=1', 'text/javascript; charset=utf-8', 'export {};'],
  ])('serves %s', async (url, type, body) => {
    const response = await (await handler())(new Request(url));
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      type,
      body,
    ]);
  });

  it.each([
    ['app://bundle/../secret.js', 404],
    ['app://bundle/%2e%2e/secret.js', 404],
    ['app://bundle/..%2fsecret.js', 404],
    ['app://bundle/assets/..%5c..%5csecret.js', 404],
    ['app://bundle/none.js', 404],
    ['app://bundle/assets', 404],
    ['app://evil/index.html', 403],
  ])('answers %s with %d', async (url, status) => {
    expect((await (await handler())(new Request(url))).status).toBe(status);
  });

  it('answers nothing but GET', async () => {
    expect((await (await handler())(new Request(APP_PAGE, { method: 'POST', body: 'x' }))).status).toBe(403);
  });

  it('sends the headers that lock the page in with every answer', async () => {
    const serve = await handler();
    for (const url of ['app://bundle/', 'app://bundle/assets/a.js', 'app://bundle/none', 'app://evil/']) {
      const { headers } = await serve(new Request(url));
      for (const [name, value] of Object.entries(PAGE_HEADERS)) expect(headers.get(name)).toBe(value);
    }
  });
});
