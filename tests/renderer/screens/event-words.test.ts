import { chainEntry, GENESIS } from '@shared/journal/chain';
import { foldJournal } from '@shared/journal/fold';
import { PAYLOAD_SCHEMAS } from '@shared/journal/schemas';
import type { EventDraft, JournalEntry } from '@shared/journal/types';
import { describe, expect, it } from 'vitest';
import { eventWords, KIND_GROUPS, namesOf } from '../../../src/renderer/screens/history/event-words';
import { draft } from '../../../src/renderer/state/drafting';

function journalOf(...drafts: EventDraft[]): readonly JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const item of drafts) {
    entries.push(
      chainEntry(item, {
        seq: entries.length + 1,
        at: '2026-11-14T09:00:00.000Z',
        actor: { id: 'p-1', role: 'steward' },
        salt: 'ab'.repeat(16),
        prev: entries.at(-1)?.hash ?? GENESIS,
      }),
    );
  }
  return entries;
}

const read = draft('table.read', 'Accounts', {
  tableId: 't-1',
  sourceId: 's-1',
  name: 'Accounts',
  file: { sha256: 'a'.repeat(64), ext: 'csv', name: 'old-crm-accounts.csv', bytes: 523_377 },
  options: {
    kind: 'delimited',
    encoding: 'windows-1252',
    delimiter: ';',
    quote: '"',
    escape: '"',
    headerRow: 0,
    firstRow: 1,
    types: {},
    dateOrders: {},
  },
  keyColumn: null,
  extractDate: null,
});

function wordsOf(...drafts: EventDraft[]): readonly string[] {
  const entries = journalOf(...drafts);
  const names = namesOf(foldJournal(entries), entries);
  return entries.map((entry) => eventWords(entry, names));
}

const begun = draft('project.created', 'P', { projectId: 'project-1', name: 'Northgate' });

describe('eventWords', () => {
  it('tells how a table was read', () => {
    expect(wordsOf(begun, read)[1]).toBe(
      'read Accounts from old-crm-accounts.csv (523.4 kB; windows-1252, semicolon, header in line 1)',
    );
  });
  it('tells cleaning steps in the words of the screen, also those that were moved or removed', () => {
    const step = {
      id: 'x1',
      action: { kind: 'remove', columns: ['Fax'] },
      where: [],
      enabled: true,
      note: '',
    } as const;
    const words = wordsOf(
      begun,
      draft('source.added', 'S', { sourceId: 's-1', name: 'Old CRM' }),
      read,
      draft('step.set', 'Accounts', { tableId: 't-1', step, before: null }),
      draft('step.set', 'Accounts', { tableId: 't-1', step: { ...step, enabled: false }, before: null }),
      draft('step.moved', 'Accounts', { tableId: 't-1', stepId: 'x1', before: null }),
      draft('step.removed', 'Accounts', { tableId: 't-1', stepId: 'x1' }),
      draft('step.removed', 'Accounts', { tableId: 't-1', stepId: 'x2' }),
    );
    expect(words.slice(3)).toEqual([
      'set a cleaning step of Accounts: Remove Fax',
      'switched off a cleaning step of Accounts: Remove Fax',
      'moved a cleaning step of Accounts: Remove Fax',
      'removed a cleaning step of Accounts: Remove Fax',
      'removed a cleaning step of Accounts: an earlier one',
    ]);
  });
  it('calls a table by its name, also after it was removed', () => {
    const words = wordsOf(
      begun,
      read,
      draft('table.key', 'Accounts', { tableId: 't-1', keyColumn: 'Kd-Nr' }),
      draft('table.removed', 'Accounts', { tableId: 't-1' }),
    );
    expect(words.slice(2)).toEqual(['made Kd-Nr the key column of Accounts', 'removed Accounts']);
  });
  it('says what an undo took back', () => {
    const words = wordsOf(
      begun,
      draft('source.added', 'Old CRM', { sourceId: 's-1', name: 'Old CRM' }),
      draft('entry.undone', 'entry 2', { seq: 2 }),
    );
    expect(words[2]).toBe('took entry 2 back: added the source Old CRM');
  });
  it('says of an erased payload that it was erased', () => {
    const [entry] = journalOf(begun);
    const names = namesOf(foldJournal([]), []);
    expect(entry && eventWords({ ...entry, payload: null }, names)).toBe(
      'made an entry whose content was erased on request',
    );
  });
  it('never guesses at a payload it cannot read', () => {
    const [entry] = journalOf(begun);
    const names = namesOf(foldJournal([]), []);
    expect(entry && eventWords({ ...entry, payload: { name: 7 } }, names)).toMatch(
      /this version cannot read$/,
    );
  });
});

describe('KIND_GROUPS', () => {
  it('has every kind but those of the project itself once', () => {
    const grouped = KIND_GROUPS.flatMap(({ kinds }) => kinds).sort();
    const all = Object.keys(PAYLOAD_SCHEMAS).filter((kind) => !kind.startsWith('project.'));
    expect(grouped).toEqual(all.sort());
  });
});
