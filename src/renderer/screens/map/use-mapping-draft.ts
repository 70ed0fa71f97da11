import { tableMappingSchema } from '@shared/journal/source-schemas';
import { readMapping, writeMapping } from '@shared/journal/written-mapping';
import type { TableMapping } from '@shared/mapping/types';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { isoNow } from '../../state/clock';
import { useProject, useSurroundings } from '../../state/context';
import { dropDraft, readDraft, writeDraft } from '../../store/drafts';

export interface MappingDraft {
  /** False until it is known whether something was begun before. */
  readonly ready: boolean;
  /** What was changed and not yet agreed; null while nothing is. */
  readonly mapping: TableMapping | null;
  /** The object of what was begun before the screen was opened; null where nothing was. */
  readonly restored: string | null;
  readonly set: (mapping: TableMapping | null) => void;
}

interface Kept {
  /** The agreed mapping it began with, as text; '' for a suggestion. */
  readonly basis: string;
  readonly mapping: TableMapping;
}

const schema = z.strictObject({
  basis: z.string(),
  mapping: tableMappingSchema.transform(readMapping),
}) satisfies z.ZodType<Kept>;

/**
 * The mapping of a table that is being changed. It is kept on this machine until it is agreed or discarded, so that looking
 * at another table or closing the window loses nothing; once the agreed mapping is another one than it began with, it lapses.
 */
export function useMappingDraft(system: string, tableId: string, saved: TableMapping | null): MappingDraft {
  const { database } = useSurroundings();
  const { projectId } = useProject().session.state;
  const [kept, setKept] = useState<Kept | null | undefined>(undefined);
  const [restored, setRestored] = useState<string | null>(null);
  const key = `mapping:${system}:${tableId}`;
  const basis = saved === null ? '' : JSON.stringify(saved);
  const opened = useRef(basis);
  useEffect(() => {
    let left = false;
    readDraft(database, projectId, key, schema)
      .catch(() => null)
      .then((found) => {
        if (left) return;
        setKept(found);
        setRestored(found?.basis === opened.current ? found.mapping.object : null);
      });
    return () => {
      left = true;
    };
  }, [database, projectId, key]);
  const set = (mapping: TableMapping | null) => {
    setKept(mapping === null ? null : { basis, mapping });
    // A draft is a convenience: where the store fails, it lives as long as the screen.
    const done =
      mapping === null
        ? dropDraft(database, projectId, key)
        : writeDraft(database, projectId, key, { basis, mapping: writeMapping(mapping) }, isoNow());
    void done.catch(() => undefined);
  };
  const mapping = kept?.basis === basis ? kept.mapping : null;
  return { ready: kept !== undefined, mapping, restored, set };
}
