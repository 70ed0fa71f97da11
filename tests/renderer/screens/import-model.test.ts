import type { TableProposal } from '@shared/ingest/types';
import { describe, expect, it } from 'vitest';
import {
  blockedBecause,
  type ImportFile,
  inspectedFile,
  openQuestions,
  pickedFile,
  takenTables,
  withTable,
} from '../../../src/renderer/screens/sources/import/import-model';

const proposal = (change: Partial<TableProposal> = {}): TableProposal => ({
  name: 'accounts',
  options: {
    kind: 'delimited',
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    escape: '"',
    headerRow: 0,
    firstRow: 1,
    types: {},
    dateOrders: {},
  },
  evidence: [],
  columns: [{ name: 'Seit', type: 'date', dateOrder: null, decimalComma: false }],
  preview: [['03/04/2020']],
  rawRows: [],
  rowCount: 1,
  hidden: false,
  ...change,
});

const ask = { about: 'dateOrder', column: 'Seit', text: 'Every day is below 13.', certainty: 'ask' } as const;

function ready(...tables: TableProposal[]): ImportFile {
  let ids = 0;
  const picked = pickedFile('f', new File(['x'], 'old-crm-accounts.csv'), [], null);
  return inspectedFile(picked, { fileName: 'x', bytes: 1, format: 'delimited', tables }, () => `t${++ids}`);
}

describe('pickedFile', () => {
  it('goes to the source of the same name where there is one', () => {
    const file = new File([''], 'old-crm-contacts.csv');
    expect(pickedFile('f', file, [{ id: 's1', name: 'OLD CRM' }], null).source).toEqual({
      kind: 'existing',
      sourceId: 's1',
    });
    expect(pickedFile('f', file, [], null).source).toEqual({ kind: 'new', name: 'Old CRM' });
  });
});

describe('inspectedFile', () => {
  it('ticks what a person sees and has rows', () => {
    const file = ready(
      proposal(),
      proposal({ name: 'hidden', hidden: true }),
      proposal({ name: 'notes', preview: [] }),
    );
    expect(file.tables.map((table) => table.include)).toEqual([true, false, false]);
    expect(takenTables([file]).map((table) => table.id)).toEqual(['t1']);
  });
  it('takes a list of erasure requests for a list', () => {
    const file = ready(proposal(), proposal({ name: 'erasure-requests' }));
    expect(file.tables.map((table) => table.role)).toEqual(['records', 'list']);
  });
});

describe('openQuestions', () => {
  it('asks for an order of day and month until a person has chosen', () => {
    const open = proposal({ evidence: [ask] });
    expect(openQuestions(open)).toEqual([ask]);
    expect(openQuestions({ ...open, options: { ...open.options, dateOrders: { Seit: 'DMY' } } })).toEqual([]);
  });
});

describe('blockedBecause', () => {
  it('lets a settled file pass', () => {
    expect(blockedBecause(ready(proposal()))).toBeNull();
  });
  it('waits for what only a person can say', () => {
    expect(blockedBecause(ready(proposal({ evidence: [ask] })))).toBe('accounts: Every day is below 13.');
  });
  it('does not ask about tables that are not taken', () => {
    expect(blockedBecause(ready(proposal({ evidence: [ask], hidden: true })))).toBeNull();
  });
  it('wants a reason for rows that stay behind', () => {
    const file = ready(proposal());
    const [behind] = withTable([file], 't1', (table) => ({ ...table, role: 'ignored' as const }));
    expect(behind && blockedBecause(behind)).toMatch(/^Say why accounts stays behind/);
  });
  it('does not hold everything up because one file cannot be read', () => {
    const failed: ImportFile = { ...ready(proposal()), status: 'failed', tables: [] };
    expect(blockedBecause(failed)).toBeNull();
  });
});
