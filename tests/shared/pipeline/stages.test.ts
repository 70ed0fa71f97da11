import { memoryCache } from '@shared/pipeline/memory-cache';
import { Stages } from '@shared/pipeline/stages';
import { describe, expect, it } from 'vitest';

const stages = (): Stages => new Stages(memoryCache(), () => 0);

describe('stages', () => {
  it('compute once per key, however many ask', async () => {
    const all = stages();
    let computed = 0;
    const ask = () => all.run('records@1:x', () => ++computed);
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    expect(await ask()).toBe(1);
  });

  it('hear between two stages what was asked meanwhile', async () => {
    const all = stages();
    const done: string[] = [];
    const stage = (name: string) => all.run(`${name}@1:x`, () => void done.push(name));
    const long = (async () => {
      for (const name of ['clusters', 'golden', 'issues']) await stage(name);
    })();
    const short = stage('clusters').then(() => done.push('answered'));
    await Promise.all([long, short]);
    expect(done).toEqual(['clusters', 'answered', 'golden', 'issues']);
  });

  it('forget what failed, so that it can be tried again', async () => {
    const all = stages();
    let tries = 0;
    const ask = () =>
      all.run('match@1:x', () => {
        if (++tries === 1) throw new Error('lost');
        return tries;
      });
    await expect(ask()).rejects.toThrow('lost');
    expect(await ask()).toBe(2);
  });
});
