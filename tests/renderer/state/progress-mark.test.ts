import type { Progress } from '@shared/base/progress';
import { describe, expect, it } from 'vitest';
import { ProgressMark } from '../../../src/renderer/state/progress-mark';

const matching: Progress = { label: 'Comparing pairs', done: 1, total: 2 };

function shown(): { readonly list: (string | null)[]; readonly mark: ProgressMark } {
  const list: (string | null)[] = [];
  return { list, mark: new ProgressMark((progress) => list.push(progress?.label ?? null)) };
}

describe('the mark of what the engine is busy with', () => {
  it('shows reports while an answer is waited for, and nothing afterwards', async () => {
    const { list, mark } = shown();
    await mark.during(async () => mark.report(matching));
    expect(list).toEqual(['Comparing pairs', null]);
  });

  it('does not show a report that comes in after the answer', async () => {
    const { list, mark } = shown();
    await mark.during(async () => undefined);
    mark.report(matching);
    expect(list).toEqual([null]);
  });

  it('goes with the last of several answers', async () => {
    const { list, mark } = shown();
    let answer = (): void => undefined;
    const answered = new Promise<void>((done) => {
      answer = done;
    });
    const second = mark.during(() => answered);
    await mark.during(async () => undefined);
    mark.report(matching);
    answer();
    await second;
    expect(list).toEqual(['Comparing pairs', null]);
  });

  it('goes when the task fails', async () => {
    const { list, mark } = shown();
    await expect(mark.during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(list).toEqual([null]);
  });
});
