import type { EventDraft, EventKind, EventPayloads } from '@shared/journal/types';

/** A journal entry to be written; keeps kind and payload together. */
export function draft<K extends EventKind>(
  kind: K,
  subject: string,
  payload: EventPayloads[K],
): EventDraft<K> {
  return { kind, subject, payload };
}
