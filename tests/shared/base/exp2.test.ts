import { exp2 } from '@shared/base/exp2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('two to the power of x', () => {
  it('is exact for whole exponents, down to the least number', () => {
    expect([0, 1, 10, -1, 1023, -1074].map(exp2)).toEqual([1, 2, 1024, 0.5, 2 ** 1023, Number.MIN_VALUE]);
  });

  it('ends in infinity and in nothing', () => {
    expect([1024, 5000, Number.POSITIVE_INFINITY].map(exp2)).toEqual(
      new Array(3).fill(Number.POSITIVE_INFINITY),
    );
    expect([-1076, Number.NEGATIVE_INFINITY].map(exp2)).toEqual([0, 0]);
    expect(exp2(Number.NaN)).toBeNaN();
  });

  it('is within a few units in the last place of the true value', () => {
    fc.assert(
      fc.property(fc.double({ min: -900, max: 900, noNaN: true }), (x) => {
        expect(Math.abs(exp2(x) / 2 ** x - 1)).toBeLessThan(8 * Number.EPSILON);
      }),
    );
  });

  it('gives these very bits, in every engine', () => {
    expect([0.6, -0.3, 3.7, -12.345].map(exp2)).toEqual([
      1.515716566510398, 0.8122523963562356, 12.99603834169977, 0.00019221386146709059,
    ]);
  });
});
