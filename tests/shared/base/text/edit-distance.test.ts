import {
  levenshtein,
  levenshteinWithin,
  optimalStringAlignment,
  osaWithin,
} from '@shared/base/text/edit-distance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainEditDistance } from '../../../support/plain-metrics';

const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 40 });
const wild = fc.string({ unit: 'binary', maxLength: 70 });

describe('edit distances', () => {
  it('count edits', () => {
    expect(levenshtein('kitten', 'sitting')).toBe(3);
    expect(levenshtein('ab', 'ba')).toBe(2);
    expect(optimalStringAlignment('ab', 'ba')).toBe(1);
    expect(osaWithin('smith', 'smyth', 1)).toBe(1);
    expect(osaWithin('smith', 'schmidt', 2)).toBe(3);
  });

  it('agree with the plain table on any text', () => {
    fc.assert(
      fc.property(fc.oneof(short, wild), fc.oneof(short, wild), (a, b) => {
        expect(levenshtein(a, b)).toBe(plainEditDistance(a, b, false));
        expect(optimalStringAlignment(a, b)).toBe(plainEditDistance(a, b, true));
      }),
      { numRuns: 500 },
    );
  });

  it('are symmetric, zero only for equal texts, and Levenshtein keeps the triangle', () => {
    fc.assert(
      fc.property(short, short, short, (a, b, c) => {
        expect(levenshtein(a, b)).toBe(levenshtein(b, a));
        expect(optimalStringAlignment(a, b)).toBe(optimalStringAlignment(b, a));
        expect(levenshtein(a, b) === 0).toBe(a === b);
        expect(levenshtein(a, c)).toBeLessThanOrEqual(levenshtein(a, b) + levenshtein(b, c));
      }),
    );
  });

  it('within a limit are the distance, or one more than the limit', () => {
    // Near texts on purpose: a few edits of one another.
    const near = fc
      .tuple(short, fc.array(fc.tuple(fc.nat(39), fc.constantFrom('', 'a', 'b', 'swap')), { maxLength: 3 }))
      .map(([text, edits]): [string, string] => [text, edits.reduce(edited, text)]);
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(wild, wild)), fc.nat(4), ([a, b], limit) => {
        expect(osaWithin(a, b, limit)).toBe(Math.min(plainEditDistance(a, b, true), limit + 1));
        expect(levenshteinWithin(a, b, limit)).toBe(Math.min(plainEditDistance(a, b, false), limit + 1));
      }),
      { numRuns: 1000 },
    );
  });
});

/** The text with one place removed, replaced or swapped with the next. */
function edited(text: string, [place, change]: readonly [number, string]): string {
  const at = place % Math.max(1, text.length);
  if (change !== 'swap') return text.slice(0, at) + change + text.slice(at + 1);
  return (
    text.slice(0, at) +
    text
      .slice(at, at + 2)
      .split('')
      .reverse()
      .join('') +
    text.slice(at + 2)
  );
}
