import { foldJournal } from '@shared/journal/fold';
import { describe, expect, test } from 'vitest';
import { CREATED, draft, journalOf, type Step, tableRead } from './make-journal';

function state(...drafts: readonly Step[]) {
  return foldJournal(
    journalOf(
      CREATED,
      draft('source.added', { sourceId: 's1', name: 'Old CRM' }),
      tableRead('t1', 's1', 'a'),
      ...drafts,
    ),
  );
}

const derived = (tableId: string, from: string) =>
  draft('table.derived', {
    tableId,
    name: `Made from ${from}`,
    derivation: { kind: 'distinct', from, by: ['Company'], columns: [] },
    keyColumn: 'Company',
  });

describe('a derived table', () => {
  test('belongs to the source of the table it is made from, and takes roles, steps and mappings like any other', () => {
    const mapping = { tableId: 'd1', object: 'Account', keyColumn: 'Company', fields: [] };
    const folded = state(
      derived('d1', 't1'),
      draft('table.role', { tableId: 'd1', role: 'list', reason: 'looked up' }),
      draft('mapping.set', { mapping }),
    );
    expect(folded.tables[1]).toEqual({
      id: 'd1',
      sourceId: 's1',
      name: 'Made from t1',
      derivation: { kind: 'distinct', from: 't1', by: ['Company'], columns: [] },
      keyColumn: 'Company',
      role: 'list',
      roleReason: 'looked up',
      baseline: null,
    });
    expect(folded.mappings).toEqual([mapping]);
  });

  test('made anew keeps its role; a table that is read never becomes a derived one, nor the other way round', () => {
    const folded = state(
      derived('d1', 't1'),
      draft('table.role', { tableId: 'd1', role: 'ignored', reason: 'not yet' }),
      draft('table.derived', {
        tableId: 'd1',
        name: 'Firms',
        derivation: { kind: 'distinct', from: 't1', by: ['Firm'], columns: [] },
        keyColumn: null,
      }),
      derived('t1', 'd1'),
      tableRead('d1', 's1', 'b'),
    );
    expect(folded.tables).toMatchObject([
      { id: 't1', derivation: null },
      { id: 'd1', name: 'Firms', role: 'ignored', keyColumn: null, derivation: { by: ['Firm'] } },
    ]);
  });

  test('is never made from itself on any way, nor from a table that is not there', () => {
    const folded = state(derived('d1', 't1'), derived('d2', 'd1'), derived('d1', 'd2'), derived('d3', 'd3'));
    expect(folded.tables.map(({ id, derivation }) => [id, derivation?.from])).toEqual([
      ['t1', undefined],
      ['d1', 't1'],
      ['d2', 'd1'],
    ]);
  });

  test('goes with the table it is made from, with everything said of it', () => {
    const folded = state(
      derived('d1', 't1'),
      derived('d2', 'd1'),
      draft('mapping.set', { mapping: { tableId: 'd2', object: 'Account', keyColumn: null, fields: [] } }),
      draft('table.removed', { tableId: 't1' }),
    );
    expect(folded.tables).toEqual([]);
    expect(folded.mappings).toEqual([]);
  });
});
