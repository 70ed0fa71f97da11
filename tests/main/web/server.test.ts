import { mkdir, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { unwrap } from '@shared/base/result';
import { hostOver } from '@shared/host/contract';
import type { HostApi } from '@shared/host/types';
import { decodeWire, encodeWire, WIRE_TYPE } from '@shared/host/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNodeHost, type NodeHost } from '../../../src/main/files/node-host';
import { startWebServer, type WebServer } from '../../../src/main/web/server';
import { staticPages } from '../../../src/main/web/static-pages';
import { describeHost } from '../host-contract';
import { temporaryFolders } from '../temp';

const temporary = temporaryFolders();

interface Running {
  readonly host: NodeHost;
  readonly server: WebServer;
  readonly projectsFolder: string;
  close(): Promise<void>;
}

async function start(): Promise<Running> {
  const root = await temporary();
  const renderer = join(root, 'renderer');
  const samplesFolder = join(root, 'samples');
  const projectsFolder = join(root, 'projects');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await mkdir(samplesFolder);
  await writeFile(join(samplesFolder, 'crm.csv'), 'a;b\n1;');
  await writeFile(join(renderer, 'index.html'), '<!doctype html>Winnow');
  await writeFile(join(renderer, 'assets', 'app-1a2b.js'), 'export {};');
  await writeFile(join(renderer, 'notes.txt'), 'not served');
  await writeFile(join(root, 'secret.json'), '{}');
  const host = createNodeHost({ kind: 'web', version: '1.2.3', projectsFolder, samplesFolder });
  const server = await startWebServer({ host, port: 0, pages: () => staticPages(renderer) });
  const close = async () => {
    await server.close();
    await host.dispose();
  };
  return { host, server, projectsFolder, close };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** A request with exactly these headers: `fetch` would not let a test set `Host`, `Origin` or `Cookie`. */
function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Uint8Array,
  method = body ? 'POST' : 'GET',
): Promise<Answer> {
  return new Promise((done, failed) => {
    const { port } = new URL(origin);
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
        );
      },
    );
    request.on('error', failed);
    request.end(body);
  });
}

/** Uses the one-time address up; answers the cookie of the session. */
async function signIn(server: WebServer): Promise<string> {
  const answer = await ask(server.origin, server.newAddress().slice(server.origin.length));
  return String(answer.headers['set-cookie']).split(';', 1)[0] ?? '';
}

/** The host as a signed-in page sees it: over HTTP. */
function hostOverHttp(origin: string, cookie: string): HostApi {
  return hostOver(async (method, request) => {
    const headers = { 'content-type': WIRE_TYPE, origin, cookie };
    const answer = await ask(origin, `/api/${method}`, headers, encodeWire(request));
    return unwrap(decodeWire(answer.body)) as never; // what a test expects of it, it checks
  });
}

describeHost('the host behind the local server', async () => {
  const { server, projectsFolder, close } = await start();
  return { host: hostOverHttp(server.origin, await signIn(server)), projectsFolder, close };
});

describe('the local server', () => {
  let running: Running;
  let origin: string;
  beforeEach(async () => {
    running = await start();
    origin = running.server.origin;
  });
  afterEach(() => running.close());
  const infoCall = encodeWire(undefined);
  const call = { 'content-type': WIRE_TYPE };

  describe('lets in', () => {
    it('whoever opens the printed address, once', async () => {
      const address = running.server.newAddress();
      const path = address.slice(origin.length);
      expect(path).toMatch(/^\/\?token=[0-9a-f]{64}$/);
      const first = await ask(origin, path);
      expect([first.status, first.headers['location']]).toEqual([303, '/']);
      expect(String(first.headers['set-cookie'])).toMatch(
        /^winnow-\d+=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/,
      );
      const second = await ask(origin, path);
      expect([second.status, second.headers['set-cookie']]).toEqual([403, undefined]);
      expect(second.body.toString()).toContain('used already');
    });

    it('the same window again, by its cookie: reload, and the used address', async () => {
      const address = running.server.newAddress().slice(origin.length);
      const cookie = String((await ask(origin, address)).headers['set-cookie']).split(';', 1)[0] ?? '';
      expect((await ask(origin, '/', { cookie })).body.toString()).toContain('Winnow');
      expect((await ask(origin, '/', { cookie })).status).toBe(200);
      expect((await ask(origin, address, { cookie })).status).toBe(303);
    });

    it('nobody by an address that was replaced by a newer one', async () => {
      const old = running.server.newAddress().slice(origin.length);
      const cookie = await signIn(running.server);
      expect(cookie).not.toBe('');
      expect((await ask(origin, old)).status).toBe(403);
    });

    it.each(['', 'x', '0'.repeat(64), '__proto__'])('nobody by the token %j', async (token) => {
      expect((await ask(origin, `/?token=${token}`)).status).toBe(403);
    });

    it('nobody without a cookie, or with a made-up one', async () => {
      const name = `winnow-${new URL(origin).port}`;
      for (const cookie of ['', 'a=b', `${name}=`, `${name}=${'0'.repeat(64)}`, `${name}`]) {
        const page = await ask(origin, '/', { cookie });
        expect(page.status).toBe(403);
        expect(page.body.toString()).toContain('not signed in');
        const headers = { ...call, origin, cookie };
        expect((await ask(origin, '/api/info', headers, infoCall)).status).toBe(403);
        expect((await ask(origin, '/assets/app-1a2b.js', { cookie })).status).toBe(403);
      }
    });
  });

  describe('refuses, even with the cookie,', () => {
    let cookie: string;
    beforeEach(async () => {
      cookie = await signIn(running.server);
    });

    it.each([
      ['another site that points its name here', { host: 'evil.example' }],
      ['the same on our port', { host: `evil.example:PORT` }],
      ['another name of this computer', { host: 'localhost:PORT' }],
      ['no port', { host: '127.0.0.1' }],
      ['a page of another site', { origin: 'https://evil.example' }],
      ['a page of another port', { origin: 'http://127.0.0.1:3000' }],
      ['a page without an origin', { origin: 'null' }],
      ['an origin that starts like ours', { origin: 'http://127.0.0.1:PORT.evil.example' }],
      ['what the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
      ['what the browser calls same-site', { 'sec-fetch-site': 'same-site' }],
    ])('%s', async (_who, wrong) => {
      const { port } = new URL(origin);
      const headers = Object.fromEntries(
        Object.entries(wrong).map(([name, value]) => [name, value.replace('PORT', port)]),
      );
      const posted = await ask(origin, '/api/info', { ...call, cookie, origin, ...headers }, infoCall);
      expect(posted.status).toBe(403);
      expect((await ask(origin, '/assets/app-1a2b.js', { cookie, ...headers })).status).toBe(403);
    });

    it('a call without an origin', async () => {
      expect((await ask(origin, '/api/info', { ...call, cookie }, infoCall)).status).toBe(403);
    });

    it('a form: calls have a content type no form can send', async () => {
      for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data']) {
        const headers = { 'content-type': type, cookie, origin };
        expect((await ask(origin, '/api/info', headers, infoCall)).status).toBe(415);
      }
    });

    it.each(['PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'])('the method %s', async (method) => {
      expect((await ask(origin, '/', { cookie }, undefined, method)).status).toBe(405);
    });

    it('a call by GET and a page by POST', async () => {
      expect((await ask(origin, '/api/info', { cookie })).status).toBe(405);
      expect((await ask(origin, '/', { ...call, cookie, origin }, infoCall)).status).toBe(405);
    });

    it.each([
      '/../secret.json',
      '/..%2fsecret.json',
      '/%2e%2e/secret.json',
      '/assets/..%5c..%5c..%5csecret.json',
      '/assets/../../secret.json',
      '//etc/passwd',
      '/C:/secret.json',
      '/.%00./secret.json',
      '/%',
      '/notes.txt',
      '/assets',
      '/assets/',
      '/nothing.js',
      '/.env',
    ])('the path %s', async (path) => {
      const answer = await ask(origin, path, { cookie });
      expect(answer.status).toBe(404);
      expect(answer.body.toString()).toBe('There is no such page in Winnow.\n');
    });

    it('a body that announces more than the method takes, before reading it', async () => {
      const headers = { ...call, cookie, origin, 'content-length': String(1 << 30) };
      const answer = await new Promise<string>((done) => {
        const socket = connect(Number(new URL(origin).port), '127.0.0.1');
        const lines = Object.entries({ host: origin.slice(7), ...headers }).map(([k, v]) => `${k}: ${v}`);
        socket.write(`POST /api/info HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
        socket.on('data', (data) => done(String(data)));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    });

    it('a message that is none, with an error value', async () => {
      const headers = { ...call, cookie, origin };
      const answer = await ask(origin, '/api/info', headers, Buffer.from('hello'));
      const result = unwrap(decodeWire(answer.body));
      expect([answer.status, result]).toMatchObject([200, { ok: false, error: { code: 'BAD_MESSAGE' } }]);
    });

    it('a method the contract does not have', async () => {
      const answer = await ask(origin, '/api/dispose', { ...call, cookie, origin }, infoCall);
      expect(unwrap(decodeWire(answer.body))).toMatchObject({ ok: false, error: { code: 'UNKNOWN_METHOD' } });
    });
  });

  it('sends every answer with the headers that lock the page in', async () => {
    const cookie = await signIn(running.server);
    const answers = [
      await ask(origin, '/', { cookie }),
      await ask(origin, '/assets/app-1a2b.js', { cookie }),
      await ask(origin, '/nothing.js', { cookie }),
      await ask(origin, '/'),
      await ask(origin, '/', { host: 'evil.example' }),
      await ask(origin, '/api/info', { ...call, cookie, origin }, infoCall),
    ];
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      });
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; style-src-elem 'self' 'unsafe-inline'; " +
          "style-src-attr 'none'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; " +
          "form-action 'none'; frame-ancestors 'none'; object-src 'none'",
      );
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(answers.map(({ headers }) => headers['content-type'])).toEqual([
      'text/html; charset=utf-8',
      'text/javascript; charset=utf-8',
      'text/plain; charset=utf-8',
      'text/plain; charset=utf-8',
      'text/plain; charset=utf-8',
      WIRE_TYPE,
    ]);
    expect(answers.slice(0, 2).map(({ headers }) => headers['cache-control'])).toEqual([
      'no-store',
      'private, max-age=31536000, immutable',
    ]);
  });

  it('listens on 127.0.0.1 only', async () => {
    const port = Number(new URL(origin).port);
    const reached = await new Promise((done) => {
      const socket = connect(port, '::1', () => done(true));
      socket.on('error', () => done(false));
    });
    expect(reached).toBe(false);
  });

  it('signs the longest signed-in window out when there are too many', async () => {
    const first = await signIn(running.server);
    for (let n = 0; n < 16; n++) await signIn(running.server);
    expect((await ask(origin, '/', { cookie: first })).status).toBe(403);
  });
});
