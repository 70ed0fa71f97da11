import type { AppError } from '@shared/base/result';
import type { Evidence, Inspection, ReadOptions, TableProposal } from '@shared/ingest/types';
import type { SourceState, TableRole } from '@shared/journal/types';
import { looksLikeList, sourceNameOf } from './source-name';

/** One table of a picked file, as it would be added. */
export interface ImportTable {
  /** The table id it will get. */
  readonly id: string;
  readonly name: string;
  readonly include: boolean;
  readonly role: TableRole;
  /** Why it stays behind; only for `ignored`. */
  readonly reason: string;
  /** The table it is stacked below as a further part; null = a table of its own. */
  readonly below: string | null;
  /** Columns taken for ones of the table above, by their name in this file. */
  readonly renamed: Readonly<Record<string, string>>;
  readonly proposal: TableProposal;
  /** A newer preview is on its way under these options; null when the proposal is current. */
  readonly pending: ReadOptions | null;
  /** Why the last options did not work; the proposal is still the one before. */
  readonly error: AppError | null;
}

/** Which source a file belongs to. */
export type SourceChoice =
  | { readonly kind: 'existing'; readonly sourceId: string }
  | { readonly kind: 'new'; readonly name: string };

/** One picked file on its way into the project. */
export interface ImportFile {
  readonly id: string;
  readonly file: File;
  readonly status: 'inspecting' | 'ready' | 'failed';
  readonly error: AppError | null;
  readonly format: Inspection['format'] | null;
  readonly tables: readonly ImportTable[];
  readonly source: SourceChoice;
  /** ISO date the extract was made, or null when not known. */
  readonly extractDate: string | null;
}

/** The name a choice stands for. */
export function sourceName(choice: SourceChoice | SourceState, sources: readonly SourceState[]): string {
  if ('id' in choice || choice.kind === 'new') return choice.name;
  return sources.find((source) => source.id === choice.sourceId)?.name ?? '';
}

/** The choice a name stands for: the source of this name, whatever its case, or a new one. */
export function sourceChoice(name: string, sources: readonly SourceState[]): SourceChoice {
  const known = sources.find((source) => source.name.toLowerCase() === name.trim().toLowerCase());
  return known ? { kind: 'existing', sourceId: known.id } : { kind: 'new', name };
}

/** A newly picked file, before it was looked into. */
export function pickedFile(
  id: string,
  file: File,
  sources: readonly SourceState[],
  extractDate: string | null,
): ImportFile {
  return {
    id,
    file,
    status: 'inspecting',
    error: null,
    format: null,
    tables: [],
    source: sourceChoice(sourceNameOf(file.name), sources),
    extractDate,
  };
}

/** The file with what the reader found in it. Hidden sheets and empty tables are offered but not ticked. */
export function inspectedFile(file: ImportFile, found: Inspection, newId: () => string): ImportFile {
  const tables = found.tables.map(
    (proposal): ImportTable => ({
      id: newId(),
      name: proposal.name,
      include: !proposal.hidden && proposal.columns.length > 0 && proposal.preview.length > 0,
      role: looksLikeList(proposal.name) ? 'list' : 'records',
      reason: '',
      below: null,
      renamed: {},
      proposal,
      pending: null,
      error: null,
    }),
  );
  return { ...file, status: 'ready', format: found.format, tables };
}

/** Every file with one table changed. */
export function withTable(
  files: readonly ImportFile[],
  tableId: string,
  change: (table: ImportTable) => ImportTable,
): readonly ImportFile[] {
  return files.map((file) =>
    file.tables.some((table) => table.id === tableId)
      ? { ...file, tables: file.tables.map((table) => (table.id === tableId ? change(table) : table)) }
      : file,
  );
}

/** Questions the data cannot answer: a person must, before the table is added. */
export function openQuestions(proposal: TableProposal): readonly Evidence[] {
  return proposal.evidence.filter((item) => {
    if (item.certainty !== 'ask') return false;
    if (item.about === 'dateOrder' && item.column !== undefined)
      return !Object.hasOwn(proposal.options.dateOrders, item.column);
    return item.about === 'dateOrder';
  });
}

/** Why a file cannot be added yet, as a sentence; null when it can. */
export function blockedBecause(file: ImportFile): string | null {
  if (file.status === 'inspecting') return `${file.file.name} is still being read.`;
  if (file.status === 'failed') return null;
  const taken = file.tables.filter((table) => table.include);
  if (taken.length > 0 && file.source.kind === 'new' && file.source.name.trim() === '')
    return `Give the source of ${file.file.name} a name.`;
  for (const table of taken) {
    if (table.pending) return `${table.name} is being read again.`;
    if (table.below === null && table.name.trim() === '')
      return `Give every table of ${file.file.name} a name.`;
    if (table.below === null && table.role === 'ignored' && table.reason.trim() === '')
      return `Say why ${table.name} stays behind: the reason stands on the final report.`;
    const [question] = openQuestions(table.proposal);
    if (question) return `${table.name}: ${question.text}`;
  }
  return null;
}

/** Tables that will be added, over all files; a stack counts as one. */
export function takenTables(files: readonly ImportFile[]): readonly ImportTable[] {
  return files.flatMap((file) =>
    file.status === 'ready' ? file.tables.filter((table) => table.include && table.below === null) : [],
  );
}
