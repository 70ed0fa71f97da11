import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';

/** Published tables of string metrics and phonetic codes, beside the project. */
const TABLES = resolve(import.meta.dirname, '../../../shared/data/comparators');

/** Whether the tables are there; without them the parity tests are skipped. */
export const hasComparators: boolean = existsSync(TABLES);

/** Rows of a table with a header; every cell is text. */
export function factRows(file: string): Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(text(`facts/${file}`), { header: true, skipEmptyLines: true })
    .data;
}

/** Rows of a table without a header. A row of nothing but empty cells counts where it has more than one. */
export function plainRows(file: string): string[][] {
  return Papa.parse<string[]>(text(file)).data.filter((row) => row.length > 1);
}

/** The text of one table. */
export function text(file: string): string {
  return readFileSync(join(TABLES, file), 'utf8');
}

/** "input → ours, theirs" for each row where the two differ: the disagreements, named one by one. */
export function differing<Row>(
  rows: readonly Row[],
  input: (row: Row) => string,
  ours: (row: Row) => string,
  theirs: (row: Row) => string,
): string[] {
  return rows
    .filter((row) => ours(row) !== theirs(row))
    .map((row) => `${input(row)} → ${ours(row)}, ${theirs(row)}`);
}
