import type { ColumnGuess, TableProposal } from '@shared/ingest/types';
import { describe, expect, it } from 'vitest';
import {
  blockedBecause,
  type ImportFile,
  inspectedFile,
  pickedFile,
  takenTables,
  withTable,
} from '../../../src/renderer/screens/sources/import/import-model';
import {
  followersOf,
  stacked,
  stackOffers,
  unstacked,
  withoutOrphans,
} from '../../../src/renderer/screens/sources/import/stacking';

const guess = (name: string): ColumnGuess => ({ name, type: 'text', dateOrder: null, decimalComma: false });

const proposal = (name: string, columns: readonly string[], row: readonly string[]): TableProposal => ({
  name,
  options: { kind: 'workbook', sheet: name, headerRow: 0, firstRow: 1, types: {}, dateOrders: {} },
  evidence: [],
  columns: columns.map(guess),
  preview: [row],
  rawRows: [],
  rowCount: 1,
  hidden: false,
});

function files(): readonly ImportFile[] {
  let ids = 0;
  const picked = pickedFile('f', new File(['x'], 'customers.xlsx'), [], null);
  const tables = [
    proposal('Customers 2019', ['No', 'Company', 'City', 'Street', 'Zip'], ['1', 'Ada', 'Bern', '', '']),
    proposal(
      'Customers 2020',
      ['No', 'Compny', 'City', 'Street', 'Zip', 'Fax'],
      ['2', 'Bell', 'Basel', '', '', ''],
    ),
    proposal('Prices', ['Sku', 'Price'], ['a', '1']),
  ];
  return [inspectedFile(picked, { fileName: 'x', bytes: 1, format: 'xlsx', tables }, () => `t${++ids}`)];
}

describe('tables that look like one', () => {
  it('are offered with a reason and how their columns differ', () => {
    const [offer, ...others] = stackOffers(files(), []);
    expect(others).toEqual([]);
    expect(offer?.name).toBe('Customers');
    expect(offer?.members.map(({ id }) => id)).toEqual(['t1', 't2']);
    expect(offer?.reason).toMatch(/names that differ only in a number/);
    expect(offer?.drift.added).toEqual([{ column: 'Fax', part: 'Customers 2020' }]);
    expect(offer?.drift.renamed).toMatchObject([{ from: 'Company', to: 'Compny' }]);
  });
  it('stay apart once that was said, and are not offered when unticked', () => {
    const [offer] = stackOffers(files(), []);
    expect(stackOffers(files(), [offer!.key])).toEqual([]);
    const unticked = withTable(files(), 't2', (table) => ({ ...table, include: false }));
    expect(stackOffers(unticked, [])).toEqual([]);
  });
  it('become one table with further parts, and can be taken apart', () => {
    const [offer] = stackOffers(files(), []);
    const after = stacked(files(), offer!, offer!.drift.renamed);
    expect(takenTables(after).map(({ name }) => name)).toEqual(['Customers', 'Prices']);
    expect(followersOf(after, 't1').map(({ table }) => [table.id, table.renamed])).toEqual([
      ['t2', { Compny: 'Company' }],
    ]);
    expect(stackOffers(after, [])).toEqual([]);
    expect(blockedBecause(after[0]!)).toBeNull();
    expect(takenTables(unstacked(after, 't1')).map(({ name }) => name)).toEqual([
      'Customers 2019',
      'Customers 2020',
      'Prices',
    ]);
  });
  it('stand on their own again when the first one is not added', () => {
    const [offer] = stackOffers(files(), []);
    const after = stacked(files(), offer!, []);
    const without = withoutOrphans(withTable(after, 't1', (table) => ({ ...table, include: false })));
    expect(takenTables(without).map(({ id }) => id)).toEqual(['t2', 't3']);
  });
});
