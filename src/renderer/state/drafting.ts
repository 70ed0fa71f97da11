import type { EventDraft, EventKind, EventPayloads, TableState } from '@shared/journal/types';

/** A journal entry to be written; keeps kind and payload together. */
export function draft<K extends EventKind>(
  kind: K,
  subject: string,
  payload: EventPayloads[K],
): EventDraft<K> {
  return { kind, subject, payload };
}

/** The word on a column: carried over or left behind, and why. */
export function columnDecision(
  table: Pick<TableState, 'id' | 'name'>,
  column: string,
  verdict: 'carry' | 'leave',
  reason: string,
): EventDraft<'column.decided'> {
  return draft('column.decided', `${table.name}: ${column}`, { tableId: table.id, column, verdict, reason });
}
