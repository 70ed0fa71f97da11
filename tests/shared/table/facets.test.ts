import { readValue } from '@shared/profile/read-value';
import { columnOf } from '@shared/table/column';
import { answerFacet } from '@shared/table/facets';
import type { Filter, Reading, Table } from '@shared/table/types';
import { selectRows } from '@shared/table/view';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NUMBER: Reading = { as: 'number', decimal: '.' };
const DATE: Reading = { as: 'date', order: 'DMY' };

const table: Table = {
  rowCount: 6,
  columns: [
    columnOf('city', ['Bern', 'Bern', 'Basel', '', 'Chur', 'Bern']),
    columnOf('amount', ['10', '20', 'none', '', '1,000', '10']),
    columnOf('since', ['01.02.2020', '31.12.2021', '2020-02-01', 'soon', '', '30.02.2020']),
  ],
};

const ask = (filters: readonly Filter[], question: Parameters<typeof answerFacet>[2]) =>
  answerFacet(table, { filters, sort: null }, question, readValue);
const rows = (...filters: readonly Filter[]) => [
  ...selectRows(table, { filters, sort: null }, undefined, readValue),
];

describe('filters on what values read as', () => {
  it('keeps numbers between two bounds, both included, however they are written', () => {
    expect(rows({ kind: 'range', column: 'amount', reading: NUMBER, from: 20, to: 1000 })).toEqual([1, 4]);
    expect(rows({ kind: 'range', column: 'amount', reading: NUMBER, from: null, to: 10 })).toEqual([0, 5]);
    expect(rows({ kind: 'range', column: 'amount', reading: NUMBER, from: null, to: null })).toEqual([
      0, 1, 4, 5,
    ]);
  });
  it('keeps days between two bounds; days that do not exist are none', () => {
    const day = 18_293; // 2020-02-01
    expect(rows({ kind: 'range', column: 'since', reading: DATE, from: day, to: day })).toEqual([0, 2]);
  });
  it('tells what can be read from what cannot; empty is neither', () => {
    expect(rows({ kind: 'readable', column: 'since', reading: DATE, readable: true })).toEqual([0, 1, 2]);
    expect(rows({ kind: 'readable', column: 'since', reading: DATE, readable: false })).toEqual([3, 5]);
  });
  it('finds a longer text after a shorter one, and a shorter one again', () => {
    const contains = (text: string) => rows({ kind: 'contains', column: 'city', text });
    expect(contains('b')).toEqual([0, 1, 2, 5]);
    expect(contains('BE')).toEqual([0, 1, 5]);
    expect(contains('as')).toEqual([2]);
    expect(contains('r')).toEqual([0, 1, 4, 5]);
  });
});

describe('facets', () => {
  it('counts numbers in bins of equal width between the smallest and the largest', () => {
    expect(ask([], { kind: 'range', column: 'amount', reading: NUMBER, bins: 3 })).toEqual({
      kind: 'range',
      facet: {
        column: 'amount',
        reading: NUMBER,
        span: { min: 10, max: 1000 },
        bins: [3, 0, 1],
        allBins: [3, 0, 1],
        readable: 4,
        unreadable: 1,
        blank: 1,
      },
    });
  });
  it('leaves the filter of the facet itself out and obeys those of other columns', () => {
    const filters: Filter[] = [
      { kind: 'range', column: 'amount', reading: NUMBER, from: 20, to: 20 },
      { kind: 'equals', column: 'city', values: ['Bern'] },
    ];
    const answer = ask(filters, { kind: 'range', column: 'amount', reading: NUMBER, bins: 2 });
    expect(answer).toMatchObject({ facet: { bins: [3, 0], allBins: [3, 1], readable: 3, blank: 0 } });
    expect(ask(filters, { kind: 'text', column: 'city', limit: 9 })).toMatchObject({
      facet: { values: [{ value: 'Bern', count: 1 }] },
    });
  });
  it('gives no more bins than there are days', () => {
    const answer = answerFacet(
      { rowCount: 2, columns: [columnOf('d', ['01.02.2020', '03.02.2020'])] },
      { filters: [], sort: null },
      { kind: 'range', column: 'd', reading: DATE, bins: 40 },
      readValue,
    );
    expect(answer).toMatchObject({ facet: { bins: [1, 0, 1], span: { min: 18_293, max: 18_295 } } });
  });
  it('has no span where nothing can be read', () => {
    const answer = ask([], { kind: 'range', column: 'city', reading: NUMBER, bins: 5 });
    expect(answer).toMatchObject({ facet: { span: null, bins: [], unreadable: 5, blank: 1 } });
  });
  it('counts patterns, blanks and values that are no date', () => {
    expect(ask([], { kind: 'pattern', column: 'since', limit: 2 })).toEqual({
      kind: 'pattern',
      facet: {
        column: 'since',
        distinct: 3,
        blank: 1,
        values: [
          { value: '99.99.9999', count: 3 },
          { value: '9999-99-99', count: 1 },
        ],
      },
    });
    expect(ask([], { kind: 'blank', column: 'amount' })).toEqual({
      kind: 'blank',
      facet: { column: 'amount', blank: 1, filled: 5 },
    });
    expect(ask([], { kind: 'error', column: 'since', reading: DATE, limit: 9 })).toEqual({
      kind: 'error',
      facet: {
        column: 'since',
        distinct: 2,
        blank: 1,
        values: [
          { value: '30.02.2020', count: 1 },
          { value: 'soon', count: 1 },
        ],
      },
      readable: 3,
      unreadable: 2,
    });
  });
  it('sums up to the rows of the view, whatever the values and filters', () => {
    const cell = fc.constantFrom('', '1', '2', '3.5', '-7', 'x', '01.02.2020', '1e3', '0');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { maxLength: 40 }),
        fc.option(fc.tuple(fc.integer({ min: -10, max: 5 }), fc.integer({ min: 0, max: 1000 }))),
        fc.integer({ min: 1, max: 12 }),
        (cells, range, bins) => {
          const any: Table = {
            rowCount: cells.length,
            columns: [
              columnOf(
                'a',
                cells.map((row) => row[0]),
              ),
              columnOf(
                'b',
                cells.map((row) => row[1]),
              ),
            ],
          };
          const filters: Filter[] = range
            ? [{ kind: 'range', column: 'b', reading: NUMBER, from: range[0], to: range[1] }]
            : [];
          const view = { filters, sort: null };
          const { length } = selectRows(any, view, undefined, readValue);
          const answer = answerFacet(
            any,
            view,
            { kind: 'range', column: 'a', reading: NUMBER, bins },
            readValue,
          );
          if (answer.kind !== 'range') throw new Error(answer.kind);
          const { readable, unreadable, blank } = answer.facet;
          expect(readable + unreadable + blank).toBe(length);
          expect(answer.facet.bins.reduce((sum, count) => sum + count, 0)).toBe(readable);
        },
      ),
    );
  });
});
