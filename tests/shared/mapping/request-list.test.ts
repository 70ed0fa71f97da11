import { requestList } from '@shared/mapping/request-list';
import { mappingSheet } from '@shared/mapping/sheet';
import type { TableMapping } from '@shared/mapping/types';
import { builtInTarget } from '@shared/target/catalogue';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../legacy-tables';

const mapping = (tableId: string): TableMapping => ({
  tableId,
  object: 'Account',
  keyColumn: null,
  fields: [
    {
      field: 'Industry',
      from: { kind: 'column', column: 'Branche' },
      transforms: [],
      valueMap: { Bau: 'Construction' },
    },
  ],
});

describe('requestList', () => {
  it('names each value without a place once per field, with its rows over all tables, most first', () => {
    const first = tableOf([['Branche'], ['Bau'], ['Zirkus'], ['Magie'], ['Zirkus']]);
    const second = tableOf([['Branche'], ['Magie'], ['Magie'], ['Banking']]);
    const sheet = mappingSheet('Estate', builtInTarget('salesforce')!, [
      { name: 'Nord', table: first, mapping: mapping('n') },
      { name: 'Süd', table: second, mapping: mapping('s') },
    ]);
    const place = { object: 'Account', field: 'Industry', api: 'Industry' };
    expect(requestList(sheet)).toEqual([
      { ...place, value: 'Magie', rows: 3, tables: ['Nord', 'Süd'] },
      { ...place, value: 'Zirkus', rows: 2, tables: ['Nord'] },
    ]);
  });
});
