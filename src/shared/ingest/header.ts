import { type CellKind, cellKind } from './cell-kind';
import { commonest } from './commonest';
import { filledCells, isFilled } from './filled-cells';
import type { Evidence } from './types';

export interface HeaderGuess {
  /** 0-based row, or null when there is no header. */
  readonly headerRow: number | null;
  readonly firstRow: number;
  readonly evidence: Evidence;
  /** Columns where a word stands above values of another kind. */
  readonly contrast: number;
}

/** Rows from the top that may be the header, and rows below it that are compared with it. */
const CANDIDATES = 40;
const TRIED = 6;
const BELOW = 100;

type Rows = readonly (readonly string[])[];

/**
 * Where the header is, from the first rows of a table. Title and note lines above it are narrower than the table. A
 * header differs in kind from the cells below it (a word above numbers), its cells are short, different from each other
 * and do not come again below; typical header words and forms like `first_name` count too.
 */
export function detectHeader(rows: Rows): HeaderGuess {
  const start = rows.findIndex((row) => row.some(isFilled));
  if (start < 0)
    return { headerRow: null, firstRow: 0, evidence: evidence('There are no rows.', 'sure'), contrast: 0 };
  return headerBelow(start === 0 ? rows : rows.slice(start, start + CANDIDATES + BELOW), start);
}

/** Is the first row a header of several names, with values of other kinds below it? */
export function isHeaderBeyondDoubt(rows: Rows): boolean {
  if (rows.length < 2) return false;
  const { headerRow, evidence: found, contrast } = detectHeader(rows);
  return headerRow === 0 && filledCells(rows[0]!) > 1 && contrast > 0 && found.certainty === 'sure';
}

/** Are these different words without digits that do not come again below, as a header has them where all below are words too? */
export function areColumnNames(header: readonly string[], below: Rows): boolean {
  const names = header.map((name) => name.trim().toLowerCase());
  return (
    new Set(names).size === names.length &&
    names.every(
      (name, column) =>
        name !== '' &&
        !/\p{N}/u.test(name) &&
        !below.some((row) => (row[column] ?? '').trim().toLowerCase() === name),
    )
  );
}

/** The header of rows the first of which is filled; `start` is its number. */
function headerBelow(rows: Rows, start: number): HeaderGuess {
  const kinds = rows.slice(0, CANDIDATES + BELOW).map((row) => row.map((cell) => cellKind(cell)));
  const filled = kinds.map((row) => row.filter((kind) => kind !== 'empty').length);
  const width = bodyWidth(kinds);
  const first = filled.findIndex((count) => count >= Math.max(1, Math.ceil(width * 0.5)));
  if (first < 0)
    return {
      headerRow: null,
      firstRow: 0,
      evidence: evidence('The file has no rows.', 'likely'),
      contrast: 0,
    };
  const candidates: Scored[] = [];
  for (let row = first; row < Math.min(rows.length, CANDIDATES) && candidates.length < TRIED; row++) {
    if (filled[row]! >= Math.max(1, Math.ceil(width * 0.4))) candidates.push(scored(row, rows, kinds, width));
  }
  const best = candidates.reduce((a, b, i) =>
    b.score - i * 0.12 > a.score ? { ...b, score: b.score - i * 0.12 } : a,
  );
  if (best.score > 0) return withHeader(best, start);
  return {
    headerRow: null,
    firstRow: start + first,
    evidence: evidence(
      `Row ${start + first + 1} looks like the rows below it, so the table has no header row.`,
      best.score < -0.3 ? 'sure' : 'likely',
    ),
    contrast: 0,
  };
}

function withHeader(best: Scored, start: number): HeaderGuess {
  const row = start + best.row;
  const above = row > 0 ? ` ${row} ${row === 1 ? 'row' : 'rows'} above it left out.` : '';
  const text =
    best.contrast > 0
      ? `Row ${row + 1} has words above ${best.contrast === 1 ? 'a column' : `${best.contrast} columns`} of other values.${above}`
      : `Row ${row + 1} has a different name in each cell, none of which comes again below.${above}`;
  return {
    headerRow: row,
    firstRow: row + 1,
    evidence: evidence(text, best.score > 0.5 ? 'sure' : 'likely'),
    contrast: best.contrast,
  };
}

/** The commonest place of the last filled cell; of equally common ones the widest. */
function bodyWidth(kinds: readonly (readonly CellKind[])[]): number {
  const counts = new Map<number, number>();
  for (const row of kinds) {
    const end = row.findLastIndex((kind) => kind !== 'empty') + 1;
    if (end > 0) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return commonest(counts);
}

interface Scored {
  readonly row: number;
  readonly score: number;
  /** Columns where a word stands above values of another kind. */
  readonly contrast: number;
}

function scored(at: number, rows: Rows, kinds: readonly (readonly CellKind[])[], width: number): Scored {
  const header = rows[at]!;
  const own = kinds[at]!;
  let sum = 0;
  let contrast = 0;
  let judged = 0;
  const years = isSeries(header);
  // The header once more, further down, says nothing against the first.
  const below = range(at + 1, Math.min(rows.length, at + 1 + BELOW)).filter(
    (row) => !isSameRow(rows[row]!, header),
  );
  for (let column = 0; column < Math.max(width, 1); column++) {
    const kind = own[column] ?? 'empty';
    const text = (header[column] ?? '').trim();
    if (kind === 'empty') {
      sum -= 0.1;
      continue;
    }
    judged++;
    const found = columnBelow(below, column, kinds);
    // "No" and "Y" may well be names: of a number, of a coordinate.
    const isValue = kind === 'boolean' ? found.booleans > 0.5 : isTyped(kind);
    if (isValue) sum += years && kind === 'integer' ? 0.3 : -1;
    else if (found.typed > 0.7 && found.atOnce) {
      sum++;
      contrast++;
    } else if (found.typed > 0.7) sum += 0.3;
    else sum += wordScore(text) + recurrence(text, below, column, rows);
    if (text.length > 60) sum -= 0.5;
  }
  const names = header.map((cell) => cell.trim().toLowerCase()).filter((cell) => cell !== '');
  sum -= (names.length - new Set(names).size) * 0.3;
  return { row: at, score: sum / Math.max(1, judged), contrast };
}

/** Values a header would hardly be: numbers, dates, addresses. */
function isTyped(kind: CellKind): boolean {
  return kind !== 'empty' && kind !== 'words' && kind !== 'other' && kind !== 'missing';
}

/** The shares of typed values and of booleans below, and whether the first filled one is typed: a title line has the header below it. */
function columnBelow(
  below: readonly number[],
  column: number,
  kinds: readonly (readonly CellKind[])[],
): { readonly typed: number; readonly booleans: number; readonly atOnce: boolean } {
  let filled = 0;
  let typed = 0;
  let booleans = 0;
  let atOnce = false;
  for (const row of below) {
    const kind = kinds[row]?.[column] ?? 'empty';
    if (kind === 'empty' || kind === 'missing') continue;
    filled++;
    if (!isTyped(kind)) continue;
    typed++;
    if (kind === 'boolean') booleans++;
    if (filled === 1) atOnce = true;
  }
  const share = Math.max(1, filled);
  return { typed: typed / share, booleans: booleans / share, atOnce };
}

/** Years or numbers counting up are names of columns, not values; two are enough beside a blank corner. */
function isSeries(header: readonly string[]): boolean {
  const numbers = header.filter((cell) => /^\d{1,4}$/.test(cell.trim())).map(Number);
  const named = header.some((cell) => /\p{L}/u.test(cell));
  const fewest = (header[0] ?? '').trim() === '' ? 2 : 3;
  if (numbers.length < fewest || !(named || numbers.every((year) => year >= 1900 && year <= 2100)))
    return false;
  const step = numbers[1]! - numbers[0]!;
  return step !== 0 && numbers.every((value, i) => i === 0 || value - numbers[i - 1]! === step);
}

const IDENTIFIER = /^[A-Za-z]+(?:_[A-Za-z0-9]+)+$|^[a-z]+(?:[A-Z][a-z0-9]+)+$|^(?:[A-Z][a-z0-9]+){2,}$|__c$/;
const HEADER_WORD =
  /(?:^|[^\p{L}])(?:ids?|uuid|key|code|nr|no|num|number|nummer|name|vorname|nachname|nom|prénom|nombre|apellido|first|last|middle|title|anrede|e-?mail|mail|phone|telefon|tel|fax|mobile|handy|address|adresse|street|straße|strasse|city|stadt|ort|ville|ciudad|zip|plz|postal|postcode|country|land|pays|país|state|region|province|date|datum|fecha|year|jahr|month|day|time|created|updated|modified|birth|geburtsdatum|gender|sex|age|company|firma|account|customer|kunde|contact|owner|department|category|type|typ|status|description|beschreibung|notes?|comments?|remarks?|amount|betrag|price|preis|quantity|menge|total|value|wert|currency|count|url|website|latitude|longitude|rank|score|size|weight|length|width|height|group|class|level|source|label|unit|product|item|order|invoice|salary|position|role|location|language)s?(?:$|[^\p{L}])/iu;

function wordScore(text: string): number {
  if (IDENTIFIER.test(text)) return 0.4;
  if (HEADER_WORD.test(text)) return text.length <= 40 ? 0.4 : 0.1;
  return 0.05;
}

/** A value that comes again below in its column is no header; long columns without it speak a little for one. */
function recurrence(text: string, below: readonly number[], column: number, rows: Rows): number {
  for (const row of below) if ((rows[row]![column] ?? '').trim() === text) return -0.8;
  return below.length > 2 ? 0.05 : 0;
}

/** Whether two rows have the same cells, blank ones at the end aside. */
export function isSameRow(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.every((cell, i) => cell === (short[i] ?? ''));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function evidence(text: string, certainty: Evidence['certainty']): Evidence {
  return { about: 'header', text, certainty };
}
