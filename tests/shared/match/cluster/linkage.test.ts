import { averageLinkage, CANNOT_LINK, MUST_LINK } from '@shared/match/cluster/linkage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A symmetric matrix from its upper triangle, row by row. */
function matrix(n: number, upper: readonly number[]): Float64Array {
  const out = new Float64Array(n * n);
  let at = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const w = upper[at++] ?? 0;
      out[i * n + j] = w;
      out[j * n + i] = w;
    }
  return out;
}

describe('average linkage', () => {
  it('joins what fits together and leaves a chain apart', () => {
    // 0–1 and 2–3 are strong; only 1–2 connects them, 0–2, 0–3, 1–3 speak against it.
    const weights = matrix(4, [10, -8, -8, 4, -8, 10]);
    const { groups, steps } = averageLinkage(4, weights, 3);
    expect(groups).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(steps.map((step) => [step.a, step.b, step.weight, step.joined])).toEqual([
      [[0], [1], 10, true],
      [[2], [3], 10, true],
      [[0, 1], [2, 3], -5, false],
    ]);
  });

  it('obeys decisions', () => {
    expect(averageLinkage(2, matrix(2, [-9]), 3).groups.length).toBe(2);
    expect(averageLinkage(2, matrix(2, [MUST_LINK]), 3).groups).toEqual([[0, 1]]);
    expect(averageLinkage(3, matrix(3, [9, CANNOT_LINK, 8]), 3).groups).toEqual([[0, 1], [2]]);
  });

  it('always gives a partition and never joins a cannot-link', () => {
    const weight = fc.oneof(
      { weight: 8, arbitrary: fc.double({ min: -20, max: 20, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(CANNOT_LINK) },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.array(weight, { minLength: 36, maxLength: 36 }),
        (n, upper) => {
          const weights = matrix(n, upper);
          const { groups } = averageLinkage(n, weights, 1);
          expect(groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
          for (const group of groups)
            for (const i of group)
              for (const j of group) if (i !== j) expect(weights[i * n + j]).not.toBe(CANNOT_LINK);
        },
      ),
    );
  });
});
