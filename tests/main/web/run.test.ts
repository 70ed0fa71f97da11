import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fail } from '@shared/base/result';
import { hostOver } from '@shared/host/contract';
import { describe, expect, it } from 'vitest';
import { browserCommand } from '../../../src/main/web/open-browser';
import { runBrowserHost } from '../../../src/main/web/run';
import { portFrom } from '../../../src/main/web/settings';

const host = hostOver(async () => fail('UNUSED', 'not asked here'));
const pages = () => () => undefined;

describe('starting the browser host', () => {
  it('prints the address and opens it', async () => {
    const said: string[] = [];
    const opened: string[] = [];
    const open = (url: string) => opened.push(url) > 0;
    const terminal = null;
    const say = (text: string) => said.push(text);
    const server = await runBrowserHost({ host, port: 0, pages, open, terminal, say });
    expect(opened[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}$/);
    expect(said.join('')).toContain(`  ${opened[0]}\n`);
    await server.close();
  });

  it('says so when Winnow runs there already', async () => {
    const quiet = { host, pages, open: () => false, terminal: null, say: () => undefined };
    const first = await runBrowserHost({ ...quiet, port: 0 });
    const port = Number(new URL(first.origin).port);
    await expect(runBrowserHost({ ...quiet, port })).rejects.toThrow(
      `already running at http://127.0.0.1:${port}/`,
    );
    await first.close();
  });

  it('says so when another program has the port', async () => {
    const other = createServer((_request, response) => response.end('something else'));
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const quiet = { open: () => false, terminal: null, say: () => undefined };
    const start = runBrowserHost({ host, pages, port, ...quiet });
    await expect(start).rejects.toThrow(`Port ${port} is used by another program`);
    other.close();
  });
});

describe('the port', () => {
  it.each([
    [undefined, 17717],
    ['', 17717],
    ['8080', 8080],
  ])('for WINNOW_PORT=%j is %d', (text, port) => {
    expect(portFrom({ WINNOW_PORT: text })).toBe(port);
  });
  it.each(['abc', '-1', '70000', '80.5', '0x1g'])('may not be %j', (text) => {
    expect(() => portFrom({ WINNOW_PORT: text })).toThrow('port number');
  });
});

describe('what opens the browser', () => {
  const url = 'http://127.0.0.1:17717/?token=ab';
  it.each<[string, NodeJS.Platform, Record<string, string>, unknown]>([
    ['on Linux', 'linux', { DISPLAY: ':0' }, { program: 'xdg-open', args: [url] }],
    ['on Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, { program: 'xdg-open', args: [url] }],
    ['on macOS', 'darwin', {}, { program: 'open', args: [url] }],
    ['on Windows', 'win32', {}, { program: 'cmd', args: ['/c', 'start', '""', url] }],
    ['without a display', 'linux', {}, null],
    ['in tests', 'linux', { DISPLAY: ':0', WINNOW_NO_OPEN: '1' }, null],
    [
      'with a browser named',
      'darwin',
      { CHROME_PATH: '/x/chrome' },
      { program: '/x/chrome', args: [`--app=${url}`] },
    ],
  ])('%s', (_where, platform, env, command) => {
    expect(browserCommand(url, platform, env)).toEqual(command);
  });
});
