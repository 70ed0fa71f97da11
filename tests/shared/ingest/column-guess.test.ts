import { guessColumns } from '@shared/ingest/column-guess';
import type { ReadOptions } from '@shared/ingest/types';
import { columnOf } from '@shared/table/column';
import { describe, expect, it } from 'vitest';

function guess(...cells: string[]) {
  const { columns, evidence } = guessColumns([columnOf('c', cells)], null);
  return { ...columns[0]!, evidence: evidence.map(({ text, certainty }) => `${text} [${certainty}]`) };
}

const options = (change: Partial<ReadOptions>): ReadOptions =>
  ({
    kind: 'delimited',
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    escape: '"',
    headerRow: 0,
    firstRow: 1,
    types: {},
    dateOrders: {},
    ...change,
  }) as ReadOptions;

describe('types', () => {
  it.each([
    ['integer', ['1', '-20', '300', '', 'N/A']],
    ['number', ['1.5', '2', '1,234.50', '$3.99', '12%']],
    ['date', ['2020-01-31', '2021-12-01']],
    ['date', ['31/01/2020', '1/2/2020']],
    ['date', ['12 Mar 2020', 'March 3, 2021']],
    ['date', ['1945-12-30 00:00:00.000', '1950-01-01 00:00:00.000']],
    ['datetime', ['2020-01-31T10:00:00Z', '2020-02-01 00:00']],
    ['boolean', ['yes', 'No', 'YES']],
    ['text', ['Ann', '12', 'Bob']],
    ['empty', ['', '', '']],
    ['text', ['n/a', 'NULL']],
  ])('%s: %j', (type, cells) => {
    expect(guess(...cells).type).toBe(type);
  });

  it('never takes identifiers for numbers: leading zeros, long digit strings, phone numbers', () => {
    expect(guess('00123', '456', '789').type).toBe('text');
    expect(guess('1234567890123456', '2').type).toBe('text');
    expect(guess('+493012345678', '+4989123456').type).toBe('text');
    expect(guess('00123', '456').evidence).toEqual([
      '1 of 2 values have leading zeros, a plus sign or more than 15 digits, so this is an identifier and stays text. [sure]',
    ]);
  });

  it('forgives one odd value in twenty', () => {
    const numbers = Array.from({ length: 19 }, (_, i) => String(i));
    expect(guess(...numbers, 'oops').type).toBe('integer');
    expect(guess(...numbers.slice(0, 15), 'oops').type).toBe('text');
  });
});

describe('date order', () => {
  it('is decided by values that fit one order only, and says how many', () => {
    expect(guess('31/01/2020', '01/02/2020', '28/02/2020')).toMatchObject({
      dateOrder: 'DMY',
      evidence: [
        'All 3 values are dates. [sure]',
        '2 values only fit day/month; the other 1 fit both. [sure]',
      ],
    });
    expect(guess('01/31/2020')).toMatchObject({ dateOrder: 'MDY' });
    expect(guess('2020-01-31')).toMatchObject({ dateOrder: 'YMD' });
  });

  it('asks when all values fit both', () => {
    const { dateOrder, evidence } = guess('01/02/2020', '03/04/2020');
    expect(dateOrder).toBeNull();
    expect(evidence[1]).toBe('All 2 values fit both day/month and month/day. Choose the order. [ask]');
  });

  it('asks when the column mixes both', () => {
    const { dateOrder, evidence } = guess('31/01/2020', '01/31/2020');
    expect(dateOrder).toBeNull();
    expect(evidence[1]).toMatch(/the column mixes both\. Choose the order\. \[ask\]/);
  });

  it('takes the order of the other dates of the table, and day first where dots separate', () => {
    const { columns } = guessColumns(
      [columnOf('a', ['31/01/2020']), columnOf('b', ['01/02/2020']), columnOf('c', ['01.02.2020'])],
      null,
    );
    expect(columns.map(({ dateOrder }) => dateOrder)).toEqual(['DMY', 'DMY', 'DMY']);
    expect(guess('01.02.2020')).toMatchObject({ dateOrder: 'DMY' });
  });

  it('obeys what a person has settled', () => {
    const column = columnOf('when', ['01/02/2020']);
    expect(guessColumns([column], options({ dateOrders: { when: 'MDY' } })).columns[0]).toMatchObject({
      type: 'date',
      dateOrder: 'MDY',
    });
    expect(guessColumns([column], options({ types: { when: 'text' } })).columns[0]).toMatchObject({
      type: 'text',
      dateOrder: null,
    });
  });
});

describe('decimal sign', () => {
  it('is seen where only one reading makes sense', () => {
    expect(guess('1,5', '2,75')).toMatchObject({ type: 'number', decimalComma: true });
    expect(guess('1.234,56')).toMatchObject({ decimalComma: true });
    expect(guess('1,234.56')).toMatchObject({ decimalComma: false });
    expect(guess('1.5', '2')).toMatchObject({ decimalComma: false });
  });

  it('asks where both would', () => {
    expect(guess('1,234', '5,678').evidence[1]).toMatch(/\[ask\]$/);
  });
});
