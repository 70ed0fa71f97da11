import { AppFailure, ok, type Result } from '@shared/base/result';
import { hostOver } from '@shared/host/contract';
import { describe, expect, it } from 'vitest';
import { serveHost } from '../../../src/main/electron/ipc';
import { APP_PAGE, ownAddress } from '../../../src/main/electron/origin';

type Handler = (event: unknown, method: unknown, request: unknown) => Promise<Result<unknown>>;

/** The door as the page meets it: what it says to a message from this frame. */
function door(answer: () => Result<unknown> = () => ok({ seen: true })) {
  const channels = new Map<string, Handler>();
  const calls: string[] = [];
  const host = hostOver(async (method) => {
    calls.push(method);
    return answer() as Result<never>;
  });
  serveHost(
    { handle: (channel, handler) => channels.set(channel, handler as Handler) },
    host,
    ownAddress(APP_PAGE),
  );
  const say = (senderFrame: unknown, method: unknown, request: unknown) =>
    channels.get('winnow:call')?.({ senderFrame }, method, request);
  return { say, calls, channels };
}

const main = { url: 'app://bundle/index.html#/p/demo', parent: null };

describe('a message to the main process', () => {
  it('from the page reaches the host', async () => {
    const { say, calls } = door();
    expect(await say(main, 'openProject', { folder: 'demo' })).toEqual({ ok: true, value: { seen: true } });
    expect(calls).toEqual(['openProject']);
  });

  it('has one channel', () => {
    expect([...door().channels.keys()]).toEqual(['winnow:call']);
  });

  it.each([
    ['a frame that is gone', null],
    ['another site', { url: 'https://evil.example/', parent: null }],
    ['an address that mentions ours', { url: 'https://evil.example/?app://bundle/', parent: null }],
    ['a host that starts like ours', { url: 'app://bundle.evil/', parent: null }],
    ['a frame inside our page', { url: 'app://bundle/', parent: main }],
    ['an empty frame', { url: 'about:blank', parent: null }],
  ])('from %s is refused', async (_who, frame) => {
    const { say, calls } = door();
    expect(await say(frame, 'info', undefined)).toMatchObject({
      ok: false,
      error: { code: 'FOREIGN_SENDER' },
    });
    expect(calls).toEqual([]);
  });

  it.each([
    ['openProject', { folder: '../x' }, 'BAD_REQUEST'],
    ['openProject', undefined, 'BAD_REQUEST'],
    ['dispose', undefined, 'UNKNOWN_METHOD'],
    ['importFile', '/etc/passwd', 'UNKNOWN_METHOD'],
    ['__proto__', undefined, 'UNKNOWN_METHOD'],
    [{ toString: (): string => 'info' }, undefined, 'UNKNOWN_METHOD'],
    [undefined, undefined, 'UNKNOWN_METHOD'],
  ])('%j with %j is refused: %s', async (method, request, code) => {
    const { say, calls } = door();
    expect(await say(main, method, request)).toMatchObject({ ok: false, error: { code } });
    expect(calls).toEqual([]);
  });

  it('that ends in an error is answered with a value, never a rejection', async () => {
    const failing = (cause: Error) =>
      door(() => {
        throw cause;
      }).say(main, 'info', undefined);
    const full = { code: 'DISK_FULL', message: 'The disk is full.', details: { free: 0 } };
    expect(await failing(new AppFailure(full))).toEqual({ ok: false, error: full });
    expect(await failing(new TypeError('x'))).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  });
});
