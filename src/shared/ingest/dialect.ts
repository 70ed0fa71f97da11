import { type CellKind, cellKind } from './cell-kind';
import { commonest } from './commonest';
import { hasLoneReturn, lineEndsOf } from './line-ends';
import { type Dialect, LINE_FEEDS, RowScanner } from './scan-rows';
import type { Evidence } from './types';

/** Rows and characters looked at per guess; every guess reads them again. */
const ROWS = 150;
const CHARACTERS = 1 << 16;

/** Delimiters by how common they are; the order breaks ties. */
const DELIMITERS = [',', ';', '\t', '|', '+|', '||', '|~|', '^|^', '\u001f', '\u0001', '^', '~', ':', ' '];

/**
 * Row ends that belong to a delimiter: `+|` between cells comes with `&|` before the line break, as in the bulk files of
 * the SQL Server samples. A line break without it is part of a cell.
 */
const ROW_ENDS: ReadonlyMap<string, string> = new Map([['+|', '&|']]);

/** Delimiters that must be seen before a blank after each of them is taken for part of it. */
const LEAST_SPACED = 20;

export interface DialectGuess {
  readonly dialect: Dialect;
  readonly evidence: readonly Evidence[];
}

/** The dialect that reading options describe. */
export function dialectOf(options: { delimiter: string; quote: string; escape: string }): Dialect {
  const { delimiter, quote, escape: escaper } = options;
  return { delimiter, quote, escape: escaper, rowEnd: ROW_ENDS.get(delimiter) ?? '' };
}

/**
 * Delimiter, quote and escape of a sample of text. Each candidate splits the sample; the one whose rows agree best in
 * their number of cells, and whose cells look most like values, wins: the consistency measure of van den Burg, Nazábal
 * and Sutton, "Wrangling messy CSV files by detecting row and type patterns" (2019), with colon and blank as a last
 * resort because times and names contain them.
 */
export function detectDialect(sample: string, whole: boolean): DialectGuess {
  const text = sample.length > CHARACTERS ? sample.slice(0, CHARACTERS) : sample;
  const bytes = new TextEncoder().encode(text);
  const last = whole && text.length === sample.length;
  const looked: Sample = { text, bytes, last, hasReturns: hasLoneReturn(bytes) };
  const kinds = new Map<string, CellKind>();
  let best: Split | null = null;
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter) || isPartOfLonger(delimiter, text)) continue;
    let quoted: Split | null = null;
    for (const [quote, escaper] of quotings(text, delimiter)) {
      // Quotes mean nothing only where reading them damages many rows; one that stays open is an accident.
      if (quote === '' && quoted && quoted.flawed <= quoted.rows * 0.2) continue;
      const split = splitBy(dialectOf({ delimiter, quote, escape: escaper }), looked, kinds);
      quoted ??= split;
      if (isLastResort(delimiter) && !isConvincing(split)) continue;
      if (!best || split.score > best.score * 1.0001) best = split;
    }
  }
  if (best && best.width > 1) {
    const spaced = spacedSplit(best, looked, kinds) ?? best;
    return { dialect: spaced.dialect, evidence: evidenceOf(spaced) };
  }
  return oneColumn(looked, kinds);
}

/** The same split with a blank after each delimiter, where not one delimiter is without: `a, b, c`. */
function spacedSplit(best: Split, looked: Sample, kinds: Map<string, CellKind>): Split | null {
  const { delimiter } = best.dialect;
  if (delimiter !== ',' && delimiter !== ';') return null;
  const without = new RegExp(`${delimiter}(?! )`).test(looked.text);
  if (without || looked.text.split(delimiter).length <= LEAST_SPACED) return null;
  const spaced = splitBy({ ...best.dialect, delimiter: `${delimiter} ` }, looked, kinds);
  return spaced.agreeing === best.agreeing && spaced.width === best.width ? spaced : null;
}

/** The text looked at, also as UTF-8. */
interface Sample {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Whether it ends where the file ends. */
  readonly last: boolean;
  /** Whether it has carriage returns that no line feed follows. */
  readonly hasReturns: boolean;
}

interface Split {
  readonly dialect: Dialect;
  readonly score: number;
  readonly rows: number;
  /** Whether the quote occurs in the sample. */
  readonly quoted: boolean;
  /** The commonest number of cells, and how many rows have it. */
  readonly width: number;
  readonly agreeing: number;
  readonly flawed: number;
  /** Shares of the cells that look like values of any kind, and like more than words. */
  readonly known: number;
  readonly typed: number;
}

/** Quote and escape characters worth trying: those that stand where a cell starts. */
function quotings(text: string, delimiter: string): (readonly [string, string])[] {
  const tries: (readonly [string, string])[] = [['"', '"']];
  const starts = (quote: string): boolean =>
    text.startsWith(quote) ||
    text.includes(`\n${quote}`) ||
    text.includes(`\r${quote}`) ||
    text.includes(delimiter + quote);
  if (text.includes('\\"') && starts('"')) tries.push(['"', '\\']);
  if (text.includes('\u0000"') && starts('"')) tries.push(['"', '\u0000']);
  if (starts("'")) {
    tries.push(["'", "'"]);
    if (text.includes("\\'")) tries.push(["'", '\\']);
  }
  if (starts('"') && text.split('"').length % 2 === 0) tries.push(['', '']);
  return tries;
}

/** Does the sign stand in the text only as part of a longer delimiter, as the pipe of `+|`? */
function isPartOfLonger(sign: string, text: string): boolean {
  if (sign.length > 1) return false;
  return DELIMITERS.some((longer) => {
    if (longer.length === 1 || !longer.includes(sign) || !text.includes(longer)) return false;
    return !text
      .replaceAll(longer, '')
      .replaceAll(ROW_ENDS.get(longer) ?? longer, '')
      .includes(sign);
  });
}

function isLastResort(delimiter: string): boolean {
  return delimiter === ':' || delimiter === ' ' || delimiter === '^' || delimiter === '~';
}

function isConvincing({ dialect, rows, width, agreeing, known, typed }: Split): boolean {
  if (rows < 2 || agreeing < rows * 0.9 || known < 0.8) return false;
  if (dialect.delimiter === ' ') return width >= 3 && typed >= 0.5;
  return width >= 3 || (width === 2 && rows >= 3 && typed < 0.9);
}

/** Splits the sample and scores how regular the result is. */
function splitBy(dialect: Dialect, looked: Sample, kinds: Map<string, CellKind>): Split {
  const { text, bytes, last, hasReturns } = looked;
  const widths = new Map<number, number>();
  let rows = 0;
  let flawed = 0;
  let cells = 0;
  let known = 0;
  let typed = 0;
  const ends = hasReturns ? lineEndsOf(bytes, last, dialect, ROWS) : LINE_FEEDS;
  const scanner = new RowScanner(dialect, ends);
  scanner.feed(bytes, last, (row) => {
    if (row.flaw === 'openQuote') {
      flawed++;
      return ++rows < ROWS;
    }
    if (row.count === 1 && row.cell(0).trim() === '') return true;
    if (row.flaw) flawed++;
    widths.set(row.count, (widths.get(row.count) ?? 0) + 1);
    for (let i = 0; i < row.count && i < 200; i++) {
      const kind = kindOf(row.cell(i), kinds);
      cells++;
      if (kind !== 'other') known++;
      if (kind !== 'other' && kind !== 'words' && kind !== 'empty') typed++;
    }
    return ++rows < ROWS;
  });
  let pattern = 0;
  for (const [count, agreeing] of widths) pattern += (agreeing * Math.max(0.001, count - 1)) / count;
  const width = commonest(widths);
  const agreeing = widths.get(width) ?? 0;
  const type = (known + 0.001) / Math.max(1, cells);
  const sound = 1 - flawed / Math.max(1, rows);
  const score =
    (pattern / Math.max(1, widths.size)) * type * sound * sound * (rows > 0 ? agreeing / rows : 0);
  const quoted = dialect.quote !== '' && text.includes(dialect.quote);
  return {
    dialect,
    score,
    rows,
    quoted,
    width,
    agreeing,
    flawed,
    known: type,
    typed: typed / Math.max(1, cells),
  };
}

function kindOf(cell: string, kinds: Map<string, CellKind>): CellKind {
  let kind = kinds.get(cell);
  if (kind === undefined) {
    kind = cellKind(cell);
    kinds.set(cell, kind);
  }
  return kind;
}

function oneColumn(sample: Sample, kinds: Map<string, CellKind>): DialectGuess {
  const tries = [...quotings(sample.text, ',')].map(([quote, escaper]) =>
    splitBy(dialectOf({ delimiter: ',', quote, escape: escaper }), sample, kinds),
  );
  const best = tries.reduce((a, b) => (b.flawed < a.flawed ? b : a));
  const sentence = 'No delimiter splits the lines into the same number of cells, so each line is one cell.';
  return {
    dialect: best.dialect,
    evidence: [{ about: 'delimiter', text: sentence, certainty: 'likely' }, ...quoteEvidence(best)],
  };
}

const NAMES: ReadonlyMap<string, string> = new Map([
  [',', 'Comma'],
  [';', 'Semicolon'],
  ['\t', 'Tab'],
  [', ', 'Comma and blank'],
  ['; ', 'Semicolon and blank'],
  ['|', 'Pipe'],
  [':', 'Colon'],
  [' ', 'Blank'],
  ['\u001f', 'Unit separator (0x1F)'],
  ['\u0001', 'Control character 0x01'],
]);

function evidenceOf(split: Split): Evidence[] {
  const { dialect, rows, width, agreeing } = split;
  const name = NAMES.get(dialect.delimiter) ?? `"${dialect.delimiter}"`;
  const text =
    agreeing === rows
      ? `${name}: all ${rows} rows looked at have ${width} cells.`
      : `${name}: ${agreeing} of the ${rows} rows looked at have ${width} cells.`;
  return [
    { about: 'delimiter', text, certainty: agreeing >= rows * 0.9 ? 'sure' : 'likely' },
    ...quoteEvidence(split),
  ];
}

function quoteEvidence({ dialect, flawed, quoted }: Split): Evidence[] {
  const { quote, escape: escaper } = dialect;
  if (quote === '') {
    return [
      { about: 'quote', text: 'Quotes do not pair up, so they are read as text.', certainty: 'likely' },
    ];
  }
  if (!quoted) {
    return [
      {
        about: 'quote',
        text: `No cell looked at stands in quotes; ${quote} is expected.`,
        certainty: 'sure',
      },
    ];
  }
  const inside =
    escaper === quote ? `a quote inside is written twice` : `a quote inside has ${escaper} before it`;
  const text = `Cells may stand in ${quote}; ${inside}.${flawed > 0 ? ` In ${flawed} rows the quotes do not close as they should.` : ''}`;
  return [{ about: 'quote', text, certainty: flawed > 0 ? 'likely' : 'sure' }];
}
