import {
  ColumnBuilder,
  columnNamed,
  columnOf,
  concatColumns,
  countCodes,
  gather,
  mapValues,
  valueAt,
} from '@shared/table/column';
import type { Column } from '@shared/table/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const cellsOf = (column: Column): string[] => Array.from(column.codes, (_, row) => valueAt(column, row));
const cell = fc.oneof(fc.constantFrom('', 'a', 'b', 'Ärger', '  '), fc.string({ unit: 'binary' }));

/** What every column must satisfy: empty is code 0, values are distinct, each occurs, in order of first appearance. */
function expectSound(column: Column): void {
  expect(column.values[0]).toBe('');
  expect(new Set(column.values).size).toBe(column.values.length);
  const seen = [...new Set(cellsOf(column))].filter((value) => value !== '');
  expect(column.values.slice(1)).toEqual(seen);
}

describe('columnOf', () => {
  it('keeps one string per distinct value and one code per row', () => {
    const column = columnOf('City', ['Bonn', '', 'Köln', 'Bonn']);
    expect(column.values).toEqual(['', 'Bonn', 'Köln']);
    expect([...column.codes]).toEqual([1, 0, 2, 1]);
  });

  it('gives back the cells it was made of', () => {
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const column = columnOf('c', cells);
        expect(cellsOf(column)).toEqual(cells);
        expectSound(column);
      }),
    );
  });
});

describe('ColumnBuilder', () => {
  it('grows past its first allocation and counts its cells', () => {
    const builder = new ColumnBuilder('n');
    for (let i = 0; i < 5000; i++) builder.push(String(i % 7));
    expect(builder.length).toBe(5000);
    expect(valueAt(builder.finish(), 4999)).toBe(String(4999 % 7));
  });

  it('leaves a finished column alone when more cells follow', () => {
    const builder = new ColumnBuilder('n');
    builder.push('a');
    const column = builder.finish();
    builder.push('b');
    expect(cellsOf(column)).toEqual(['a']);
    expect(column.values).toEqual(['', 'a']);
  });
});

describe('valueAt and columnNamed', () => {
  it('reads a row outside the column as empty', () => {
    expect(valueAt(columnOf('c', ['a']), 1)).toBe('');
  });

  it('finds a column by its exact name', () => {
    const table = { rowCount: 1, columns: [columnOf('Name', ['a']), columnOf('name', ['b'])] };
    expect(columnNamed(table, 'name')?.values[1]).toBe('b');
    expect(columnNamed(table, 'NAME')).toBeUndefined();
    expect(columnNamed(table, '__proto__')).toBeUndefined();
  });
});

describe('mapValues', () => {
  it('calls the function once per distinct value, empty included only where it occurs', () => {
    const calls: string[] = [];
    const upper = (value: string): string => {
      calls.push(value);
      return value.toUpperCase();
    };
    const column = mapValues(columnOf('c', ['a', 'b', 'a', 'B']), 'd', upper);
    expect(calls).toEqual(['a', 'b', 'B']);
    expect(column).toEqual(columnOf('d', ['A', 'B', 'A', 'B']));
  });

  it('can fill empty cells and empty filled ones', () => {
    expect(mapValues(columnOf('c', ['', 'x']), 'c', (v) => (v === '' ? 'none' : ''))).toEqual(
      columnOf('c', ['none', '']),
    );
  });

  it('equals mapping each cell', () => {
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const fn = (value: string): string => value.slice(0, 1);
        const column = mapValues(columnOf('c', cells), 'c', fn);
        expect(column).toEqual(columnOf('c', cells.map(fn)));
      }),
    );
  });
});

describe('gather', () => {
  it('takes rows in the order asked for and forgets values no longer used', () => {
    const column = gather(columnOf('c', ['a', 'b', 'c']), Uint32Array.of(2, 0, 2));
    expect(column).toEqual(columnOf('c', ['c', 'a', 'c']));
  });
});

describe('concatColumns', () => {
  it('equals encoding all cells at once', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell)), (parts) => {
        const joined = concatColumns(
          'all',
          parts.map((cells) => columnOf('part', cells)),
        );
        expect(joined).toEqual(columnOf('all', parts.flat()));
      }),
    );
  });
});

describe('countCodes', () => {
  it('counts rows per code, empty first', () => {
    expect([...countCodes(columnOf('c', ['a', '', 'b', 'a']))]).toEqual([1, 2, 1]);
  });
});
