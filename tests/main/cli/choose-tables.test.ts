import type { Inspection, TableProposal } from '@shared/ingest/types';
import { describe, expect, it } from 'vitest';
import { chooseTables } from '../../../src/main/cli/choose-tables';

function sheet(name: string, rowCount: number | null, hidden = false): TableProposal {
  return {
    name,
    options: { kind: 'workbook', sheet: name, headerRow: 0, firstRow: 1, types: {}, dateOrders: {} },
    evidence: [],
    columns: [],
    preview: [],
    rawRows: [],
    rowCount,
    hidden,
  };
}

const book: Inspection = {
  fileName: 'accounting.xlsx',
  bytes: 10,
  format: 'xlsx',
  tables: [sheet('Hinweise', 7), sheet('Debitoren', 1508), sheet('Archiv', 9000, true), sheet('Posten', 40)],
};

const names = (result: ReturnType<typeof chooseTables>) =>
  result.ok ? result.value.map((t) => t.name) : result.error;

describe('chooseTables', () => {
  it('takes the largest visible sheet', () => {
    expect(names(chooseTables(book, { kind: 'largest' }))).toEqual(['Debitoren']);
  });

  it('takes every visible sheet', () => {
    expect(names(chooseTables(book, { kind: 'visible' }))).toEqual(['Hinweise', 'Debitoren', 'Posten']);
  });

  it('takes a hidden sheet when it is named', () => {
    expect(names(chooseTables(book, { kind: 'sheet', sheet: 'Archiv' }))).toEqual(['Archiv']);
  });

  it('names the sheets there are when one is not', () => {
    expect(chooseTables(book, { kind: 'sheet', sheet: 'Kunden' })).toMatchObject({
      ok: false,
      error: {
        code: 'SHEET_UNKNOWN',
        message:
          'accounting.xlsx has no sheet named "Kunden". Its sheets are: Hinweise, Debitoren, Archiv, Posten.',
      },
    });
  });

  it('refuses a workbook whose sheets are all hidden', () => {
    const hidden = { ...book, tables: [sheet('Archiv', 9, true)] };
    expect(chooseTables(hidden, { kind: 'largest' })).toMatchObject({
      ok: false,
      error: { code: 'NO_TABLE' },
    });
  });
});
