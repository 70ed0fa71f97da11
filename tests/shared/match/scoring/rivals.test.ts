import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compete, priorAmongRivals } from '../../../../src/shared/match/scoring/rivals';
import { probabilityOf } from '../../../../src/shared/match/scoring/scorer';

const pairsOf = (pairs: readonly (readonly [number, number])[]) => ({
  left: Uint32Array.from(pairs, ([left]) => left),
  right: Uint32Array.from(pairs, ([, right]) => right),
  count: pairs.length,
});

/** Weights of the pairs after they have competed. */
const competed = (pairs: readonly (readonly [number, number, number])[]): number[] => {
  const weights = Float32Array.from(pairs, ([, , weight]) => weight);
  return [...compete(pairsOf(pairs.map(([l, r]) => [l, r] as const)), weights, RECORDS).weight];
};
const RECORDS = 40;

/** The chance of each pair among all one-to-one links, every one weighted by the product of the odds of its pairs. */
function byEnumeration(pairs: readonly (readonly [number, number, number])[]): number[] {
  const sums = new Float64Array(pairs.length);
  let all = 0;
  const walk = (at: number, taken: ReadonlySet<number>, odds: number, chosen: readonly number[]): void => {
    if (at === pairs.length) {
      all += odds;
      for (const i of chosen) sums[i] = sums[i]! + odds;
      return;
    }
    walk(at + 1, taken, odds, chosen);
    const [left, right, bits] = pairs[at]!;
    if (!taken.has(left) && !taken.has(right))
      walk(at + 1, new Set([...taken, left, right]), odds * 2 ** bits, [...chosen, at]);
  };
  walk(0, new Set(), 1, []);
  return [...sums].map((sum) => sum / all);
}

describe('competing candidates', () => {
  it('take nothing from a pair whose records have no other candidate', () => {
    expect(competed([[0, 10, 5]])[0]).toBeCloseTo(5, 5);
    expect(competed([[0, 10, 60]])[0]).toBeCloseTo(60, 3);
    expect(competed([[0, 10, -20]])[0]).toBeCloseTo(-20, 3);
  });

  it('share one match: two equal candidates are worth at most one half each', () => {
    const [first] = competed([
      [0, 10, 8],
      [1, 10, 8],
    ]);
    expect(probabilityOf(first!)).toBeLessThanOrEqual(0.5);
    expect(probabilityOf(first!)).toBeGreaterThan(0.49);
  });

  it('leave the second best to a record whose best is taken elsewhere', () => {
    const [taken, best, second] = competed([
      [0, 10, 20],
      [0, 11, 8],
      [1, 11, 6],
    ]);
    expect(probabilityOf(taken!)).toBeGreaterThan(0.99);
    expect(probabilityOf(best!)).toBeLessThan(0.01);
    expect(probabilityOf(second!)).toBeGreaterThan(0.95);
  });

  it('let the better of two win that are both all but sure by themselves', () => {
    const [better, worse] = competed([
      [0, 20, 69],
      [1, 20, 60],
    ]);
    expect(probabilityOf(better!)).toBeGreaterThan(0.99);
    expect(probabilityOf(worse!)).toBeLessThan(0.01);
  });

  it('are as likely as among all one-to-one links, where no links go round in a circle', () => {
    const bits = fc.integer({ min: -6, max: 70 });
    const chain = fc.array(bits, { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(chain, (weights) => {
        const pairs = weights.map((w, i) => [(i + 1) >> 1, 20 + (i >> 1), w] as const);
        const exact = byEnumeration(pairs);
        competed(pairs).forEach((w, i) => {
          expect(Math.abs(probabilityOf(w) - exact[i]!)).toBeLessThan(0.01);
        });
      }),
    );
  });

  it('never leave a record more than about one expected match', () => {
    const pair = fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: -10, max: 60 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(pair, { minLength: 1, maxLength: 14, selector: ([l, r]) => `${l}:${r}` }),
        (some) => {
          const pairs = some.map(([l, r, w]) => [l, 20 + r, w] as const);
          const expected = new Float64Array(RECORDS);
          competed(pairs).forEach((w, i) => {
            for (const record of pairs[i]!.slice(0, 2))
              expected[record] = expected[record]! + probabilityOf(w);
          });
          for (const sum of expected) expect(sum).toBeLessThan(1.05);
        },
      ),
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
