/** Longest column name kept; a longer header is cut. */
const MAX_NAME = 200;

const NO_NOTES: ReadonlySet<number> = new Set();

/** What a column of notes beside the table is called. */
const NOTES = 'Note beside the table';

export interface ColumnNames {
  readonly names: readonly string[];
  /** Sentences about headers that had to be changed. */
  readonly warnings: readonly string[];
  /** Positions (0-based) of columns without a header of their own; none in a table without a header row. */
  readonly unnamed: readonly number[];
}

/**
 * Names for `width` columns from the cells of the header row, or `Column 1`, `Column 2` … without one. Blanks around and
 * inside are evened out; a blank header becomes `Column` with its position, in columns of `notes` what they are; a name
 * met before gets ` (2)`, ` (3)` …
 */
export function columnNames(
  header: readonly string[] | null,
  width: number,
  notes: ReadonlySet<number> = NO_NOTES,
): ColumnNames {
  const wanted = Array.from({ length: width }, (_, i) => tidy(header?.[i] ?? ''));
  const reserved = new Set(wanted);
  const used = new Set<string>();
  const names: string[] = [];
  const renamed: string[] = [];
  const unnamed: number[] = [];
  for (const [i, name] of wanted.entries()) {
    if (name === '' && header !== null) unnamed.push(i);
    const base = name !== '' ? name : notes.has(i) ? NOTES : `Column ${i + 1}`;
    const clash = used.has(base) || (name === '' && reserved.has(base));
    const unique = clash ? nextFree(base, used, reserved) : base;
    if (clash && name !== '') renamed.push(`"${base}" → "${unique}"`);
    used.add(unique);
    names.push(unique);
  }
  return { names, warnings: header === null ? [] : renameWarnings(renamed), unnamed };
}

function tidy(header: string): string {
  return header.replaceAll('\0', ' ').replace(/\s+/gu, ' ').trim().slice(0, MAX_NAME);
}

function nextFree(base: string, used: ReadonlySet<string>, reserved: ReadonlySet<string>): string {
  for (let n = 2; ; n++) {
    const name = `${base} (${n})`;
    if (!used.has(name) && !reserved.has(name)) return name;
  }
}

function renameWarnings(renamed: readonly string[]): string[] {
  if (renamed.length === 0) return [];
  return [
    `${renamed.length === 1 ? 'One header occurs' : `${renamed.length} headers occur`} more than once; the later ones were renamed: ${listed(renamed)}.`,
  ];
}

/** The first five of a list in one line. */
export function listed(items: readonly string[]): string {
  return items.length > 5 ? `${items.slice(0, 5).join(', ')} and ${items.length - 5} more` : items.join(', ');
}
