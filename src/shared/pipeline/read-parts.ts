import type { IngestedTable, NamedTable } from '../ingest/types';
import type { ReadTableState, TablePart } from '../journal/types';

/** Everything a table is read from, the first part included. */
export function partsOf(table: ReadTableState): readonly TablePart[] {
  const { partName: name, file, options, renamed, parts } = table;
  return [{ name, file, options, renamed }, ...parts];
}

/** What the rows of a part are computed from: its bytes, how they are read, how its columns are called. */
export function partInputs({ file, options }: TablePart): unknown {
  return { sha256: file.sha256, ext: file.ext, options };
}

/**
 * What the rows of a table are computed from, without the repairs: for keys of stages. Names of parts belong to it where
 * there are several, since lines are named by them.
 */
export function tableInputs(table: ReadTableState): unknown {
  return partsOf(table).map((part) => ({
    ...part,
    file: { sha256: part.file.sha256, ext: part.file.ext },
    name: table.parts.length > 0 ? part.name : '',
  }));
}

/**
 * The table with columns under other names. A name that is taken already stays where it is: two columns of one name could
 * not be told apart.
 */
export function withRenamed(
  ingested: IngestedTable,
  renamed: Readonly<Record<string, string>> = {},
): IngestedTable {
  const taken = new Set(ingested.table.columns.map((column) => column.name));
  const names = new Map<string, string>();
  for (const [from, to] of Object.entries(renamed)) {
    if (!taken.has(from) || taken.has(to)) continue;
    names.set(from, to);
    taken.delete(from);
    taken.add(to);
  }
  if (names.size === 0) return ingested;
  const called = <T extends { readonly name: string }>(item: T): T => ({
    ...item,
    name: names.get(item.name) ?? item.name,
  });
  return {
    ...ingested,
    table: { ...ingested.table, columns: ingested.table.columns.map(called) },
    columns: ingested.columns.map(called),
  };
}

/** Where a row of a table stands: the name of its part, null in a table of one piece, and its line there. */
export interface Place {
  readonly part: string | null;
  /** 1-based. */
  readonly line: number;
}

/** The place of a row, 0-based. Logarithmic in the number of parts. */
export function placeOf({ parts, lines }: Pick<IngestedTable, 'parts' | 'lines'>, row: number): Place {
  const line = lines[row] ?? 0;
  if (!parts) return { part: null, line };
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (parts[middle]!.firstRow <= row) low = middle;
    else high = middle - 1;
  }
  return { part: parts[low]?.name ?? null, line };
}

/** A source with the part a row comes from, as people read it: "Old CRM, Customers 2020". */
export function sourceWithPart(sourceName: string, part: string | null): string {
  return part === null ? sourceName : `${sourceName}, ${part}`;
}

/** Tables with the names of their parts, ready to be stacked. */
export function namedParts(
  parts: readonly TablePart[],
  read: readonly IngestedTable[],
): readonly NamedTable[] {
  return parts.map(({ name, renamed }, index) => ({ name, ingested: withRenamed(read[index]!, renamed) }));
}
