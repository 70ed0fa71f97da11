import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf, priorAmongRivals, rivalWeight } from '../../../../src/shared/match/scoring/rivals';
import { probabilityOf } from '../../../../src/shared/match/scoring/scorer';

const pairsOf = (pairs: readonly (readonly [number, number])[]) => ({
  left: Uint32Array.from(pairs, ([left]) => left),
  right: Uint32Array.from(pairs, ([, right]) => right),
  count: pairs.length,
});

describe('competing candidates', () => {
  it('take nothing from a pair whose records have no other candidate', () => {
    const pairs = pairsOf([[0, 10]]);
    const claims = claimsOf(pairs, Float32Array.of(5), 11);
    expect(rivalWeight(claims, 0, 10, 5)).toBeCloseTo(0, 12);
  });

  it('share one match: two equal candidates are worth at most one half each', () => {
    const pairs = pairsOf([
      [0, 10],
      [1, 10],
    ]);
    const claims = claimsOf(pairs, Float32Array.of(8, 8), 11);
    const weight = 8 + rivalWeight(claims, 0, 10, 8);
    expect(probabilityOf(weight)).toBeLessThanOrEqual(0.5);
    expect(probabilityOf(weight)).toBeGreaterThan(0.49);
  });

  it('never leave a record more than one expected match', () => {
    const weight = fc.float({ min: -20, max: 70, noNaN: true });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 12 }), (weights) => {
        const pairs = pairsOf(weights.map((_, i) => [i, 100] as const));
        const claims = claimsOf(pairs, Float32Array.from(weights), 101);
        const sum = weights.reduce((all, own, i) => {
          const exact = Math.fround(own);
          return all + probabilityOf(exact + rivalWeight(claims, i, 100, exact));
        }, 0);
        expect(sum).toBeLessThanOrEqual(1 + 1e-5);
      }),
    );
  });
});

describe('the prior of a one-to-one link', () => {
  it('finds the share of records that have a match', () => {
    // 40 of 100 records have a sure candidate, all have ten that fit by chance.
    const pairs: [number, number][] = [];
    const weights: number[] = [];
    for (let r = 0; r < 100; r++) {
      for (let k = 0; k < 10; k++) {
        pairs.push([(r * 7 + k * 13) % 1000, 1000 + r]);
        weights.push(-2);
      }
      if (r < 40) {
        pairs.push([(r * 7 + 5) % 1000, 1000 + r]);
        weights.push(30);
      }
    }
    const total = 1000 * 100;
    const prior = priorAmongRivals(pairsOf(pairs), Float32Array.from(weights), 1100, total);
    expect(probabilityOf(prior) * total).toBeGreaterThan(39);
    expect(probabilityOf(prior) * total).toBeLessThan(45);
  });
});
