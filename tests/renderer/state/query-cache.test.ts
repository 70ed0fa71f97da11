import { ok, type Result } from '@shared/base/result';
import { describe, expect, it } from 'vitest';
import { QueryCache } from '../../../src/renderer/state/query-cache';

/** An answer given by hand. */
function later<T>() {
  let answer: (value: Result<T>) => void = () => undefined;
  const promise = new Promise<Result<T>>((resolve) => {
    answer = resolve;
  });
  return { ask: () => promise, answer };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('QueryCache', () => {
  it('is loading until the answer comes', async () => {
    const cache = new QueryCache();
    const first = later<number>();
    expect(cache.peek('rows')).toMatchObject({ data: undefined, loading: true });
    cache.ensure('rows', 1, first.ask);
    first.answer(ok(7));
    await settled();
    expect(cache.peek('rows')).toEqual({ data: 7, error: null, loading: false, stale: false });
  });

  it('asks once per version', async () => {
    const cache = new QueryCache();
    let asked = 0;
    const ask = async () => ok(++asked);
    cache.ensure('rows', 1, ask);
    cache.ensure('rows', 1, ask);
    await settled();
    cache.ensure('rows', 1, ask);
    expect(asked).toBe(1);
    cache.ensure('rows', 2, ask);
    await settled();
    expect(asked).toBe(2);
  });

  it('keeps the old answer as stale while the newer one is on its way', async () => {
    const cache = new QueryCache();
    cache.ensure('rows', 1, async () => ok(7));
    await settled();
    const second = later<number>();
    cache.ensure('rows', 2, second.ask);
    expect(cache.peek('rows')).toEqual({ data: 7, error: null, loading: true, stale: true });
    second.answer(ok(8));
    await settled();
    expect(cache.peek('rows')).toEqual({ data: 8, error: null, loading: false, stale: false });
  });

  it('drops an answer that comes after a newer question', async () => {
    const cache = new QueryCache();
    const slow = later<number>();
    cache.ensure('rows', 1, slow.ask);
    cache.ensure('rows', 2, async () => ok(8));
    await settled();
    slow.answer(ok(7));
    await settled();
    expect(cache.peek('rows').data).toBe(8);
  });

  it('gives errors as values, also for what was thrown', async () => {
    const cache = new QueryCache();
    cache.ensure('rows', 1, async () => {
      throw new Error('boom');
    });
    await settled();
    expect(cache.peek('rows').error).toMatchObject({ code: 'UNEXPECTED', details: { cause: 'Error: boom' } });
  });

  it('tells the listeners of that question only', async () => {
    const cache = new QueryCache();
    const heard: string[] = [];
    cache.subscribe('a', () => heard.push('a'));
    const stop = cache.subscribe('b', () => heard.push('b'));
    stop();
    cache.ensure('a', 1, async () => ok(1));
    cache.ensure('b', 1, async () => ok(1));
    await settled();
    expect(heard).toEqual(['a', 'a']);
  });

  it('forgets questions nobody looks at beyond two hundred', async () => {
    const cache = new QueryCache();
    cache.subscribe('kept', () => undefined);
    cache.ensure('kept', 1, async () => ok('still here'));
    for (let i = 0; i < 300; i++) cache.ensure(`k${i}`, 1, async () => ok(i));
    await settled();
    cache.subscribe('last', () => undefined)();
    expect(cache.peek('k0')).toMatchObject({ data: undefined, loading: true });
    expect(cache.peek('k299').data).toBe(299);
    expect(cache.peek('kept').data).toBe('still here');
  });
});
