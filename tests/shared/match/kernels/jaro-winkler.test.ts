import { jaro, jaroWinkler, jaroWinklerLong } from '@shared/match/kernels/jaro-winkler';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainJaro } from '../../../support/plain-metrics';

/** Texts of few letters up to 150 units (one word, two words, flags), and any Unicode, lone surrogates included. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'é', '😀'), maxLength: 75 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 70 }).map((u) => String.fromCharCode(...u)),
);

describe('Jaro and Jaro-Winkler', () => {
  it('give the published values', () => {
    expect(jaro('MARTHA', 'MARHTA')).toBeCloseTo(0.9444, 4);
    expect(jaroWinkler('MARTHA', 'MARHTA')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('DIXON', 'DICKSONX')).toBeCloseTo(0.8133, 4);
    expect(jaroWinkler('abc', 'xyz')).toBe(0);
    expect(jaroWinkler('', '')).toBe(1);
  });

  it('agree with the plain reading on any text, and are symmetric', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(jaro(a, b)).toBe(plainJaro(a, b));
        expect(jaro(b, a)).toBe(jaro(a, b));
        expect(jaroWinkler(b, a)).toBe(jaroWinkler(a, b));
      }),
      { numRuns: 1000 },
    );
  });

  it('leave nothing behind: a call never changes a later one', () => {
    const [long, short] = ['abcdefghij'.repeat(6), 'jihgfedcba'];
    const before = jaro(short, 'abcdefghij');
    jaro(long, long.replaceAll('a', 'z'));
    expect(jaro(short, 'abcdefghij')).toBe(before);
  });

  it('gain from the rest of long strings, never less than Jaro-Winkler and never above 1', () => {
    expect(jaroWinklerLong('dwayne', 'duane')).toBeCloseTo(0.869, 3);
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(jaroWinklerLong(a, b)).toBeGreaterThanOrEqual(jaro(a, b));
        expect(jaroWinklerLong(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('lie between 0 and 1, and are 1 for equal texts', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const value = jaroWinkler(a, b);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(jaroWinkler(a, a)).toBe(1);
      }),
    );
  });
});
