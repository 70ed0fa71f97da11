import type { Progress } from '@shared/base/progress';
import { AppFailure } from '@shared/base/result';
import type { ReadOptions } from '@shared/ingest/types';
import type { EventDraft, SourceFile, TableRole } from '@shared/journal/types';
import { draft } from '../../../state/drafting';
import type { ActingPerson, OpenProject } from '../../../state/open-project';
import { uploadSource } from './upload';

/** A further part of a table to be added. */
export interface PartToAdd {
  readonly file: File;
  readonly name: string;
  readonly options: ReadOptions;
  readonly renamed: Readonly<Record<string, string>>;
}

/** A table to be added, with everything decided. */
export interface TableToAdd {
  readonly tableId: string;
  /** Further parts stacked below, each in one of the files to add. */
  readonly parts: readonly PartToAdd[];
  /** Name of its own rows among several parts. */
  readonly partName: string;
  readonly name: string;
  readonly options: ReadOptions;
  readonly role: TableRole;
  readonly reason: string;
}

/** A file to be added with its tables. */
export interface FileToAdd {
  readonly file: File;
  readonly sourceId: string;
  /** Set when the source is new. */
  readonly newSource: string | null;
  readonly extractDate: string | null;
  readonly tables: readonly TableToAdd[];
}

export interface AddTask {
  readonly report: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Copies the files into the project and writes all their tables to the journal as one step. Throws an `AppFailure`. */
export async function addTables(
  project: OpenProject,
  by: ActingPerson,
  files: readonly FileToAdd[],
  task: AddTask,
): Promise<void> {
  const events: EventDraft[] = [];
  const begun = new Set<string>();
  const kept = new Map<File, SourceFile>();
  const all = files.flatMap((item) => [
    item.file,
    ...item.tables.flatMap((table) => table.parts.map(({ file }) => file)),
  ]);
  for (const file of new Set(all)) {
    kept.set(file, await uploadSource(project.host, project.folder, file, project.engine.hash, task));
  }
  for (const item of files) {
    if (item.newSource !== null && !begun.has(item.sourceId)) {
      begun.add(item.sourceId);
      events.push(draft('source.added', item.newSource, { sourceId: item.sourceId, name: item.newSource }));
    }
    for (const table of item.tables) events.push(...tableEvents(table, item, kept));
  }
  const error = await project.commit(events, by);
  if (error) throw new AppFailure(error);
}

/**
 * Finds the columns that identify the rows of new tables and writes them down, in one step. Runs beside the work: a
 * million rows take a while, and nobody has to wait for it. What cannot be found out a person can still choose.
 */
export async function settleKeys(
  project: OpenProject,
  by: ActingPerson,
  tables: readonly { readonly tableId: string; readonly name: string }[],
): Promise<void> {
  const keys: EventDraft[] = [];
  for (const { tableId, name } of tables) {
    const profile = await project.ask((engine) => engine.profile(tableId));
    const keyColumn = profile.ok ? profile.value.keyColumn : null;
    const table = project.session.state.tables.find((item) => item.id === tableId);
    if (keyColumn !== null && table?.keyColumn === null) {
      keys.push(draft('table.key', name, { tableId, keyColumn }));
    }
  }
  if (keys.length > 0) await project.commit(keys, by);
}

function tableEvents(
  table: TableToAdd,
  from: FileToAdd,
  kept: ReadonlyMap<File, SourceFile>,
): readonly EventDraft[] {
  const { tableId, name, options, role, reason, partName } = table;
  const { sourceId, extractDate } = from;
  const file = kept.get(from.file)!;
  const parts = table.parts.map((part) => ({
    name: part.name,
    file: kept.get(part.file)!,
    options: part.options,
    ...(Object.keys(part.renamed).length > 0 ? { renamed: part.renamed } : {}),
  }));
  const read = draft('table.read', name, {
    tableId,
    sourceId,
    name,
    file,
    options,
    keyColumn: null,
    extractDate,
    ...(parts.length > 0 ? { parts, partName } : {}),
  });
  return role === 'records' ? [read] : [read, draft('table.role', name, { tableId, role, reason })];
}
