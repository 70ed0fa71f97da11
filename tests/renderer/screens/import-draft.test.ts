import type { TableProposal } from '@shared/ingest/types';
import { describe, expect, it } from 'vitest';
import {
  draftKey,
  draftOf,
  importDraftSchema,
  withDraft,
} from '../../../src/renderer/screens/sources/import/import-draft';
import {
  type ImportFile,
  inspectedFile,
  pickedFile,
  withTable,
} from '../../../src/renderer/screens/sources/import/import-model';

const proposal: TableProposal = {
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
};

let ids = 0;
function picked(): ImportFile {
  const file = new File(['x'], 'crm-accounts.csv', { lastModified: 7 });
  const found = { fileName: 'x', bytes: 1, format: 'delimited', tables: [proposal] } as const;
  return inspectedFile(pickedFile(`f${++ids}`, file, [], null), found, () => `t${++ids}`);
}

/** A file about which a person settled a few things. */
function settled(): ImportFile {
  const file = { ...picked(), extractDate: '2026-11-14', source: { kind: 'new', name: 'Old CRM' } as const };
  const [changed] = withTable([file], file.tables[0]?.id ?? '', (table) => ({
    ...table,
    name: 'Accounts',
    role: 'list' as const,
    proposal: { ...proposal, options: { ...proposal.options, dateOrders: { Seit: 'DMY' } } },
  }));
  if (!changed) throw new Error('no file');
  return changed;
}

describe('an import draft', () => {
  it('survives the store', () => {
    const draft = draftOf(settled());
    expect(importDraftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it('comes back to the same file, and says what must be read again', () => {
    const fresh = picked();
    const { file, reread } = withDraft(fresh, draftOf(settled()), []);
    expect(file).toMatchObject({ extractDate: '2026-11-14', source: { kind: 'new', name: 'Old CRM' } });
    expect(file.tables[0]).toMatchObject({ name: 'Accounts', role: 'list' });
    expect(reread).toEqual([
      { tableId: fresh.tables[0]?.id, options: { ...proposal.options, dateOrders: { Seit: 'DMY' } } },
    ]);
  });

  it('reads nothing again that was left as detected', () => {
    expect(withDraft(picked(), draftOf(picked()), []).reread).toEqual([]);
  });

  it('does not point at a source that is gone', () => {
    const draft = { ...draftOf(picked()), source: { kind: 'existing', sourceId: 's-gone' } as const };
    expect(withDraft(picked(), draft, [{ id: 's-1' }]).file.source).toEqual({ kind: 'new', name: 'CRM' });
    expect(withDraft(picked(), draft, [{ id: 's-gone' }]).file.source).toEqual(draft.source);
  });

  it('belongs to one file: another size or time is another file', () => {
    const base = { name: 'a.csv', size: 1, lastModified: 2 };
    expect(new Set([base, { ...base, size: 3 }, { ...base, lastModified: 4 }].map(draftKey)).size).toBe(3);
  });
});
