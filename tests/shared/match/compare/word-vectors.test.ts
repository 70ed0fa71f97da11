import { ALIKE, areUnlikeWords, wordLikeness, wordVectors } from '@shared/match/compare/word-vectors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('words told apart by their features', () => {
  it('are less alike than what counts as a slip or an abbreviation', () => {
    const letters = fc.constantFrom(...'abcd1é');
    const word = fc.array(letters, { minLength: 1, maxLength: 12 }).map((units) => units.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 20 }), (list) => {
        const { features, words } = wordVectors(['', ...list]);
        for (let x = 0; x < words.length; x++)
          for (let y = 0; y < words.length; y++)
            if (areUnlikeWords(features, x, y)) {
              const likeness = wordLikeness(words[x]!, words[y]!);
              expect([words[x], words[y], likeness < ALIKE]).toEqual([words[x], words[y], true]);
            }
      }),
      { numRuns: 200 },
    );
  });

  it('are most words that begin differently', () => {
    const { features } = wordVectors(['museum gallery station']);
    expect([areUnlikeWords(features, 0, 1), areUnlikeWords(features, 1, 2)]).toEqual([true, true]);
  });
});
