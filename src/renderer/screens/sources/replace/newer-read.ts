import type { ReadOptions } from '@shared/ingest/types';
import type { EventPayloads, ReadTableState, SourceFile, TablePart } from '@shared/journal/types';

/** A newer file on its way into a table, with everything decided. */
export interface NewerFile {
  readonly file: SourceFile;
  readonly options: ReadOptions;
  readonly renamed: Readonly<Record<string, string>>;
  readonly extractDate: string | null;
  readonly keyColumn: string | null;
  /** The part it replaces, 0 the first; null = a further one below. */
  readonly part: number | null;
  /** Name of a further part. */
  readonly partName: string;
}

/** How the table is read once the newer file is accepted; other parts stay as they are. */
export function newerRead(table: ReadTableState, newer: NewerFile): EventPayloads['table.read'] {
  const { file, options, renamed } = newer;
  const own: Omit<TablePart, 'name'> = { file, options, ...(isEmpty(renamed) ? {} : { renamed }) };
  const parts =
    newer.part === null
      ? [...table.parts, { ...own, name: newer.partName }]
      : table.parts.map((part, at) => (at + 1 === newer.part ? { ...own, name: part.name } : part));
  const first = newer.part === 0 ? own : { file: table.file, options: table.options, renamed: table.renamed };
  return {
    tableId: table.id,
    sourceId: table.sourceId,
    name: table.name,
    file: first.file,
    options: first.options,
    keyColumn: newer.keyColumn,
    extractDate: newer.extractDate,
    ...(first.renamed && !isEmpty(first.renamed) ? { renamed: first.renamed } : {}),
    ...(parts.length > 0 ? { parts, partName: table.partName } : {}),
  };
}

function isEmpty(record: Readonly<Record<string, string>>): boolean {
  return Object.keys(record).length === 0;
}
