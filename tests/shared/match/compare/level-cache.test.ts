import { cached } from '@shared/match/compare/level-cache';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** A level from 1 to 7 that depends on both codes. */
const level = (a: number, b: number): number => 1 + ((a * 31 + b * 17) % 7);

describe('a cache of levels', () => {
  it('gives what the comparison gives, in either order and again, for small and large dictionaries', () => {
    const code = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(
        fc.constantFrom(1000, 5_000_000),
        fc.array(fc.tuple(code, code), { maxLength: 200 }),
        (size, pairs) => {
          const levelOf = cached(size, level);
          for (const [x, y] of [...pairs, ...pairs]) {
            if (x === y) continue;
            const expected = level(Math.min(x, y), Math.max(x, y));
            expect(levelOf(x, y)).toBe(expected);
            expect(levelOf(y, x)).toBe(expected);
          }
        },
      ),
    );
  });

  it('compares a pair of values of a small dictionary once', () => {
    let calls = 0;
    const levelOf = cached(100, () => {
      calls++;
      return 3;
    });
    for (let round = 0; round < 5; round++) levelOf(7, 9);
    levelOf(9, 7);
    expect(calls).toBe(1);
  });
});
