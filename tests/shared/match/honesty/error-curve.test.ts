import { indexDecisions } from '@shared/match/cluster/decisions';
import { errorCurve } from '@shared/match/honesty/error-curve';
import { nullCurves, pairsAt } from '@shared/match/honesty/null-tail';
import { oddsOf } from '@shared/match/scoring/scorer';
import type { MatchResult } from '@shared/match/types';
import { describe, expect, it } from 'vitest';
import { resultOf } from '../results';

const nobody = indexDecisions({ mustLink: [], cannotLink: [] });
const CUT = oddsOf(0.7);

/** Pairs of two records each, `count` at every weight; joined from the cut on. */
function spread(counts: readonly (readonly [weight: number, count: number])[]): {
  result: MatchResult;
  groupOf: Uint32Array;
} {
  const pairs: [number, number, number][] = [];
  for (const [weight, count] of counts)
    for (let i = 0; i < count; i++) pairs.push([pairs.length * 2, pairs.length * 2 + 1, weight]);
  const groupOf = Uint32Array.from({ length: pairs.length * 2 }, (_, row) =>
    row % 2 === 1 && pairs[(row - 1) / 2]![2] >= CUT ? row - 1 : row,
  );
  return { result: resultOf(pairs.length * 2, pairs), groupOf };
}

describe('the tail of the non-matches', () => {
  it('carries a steady decline on to higher weights', () => {
    const curves = nullCurves(Float64Array.of(800, 400, 200, 100));
    const at3 = curves.reduce((sum, curve) => sum + curve.belief * pairsAt(curve, 3.5), 0);
    // Halving each bit from 100 between −1 and 0: about 6 between 3 and 4.
    expect(at3).toBeGreaterThan(4);
    expect(at3).toBeLessThan(10);
    expect(curves.reduce((sum, { belief }) => sum + belief, 0)).toBeCloseTo(1, 9);
  });

  it('expects next to nothing where there is next to nothing', () => {
    const curves = nullCurves(new Float64Array(4));
    expect(curves.reduce((sum, curve) => sum + curve.belief * pairsAt(curve, 2), 0)).toBeLessThan(1);
  });
});

describe('how many joins are wrong', () => {
  it('says few where sure pairs stand alone', () => {
    const { result, groupOf } = spread([[14, 500]]);
    const { expected, high } = errorCurve(result, groupOf, nobody, CUT).wrongAmong(
      new Float64Array(500).fill(14),
    );
    expect(expected).toBeLessThan(1);
    expect(high).toBeLessThan(6);
  });

  it('says more than the model where look-alikes thin out slowly', () => {
    const slow = spread([
      ...[-3.5, -2.5, -1.5, -0.5].map((w, i) => [w, 400 - 60 * i] as const),
      [3.5, 300],
      [6.5, 300],
    ]);
    const joins = new Float64Array(600).fill(3.5).fill(6.5, 300);
    const { expected, low, high } = errorCurve(slow.result, slow.groupOf, nobody, CUT).wrongAmong(joins);
    const byModel = 300 / (1 + 2 ** 3.5) + 300 / (1 + 2 ** 6.5);
    expect(expected).toBeGreaterThan(byModel * 1.3);
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
  });

  it('is tightened by what people decided', () => {
    const { result, groupOf } = spread([
      [-3.5, 400],
      [-2.5, 300],
      [-1.5, 250],
      [-0.5, 200],
      [3.5, 300],
    ]);
    const all = new Float64Array(300).fill(3.5);
    const before = errorCurve(result, groupOf, nobody, CUT).wrongAmong(all);
    const first = result.weight.findIndex((weight) => weight > 3);
    const mustLink = Array.from(
      { length: 60 },
      (_, i) => [result.left[first + i]!, result.right[first + i]!] as const,
    );
    const after = errorCurve(result, groupOf, indexDecisions({ mustLink, cannotLink: [] }), CUT).wrongAmong(
      all,
    );
    expect(after.expected).toBeLessThan(before.expected);
    expect(after.high - after.low).toBeLessThan(before.high - before.low);
  });
});
