import { chainEntry, GENESIS } from '@shared/journal/chain';
import type { Actor, EventDraft, EventKind, EventPayloads, JournalEntry } from '@shared/journal/types';

export const MARA: Actor = { id: 'mara', role: 'steward' };
export const INES: Actor = { id: 'ines', role: 'committee' };

/** A draft with its payload typed by its kind. */
export function draft<K extends EventKind>(
  kind: K,
  payload: EventPayloads[K],
  subject: string = kind,
): EventDraft<K> {
  return { kind, subject, payload };
}

/** Minutes after a fixed hour, so that entries of different steps have different times. */
export function minute(n: number): string {
  return new Date(Date.UTC(2026, 10, 14, 9, n)).toISOString();
}

/** What somebody did: a draft by Mara, by another, or at another time than the next minute. */
export type Step =
  | EventDraft
  | readonly [event: EventDraft, actor: Actor]
  | readonly [event: EventDraft, actor: Actor, at: string];

/** Chains steps, one minute after the other. */
export function journalOf(...steps: readonly Step[]): JournalEntry[] {
  const entries: JournalEntry[] = [];
  for (const item of steps) {
    const [event, actor, at] = 'kind' in item ? [item, MARA, undefined] : [item[0], item[1], item[2]];
    const seq = entries.length + 1;
    entries.push(
      chainEntry(event, {
        seq,
        at: at ?? minute(seq),
        actor,
        salt: seq.toString(16).padStart(32, '0'),
        prev: entries.at(-1)?.hash ?? GENESIS,
      }),
    );
  }
  return entries;
}

export const CREATED = draft('project.created', { projectId: 'p-northgate', name: 'Northgate CRM move' });

export const RULES = {
  object: 'Account',
  includes: [],
  excludes: [],
  window: { fields: ['LastActivity__c'], related: [], months: 24, missing: 'unknown' },
  otherwise: 'exclude',
  referenceDate: '2026-11-14',
  keepParents: true,
} as const;

export function tableRead(
  tableId: string,
  sourceId: string,
  digit: string,
  change: Partial<EventPayloads['table.read']> = {},
): EventDraft<'table.read'> {
  return draft('table.read', {
    tableId,
    sourceId,
    name: `Table ${tableId}`,
    file: { sha256: digit.repeat(64), ext: 'csv', name: 'accounts.csv', bytes: 1000 },
    options: {
      kind: 'delimited',
      encoding: 'windows-1252',
      delimiter: ';',
      quote: '"',
      escape: '"',
      headerRow: 0,
      firstRow: 1,
      types: {},
      dateOrders: { Since: 'DMY' },
    },
    keyColumn: 'No',
    extractDate: '2026-11-14',
    ...change,
  });
}
