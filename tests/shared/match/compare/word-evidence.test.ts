import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordEvidence } from '../../../../src/shared/match/compare/word-evidence';

/** Sixty other names, so that words have a frequency. */
const others = Array.from({ length: 60 }, (_, i) => `museum of town${i}`);
const names = (...own: string[]): string[] => ['', ...own, ...others];

describe('the evidence in words', () => {
  it('is higher for a rare word in common than for a common one', () => {
    const values = names('rijks gallery', 'rijks collection', 'museum gallery two', 'museum collection two');
    const rare = wordEvidence(values, 1, 2);
    const common = wordEvidence(['', 'museum gallery', 'museum collection', ...others], 1, 2);
    expect(rare).toBeGreaterThan(common + 3);
  });

  it('speaks against values without a word in common', () => {
    expect(wordEvidence(names('prado', 'louvre'), 1, 2)).toBeLessThan(0);
  });

  it('counts a word that a slip has changed, for less than the same word', () => {
    const values = names('kunsthistorisches wien', 'kunsthistorsches wien', 'kunsthistorisches wien zwei');
    const slip = wordEvidence(values, 1, 2);
    const same = wordEvidence(names('kunsthistorisches wien', 'kunsthistorisches wien'), 1, 2);
    expect(slip).toBeGreaterThan(3);
    expect(slip).toBeLessThan(same);
  });

  it('is higher where one name holds all of the other than where both have words of their own', () => {
    const values = names('rijks gallery', 'rijks gallery annex', 'rijks gallery depot');
    expect(wordEvidence(values, 1, 2)).toBeGreaterThan(wordEvidence(values, 2, 3) + 1);
  });

  it('sees the letters of names that are cut into words otherwise', () => {
    const values = names('mahaz milli', 'mahazamili', 'barisan alternatif');
    expect(wordEvidence(values, 1, 2)).toBeGreaterThan(wordEvidence(values, 1, 3) + 2);
  });

  it('takes little off for a remark that one name lacks, more for a remark that says something else', () => {
    const values = names(
      'rijks gallery  canada',
      'rijks gallery',
      'rijks gallery  chile',
      'rijks gallery canada',
    );
    const lacking = wordEvidence(values, 1, 2);
    expect(lacking).toBeGreaterThan(wordEvidence(values, 1, 3));
    expect(lacking).toBeGreaterThan(wordEvidence(values, 4, 2));
  });

  it('meets words written together, initials with the name they stand for, and nicknames', () => {
    const values = names(
      ...[
        'star world',
        'starworld',
        'black entertainment network',
        'ben',
        'tony luchetti',
        'anthony luchetti',
      ],
    );
    expect(wordEvidence(values, 1, 2)).toBeGreaterThan(5);
    expect(wordEvidence(values, 3, 4)).toBeGreaterThan(5);
    expect(wordEvidence(values, 5, 6)).toBeGreaterThan(5);
    expect(wordEvidence(values, 2, 4)).toBeLessThan(0);
  });

  it('takes one letter of four for another word', () => {
    const values = names('kota', 'kola', 'kotarian', 'kolarian');
    expect(wordEvidence(values, 1, 2)).toBeLessThan(0);
    expect(wordEvidence(values, 3, 4)).toBeGreaterThan(wordEvidence(values, 1, 2));
  });

  it('is the same both ways, and for values that repeat their words', () => {
    const word = fc.constantFrom('museum', 'of', 'art', 'city', 'modern', 'town7', 'paris', '4');
    const value = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(value, value, (a, b) => {
        const values = names(a, b, `${a} ${a}`);
        expect(wordEvidence(values, 1, 2)).toBe(wordEvidence(values, 2, 1));
        expect(wordEvidence(values, 3, 2)).toBe(wordEvidence(values, 1, 2));
      }),
    );
  });

  it('stays quick for cells of thousands of words', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `w${i}`).join(' ');
    expect(Number.isFinite(wordEvidence(names(long, `${long} more`), 1, 2))).toBe(true);
  });
});
