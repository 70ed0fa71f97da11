import { TextCodes } from '@shared/table/text-codes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('TextCodes', () => {
  it('numbers texts as they first appear, the empty one 0', () => {
    const texts = new TextCodes(3);
    expect(['b', '', 'a', 'b', 'c', 'a'].map((text) => texts.codeOf(text))).toEqual([1, 0, 2, 1, 3, 2]);
    expect(texts.values).toEqual(['', 'b', 'a', 'c']);
  });

  it('codes as a Map does, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 3 })), (list) => {
        const texts = new TextCodes(list.length);
        const codes = new Map([['', 0]]);
        for (const text of list) {
          if (!codes.has(text)) codes.set(text, codes.size);
          expect(texts.codeOf(text)).toBe(codes.get(text));
        }
        expect(texts.values).toEqual([...codes.keys()]);
      }),
    );
  });

  it('keeps texts apart that share a place', () => {
    const texts = new TextCodes(100_000);
    const codes = Array.from({ length: 100_000 }, (_, at) => texts.codeOf(`${at % 50_000}`));
    expect(codes).toEqual(Array.from({ length: 100_000 }, (_, at) => (at % 50_000) + 1));
  });
});
