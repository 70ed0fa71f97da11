import { columnNames, listed } from './column-names';

/** The columns of a table once its rows are known. */
export interface SettledColumns {
  /** By position, those left out included. */
  readonly names: readonly string[];
  /** Positions of columns with neither header nor values, which are left out. */
  readonly blank: ReadonlySet<number>;
  readonly warnings: readonly string[];
}

/**
 * Names the columns of a table and leaves out the blank ones; with `areNotesNamed` notes beside the table are called so.
 * `filled` counts the rows in which a column holds something; it is asked about columns without a header only.
 */
export function settleColumns(
  header: readonly string[] | null,
  width: number,
  rows: number,
  areNotesNamed: boolean,
  filled: (column: number) => number,
): SettledColumns {
  const { unnamed } = columnNames(header, width);
  const found = unnamedColumns(unnamed, width, rows, filled);
  const settled = areNotesNamed ? found : { ...found, notes: new Set<number>() };
  const { names, warnings } = columnNames(header, width, settled.notes);
  return {
    names,
    blank: settled.blank,
    warnings: [...warnings, ...unnamedWarnings(names, unnamed, settled)],
  };
}

/** What becomes of the columns that have no header of their own. */
interface Unnamed {
  /** Left out: they have no value either. */
  readonly blank: ReadonlySet<number>;
  /** Notes beside the table. */
  readonly notes: ReadonlySet<number>;
}

/** A column of notes holds this share of the rows at most, or so many. */
const NOTES_SHARE = 0.1;
const FEW_NOTES = 3;

/**
 * Tells columns without a header apart: blank ones, and those that stand behind a blank column with few cells, so that
 * they are notes somebody wrote beside the table. `filled` counts the cells of a column that hold something.
 */
export function unnamedColumns(
  unnamed: readonly number[],
  width: number,
  rows: number,
  filled: (column: number) => number,
): Unnamed {
  const count = new Map(unnamed.map((column) => [column, filled(column)]));
  // A table is never left without any column.
  const blank = new Set(width > 1 ? unnamed.filter((column) => count.get(column) === 0) : []);
  const most = Math.max(FEW_NOTES, rows * NOTES_SHARE);
  const isEdge = (column: number): boolean => column < 0 || column >= width || blank.has(column);
  const notes = new Set<number>();
  const kept = unnamed.filter((column) => !blank.has(column));
  for (let from = 0, to = 0; from < kept.length; from = to) {
    // Neighbours are apart from the table, or at its side, as one.
    for (to = from + 1; kept[to] === kept[to - 1]! + 1; ) to++;
    if (blank.size === 0 || !isEdge(kept[from]! - 1) || !isEdge(kept[to - 1]! + 1)) continue;
    for (const column of kept.slice(from, to)) if (count.get(column)! <= most) notes.add(column);
  }
  return { blank, notes };
}

/** Sentences about the columns without a header. */
function unnamedWarnings(
  names: readonly string[],
  unnamed: readonly number[],
  { blank, notes }: Unnamed,
): string[] {
  const called = (columns: readonly number[]): string => listed(columns.map((i) => `"${names[i]}"`));
  const kept = unnamed.filter((i) => !blank.has(i) && !notes.has(i));
  const warnings: string[] = [];
  if (kept.length > 0) {
    warnings.push(
      kept.length === 1
        ? `One column has no header; it is called ${called(kept)}.`
        : `${kept.length} columns have no header; they are called ${called(kept)}.`,
    );
  }
  if (notes.size > 0) {
    warnings.push(
      notes.size === 1
        ? `Notes stand beside the table, behind a blank column; they are kept as the column ${called([...notes])}.`
        : `Notes stand beside the table, behind blank columns; they are kept as the columns ${called([...notes])}.`,
    );
  }
  if (blank.size > 0)
    warnings.push(`Columns with neither header nor values were left out: ${called([...blank])}.`);
  return warnings;
}
