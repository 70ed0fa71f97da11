import { read, utils } from '@e965/xlsx';
import { mappingSheet, percentWords } from '@shared/mapping/sheet';
import { sheetHtml } from '@shared/mapping/sheet-html';
import { sheetXlsx } from '@shared/mapping/sheet-xlsx';
import type { FieldMapping, TableMapping } from '@shared/mapping/types';
import { builtInTarget } from '@shared/target/catalogue';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../legacy-tables';

const salesforce = builtInTarget('salesforce')!;
const EVIL = '=HYPERLINK("http://x","<b>y</b>")';

const customers = tableOf([
  ['Firma', 'Branche', 'Kunde'],
  [' Alpha ', 'Bau', '1'],
  [EVIL, 'Bau', '2'],
  ['Gamma', 'Magie', '3'],
  ['', '', '4'],
]);
const column = (field: string, name: string, more: Partial<FieldMapping> = {}): FieldMapping => ({
  field,
  from: { kind: 'column', column: name },
  transforms: [],
  valueMap: {},
  ...more,
});
const ACCOUNTS: TableMapping = {
  tableId: 't1',
  object: 'Account',
  keyColumn: 'Kunde',
  fields: [
    column('Industry', 'Branche', { valueMap: { Bau: 'Construction', Zoo: 'Other' } }),
    column('Name', 'Firma', { transforms: [{ op: 'trim' }, { op: 'case', to: 'upper' }] }),
  ],
};
const CONTACTS: TableMapping = {
  tableId: 't2',
  object: 'Contact',
  keyColumn: null,
  fields: [
    { ...column('AccountId', ''), from: { kind: 'reference', column: 'Kunde', table: 't1', by: null } },
  ],
};
const sheet = mappingSheet('Estate', salesforce, [
  { name: 'Leute', table: customers, mapping: CONTACTS },
  { name: 'Kunden', table: customers, mapping: ACCOUNTS },
]);
const rowOf = (api: string) => sheet.rows.find((row) => row.api === api);

describe('mappingSheet', () => {
  it('lists the fields in load order, with what is done in words, fill share and examples', () => {
    expect(sheet.rows.map((row) => `${row.object}.${row.api}`)).toEqual([
      'Account.Name',
      'Account.Industry',
      'Contact.AccountId',
      'Contact.LastName',
    ]);
    expect(rowOf('Name')).toEqual({
      object: 'Account',
      field: 'Account Name',
      api: 'Name',
      required: true,
      type: 'text, at most 255 characters',
      table: 'Kunden',
      from: 'Firma',
      steps: ['Trim blanks', 'Upper case'],
      default: '',
      filled: 0.75,
      values: [],
      samples: [
        { from: ' Alpha ', to: 'ALPHA' },
        { from: EVIL, to: EVIL.toUpperCase() },
        { from: 'Gamma', to: 'GAMMA' },
      ],
    });
  });

  it('counts the rows of every mapped value and names those without a place', () => {
    expect(rowOf('Industry')?.values).toEqual([
      { from: 'Bau', to: 'Construction', count: 2 },
      { from: 'Zoo', to: 'Other', count: 0 },
      { from: 'Magie', to: null, count: 1 },
    ]);
  });

  it('says where references point to and which required fields stay open', () => {
    expect(rowOf('AccountId')?.from).toBe('Kunde → Kunden');
    expect(rowOf('LastName')).toMatchObject({ required: true, table: '', from: '', filled: 0 });
  });

  it('never rounds something to nothing or to all', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(percentWords)).toEqual(['0 %', '1 %', '50 %', '99 %', '100 %']);
  });
});

describe('the sheet as a page', () => {
  it('escapes every text and carries no script', () => {
    const page = sheetHtml({ ...sheet, title: '<script>alert(1)</script>' });
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<b>');
    expect(page).toContain('=HYPERLINK(&quot;http://x&quot;');
    expect(page).toContain('Magie (1): no place yet');
    expect(page).toContain('nothing fills it');
  });
});

describe('the sheet as a workbook', () => {
  it('holds the same rows, texts as text cells that no spreadsheet runs', async () => {
    const hostile = { ...sheet, rows: sheet.rows.map((row) => ({ ...row, from: `${EVIL}\u0000` })) };
    const book = read(await sheetXlsx(hostile), { type: 'array', cellFormula: true });
    expect(book.SheetNames).toEqual(['Fields', 'Values']);
    const fields = book.Sheets['Fields']!;
    const cell: unknown = fields['G2'];
    expect(cell).toMatchObject({ t: 's' });
    expect(cell).not.toHaveProperty('f');
    expect(fields['L2']).toMatchObject({ t: 'n', v: 0.75 });
    expect(utils.sheet_to_json<string[]>(book.Sheets['Values']!, { header: 1 })).toEqual([
      ['Object', 'Field', 'Table', 'Value', 'Becomes', 'Rows'],
      ['Account', 'Industry', 'Kunden', 'Bau', 'Construction', 2],
      ['Account', 'Industry', 'Kunden', 'Zoo', 'Other', 0],
      ['Account', 'Industry', 'Kunden', 'Magie', 'no place yet', 1],
    ]);
  });

  it('cuts texts that are longer than a cell', async () => {
    const long = { ...sheet, rows: [{ ...sheet.rows[0]!, from: 'x'.repeat(40_000) }] };
    const book = read(await sheetXlsx(long), { type: 'array' });
    expect(book.Sheets['Fields']!['G2']).toMatchObject({ v: 'x'.repeat(32_767) });
  });
});
