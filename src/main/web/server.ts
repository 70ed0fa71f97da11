import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fail } from '@shared/base/result';
import { callHost } from '@shared/host/call';
import type { HostApi } from '@shared/host/types';
import { decodeWire, encodeWire, WIRE_TYPE } from '@shared/host/wire';
import { PAGE_HEADERS } from '../page/headers';
import { Access } from './access';
import { bodyLimit, readBody } from './body';
import { refusalOf } from './guard';

/** Serves a page file to a window that is signed in. Security headers are set already. */
export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Tells another Winnow that this port is taken by one, and nothing else. */
export const HELLO_PATH = '/hello';
export const HELLO = 'winnow';

const API = '/api/';

export interface WebServerOptions {
  readonly host: HostApi;
  /** 0 = any free port (tests). */
  readonly port: number;
  /** Called once the server listens. */
  readonly pages: (server: Server) => Promise<Pages> | Pages;
  /** Headers of every response; the development server needs a looser policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A running local server. */
export interface WebServer {
  /** `http://127.0.0.1:<port>`; what this person's data in the browser is kept under. */
  readonly origin: string;
  /** An address that signs one window in, once. The one given out before ends. */
  newAddress(): string;
  /** Stops: open answers are finished, waiting connections closed. */
  close(): Promise<void>;
}

/** Starts the server on 127.0.0.1. Rejects with the system's error when the port is taken. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const server = createServer();
  const port = await listen(server, options.port);
  const origin = `http://127.0.0.1:${port}`;
  const access = new Access(port);
  const pages = await options.pages(server);
  const headers = Object.entries(options.headers ?? PAGE_HEADERS);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const refusal = refusalOf(request, origin);
    if (refusal) return say(response, refusal.status, refusal.sentence);
    const url = new URL(request.url ?? '/', origin);
    if (request.method === 'GET' && url.pathname === HELLO_PATH) return say(response, 200, HELLO);
    const isApi = url.pathname.startsWith(API);
    if (isApi !== (request.method === 'POST')) return say(response, 405, 'That is not how Winnow is asked.');

    const token = url.searchParams.get('token');
    const signedIn = access.isSignedIn(request.headers.cookie);
    if (token !== null && !isApi) {
      const cookie = access.exchange(token);
      if (cookie === null && !signedIn) return say(response, 403, USED_UP);
      if (cookie !== null) response.setHeader('set-cookie', cookie);
      response.writeHead(303, { location: '/', 'cache-control': 'no-store' });
      response.end();
      return;
    }
    if (!signedIn) return say(response, 403, SIGN_IN);
    if (isApi) return answerCall(request, response, options.host, url.pathname.slice(API.length));
    await pages(request, response);
  };

  server.on('request', (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else say(response, 500, 'Something went wrong inside Winnow. Load the page again.');
    });
  });

  return {
    origin,
    newAddress: () => `${origin}/?token=${access.newToken()}`,
    close: () => stop(server),
  };
}

const SIGN_IN =
  'This page is not signed in to Winnow. Open the address Winnow printed when it started, or press Enter in its window for a new one. If you came here by a link, load the page again.';
const USED_UP =
  'This address was used already; each one works once. Press Enter in the window where Winnow was started for a new one.';

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  host: HostApi,
  method: string,
): Promise<void> {
  if (request.headers['content-type'] !== WIRE_TYPE)
    return say(response, 415, 'That is not how Winnow is asked.');
  const body = await readBody(request, bodyLimit(method));
  if (body === null) {
    response.setHeader('connection', 'close');
    return reply(response, 413, fail('TOO_LARGE', 'More was sent to Winnow in one step than it takes.'));
  }
  const message = decodeWire(body);
  reply(response, 200, message.ok ? await callHost(host, method, message.value) : message);
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  const message = encodeWire(value);
  response.writeHead(status, {
    'content-type': WIRE_TYPE,
    'content-length': message.byteLength,
    'cache-control': 'no-store',
  });
  response.end(message);
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${sentence}\n`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', failed);
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  });
}
