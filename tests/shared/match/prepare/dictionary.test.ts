import { Dictionary, encode, encodeSet } from '@shared/match/prepare/dictionary';
import { columnOf } from '@shared/table/column';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a dictionary', () => {
  it('numbers values in order of first appearance; the empty one is 0', () => {
    const dictionary = new Dictionary();
    expect(['b', '', 'a', 'b', 'a', 'ab'].map((value) => dictionary.codeOf(value))).toEqual([
      1, 0, 2, 1, 2, 3,
    ]);
    expect(dictionary.values).toEqual(['', 'b', 'a', 'ab']);
  });

  it('agrees with a Map on any values', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 2000 }), (list) => {
        const dictionary = new Dictionary();
        const codes = new Map<string, number>([['', 0]]);
        for (const value of list) if (!codes.has(value)) codes.set(value, codes.size);
        expect(list.map((value) => dictionary.codeOf(value))).toEqual(list.map((value) => codes.get(value)));
        expect(dictionary.values).toEqual([...codes.keys()]);
      }),
    );
  });

  it('stays right and quick with ten thousand values made to collide', () => {
    const blocks = collidingBlocks(14);
    const values = Array.from({ length: 1 << 14 }, (_, i) =>
      blocks.map((pair, bit) => pair[(i >> bit) & 1]).join(''),
    );
    const dictionary = new Dictionary();
    expect(values.map((value) => dictionary.codeOf(value))).toEqual(values.map((_, i) => i + 1));
    expect(values.map((value) => dictionary.codeOf(value))).toEqual(values.map((_, i) => i + 1));
    expect(dictionary.codeOf('new')).toBe(values.length + 1);
  });
});

describe('encoding', () => {
  it('normalises each distinct value once', () => {
    let calls = 0;
    const dictionary = new Dictionary();
    const codes = encode(columnOf('x', ['A', 'b', 'a', 'A', '']), dictionary, (value) => {
      calls++;
      return value.toLowerCase();
    });
    expect(Array.from(codes)).toEqual([1, 2, 1, 1, 0]);
    expect(calls).toBe(3);
  });

  it('makes one sorted set of the values of several columns', () => {
    const dictionary = new Dictionary();
    const columns = [columnOf('x', ['2', '1', '', '3']), columnOf('y', ['1', '2', '', '3'])];
    const codes = encodeSet(columns, dictionary, (value) => value, '+');
    expect(Array.from(codes, (code) => dictionary.values[code])).toEqual(['1+2', '1+2', '', '3']);
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
