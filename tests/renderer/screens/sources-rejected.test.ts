import type { ReadOptions } from '@shared/ingest/types';
import { describe, expect, it } from 'vitest';
import {
  joinedWithNext,
  separatorOf,
  splitRaw,
  withEmptyBefore,
} from '../../../src/renderer/screens/sources/rejected/split-raw';

const CSV: ReadOptions = {
  kind: 'delimited',
  encoding: 'utf-8',
  delimiter: ';',
  quote: '"',
  escape: '"',
  headerRow: 0,
  firstRow: 1,
  types: {},
  dateOrders: {},
};
const SHEET: ReadOptions = {
  kind: 'workbook',
  sheet: 'A',
  headerRow: 0,
  firstRow: 1,
  types: {},
  dateOrders: {},
};

describe('a rejected line cut into cells', () => {
  it('obeys delimiter and quotes of its table', () => {
    expect(splitRaw('1;"Ada; Co";Bern', CSV)).toEqual(['1', 'Ada; Co', 'Bern']);
  });
  it('takes a quote that is never closed as it stands', () => {
    expect(splitRaw('1;"Ada;Bern', CSV)).toEqual(['1', '"Ada', 'Bern']);
  });
  it('has tabs between the cells of a sheet', () => {
    expect(splitRaw('Total\t\t12', SHEET)).toEqual(['Total', '', '12']);
  });
  it('without quoting cuts at every delimiter', () => {
    expect(splitRaw('1;"a;b"', { ...CSV, quote: '' })).toEqual(['1', '"a', 'b"']);
  });
});

describe('cells of a line', () => {
  it('join with the next one, the rest moves to the front', () => {
    expect(joinedWithNext(['2', 'Bell', 'AG', 'Basel'], 1, separatorOf(CSV))).toEqual([
      '2',
      'Bell;AG',
      'Basel',
    ]);
    expect(joinedWithNext(['2'], 0, ';')).toEqual(['2']);
  });
  it('move to the back behind an empty one', () => {
    expect(withEmptyBefore(['2', 'Basel'], 1)).toEqual(['2', '', 'Basel']);
  });
});
