import type { DelimitedOptions } from '@shared/ingest/types';
import { describe, expect, it } from 'vitest';
import {
  optionsSentence,
  withDateOrder,
  withFirstRow,
  withHeaderRow,
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
