import type { ReadOptions } from '@shared/ingest/types';
import Papa from 'papaparse';

/** Longest line cut into cells; the rest is left for a person to see. */
const MAX_RAW = 200_000;

/**
 * The cells a rejected line would have under the options of its table; an unclosed quote is read as a plain character.
 * A row of a sheet stands with tabs between its cells.
 */
export function splitRaw(raw: string, options: ReadOptions): readonly string[] {
  const text = raw.slice(0, MAX_RAW).replace(/\r?\n$/, '');
  if (options.kind === 'workbook') return text.split('\t');
  const { delimiter, quote } = options;
  const quoted = quote === '' ? null : parsed(text, delimiter, quote, options.escape || quote);
  return quoted ?? text.split(delimiter);
}

/** Null where quotes do not add up. */
function parsed(
  text: string,
  delimiter: string,
  quoteChar: string,
  escapeChar: string,
): readonly string[] | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, quoteChar, escapeChar, header: false });
  if (errors.some(({ type }) => type === 'Quotes') || data.length !== 1) return null;
  return data[0] ?? null;
}

/** The cell and the one after it as one, with what stood between them; what follows moves one place to the front. */
export function joinedWithNext(cells: readonly string[], at: number, between: string): readonly string[] {
  const next = cells[at + 1];
  if (next === undefined) return cells;
  return [...cells.slice(0, at), `${cells[at] ?? ''}${between}${next}`, ...cells.slice(at + 2)];
}

/** An empty cell before this one; what follows moves one place to the back. */
export function withEmptyBefore(cells: readonly string[], at: number): readonly string[] {
  return [...cells.slice(0, at), '', ...cells.slice(at)];
}

/** What stands between two cells of a line, for joining them again. */
export function separatorOf(options: ReadOptions): string {
  return options.kind === 'workbook' ? ' ' : options.delimiter;
}
