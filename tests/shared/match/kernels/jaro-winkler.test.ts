import { jaro, jaroWinkler, jaroWinklerBound } from '@shared/match/kernels/jaro-winkler';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('Jaro and Jaro-Winkler', () => {
  it('give the published values', () => {
    expect(jaro('MARTHA', 'MARHTA')).toBeCloseTo(0.9444, 4);
    expect(jaroWinkler('MARTHA', 'MARHTA')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('DIXON', 'DICKSONX')).toBeCloseTo(0.8133, 4);
    expect(jaroWinkler('abc', 'xyz')).toBe(0);
    expect(jaroWinkler('', '')).toBe(1);
  });

  it('lie between 0 and 1, are 1 for equal texts, and never exceed the bound from the lengths', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const value = jaroWinkler(a, b);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(jaroWinkler(a, a)).toBe(1);
        if (a !== b) expect(value).toBeLessThanOrEqual(jaroWinklerBound(a.length, b.length) + 1e-12);
      }),
    );
  });
});
