import { levenshtein } from '@shared/base/text/edit-distance';
import { jaroWinkler } from '@shared/match/kernels/jaro-winkler';
import { isJaroWinklerAtLeast, letterMask, missingLetters } from '@shared/match/kernels/letters';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('letter bounds', () => {
  it('count letters the other text has not', () => {
    expect(missingLetters(letterMask('smith'), letterMask('schmidt'))).toBe(0);
    expect(missingLetters(letterMask('schmidt'), letterMask('smith'))).toBe(2);
  });

  it('never change an answer: edits are at least the missing letters, Jaro-Winkler is judged as if computed', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    fc.assert(
      fc.property(text, text, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, least) => {
        const [x, y] = [letterMask(a), letterMask(b)];
        expect(levenshtein(a, b)).toBeGreaterThanOrEqual(
          Math.max(missingLetters(x, y), missingLetters(y, x)),
        );
        expect(isJaroWinklerAtLeast(a, b, x, y, least)).toBe(jaroWinkler(a, b) >= least);
      }),
      { numRuns: 500 },
    );
  });
});
