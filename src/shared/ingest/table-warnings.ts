import { countCodes } from '../table/column';
import type { Column } from '../table/types';
import type { ColumnGuess } from './types';

/** Counts kept while the rows of a table are read; each becomes a sentence when it is not zero. */
export interface RowCounts {
  /** Filled rows above the first data row, the header aside. */
  readonly above: number;
  readonly blank: number;
  readonly short: number;
  readonly firstShort: number;
  readonly stray: number;
  readonly firstStray: number;
}

/** Sentences about rows that were read with a grain of salt. */
export function rowWarnings(counts: RowCounts): string[] {
  const { above, blank, short, firstShort, stray, firstStray } = counts;
  const warnings: string[] = [];
  if (above > 0) warnings.push(`${rows(above)} above the data ${was(above)} left out.`);
  if (blank > 0) warnings.push(`${blank} blank ${blank === 1 ? 'row was' : 'rows were'} skipped.`);
  if (short > 0) {
    warnings.push(
      `${rows(short)} ${short === 1 ? 'has' : 'have'} fewer cells than there are columns (first: line ${firstShort}); the missing cells at the end were read as empty.`,
    );
  }
  if (stray > 0) {
    warnings.push(
      `${rows(stray)} ${stray === 1 ? 'holds' : 'hold'} quotes inside quotes that are not written twice (first: line ${firstStray}); they were read as part of the text.`,
    );
  }
  return warnings;
}

/** A sentence about filled rows of the sheet or file that belong to other tables of it. */
export function outsideWarnings(outside: number): string[] {
  if (outside === 0) return [];
  return [`${rows(outside)} of the file ${outside === 1 ? 'lies' : 'lie'} outside this table.`];
}

/** Counts kept while the text of a file is decoded. */
export interface TextCounts {
  readonly encoding: string;
  readonly undecodable: number;
  readonly mended: number;
  readonly nuls: number;
}

/** Sentences about text that could not be decoded, or not as it stands. */
export function textWarnings({ encoding, undecodable, mended, nuls }: TextCounts): string[] {
  const warnings: string[] = [];
  if (undecodable > 0) {
    warnings.push(
      `${undecodable} ${undecodable === 1 ? 'character' : 'characters'} could not be read as ${encoding} and show as �. Another encoding may fit better.`,
    );
  }
  if (mended > 0) {
    warnings.push(
      `${mended} ${mended === 1 ? 'sign' : 'signs'} such as – ’ € had been saved as control characters by another program; ${mended === 1 ? 'it was' : 'they were'} read as the ${mended === 1 ? 'sign' : 'signs'} of windows-1252.`,
    );
  }
  if (nuls > 0) {
    warnings.push(
      `${nuls} NUL ${nuls === 1 ? 'character stands' : 'characters stand'} inside cells and were kept.`,
    );
  }
  return warnings;
}

const HASH = '#'.charCodeAt(0);
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+\d{2}$/;
const SPREADSHEET_ERROR = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|BEZUG!|NV|WERT!)$/;

/** Sentences about values a spreadsheet has damaged before the export. */
export function damageWarnings(columns: readonly Column[]): string[] {
  const warnings: string[] = [];
  for (const column of columns) {
    const counts = countCodes(column);
    let scientific = 0;
    let example = '';
    let errors = 0;
    for (let code = 1; code < column.values.length; code++) {
      const value = column.values[code]!;
      if (value.length > 12 || value.length < 3) continue;
      const isError = value.charCodeAt(0) === HASH;
      if (!isError && value.charAt(value.length - 3) !== '+') continue;
      if (SCIENTIFIC.test(value)) {
        scientific += counts[code]!;
        example ||= value;
      } else if (isError && SPREADSHEET_ERROR.test(value)) errors += counts[code]!;
    }
    if (scientific > 0) {
      warnings.push(
        `"${column.name}": ${scientific} ${scientific === 1 ? 'value is' : 'values are'} written like ${example}. If these are ids or phone numbers, a spreadsheet has cut their digits; ask for a new export.`,
      );
    }
    if (errors > 0)
      warnings.push(
        `"${column.name}": ${errors} ${errors === 1 ? 'cell holds' : 'cells hold'} a spreadsheet error such as #REF!.`,
      );
  }
  return warnings;
}

/**
 * Sentences about numbers and dates with a quote in their middle, `65.13"Lamp`: a delimiter seems to be missing before
 * it. `lines` are the lines of the rows.
 */
export function quoteWarnings(
  columns: readonly Column[],
  guesses: readonly ColumnGuess[],
  quote: string,
  lines: Uint32Array,
): string[] {
  if (quote === '') return [];
  const typed = new Set(guesses.filter(({ type }) => type !== 'text').map(({ name }) => name));
  const warnings: string[] = [];
  for (const { name, values, codes } of columns) {
    if (!typed.has(name)) continue;
    const found = new Set<number>();
    for (let code = 1; code < values.length; code++) if (values[code]!.indexOf(quote) > 0) found.add(code);
    if (found.size === 0) continue;
    const at = codes.findIndex((code) => found.has(code));
    const value = values[codes[at] ?? 0]!;
    const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
    warnings.push(
      `Line ${lines[at]}: ${shown} stands in "${name}", with a quote in its middle. A delimiter is probably missing before the quote, and the cells after it are shifted.`,
    );
  }
  return warnings;
}

/** Characters of a value shown in a sentence. */
const SHOWN = 40;

function rows(count: number): string {
  return count === 1 ? 'One row' : `${count} rows`;
}

function was(count: number): string {
  return count === 1 ? 'was' : 'were';
}
