import type { ReadOptions } from '@shared/ingest/types';
import { readOptionsSchema } from '@shared/journal/source-schemas';
import { z } from 'zod';
import type { ImportFile, ImportTable } from './import-model';

/**
 * What a person settled about a picked file, without the file: kept so that closing the window loses only the picking.
 * Picking the same file again brings it back.
 */
export const importDraftSchema = z.strictObject({
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('existing'), sourceId: z.string().max(200) }),
    z.strictObject({ kind: z.literal('new'), name: z.string().max(200) }),
  ]),
  extractDate: z.string().max(10).nullable(),
  tables: z
    .array(
      z.strictObject({
        /** Which table of the file it was, by what the reader called it. */
        found: z.string().max(1000),
        name: z.string().max(200),
        include: z.boolean(),
        role: z.enum(['records', 'list', 'ignored']),
        reason: z.string().max(1000),
        options: readOptionsSchema,
      }),
    )
    .max(1000),
});

export type ImportDraft = z.infer<typeof importDraftSchema>;

/** Names a file by what stays the same when it is picked again. */
export function draftKey(file: {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}): string {
  return `import:${file.name}:${file.size}:${file.lastModified}`;
}

export function draftOf(file: ImportFile): ImportDraft {
  return {
    source: file.source,
    extractDate: file.extractDate,
    tables: file.tables.map(({ proposal, name, include, role, reason, pending }) => ({
      found: proposal.name,
      name,
      include,
      role,
      reason,
      options: pending ?? proposal.options,
    })),
  };
}

/** The file as it was left, and the tables that must be read again because their settings were changed. */
export function withDraft(
  file: ImportFile,
  draft: ImportDraft,
  knownSources: readonly { readonly id: string }[],
): {
  readonly file: ImportFile;
  readonly reread: readonly { readonly tableId: string; readonly options: ReadOptions }[];
} {
  const { source } = draft;
  const known = source.kind === 'new' || knownSources.some(({ id }) => id === source.sourceId);
  const reread: { tableId: string; options: ReadOptions }[] = [];
  const tables = file.tables.map((table): ImportTable => {
    const kept = draft.tables.find((item) => item.found === table.proposal.name);
    if (!kept) return table;
    if (JSON.stringify(kept.options) !== JSON.stringify(table.proposal.options)) {
      reread.push({ tableId: table.id, options: kept.options });
    }
    return { ...table, name: kept.name, include: kept.include, role: kept.role, reason: kept.reason };
  });
  return {
    file: { ...file, source: known ? source : file.source, extractDate: draft.extractDate, tables },
    reread,
  };
}
