import { and, NO, not, or, TRUTHS, type TruthCode, UNKNOWN, YES } from '@shared/rules/truth';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const truth = fc.constantFrom<TruthCode>(NO, UNKNOWN, YES);

describe("Kleene's logic", () => {
  test('has the tables of the strong three-valued logic', () => {
    const all: TruthCode[] = [NO, UNKNOWN, YES];
    expect(all.map((a) => all.map((b) => TRUTHS[and(a, b)]))).toEqual([
      ['no', 'no', 'no'],
      ['no', 'unknown', 'unknown'],
      ['no', 'unknown', 'yes'],
    ]);
    expect(all.map((a) => all.map((b) => TRUTHS[or(a, b)]))).toEqual([
      ['no', 'unknown', 'yes'],
      ['unknown', 'unknown', 'yes'],
      ['yes', 'yes', 'yes'],
    ]);
    expect(all.map((a) => TRUTHS[not(a)])).toEqual(['yes', 'unknown', 'no']);
  });

  test('keeps the laws of and, or and not that hold without the excluded middle', () => {
    fc.assert(
      fc.property(truth, truth, truth, (a, b, c) => {
        expect(and(a, b)).toBe(and(b, a));
        expect(or(a, or(b, c))).toBe(or(or(a, b), c));
        expect(and(a, or(b, c))).toBe(or(and(a, b), and(a, c)));
        expect(and(a, or(a, b))).toBe(a);
        expect(not(and(a, b))).toBe(or(not(a), not(b)));
        expect(not(not(a))).toBe(a);
      }),
    );
  });

  test('never takes back an answer when more becomes known', () => {
    const known = (a: TruthCode) => (a === UNKNOWN ? [NO, YES] : [a]);
    fc.assert(
      fc.property(truth, truth, (a, b) => {
        for (const operation of [and, or]) {
          const now = operation(a, b);
          if (now === UNKNOWN) continue;
          for (const x of known(a))
            for (const y of known(b)) expect(operation(x as TruthCode, y as TruthCode)).toBe(now);
        }
      }),
    );
  });
});
