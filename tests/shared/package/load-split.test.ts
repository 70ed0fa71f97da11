import { unwrap } from '@shared/base/result';
import { loadOrder, splitRows, utf8Length } from '@shared/package/load-split';
import { columnOf } from '@shared/table/column';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('order of rows', () => {
  const parent = (cells: readonly string[]) => ({
    header: 'p',
    target: 'p',
    cells: columnOf('p', cells),
    reference: { field: 'p', objects: ['P'] },
  });

  it('is golden order without parents', () => {
    expect([...loadOrder(Uint8Array.of(1, 0, 1, 1), [])]).toEqual([0, 2, 3]);
  });

  it('puts children of one parent together, without a parent first, then by golden order', () => {
    const cells = ['b', 'a', '', 'b', 'a', 'c'];
    expect([...loadOrder(Uint8Array.of(1, 1, 1, 1, 1, 0), [parent(cells)])]).toEqual([2, 1, 4, 0, 3]);
  });

  it('uses further parents where the first is the same', () => {
    const first = parent(['a', 'a', 'a']);
    const second = parent(['z', 'y', 'x']);
    expect([...loadOrder(Uint8Array.of(1, 1, 1), [first, second])]).toEqual([2, 1, 0]);
  });
});

describe('splitting', () => {
  it('law: keeps every row once and in order, keeps both limits, and no part could take one row more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 20 }),
        fc.option(fc.integer({ min: 1, max: 20 })),
        fc.option(fc.integer({ min: 50, max: 200 })),
        (sizes, head, maxRows, maxBytes) => {
          const rows = Uint32Array.from(sizes.keys());
          const parts = unwrap(splitRows(rows, (row) => sizes[row]!, head, { maxRows, maxBytes }));
          expect(parts.flatMap((part) => [...part])).toEqual([...rows]);
          const bytes = (part: Uint32Array): number => part.reduce((sum, row) => sum + sizes[row]!, head);
          parts.forEach((part, index) => {
            if (maxRows !== null) expect(part.length).toBeLessThanOrEqual(maxRows);
            if (maxBytes !== null) expect(bytes(part)).toBeLessThanOrEqual(maxBytes);
            const next = parts[index + 1];
            if (!next) return;
            const fuller = part.length + 1 > (maxRows ?? Infinity);
            const heavier = bytes(part) + sizes[next[0]!]! > (maxBytes ?? Infinity);
            expect(fuller || heavier).toBe(true);
          });
        },
      ),
    );
  });

  it('counts bytes as TextEncoder writes them, lone surrogates included', () => {
    const unit = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(unit, (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});
