import { AppFailure } from '@shared/base/result';
import { columnOf } from '@shared/table/column';
import type { Filter, Table, View } from '@shared/table/types';
import { facetOf, patternMask, selectRows, windowOf } from '@shared/table/view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const people: Table = {
  rowCount: 5,
  columns: [
    columnOf('name', ['Ng', 'Özil', '', 'adams', 'Ng']),
    columnOf('age', ['9', '10', '', '2.5', '10.0']),
    columnOf('code', ['A-1', 'B-22', 'A-2', '', 'x']),
  ],
};
const whole: View = { filters: [], sort: null };
const rowsOf = (filters: readonly Filter[], sort: View['sort'] = null): number[] => [
  ...selectRows(people, { filters, sort }),
];

describe('selectRows: filters', () => {
  it('keeps everything in file order without filters', () => {
    expect(rowsOf([])).toEqual([0, 1, 2, 3, 4]);
  });

  it('equals: one of the values, empty among them', () => {
    expect(rowsOf([{ kind: 'equals', column: 'name', values: ['Ng', ''] }])).toEqual([0, 2, 4]);
  });

  it('contains: upper and lower case alike', () => {
    expect(rowsOf([{ kind: 'contains', column: 'name', text: 'ÖZ' }])).toEqual([1]);
  });

  it('blank and not blank', () => {
    expect(rowsOf([{ kind: 'blank', column: 'code', blank: true }])).toEqual([3]);
    expect(rowsOf([{ kind: 'blank', column: 'code', blank: false }])).toEqual([0, 1, 2, 4]);
  });

  it('pattern: the shape of the value', () => {
    expect(rowsOf([{ kind: 'pattern', column: 'code', mask: 'A-9' }])).toEqual([0, 2]);
  });

  it('several filters must all hold', () => {
    expect(
      rowsOf([
        { kind: 'equals', column: 'name', values: ['Ng'] },
        { kind: 'contains', column: 'code', text: 'a' },
      ]),
    ).toEqual([0]);
  });

  it('names the column a view asks for in vain', () => {
    const ask = (): number[] => rowsOf([{ kind: 'blank', column: 'gone', blank: true }]);
    expect(ask).toThrow(AppFailure);
    expect(ask).toThrow(/no column "gone"/);
  });
});

describe('selectRows: sort', () => {
  it('compares numbers as numbers when every filled value is one; empty last; equal numbers in file order', () => {
    expect(rowsOf([], { column: 'age', descending: false })).toEqual([3, 0, 1, 4, 2]);
    expect(rowsOf([], { column: 'age', descending: true })).toEqual([1, 4, 0, 3, 2]);
  });

  it('compares text by code units: capitals before small letters, umlauts after', () => {
    expect(rowsOf([], { column: 'name', descending: false })).toEqual([0, 4, 3, 1, 2]);
    expect(rowsOf([], { column: 'name', descending: true })).toEqual([1, 3, 0, 4, 2]);
  });

  it('agrees with a plain stable sort on any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '\0', 'ÿ', '漢', '\ud83d', '1'), maxLength: 14 }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 300 }), fc.boolean(), (drawn, descending) => {
        const cells = [...drawn, 'not a number'];
        const table: Table = { rowCount: cells.length, columns: [columnOf('c', cells)] };
        const sign = descending ? -1 : 1;
        const expected = cells
          .map((value, row) => ({ value, row }))
          .sort((a, b) => {
            if ((a.value === '') !== (b.value === '')) return a.value === '' ? 1 : -1;
            return a.value < b.value ? -sign : a.value > b.value ? sign : a.row - b.row;
          })
          .map(({ row }) => row);
        expect([...selectRows(table, { filters: [], sort: { column: 'c', descending } })]).toEqual(expected);
      }),
    );
  });
});

describe('windowOf', () => {
  it('shows the cells of some rows of the view with their row numbers', () => {
    const view: View = { filters: [{ kind: 'equals', column: 'name', values: ['Ng'] }], sort: null };
    expect(windowOf(people, view, 1, 10)).toEqual({
      total: 2,
      start: 1,
      rows: [4],
      cells: [['Ng', '10.0', 'x']],
    });
  });

  it('clips what lies outside', () => {
    expect(windowOf(people, whole, 99, 5)).toEqual({ total: 5, start: 5, rows: [], cells: [] });
    expect(windowOf(people, whole, -3, 1).rows).toEqual([0]);
  });
});

describe('facetOf', () => {
  it('counts values in the view, most frequent first, ties in value order', () => {
    const table: Table = { rowCount: 6, columns: [columnOf('c', ['b', 'a', 'c', 'c', '', 'a'])] };
    expect(facetOf(table, whole, 'c', 2)).toEqual({
      column: 'c',
      distinct: 3,
      blank: 1,
      values: [
        { value: 'a', count: 2 },
        { value: 'c', count: 2 },
      ],
    });
  });

  it('leaves out the ticked values of its own column but obeys the other filters', () => {
    const view: View = {
      filters: [
        { kind: 'equals', column: 'name', values: ['adams'] },
        { kind: 'blank', column: 'code', blank: false },
      ],
      sort: null,
    };
    expect(facetOf(people, view, 'name', 10).values).toEqual([
      { value: 'Ng', count: 2 },
      { value: 'Özil', count: 1 },
    ]);
  });

  it('agrees with counting and sorting everything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 3 })),
        fc.nat(8),
        (cells, limit) => {
          const table: Table = { rowCount: cells.length, columns: [columnOf('c', cells)] };
          const counts = new Map<string, number>();
          for (const value of cells) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
          const expected = [...counts]
            .map(([value, count]) => ({ value, count }))
            .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
          const facet = facetOf(table, whole, 'c', limit);
          expect(facet.values).toEqual(expected.slice(0, limit));
          expect(facet.distinct).toBe(expected.length);
        },
      ),
    );
  });
});

describe('patternMask', () => {
  it.each([
    ['AB-1234 x', 'AA-9999 a'],
    ['Ärger Ø', 'Aaaaa A'],
    ['漢字٣', 'aa9'],
    ['+49 (0)30', '+99 (9)99'],
    ['', ''],
  ])('%j has the shape %j', (value, mask) => {
    expect(patternMask(value)).toBe(mask);
  });
});

describe('a million rows', () => {
  const rows = 1_000_000;
  const ids = Array.from({ length: rows }, (_, i) => `K${String((i * 7919) % rows).padStart(7, '0')}`);
  const table: Table = { rowCount: rows, columns: [columnOf('id', ids)] };

  it('sorts distinct text, filters and counts within seconds even on a busy machine', {
    timeout: 20_000,
  }, () => {
    const sorted = selectRows(table, { filters: [], sort: { column: 'id', descending: false } });
    expect(ids[sorted[0]!]).toBe('K0000000');
    expect(ids[sorted[rows - 1]!]).toBe('K0999999');
    const view: View = { filters: [{ kind: 'contains', column: 'id', text: 'k00000' }], sort: null };
    expect(selectRows(table, view).length).toBe(100);
    expect(facetOf(table, whole, 'id', 5).distinct).toBe(rows);
  });
});
