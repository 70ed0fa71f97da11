import type { DelimitedOptions } from '@shared/ingest/types';
import { describe, expect, it } from 'vitest';
import {
  headerEnd,
  optionsSentence,
  withDateOrder,
  withFirstRow,
  withHeaderEnd,
  withHeaderRow,
  withLastRow,
  withText,
  withType,
} from '../../../src/renderer/screens/sources/import/read-changes';

const options: DelimitedOptions = {
  kind: 'delimited',
  encoding: 'windows-1252',
  delimiter: ';',
  quote: '"',
  escape: '"',
  headerRow: 3,
  firstRow: 4,
  types: { Seit: 'date' },
  dateOrders: { Seit: 'DMY' },
};

describe('changes of how a table is read', () => {
  it('begin the data below another header and forget overrides by the old names', () => {
    expect(withHeaderRow(options, 0)).toMatchObject({ headerRow: 0, firstRow: 1, types: {}, dateOrders: {} });
    expect(withHeaderRow(options, null)).toMatchObject({ headerRow: null, firstRow: 0 });
  });
  it('never begin the data above the header', () => {
    expect(withFirstRow(options, 0).firstRow).toBe(4);
    expect(withFirstRow(options, 9).firstRow).toBe(9);
  });
  it('join several rows into the header, the data below them, and back', () => {
    const joined = withHeaderEnd(options, 5);
    expect(joined).toMatchObject({ headerRow: 3, headerRows: 3, firstRow: 6, types: {}, dateOrders: {} });
    expect(headerEnd(joined)).toBe(5);
    expect(withFirstRow(joined, 0).firstRow).toBe(6);
    expect(optionsSentence(joined)).toBe('windows-1252, semicolon, header in lines 4 to 6');
    expect(withHeaderEnd(joined, 3)).toEqual(withHeaderRow(options, 3));
    expect(headerEnd(withHeaderRow(joined, null))).toBe(-1);
  });
  it('end the data at a row, or at the end of the file again', () => {
    const cut = withLastRow(options, 20);
    expect(cut.range).toEqual({ firstRow: 0, endRow: 21, firstColumn: 0, endColumn: null });
    expect(withLastRow(cut, null)).toEqual(options);
    expect(withLastRow(options, 0).range?.endRow).toBe(5);
  });
  it('keep the columns of a table among others when its last row changes', () => {
    const range = { firstRow: 3, endRow: 9, firstColumn: 2, endColumn: 5 };
    expect(withLastRow({ ...options, range }, null).range).toEqual({ ...range, endRow: null });
  });
  it('let the escape follow the quote', () => {
    expect(withText(options, { quote: "'" })).toMatchObject({ quote: "'", escape: "'", types: {} });
    expect(withText(options, { delimiter: ',' })).toMatchObject({ delimiter: ',', quote: '"', escape: '"' });
  });
  it('add one column to the overrides', () => {
    expect(withType(options, 'PLZ', 'text').types).toEqual({ Seit: 'date', PLZ: 'text' });
    expect(withDateOrder(options, 'Seit', 'MDY').dateOrders).toEqual({ Seit: 'MDY' });
  });
  it('say in words how it is read', () => {
    expect(optionsSentence(options)).toBe('windows-1252, semicolon, header in line 4');
    expect(
      optionsSentence({
        kind: 'workbook',
        sheet: 'Debitoren',
        headerRow: null,
        firstRow: 0,
        types: {},
        dateOrders: {},
      }),
    ).toBe('sheet Debitoren, no header');
  });
});
