import { type CellKind, cellKind } from './cell-kind';

/** Filled values of a column that must have been seen, and the share that must be of one kind. */
const LEAST = 15;
const SHARE = 0.97;
/** Where more of the rows than this have another number of cells, that is how the file is written. */
const COMMON = 0.1;

/** Says why a row with another number of cells than there are columns cannot be right; null when it may be. */
export type RaggedCheck = (cells: readonly string[]) => string | null;

/**
 * Learns from the first rows what kind of values each column has. A row with too few or too many cells whose values do
 * not fit then has lost or gained a delimiter: read as it stands, its values would end up in the wrong columns. Null where
 * such rows are common, or no column has values of a kind.
 */
export function raggedCheck(
  rows: readonly (readonly string[])[],
  names: readonly string[],
): RaggedCheck | null {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const even = filled.filter((row) => row.length === names.length);
  if (filled.length === 0 || even.length < filled.length * (1 - COMMON)) return null;
  const kinds = names.map((_, column) => kindOfColumn(even, column));
  if (kinds.every((kind) => kind === null)) return null;
  return (cells) => {
    for (const [column, kind] of kinds.entries()) {
      const cell = cells[column] ?? '';
      if (kind === null || cell === '') continue;
      const own = family(cellKind(cell));
      if (own === kind || own === 'missing' || own === 'empty') continue;
      const shown = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
      const what =
        cells.length === names.length
          ? 'The line has a quote in the wrong place'
          : `The line has ${cells.length} cells instead of ${names.length}`;
      return `${what}, and "${shown}" would stand in "${names[column]}", where others have ${WORDS[kind]}: a delimiter is missing or one too many.`;
    }
    return null;
  };
}

type Family = 'number' | 'date' | 'time' | 'email' | 'url' | 'boolean';

const WORDS: Readonly<Record<Family, string>> = {
  number: 'numbers',
  date: 'dates',
  time: 'times',
  email: 'e-mail addresses',
  url: 'web addresses',
  boolean: 'yes or no',
};

function family(kind: CellKind): Family | 'missing' | 'empty' | 'text' {
  switch (kind) {
    case 'integer':
    case 'number':
    case 'code':
      return 'number';
    case 'date':
    case 'datetime':
      return 'date';
    case 'words':
    case 'other':
      return 'text';
    default:
      return kind;
  }
}

function kindOfColumn(rows: readonly (readonly string[])[], column: number): Family | null {
  const counts = new Map<Family, number>();
  let filled = 0;
  for (const row of rows) {
    const kind = family(cellKind(row[column]!));
    if (kind === 'empty' || kind === 'missing') continue;
    filled++;
    if (kind !== 'text') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  if (filled < LEAST) return null;
  for (const [kind, count] of counts) if (count >= filled * SHARE) return kind;
  return null;
}
