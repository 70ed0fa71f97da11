import { missedByBlocking } from '@shared/match/honesty/missed';
import { suggestedThreshold } from '@shared/match/honesty/threshold';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import { describe, expect, it } from 'vitest';
import { resultOf } from '../results';

/** `count` sure matches, each found by `foundBy` rules. */
function found(...counts: readonly (readonly [count: number, foundBy: number])[]) {
  const pairs = counts.flatMap(([count]) => Array.from({ length: count }, () => 0));
  const result = resultOf(
    pairs.length * 2,
    pairs.map((_, i) => [2 * i, 2 * i + 1, 30] as const),
  );
  const foundBy = Uint8Array.from(counts.flatMap(([count, by]) => new Array<number>(count).fill(by)));
  return { ...result, foundBy, candidates: pairs.length, totalPairs: 1e9 };
}

describe('matches no rule brought together', () => {
  it('are few when nearly every match is found by many rules', () => {
    const missed = missedByBlocking(found([990, 5], [8, 2], [2, 1]))!;
    expect(missed.expected).toBeLessThan(1);
    expect(missed.high).toBeLessThan(10);
  });

  it('are estimated by Chao when many are found by one rule only', () => {
    // 100 · 99 / (2 · 51) ≈ 97
    const missed = missedByBlocking(found([100, 1], [50, 2], [300, 6]))!;
    expect(missed.expected).toBeCloseTo(97.06, 1);
    expect(missed.low).toBeLessThan(80);
    expect(missed.high).toBeGreaterThan(120);
  });

  it('are fewer by what completing the components found', () => {
    const missed = missedByBlocking(found([100, 1], [50, 2], [40, 0]))!;
    expect(missed.expected).toBeCloseTo(57.06, 1);
  });

  it('are not asked for when all pairs were compared', () => {
    expect(missedByBlocking({ ...found([10, 1]), totalPairs: 10 })).toBe(null);
  });
});

describe('the suggested threshold', () => {
  const at = (...weights: number[]) =>
    suggestedThreshold(
      resultOf(
        weights.length * 2,
        weights.map((weight, i) => [2 * i, 2 * i + 1, weight] as const),
      ),
    );

  it('is the default without pairs', () => {
    expect(at()).toBe(DEFAULT_MATCH_SETTINGS.matchThreshold);
  });

  it('stays below sure pairs and above the doubtful ones that would cost more than they bring', () => {
    const sure = new Array<number>(50).fill(8);
    expect(at(...sure, ...new Array<number>(40).fill(0.1))).toBeGreaterThan(0.98);
    expect(at(...sure, ...new Array<number>(40).fill(3))).toBeCloseTo(0.889, 3);
  });

  it('goes below one half where candidates compete, since nothing can chain', () => {
    const weights = [...new Array<number>(50).fill(4), ...new Array<number>(50).fill(-0.4)];
    const pairs = weights.map((weight, i) => [2 * i, 2 * i + 1, weight] as const);
    const linked = {
      ...resultOf(200, pairs),
      rivals: { free: new Float64Array(200), partner: new Uint32Array(200) },
    };
    expect(suggestedThreshold(linked)).toBeCloseTo(0.431, 3);
    expect(suggestedThreshold({ ...linked, rivals: null })).toBeGreaterThan(0.9);
  });
});
