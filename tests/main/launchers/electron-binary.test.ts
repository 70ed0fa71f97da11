import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  cannotShow,
  downloadAddress,
  fetchElectron,
  findElectron,
  isCached,
  outOfReach,
} from '../../../scripts/electron-binary.mjs';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();

/** A folder with the Electron package in it, as `npm ci` leaves it: no program. `install.js` is the text given. */
async function checkout(install = 'process.exit(1)'): Promise<string> {
  const root = await temporary();
  const folder = join(root, 'node_modules/electron');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"version":"45.4.1"}');
  await writeFile(join(folder, 'install.js'), install);
  return root;
}

/** An installer that puts a program where the real one does. */
const WORKING_INSTALL = `const fs = require('fs'), path = require('path');
fs.mkdirSync(path.join(__dirname, 'dist'));
fs.writeFileSync(path.join(__dirname, 'dist/electron'), '');
fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`;

/** Runs `work` with the address of a download host that answers like this, and counts its requests. */
async function withMirror<T>(
  listener: RequestListener,
  work: (mirror: string, requests: () => number) => Promise<T>,
): Promise<T> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    listener(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}/`, () => requests);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe("looking for Electron's program", () => {
  it('finds none after npm ci, without waking the installer', async () => {
    expect(findElectron(await checkout('throw new Error("woken")'), {})).toBeNull();
  });

  it('finds it where path.txt says, and only when it is really there', async () => {
    const root = await checkout();
    const folder = join(root, 'node_modules/electron');
    await writeFile(join(folder, 'path.txt'), 'electron');
    expect(findElectron(root, {})).toBeNull();
    await mkdir(join(folder, 'dist'));
    await writeFile(join(folder, 'dist/electron'), '');
    expect(findElectron(root, {})).toBe(join(folder, 'dist/electron'));
  });

  it('finds one kept elsewhere', async () => {
    const root = await checkout();
    const elsewhere = await temporary();
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBeNull();
    await writeFile(join(elsewhere, 'electron'), '');
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: elsewhere })).toBe(join(elsewhere, 'electron'));
  });

  it.each<[NodeJS.Platform, Record<string, string>, boolean, string | null]>([
    ['linux', {}, false, 'there is no display here'],
    ['linux', { DISPLAY: ':0' }, false, null],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false, null],
    ['linux', { DISPLAY: ':0' }, true, 'it does not run as root'],
    ['darwin', {}, true, null],
    ['win32', {}, false, null],
  ])('on %s with %j (root: %s) it could show a window unless: %s', (platform, env, isRoot, why) => {
    expect(cannotShow(platform, env, isRoot)).toBe(why);
  });
});

describe("fetching Electron's program", () => {
  const env = (mirror: string, cache: string) => ({ ELECTRON_MIRROR: mirror, electron_config_cache: cache });
  const silent = () => undefined;

  it('takes it from the mirror that is set, else from GitHub', () => {
    expect(downloadAddress('45.4.1', 'linux', 'x64', {})).toBe(
      'https://github.com/electron/electron/releases/download/v45.4.1/electron-v45.4.1-linux-x64.zip',
    );
    expect(downloadAddress('45.4.1', 'win32', 'arm64', { ELECTRON_MIRROR: 'http://mirror/' })).toBe(
      'http://mirror/v45.4.1/electron-v45.4.1-win32-arm64.zip',
    );
  });

  it('knows within the limit that the host does not answer', async () => {
    await withMirror(
      () => undefined, // takes the request and says nothing
      async (mirror) => {
        const started = performance.now();
        expect(await outOfReach(`${mirror}x.zip`, 200)).toMatch(
          /^127\.0\.0\.1:\d+ did not answer within 0\.2 s$/,
        );
        expect(performance.now() - started).toBeLessThan(2000);
      },
    );
  });

  it('says what is wrong with the host', async () => {
    await withMirror(
      (_request, response) => response.writeHead(403).end(),
      async (mirror) => {
        expect(await outOfReach(`${mirror}x.zip`)).toMatch(/answered 403$/);
      },
    );
    expect(await outOfReach('http://127.0.0.1:9/x.zip')).toBe('127.0.0.1:9 cannot be reached');
  });

  it('runs the installer when the host answers', async () => {
    const root = await checkout(WORKING_INSTALL);
    const cache = await temporary();
    await withMirror(
      (_request, response) => response.end(),
      async (mirror) => {
        expect(await fetchElectron(root, env(mirror, cache), silent)).toBeNull();
      },
    );
    expect(findElectron(root, {})).not.toBeNull();
  });

  it('needs no network when the file was downloaded before', async () => {
    const root = await checkout(WORKING_INSTALL);
    const cache = await temporary();
    const file = `electron-v45.4.1-${process.platform}-${process.arch}.zip`;
    await mkdir(join(cache, 'abc'));
    await writeFile(join(cache, 'abc', file), '');
    expect(isCached(file, cache)).toBe(true);
    expect(await fetchElectron(root, env('http://127.0.0.1:9/', cache), silent)).toBeNull();
  });

  it('remembers a refusal and does not ask again', async () => {
    const root = await checkout();
    const cache = await temporary();
    await withMirror(
      (_request, response) => response.writeHead(404).end(),
      async (mirror, requests) => {
        const first = await fetchElectron(root, env(mirror, cache), silent);
        expect(first).toMatch(/answered 404$/);
        expect(await fetchElectron(root, env(mirror, cache), silent)).toBe(first);
        expect(requests()).toBe(1);
      },
    );
  });

  it('says when the installer failed', async () => {
    const root = await checkout('process.exit(3)');
    const cache = await temporary();
    await withMirror(
      (_request, response) => response.end(),
      async (mirror) => {
        expect(await fetchElectron(root, env(mirror, cache), silent)).toBe('its download failed');
      },
    );
  });

  it.each([{ CI: 'true' }, { WINNOW_NO_DOWNLOAD: '1' }])('is off with %j', async (off) => {
    expect(await fetchElectron(await checkout('throw 1'), off, silent)).toBe('downloads are switched off');
  });
});
