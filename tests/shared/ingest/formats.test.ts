import { columnNames } from '@shared/ingest/column-names';
import {
  builtInFormat,
  formatNumber,
  numberText,
  parseFormat,
  shownNumber,
} from '@shared/ingest/number-format';
import { serialDate, serialDuration, serialTime } from '@shared/ingest/serial-date';
import { unnamedColumns } from '@shared/ingest/unnamed-columns';
import { describe, expect, it } from 'vitest';

describe('parseFormat', () => {
  it.each([
    ['General', 'plain'],
    ['\\(General\\)', 'plain'],
    ['0.00E+00', 'plain'],
    ['# ?/?', 'plain'],
    ['0.0,,"M"', 'plain'],
    ['[>=1000]0;0.0', 'plain'],
    ['dd/mm/yyyy', 'date'],
    ['[$-409]d\\-mmm\\-yy;@', 'date'],
    ['yyyy"年"m"月"d"日"', 'date'],
    ['mmmm', 'date'],
    ['m/d/yy h:mm AM/PM', 'date'],
    ['h:mm', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'duration'],
    ['[mm]:ss', 'duration'],
    ['0.0%', 'percent'],
  ])('%s is %s', (code, kind) => {
    expect(parseFormat(code).kind).toBe(kind);
  });

  it('counts the digits of formats that fill up with zeros', () => {
    expect(parseFormat('00000')).toEqual({ kind: 'padded', digits: 5 });
  });

  it.each([
    ['0.00', { kind: 'rounded', decimals: 2 }],
    ['#,##0.00\\ "days"', { kind: 'rounded', decimals: 2 }],
    ['[$€-407] #,##0.00', { kind: 'currency', decimals: 2, sign: '€', before: true }],
    ['#,##0.00\\ [$€-407]', { kind: 'currency', decimals: 2, sign: '€', before: false }],
    ['_("$"* #,##0_);_("$"* \\(#,##0\\)', { kind: 'currency', decimals: 0, sign: '$', before: true }],
    ['£#,##0.00', { kind: 'currency', decimals: 2, sign: '£', before: true }],
    ['#,##0.00 "EUR"', { kind: 'currency', decimals: 2, sign: 'EUR', before: false }],
    ['[$-409]#,##0.0', { kind: 'rounded', decimals: 1 }],
    ['dd/mm/yyyy', { kind: 'date', dateOnly: true }],
    ['dd/mm/yyyy hh:mm', { kind: 'date', dateOnly: false }],
    ['0.0%', { kind: 'percent', decimals: 1 }],
  ])('%s is read in full', (code, format) => {
    expect(parseFormat(code)).toEqual(format);
  });

  it('knows the built-in numbers', () => {
    expect([0, 9, 14, 20, 22, 46, 57].map((id) => builtInFormat(id).kind)).toEqual([
      'plain',
      'percent',
      'date',
      'time',
      'date',
      'duration',
      'date',
    ]);
  });
});

describe('formatNumber', () => {
  it.each([
    [4001, '00000', '04001'],
    [-3, '000', '-3'],
    [0.125, '0%', '12.5%'],
    [44197, 'yyyy-mm-dd', '2021-01-01'],
    [44197.5, 'yyyy-mm-dd', '2021-01-01 12:00:00'],
    [0.5, 'h:mm', '12:00:00'],
    [1.25, '[h]:mm', '30:00:00'],
    [1234.5, '#,##0.00 "EUR"', '1234.5'],
    [-5, 'dd/mm/yyyy', '-5'],
    [1e9, 'dd/mm/yyyy', '1000000000'],
  ])('%d as %s is %s', (value, code, text) => {
    expect(formatNumber(value, parseFormat(code), false)).toBe(text);
  });

  it.each([
    [1234.5, '[$€-407] #,##0.00', '€1234.50', '1234.5', '€'],
    [-1234.565, '#,##0.00\\ [$€-407]', '-1234.57 €', '-1234.565', '€'],
    [99, '[$CHF] #,##0.00', 'CHF 99.00', '99', 'CHF'],
    [1.005, '0.00', '1.01', '1.005', ''],
    [-0.001, '0.00', '0', '-0.001', ''],
    [0.12345, '0%', '12%', '12.345%', ''],
    [44197.5, 'yyyy-mm-dd', '2021-01-01', '2021-01-01 12:00:00', ''],
  ])('%d under %s shows %s and holds %s', (value, code, text, stored, currency) => {
    const shown = shownNumber(value, parseFormat(code), false);
    expect(shown.text).toBe(text);
    expect(shown.held).toMatchObject({ stored, currency });
  });

  it.each([
    [3.1, '0.00', '3.1'],
    [4.53123456789012e15, '0.00E+00', '4531234567890120'],
    [123456, '#,##0', '123456'],
    [44197, 'yyyy-mm-dd', '2021-01-01'],
    [12.5, '0.0%', '1250%'],
  ])('%d under %s holds no more than it shows', (value, code, text) => {
    expect(shownNumber(value, parseFormat(code), false)).toEqual({ text, held: null });
  });

  it('shows 15 significant digits', () => {
    expect(numberText(0.1 + 0.2)).toBe('0.3');
    expect(numberText(1.005 * 3)).toBe('3.015');
    expect(numberText(123456789012345)).toBe('123456789012345');
    expect(numberText(-2.5)).toBe('-2.5');
  });

  it('keeps all digits of whole numbers', () => {
    expect(numberText(4530000000000012)).toBe('4530000000000012');
    expect(numberText(-9007199254740991)).toBe('-9007199254740991');
  });
});

describe('serial dates', () => {
  it('counts from 1900 with the 29 February that never was', () => {
    expect([1, 59, 60, 61, 2_958_465].map((serial) => serialDate(serial, false))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
      '9999-12-31',
    ]);
  });

  it('counts from 1904 in the other system', () => {
    expect(serialDate(0, true)).toBe('1904-01-01');
    expect(serialDate(1.999999999, true)).toBe('1904-01-03');
  });

  it('has no date for other numbers', () => {
    expect(serialDate(-1, false)).toBeNull();
    expect(serialDate(2_958_466, false)).toBeNull();
    expect(serialDate(Number.NaN, false)).toBeNull();
    expect(serialTime(1)).toBeNull();
  });

  it('writes times and lengths of time', () => {
    expect(serialTime(0.999988426)).toBe('23:59:59');
    expect(serialDuration(-1.5)).toBe('-36:00:00');
  });
});

describe('unnamedColumns', () => {
  const cells = [0, 2, 1, 0, 9, 0, 1, 0];
  const found = (unnamed: number[]) => unnamedColumns(unnamed, cells.length, 20, (column) => cells[column]!);

  it('takes few cells behind a blank column for notes, on either side of the table', () => {
    // The table is column 4.
    expect(found([0, 1, 2, 3, 5, 6, 7])).toEqual({
      blank: new Set([0, 3, 5, 7]),
      notes: new Set([1, 2, 6]),
    });
  });

  it('takes nothing for notes that touches a column with a header', () => {
    expect(found([0, 1, 5, 6])).toEqual({ blank: new Set([0, 5]), notes: new Set() });
  });

  it('leaves a table its only column', () => {
    expect(unnamedColumns([0], 1, 5, () => 0)).toEqual({ blank: new Set(), notes: new Set() });
  });

  it('takes thousands of columns in one pass', () => {
    const many = Array.from({ length: 16_384 }, (_, i) => i);
    let asked = 0;
    const { notes } = unnamedColumns(many, many.length, 20, (column) => {
      asked++;
      return column === 0 ? 0 : 1;
    });
    expect([asked, notes.size]).toEqual([16_384, 16_383]);
  });
});

describe('columnNames', () => {
  it('numbers columns without a header row', () => {
    expect(columnNames(null, 3)).toEqual({
      names: ['Column 1', 'Column 2', 'Column 3'],
      warnings: [],
      unnamed: [],
    });
  });

  it('makes blank and repeated headers unique and says so', () => {
    expect(columnNames(['Name', '', ' Name ', 'Line\nbreak', 'Name (2)'], 5)).toEqual({
      names: ['Name', 'Column 2', 'Name (3)', 'Line break', 'Name (2)'],
      warnings: ['One header occurs more than once; the later ones were renamed: "Name" → "Name (3)".'],
      unnamed: [1],
    });
  });

  it('does not clash with a header that looks like its own names', () => {
    expect(columnNames(['', 'Column 1', '__proto__', 'constructor'], 4).names).toEqual([
      'Column 1 (2)',
      'Column 1',
      '__proto__',
      'constructor',
    ]);
  });
});
