import { derivationWords } from '@shared/derive/words';
import type { ReadTableState, SourceFile, TableState } from '@shared/journal/types';
import { plural } from '../../base/format';

/** The table of a file a table comes from, on whatever way. */
export function readOrigin(table: TableState, tables: readonly TableState[]): ReadTableState {
  if (table.derivation === null) return table;
  const { from } = table.derivation;
  // The project state holds no derived table without the one it is made from.
  return readOrigin(tables.find(({ id }) => id === from)!, tables);
}

/** The first file the rows of a table stand in. */
export function fileOf(table: TableState, tables: readonly TableState[]): SourceFile {
  return readOrigin(table, tables).file;
}

/** Where the rows of a table come from, in a few words: a file, parts, or how it is made. */
export function originOf(table: TableState, tables: readonly TableState[]): string {
  if (table.derivation === null)
    return table.parts.length > 0 ? `${plural(table.parts.length + 1, 'part')} stacked` : table.file.name;
  const { from } = table.derivation;
  const name = tables.find(({ id }) => id === from)?.name ?? from;
  return derivationWords(table.derivation, name);
}
