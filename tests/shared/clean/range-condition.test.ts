import { rowMask } from '@shared/clean/actions/conditions';
import { rangeExpression } from '@shared/clean/range-condition';
import { readValue } from '@shared/profile/read-value';
import { columnOf } from '@shared/table/column';
import type { Reading } from '@shared/table/types';
import { describe, expect, it } from 'vitest';

const NUMBERS = ['1.000,50', '999', '', 'n/a', '-3', '1.000', '2.500,75 €', '12,5', '1,234.5'];
const DATES = ['05.03.2024', '', 'soon', '31.12.2023', '01.01.2024', '30.02.2024'];

describe('a range as an expression', () => {
  it.each<readonly [Reading, readonly string[], number | null, number | null]>([
    [{ as: 'number', decimal: ',' }, NUMBERS, 1000, null],
    [{ as: 'number', decimal: ',' }, NUMBERS, -5, 999],
    [{ as: 'number', decimal: ',' }, NUMBERS, null, 12.5],
    [{ as: 'integer', decimal: ',' }, NUMBERS, null, 5000],
    [{ as: 'date', order: 'DMY' }, DATES, 19723, null],
    [{ as: 'date', order: 'DMY' }, DATES, 19722, 19723],
  ])('%j is true for the rows the filter shows', (reading, cells, from, to) => {
    const expression = rangeExpression({ kind: 'range', column: 'A]b', reading, from, to });
    const column = columnOf('A]b', cells);
    const mask = rowMask({ rowCount: cells.length, columns: [column] }, [
      { kind: 'formula', expression: expression ?? '' },
    ]);
    const expected = cells.map((cell) => {
      const value = cell === '' ? Number.NaN : readValue(cell, reading);
      return value >= (from ?? -Infinity) && value <= (to ?? Infinity) ? 1 : 0;
    });
    expect(mask.ok && [...(mask.value ?? [])]).toEqual(expected);
  });

  it('is written with the reading of the column', () => {
    const filter = { kind: 'range', column: 'Amount', from: 1000, to: null } as const;
    expect(rangeExpression({ ...filter, reading: { as: 'number', decimal: ',' } })).toBe(
      'number([Amount], ",") >= 1000',
    );
    expect(rangeExpression({ ...filter, from: 19723, reading: { as: 'date', order: 'DMY' } })).toBe(
      'date([Amount], "DMY") >= "2024-01-01"',
    );
  });
});
