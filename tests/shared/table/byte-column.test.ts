import { ByteColumnBuilder } from '@shared/table/byte-column';
import { ColumnBuilder, columnOf } from '@shared/table/column';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Builds a column from cells laid one after the other in one piece of memory. */
function built(cells: readonly string[]) {
  const builder = new ByteColumnBuilder();
  const bytes = new TextEncoder().encode(cells.join(''));
  let at = 0;
  for (const cell of cells) {
    const length = new TextEncoder().encode(cell).length;
    builder.push(bytes, at, at + length);
    at += length;
  }
  return builder;
}

describe('ByteColumnBuilder', () => {
  it('makes the same column as the builder that takes strings', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '\0', '\ufeff', 'a', 'ab', 'ba'),
    );
    fc.assert(
      fc.property(fc.array(text), (cells) => {
        const builder = built(cells);
        expect(builder.finish('c')).toEqual(columnOf('c', cells));
        expect(builder.length).toBe(cells.length);
        expect(builder.filled).toBe(cells.some((cell) => cell !== ''));
      }),
    );
  });

  it('keeps the order of cells and values however the cells come', () => {
    const cell = fc.constantFrom('', 'a', 'b', 'ab', 'Åre');
    const way = fc.constantFrom('push', 'code', 'pad', 'many');
    fc.assert(
      fc.property(fc.array(fc.tuple(way, fc.array(cell, { minLength: 1 }))), (given) => {
        const builder = new ByteColumnBuilder();
        const expected: string[] = [];
        for (const [how, cells] of given) {
          const parts = cells.map((text) => new TextEncoder().encode(text));
          if (how === 'push') for (const part of parts) builder.push(part, 0, part.length);
          else if (how === 'code')
            for (const part of parts) builder.pushCode(builder.codeOf(part, 0, part.length));
          else if (how === 'pad') builder.padTo(builder.length + cells.length);
          else {
            const ends = Int32Array.from(parts, () => 0);
            let size = 0;
            for (const [i, part] of parts.entries()) {
              size += part.length;
              ends[i] = size;
            }
            const starts = ends.map((end, i) => end - parts[i]!.length);
            builder.pushAll(new TextEncoder().encode(cells.join('')), new Uint8Array(0), starts, ends);
          }
          expected.push(...(how === 'pad' ? cells.map(() => '') : cells));
        }
        expect(builder.finish('c')).toEqual(columnOf('c', expected));
      }),
    );
  });

  it('keeps the order where cells are too long to wait, or to wait together', () => {
    const lengths = fc.constantFrom(0, 1, 30_000, 65_536, 65_537, 100_000);
    fc.assert(
      fc.property(fc.array(fc.tuple(lengths, fc.constantFrom('a', 'b')), { maxLength: 12 }), (given) => {
        const cells = given.map(([length, letter]) => letter.repeat(length));
        expect(built(cells).finish('c')).toEqual(columnOf('c', cells));
      }),
      { numRuns: 40 },
    );
  });

  it('grows to many distinct values and still finds the first of them', () => {
    const cells = Array.from({ length: 20_000 }, (_, i) => `value ${i}`);
    const column = built([...cells, ...cells]).finish('c');
    expect(column.values.length).toBe(20_001);
    expect(column.codes[20_000]).toBe(1);
    expect(column.codes[39_999]).toBe(20_000);
  });

  it('keeps its speed and its values apart when thousands of values share a hash', () => {
    const cells = collidingValues(3000);
    const column = built([...cells, ...cells]).finish('c');
    expect(column.values.slice(1)).toEqual(cells);
    expect([...column.codes.subarray(3000)]).toEqual(cells.map((_, i) => i + 1));
  });
});

describe('ColumnBuilder.padTo', () => {
  it('fills up with empty cells and never shortens', () => {
    const builder = new ColumnBuilder('c');
    builder.push('a');
    builder.padTo(3);
    builder.padTo(2);
    builder.push('b');
    expect(builder.finish()).toEqual(columnOf('c', ['a', '', '', 'b']));
  });
});

/** Texts that agree in the low bits of the hash, so that they crowd into few slots. */
function collidingValues(count: number): string[] {
  const chosen: string[] = [];
  for (let i = 0; chosen.length < count; i++) {
    const value = `k${i.toString(36)}`;
    if ((hashOf(new TextEncoder().encode(value)) & 0xff) === 0) chosen.push(value);
  }
  return chosen;
}

/** The builder's hash, written a second time: the test must choose texts that meet in its slots. */
function hashOf(bytes: Uint8Array): number {
  let hash = bytes.length;
  let at = 0;
  for (; at + 3 < bytes.length; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  let tail = 0;
  for (; at < bytes.length; at++) tail = (tail << 8) | bytes[at]!;
  hash = Math.imul(hash ^ tail, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
