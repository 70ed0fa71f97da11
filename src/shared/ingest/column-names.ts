/** Longest column name kept; a longer header is cut. */
const MAX_NAME = 200;

export interface ColumnNames {
  readonly names: readonly string[];
  /** Sentences about headers that had to be changed. */
  readonly warnings: readonly string[];
  /** Positions (0-based) of columns without a header of their own. */
  readonly unnamed: readonly number[];
}

/**
 * Names for `width` columns from the cells of the header row, or `Column 1`, `Column 2` … without one. Blanks around and
 * inside are evened out; a blank header becomes `Column` with its position; a name met before gets ` (2)`, ` (3)` …
 */
export function columnNames(header: readonly string[] | null, width: number): ColumnNames {
  const wanted = Array.from({ length: width }, (_, i) => tidy(header?.[i] ?? ''));
  const reserved = new Set(wanted);
  const used = new Set<string>();
  const names: string[] = [];
  const renamed: string[] = [];
  const unnamed: number[] = [];
  for (const [i, name] of wanted.entries()) {
    if (name === '') unnamed.push(i);
    const base = name === '' ? `Column ${i + 1}` : name;
    const clash = used.has(base) || (name === '' && reserved.has(base));
    const unique = clash ? nextFree(base, used, reserved) : base;
    if (clash && name !== '') renamed.push(`"${base}" → "${unique}"`);
    used.add(unique);
    names.push(unique);
  }
  return { names, warnings: header === null ? [] : warningsOf(unnamed, renamed, names), unnamed };
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

function warningsOf(
  unnamed: readonly number[],
  renamed: readonly string[],
  names: readonly string[],
): string[] {
  const warnings: string[] = [];
  if (unnamed.length > 0) {
    const list = listed(unnamed.map((i) => `"${names[i]}"`));
    warnings.push(
      unnamed.length === 1
        ? `One column has no header; it is called ${list}.`
        : `${unnamed.length} columns have no header; they are called ${list}.`,
    );
  }
  if (renamed.length > 0) {
    warnings.push(
      `${renamed.length === 1 ? 'One header occurs' : `${renamed.length} headers occur`} more than once; the later ones were renamed: ${listed(renamed)}.`,
    );
  }
  return warnings;
}

/** The first five of a list in one line. */
export function listed(items: readonly string[]): string {
  return items.length > 5 ? `${items.slice(0, 5).join(', ')} and ${items.length - 5} more` : items.join(', ');
}
