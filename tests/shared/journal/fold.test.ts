import { journalText, parseJournal } from '@shared/journal/codec';
import { applyEntries, applyEntry, emptyState, foldJournal } from '@shared/journal/fold';
import type { EventDraft, JournalEntry } from '@shared/journal/types';
import type { FieldSource } from '@shared/mapping/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CREATED, draft, INES, journalOf, MARA, minute, RULES, type Step, tableRead } from './make-journal';

const PERSON = { id: 'ines', name: 'Ines Carvalho', roles: ['committee'], title: 'Service' } as const;
const MAPPING = { tableId: 't1', object: 'Account', keyColumn: 'No', fields: [] } as const;

function state(...drafts: readonly Step[]) {
  return foldJournal(journalOf(CREATED, ...drafts));
}

describe('the fold', () => {
  test('of no entries is the empty state', () => {
    expect(foldJournal([])).toEqual(emptyState());
  });

  test('starts with the project and follows its name; a second creation changes nothing', () => {
    const folded = state(
      draft('project.renamed', { name: 'Northgate move' }),
      draft('project.created', { projectId: 'p-other', name: 'Hostile' }),
      draft('target.set', { system: 'salesforce', loader: 'bulk' }),
    );
    expect(folded).toMatchObject({
      projectId: 'p-northgate',
      name: 'Northgate move',
      target: { system: 'salesforce', loader: 'bulk' },
    });
  });

  test('keeps a table through a newer extract: role, baseline and mapping stay, the older file is remembered', () => {
    const quality = { overall: 0.7, parts: [] };
    const folded = state(
      draft('source.added', { sourceId: 's1', name: 'Old CRM' }),
      tableRead('t1', 's1', 'a'),
      draft('table.role', { tableId: 't1', role: 'list', reason: 'erasure requests' }),
      draft('table.key', { tableId: 't1', keyColumn: 'Id' }),
      draft('baseline.kept', { tableId: 't1', quality }),
      draft('mapping.set', { mapping: MAPPING }),
      tableRead('t1', 's1', 'b', { keyColumn: 'Id', extractDate: '2026-12-01' }),
    );
    expect(folded.tables).toMatchObject([
      {
        id: 't1',
        role: 'list',
        roleReason: 'erasure requests',
        keyColumn: 'Id',
        extractDate: '2026-12-01',
        file: { sha256: 'b'.repeat(64) },
        earlier: [{ sha256: 'a'.repeat(64) }],
        baseline: quality,
      },
    ]);
    expect(folded.mappings).toEqual([MAPPING]);
  });

  test('keeps a mapping whatever its fields are filled from', () => {
    const sources: readonly FieldSource[] = [
      { kind: 'column', column: 'Firma' },
      { kind: 'join', columns: ['PLZ', 'Ort'], separator: ' ' },
      { kind: 'first', columns: ['Telefon', 'Mobil'] },
      { kind: 'constant', value: 'DE' },
      { kind: 'formula', expression: 'upper([Ort])' },
      { kind: 'key', prefix: 'OLD-' },
      { kind: 'reference', column: 'Kunde', table: 't2', by: null },
    ];
    const fields = sources.map((from, at) => ({ field: `f${at}`, from, transforms: [], valueMap: {} }));
    const journal = journalOf(
      CREATED,
      draft('source.added', { sourceId: 's1', name: 'Old CRM' }),
      tableRead('t1', 's1', 'a'),
      draft('mapping.set', { mapping: { ...MAPPING, fields } }),
    );
    const read = parseJournal(journalText(journal));
    expect(read.entries).toHaveLength(4);
    expect(foldJournal(read.entries).mappings).toEqual([{ ...MAPPING, fields }]);
  });

  test('reading the same file with other options is no new extract', () => {
    const folded = state(
      draft('source.added', { sourceId: 's1', name: 'Old CRM' }),
      tableRead('t1', 's1', 'a'),
      tableRead('t1', 's1', 'a', { name: 'Accounts' }),
    );
    expect(folded.tables).toMatchObject([{ name: 'Accounts', earlier: [] }]);
  });

  test('drops a removed table with its mapping, and ignores what is said about a table that is not there', () => {
    const folded = state(
      draft('source.added', { sourceId: 's1', name: 'Old CRM' }),
      tableRead('t1', 's1', 'a'),
      draft('mapping.set', { mapping: MAPPING }),
      draft('table.removed', { tableId: 't1' }),
      draft('table.role', { tableId: 't1', role: 'ignored', reason: '' }),
      draft('mapping.set', { mapping: MAPPING }),
      tableRead('t9', 'no-such-source', 'c'),
    );
    expect(folded.tables).toEqual([]);
    expect(folded.mappings).toEqual([]);
  });

  test('the last word counts: fixes, choices, settled records, rules, statements', () => {
    const settle = (verdict: 'keep' | 'exclude') =>
      draft('record.settled', { object: 'Account', key: 't1:7', verdict, reason: 'renewal in January' });
    const choose = (from: string) =>
      draft('survivor.chosen', { object: 'Account', choice: { member: 't1:1', field: 'Phone', from } });
    const fix = (from: string, to: string) =>
      draft('value.fixed', { object: 'Account', field: 'Type', from, to });
    const folded = state(
      fix('Cust', 'Customer'),
      fix('Kunde', 'Customer'),
      fix('Cust', 'Partner'),
      choose('t1:1'),
      choose('t2:4'),
      settle('exclude'),
      [settle('keep'), INES],
      draft('rule.set', { rule: RULES }),
      draft('rule.set', { rule: { ...RULES, window: { ...RULES.window, months: 18 } } }),
      draft('statement.written', { itemId: 'rollback', text: 'first' }),
      draft('statement.written', { itemId: 'rollback', text: 'second' }),
    );
    expect(folded.fixes.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'Kunde → Customer',
      'Cust → Partner',
    ]);
    expect(folded.choices).toEqual([{ object: 'Account', member: 't1:1', field: 'Phone', from: 't2:4' }]);
    expect(folded.settled).toMatchObject([{ key: 't1:7', verdict: 'keep', actor: 'ines' }]);
    expect(folded.rules['Account']?.window?.months).toBe(18);
    expect(folded.statements['rollback']).toBe('second');
  });

  test('finds nothing under names every object has', () => {
    const folded = state(draft('rule.set', { rule: RULES }));
    expect(folded.rules['constructor']).toBeUndefined();
    expect(folded.matchSettings['toString']).toBeUndefined();
  });

  test('takes the proposer from the entry, whatever the proposal claims', () => {
    const proposal = {
      itemId: 'active-rule:Account',
      artefactHash: 'a'.repeat(64),
      statement: 's',
      counts: { kept: 9028 },
      proposer: 'somebody-else',
      at: minute(2),
    };
    expect(state(draft('item.proposed', { proposal })).proposals['active-rule:Account']?.proposer).toBe(
      'mara',
    );
  });

  test('keeps the old key of a person who registers a new one', () => {
    const folded = state(
      draft('person.registered', { person: { ...PERSON, roles: ['committee'], publicKey: '1'.repeat(64) } }),
      draft('person.registered', { person: { ...PERSON, roles: ['steward'], publicKey: '2'.repeat(64) } }),
      draft('person.registered', { person: { ...PERSON, roles: [], publicKey: '1'.repeat(64) } }),
    );
    expect(folded.people.map((person) => [person.publicKey[0], person.roles])).toEqual([
      ['1', []],
      ['2', ['steward']],
    ]);
  });

  test('takes one ballot per signature: a copy with another content does not replace it', () => {
    const ballot = {
      format: 'winnow-ballot',
      version: 1,
      projectId: 'p-northgate',
      itemId: 'i',
      artefactHash: 'a'.repeat(64),
      statement: 's',
      counts: {},
      decision: 'reject',
      reason: 'not yet',
      personId: 'ines',
      name: 'Ines',
      publicKey: 'b'.repeat(64),
      at: minute(3),
      signature: 'c'.repeat(128),
    } as const;
    const folded = state(
      draft('ballot.cast', { ballot }),
      draft('ballot.cast', { ballot: { ...ballot, decision: 'approve' } }),
    );
    expect(folded.ballots.map((item) => item.decision)).toEqual(['reject']);
  });

  test('leaves out an erased entry', () => {
    const entries = journalOf(CREATED, draft('project.renamed', { name: 'Kim' }));
    expect(foldJournal([entries[0]!, { ...entries[1]!, payload: null, salt: '' }]).name).toBe(
      'Northgate CRM move',
    );
  });

  test('leaves the identity of what a decision does not touch', () => {
    const entries = journalOf(CREATED, draft('rule.set', { rule: RULES }));
    const before = foldJournal(entries);
    const next = journalOf(
      CREATED,
      draft('rule.set', { rule: RULES }),
      draft('project.renamed', { name: 'x' }),
    );
    const after = applyEntry(before, next[2]!, entries);
    expect(after.rules).toBe(before.rules);
    expect(after.decisions).toBe(before.decisions);
    expect(after.name).toBe('x');
  });
});

describe('undo and redo in the fold', () => {
  const rename = (name: string) => draft('project.renamed', { name });

  test('an undone entry is left out and what it covered shows again; redo brings it back', () => {
    const history = journalOf(
      CREATED,
      rename('B'),
      rename('C'),
      draft('entry.undone', { seq: 3 }),
      draft('entry.redone', { seq: 3 }),
    );
    expect([1, 2, 3, 4, 5].map((n) => foldJournal(history.slice(0, n)).name)).toEqual([
      'Northgate CRM move',
      'B',
      'C',
      'B',
      'C',
    ]);
  });

  test('undoing the removal of a table brings back its mapping', () => {
    const folded = state(
      draft('source.added', { sourceId: 's1', name: 'Old CRM' }),
      tableRead('t1', 's1', 'a'),
      draft('mapping.set', { mapping: MAPPING }),
      draft('table.removed', { tableId: 't1' }),
      draft('entry.undone', { seq: 5 }),
    );
    expect(folded.tables.map((table) => table.id)).toEqual(['t1']);
    expect(folded.mappings).toEqual([MAPPING]);
  });

  test.each([
    ['the creation of the project', 1],
    ['a registered person', 2],
    ['itself', 3],
    ['an entry of the future', 4],
  ])('%s cannot be undone', (_name, seq) => {
    const person = { ...PERSON, roles: ['committee' as const], publicKey: '1'.repeat(64) };
    const folded = state(
      draft('person.registered', { person }),
      draft('entry.undone', { seq }),
      rename('later'),
    );
    expect(folded).toMatchObject({ projectId: 'p-northgate', name: 'later', people: [{ id: 'ines' }] });
  });
});

describe('laws', () => {
  const object = fc.constantFrom('Account', 'Contact');
  const key = fc.constantFrom('t1:1', 't1:2', 't2:1', 't2:2');
  const tableId = fc.constantFrom('t1', 't2');
  const event: fc.Arbitrary<EventDraft> = fc.oneof(
    fc.string({ minLength: 1 }).map((name) => draft('project.renamed', { name: `n${name}` })),
    tableId.map((id) => draft('source.added', { sourceId: `s-${id}`, name: id })),
    fc.tuple(tableId, fc.constantFrom('a', 'b', 'c')).map(([id, digit]) => tableRead(id, `s-${id}`, digit)),
    tableId.map((id) => draft('table.removed', { tableId: id })),
    tableId.map((id) => draft('mapping.set', { mapping: { ...MAPPING, tableId: id } })),
    fc
      .tuple(key, key)
      .map(([from, to]) => draft('value.fixed', { object: 'Account', field: 'Type', from, to })),
    object.map((name) => draft('rule.set', { rule: { ...RULES, object: name } })),
    fc
      .tuple(object, fc.uniqueArray(key, { minLength: 2 }))
      .map(([name, keys]) =>
        draft('cluster.decided', { object: name, verdict: 'merge', groups: [keys], reason: '' }),
      ),
    key.map((k) => draft('record.settled', { object: 'Account', key: k, verdict: 'keep', reason: '' })),
    fc.integer({ min: 1, max: 30 }).map((seq) => draft('entry.undone', { seq })),
    fc.integer({ min: 1, max: 30 }).map((seq) => draft('entry.redone', { seq })),
  );
  const journal = fc
    .array(fc.tuple(event, fc.constantFrom(MARA, INES)), { maxLength: 30 })
    .map((events) => journalOf(CREATED, ...events));

  test('folding all at once equals applying one entry after the other, and any two parts', () => {
    fc.assert(
      fc.property(journal, fc.nat(), (entries, cut) => {
        const whole = foldJournal(entries);
        let step = emptyState();
        entries.forEach((entry, i) => {
          step = applyEntry(step, entry, entries.slice(0, i));
        });
        const at = cut % (entries.length + 1);
        const parts = applyEntries(
          foldJournal(entries.slice(0, at)),
          entries.slice(at),
          entries.slice(0, at),
        );
        expect(step).toEqual(whole);
        expect(parts).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test('undo then redo of any entry is identity', () => {
    fc.assert(
      fc.property(journal, fc.nat(), (entries, pick) => {
        const seq = (pick % entries.length) + 1;
        const undone = new Set<number>();
        for (const entry of entries) toggle(undone, entry);
        fc.pre(!undone.has(seq));
        const more = journalOf(
          ...entries.map(again),
          draft('entry.undone', { seq }),
          draft('entry.redone', { seq }),
        );
        expect(foldJournal(more)).toEqual(foldJournal(entries));
      }),
      { numRuns: 300 },
    );
  });

  /** The step that gave the entry. */
  function again({ kind, subject, payload, actor, role, at }: JournalEntry): Step {
    return [{ kind, subject, payload: payload as EventDraft['payload'] }, { id: actor, role }, at];
  }

  function toggle(undone: Set<number>, entry: JournalEntry): void {
    const { seq } = (entry.payload ?? {}) as { seq?: number };
    if (seq === undefined || seq >= entry.seq) return;
    if (entry.kind === 'entry.undone') undone.add(seq);
    if (entry.kind === 'entry.redone') undone.delete(seq);
  }
});
