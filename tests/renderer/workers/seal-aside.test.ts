import { type SealRequest, sealPayload } from '@shared/journal/seal';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sealAside } from '../../../src/renderer/workers/seal-aside';

/** What the next worker does with what it is given. */
let behaviour: 'answers' | 'dies' | 'cannot start';
let started: number;
let ended: number;

/** A worker as the window sees it: a copy of the request goes over, a copy of the answer comes back later. */
class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;

  constructor() {
    if (behaviour === 'cannot start') throw new Error('no more workers');
    started++;
  }

  postMessage(request: SealRequest): void {
    const copy = structuredClone(request);
    setTimeout(() => {
      if (behaviour === 'dies') this.onerror?.(new Error('out of memory'));
      else this.onmessage?.({ data: structuredClone(sealPayload(copy)) });
    }, 0);
  }

  terminate(): void {
    ended++;
  }
}

beforeEach(() => {
  behaviour = 'answers';
  started = 0;
  ended = 0;
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const request = (fixes: number): SealRequest => ({
  kind: 'values.fixed',
  payload: {
    object: 'Account',
    field: 'City',
    fixes: Array.from({ length: fixes }, (_, i) => ({ from: `köln \ud800 ${i}`, to: `Köln ${i}` })),
    reason: '',
  },
  salt: '0'.repeat(32),
});

describe('sealing beside the window', () => {
  test('leaves a large payload to a worker of its own, with the same bytes, and ends it', async () => {
    expect(await sealAside(request(20_000))).toEqual(sealPayload(request(20_000)));
    expect([started, ended]).toEqual([1, 1]);
  });

  test('does a small one at once', async () => {
    expect(await sealAside(request(3))).toEqual(sealPayload(request(3)));
    expect(started).toBe(0);
  });

  test('hands on why a payload was refused', async () => {
    expect(await sealAside(request(20_001))).toMatchObject({ ok: false, error: { code: 'EVENT_INVALID' } });
    expect([started, ended]).toEqual([1, 1]);
  });

  test.each(['dies', 'cannot start'] as const)('does it here when the worker %s', async (what) => {
    behaviour = what;
    expect(await sealAside(request(20_000))).toEqual(sealPayload(request(20_000)));
    expect(ended).toBe(started);
  });

  test('refuses in words what cannot be given to a worker', async () => {
    const { kind, salt } = request(0);
    const payload = { ...Object.assign({}, request(20_000).payload), extra: () => 1 };
    expect(await sealAside({ kind, payload, salt })).toMatchObject({ error: { code: 'EVENT_INVALID' } });
  });
});
