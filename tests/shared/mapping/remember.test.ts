import { MOST_REMEMBERED, type RememberedChoice, rememberMapping } from '@shared/mapping/remember';
import { suggestMapping } from '@shared/mapping/suggest';
import type { TableMapping } from '@shared/mapping/types';
import { profileTable } from '@shared/profile/profile-table';
import { builtInTarget } from '@shared/target/catalogue';
import { describe, expect, it } from 'vitest';
import { guessesOf, tableOf } from '../legacy-tables';

const choice = (header: string, field: string, more: Partial<RememberedChoice> = {}): RememberedChoice => ({
  system: 'salesforce',
  object: 'Account',
  header,
  field,
  ...more,
});

const mapping = (pairs: Readonly<Record<string, string>>): TableMapping => ({
  tableId: 't',
  object: 'Account',
  keyColumn: null,
  fields: [
    { field: 'Type', from: { kind: 'constant', value: 'Customer' }, transforms: [], valueMap: {} },
    ...Object.entries(pairs).map(([field, column]) => ({
      field,
      from: { kind: 'column', column } as const,
      transforms: [],
      valueMap: {},
    })),
  ],
});

describe('rememberMapping', () => {
  it('keeps header and field of each column, not constants', () => {
    expect(rememberMapping([], 'salesforce', mapping({ AccountNumber: 'Kd-Nr' }))).toEqual([
      choice('Kd-Nr', 'AccountNumber'),
    ]);
  });

  it('lets the latest word on a header count, whatever its case and punctuation, and only for its object', () => {
    const known = [
      choice('kd nr', 'Name'),
      choice('Ort', 'BillingCity'),
      choice('Kd-Nr', 'Name', { object: 'Lead' }),
    ];
    expect(rememberMapping(known, 'salesforce', mapping({ AccountNumber: 'Kd-Nr', Site: 'Kd-Nr' }))).toEqual([
      choice('Ort', 'BillingCity'),
      choice('Kd-Nr', 'Name', { object: 'Lead' }),
      choice('Kd-Nr', 'AccountNumber'),
      choice('Kd-Nr', 'Site'),
    ]);
  });

  it('lets the oldest go', () => {
    const many = Array.from({ length: MOST_REMEMBERED }, (_, at) => choice(`column ${at}`, 'Name'));
    const kept = rememberMapping(many, 'salesforce', mapping({ Site: 'Werk' }));
    expect(kept).toHaveLength(MOST_REMEMBERED);
    expect(kept[0]?.header).toBe('column 1');
    expect(kept.at(-1)).toEqual(choice('Werk', 'Site'));
  });
});

describe('suggestMapping with what was mapped before', () => {
  const table = tableOf([
    ['Firma', 'Zeichen', 'Phone'],
    ['Alpha GmbH', 'A-17', '+49 30 901820'],
    ['Beta AG', 'B-23', '+49 30 901821'],
    ['Gamma KG', 'C-99', '+49 30 901822'],
  ]);
  const suggest = (remembered: readonly RememberedChoice[]) =>
    suggestMapping({
      tableId: 't',
      table,
      profile: profileTable(table, guessesOf(table), '2024-06-30'),
      system: builtInTarget('salesforce')!,
      object: 'Account',
      others: [],
      remembered,
    });
  const fieldFor = (column: string, remembered: readonly RememberedChoice[]) =>
    suggest(remembered).fields.find(
      ({ mapping: { from } }) => from.kind === 'column' && from.column === column,
    );

  it('suggests a column no word list knows where it went before, and says so', () => {
    expect(fieldFor('Zeichen', [])).toBeUndefined();
    const found = fieldFor('Zeichen', [choice('ZEICHEN', 'AccountNumber')]);
    expect(found?.field).toBe('AccountNumber');
    expect(found?.reasons[0]).toBe('you mapped "Zeichen" to Account Number before');
  });

  it('prefers what the person chose to what the header says', () => {
    expect(fieldFor('Phone', [])?.field).toBe('Phone');
    expect(fieldFor('Phone', [choice('Phone', 'Fax')])?.field).toBe('Fax');
  });

  it('lets values that contradict win', () => {
    expect(fieldFor('Firma', [choice('Firma', 'Phone')])).toEqual(fieldFor('Firma', []));
    expect(fieldFor('Phone', [choice('Phone', 'AnnualRevenue')])).toEqual(fieldFor('Phone', []));
  });

  it('does not carry over to another object or another system', () => {
    const elsewhere = [
      choice('Zeichen', 'AccountNumber', { object: 'Contact' }),
      choice('Zeichen', 'AccountNumber', { system: 'zoho' }),
      choice('Zeichen', 'NoSuchField__c'),
    ];
    expect(suggest(elsewhere)).toEqual(suggest([]));
  });
});
