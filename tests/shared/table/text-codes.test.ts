import { TextCodes } from '@shared/table/text-codes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('TextCodes', () => {
  it('numbers texts as they first appear, the empty one 0', () => {
    const texts = new TextCodes(3);
    expect(['b', '', 'a', 'b', 'c', 'a'].map((text) => texts.codeOf(text))).toEqual([1, 0, 2, 1, 3, 2]);
    expect(texts.values).toEqual(['', 'b', 'a', 'c']);
  });

  it('codes as a Map does, whatever the texts and however many were expected', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 2000 }),
        fc.nat(100),
        (list, expected) => {
          const texts = new TextCodes(expected);
          const codes = new Map([['', 0]]);
          for (const text of list) {
            if (!codes.has(text)) codes.set(text, codes.size);
            expect(texts.codeOf(text)).toBe(codes.get(text));
          }
          expect(texts.values).toEqual([...codes.keys()]);
        },
      ),
    );
  });

  it('keeps texts apart that share a place', () => {
    const texts = new TextCodes(100_000);
    const codes = Array.from({ length: 100_000 }, (_, at) => texts.codeOf(`${at % 50_000}`));
    expect(codes).toEqual(Array.from({ length: 100_000 }, (_, at) => (at % 50_000) + 1));
  });

  it('stays right and quick with ten thousand texts made to collide', () => {
    const blocks = collidingBlocks(14);
    const list = Array.from({ length: 1 << 14 }, (_, i) =>
      blocks.map((pair, bit) => pair[(i >> bit) & 1]).join(''),
    );
    const texts = new TextCodes();
    expect(list.map((text) => texts.codeOf(text))).toEqual(list.map((_, i) => i + 1));
    expect(list.map((text) => texts.codeOf(text))).toEqual(list.map((_, i) => i + 1));
    expect(texts.codeOf('new')).toBe(list.length + 1);
  });
});

/**
 * Pairs of texts of two units, one pair after the other: whichever of a pair is taken, 32-bit FNV-1a over 16-bit units
 * stands at the same number behind it.
 */
function collidingBlocks(count: number): [string, string][] {
  const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) >>> 0;
  let state = 0x811c9dc5;
  return Array.from({ length: count }, () => {
    const seen = new Map<number, number>();
    for (let unit = 0; unit < 65536; unit++) {
      const hash = step(state, unit);
      const other = seen.get(hash >>> 16);
      seen.set(hash >>> 16, unit);
      if (other === undefined) continue;
      const before = step(state, other);
      state = step(before, 1);
      return [String.fromCharCode(other, 1), String.fromCharCode(unit, 1 ^ ((before ^ hash) & 0xffff))];
    }
    throw new Error('No collision found.');
  });
}
