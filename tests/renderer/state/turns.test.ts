import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/renderer/state/turns';

/** An answer given by hand. */
function later() {
  let answer: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return { ask: () => promise, answer };
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('turns of questions', () => {
  it('asks what can wait once nothing else is asked', async () => {
    const turns = new Turns(1);
    const asked: string[] = [];
    const screen = later();
    const counts = turns.last(async () => asked.push('counts'));
    const first = turns.now(() => {
      asked.push('screen');
      return screen.ask();
    });
    await moment();
    expect(asked).toEqual(['screen']);
    screen.answer();
    await first;
    await counts;
    expect(asked).toEqual(['screen', 'counts']);
  });

  it('lets what follows from an answer go first', async () => {
    const turns = new Turns(5);
    const asked: string[] = [];
    const counts = turns.last(async () => asked.push('counts'));
    await turns.now(async () => asked.push('list'));
    await turns.now(async () => asked.push('detail'));
    await counts;
    expect(asked).toEqual(['list', 'detail', 'counts']);
  });

  it('lets what can wait be asked together', async () => {
    const turns = new Turns(1);
    const counts = later();
    const first = turns.last(counts.ask);
    expect(await turns.last(async () => 'rows')).toBe('rows');
    counts.answer();
    await first;
  });

  it('does not ask what still waits when a person says stop, and asks again afterwards', async () => {
    const turns = new Turns(1);
    const screen = later();
    const first = turns.now(screen.ask);
    const counts = turns.last(async () => 'counted');
    turns.stop();
    screen.answer();
    await first;
    expect(await counts).toBeNull();
    expect(await turns.last(async () => 'counted')).toBe('counted');
  });

  it('frees its turn when a question fails', async () => {
    const turns = new Turns(1);
    await expect(turns.now(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(await turns.last(async () => 'counted')).toBe('counted');
  });
});
