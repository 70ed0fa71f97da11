import { cellKind } from './cell-kind';
import { isTotal } from './closing-rows';
import { filledCells, isFilled } from './filled-cells';
import { areColumnNames, isHeaderBeyondDoubt } from './header';
import { headerKey } from './header-key';

type Rows = readonly (readonly string[])[];

/** A table beside others: its columns, and the title above it where each has one. */
export interface BesideTable {
  /** The row of its header below a title; else the first of all. */
  readonly top: number;
  readonly left: number;
  /** Exclusive; null = to the end. */
  readonly right: number | null;
  readonly title: string;
}

/** What stands beside each other in some rows. */
export interface Beside {
  /** One entry over all columns where there is one table. */
  readonly tables: readonly BesideTable[];
  /** Why there are several, or that it cannot be told; '' where there is nothing to say. */
  readonly sentence: string;
}

/** More blocks than this are a form or a report. */
const MOST_BLOCKS = 50;
/** Lines of a title at most. */
const TITLE_ROWS = 3;
/** Rows of data that tell something of their columns. */
const LEAST_ROWS = 3;
/** Rows that are hardly in two orders at once by chance. */
const LEAST_SORTED = 6;

/** A header that names a key: `Id`, `Order no.`, `CustomerID`, `Rechnungsnr`; not one of a number that people have. */
const KEY_NAMES = [
  /(?:^|[^\p{L}])(?:ids?|uuid|code|key|no|nr|num|number|nummer|ref|sku)\.?$|^#$/iu,
  /\p{Ll}(?:I[Dd]|No|Nr|Number|Code|Key)$|\p{Ll}(?:nummer|nr)\.?$/u,
];
const NO_KEY_NAME =
  /phone|telefon|(?:^|[^\p{L}])tel|fax|mobile|handy|house|haus|zip|post|plz|tax|vat|steuer/iu;

/**
 * The tables that stand beside each other in these rows, parted by blank columns. A blank column alone is no evidence:
 * many a table has one. Each block must have a header of its own, and something that no single table has: the same header
 * or a key of the same name once more, another number of rows, titles set apart or above keys, numbering that begins
 * again, references to keys of other rows, or an order of its own.
 */
export function tablesBeside(rows: Rows): Beside {
  const ranges = blockRanges(rows);
  const blocks = ranges.flatMap(([left, right]) => blockOf(rows, left, right) ?? []);
  const [first, ...others] = blocks;
  if (!first || others.length === 0 || blocks.length < ranges.length) return ONE;
  const reasons = others.map((other) => reasonApart(first, other));
  if (reasons.includes(null)) return { ...ONE, sentence: doubt(first, others) };
  const titles = blocks.map(({ title }) => title?.text ?? '');
  const areTitled = !titles.includes('') && new Set(titles).size === titles.length;
  return {
    tables: ranges.map(([left], i) => ({
      top: blocks[i]!.title ? blocks[i]!.start : 0,
      left,
      right: ranges[i + 1]?.[0] ?? null,
      title: areTitled ? titles[i]! : '',
    })),
    sentence: `They stand side by side, parted by a blank column: ${[...new Set(reasons)].join('; ')}.`,
  };
}

const ONE: Beside = { tables: [{ top: 0, left: 0, right: null, title: '' }], sentence: '' };

/** Runs of columns that hold something. A single column behind them without a header, as of notes, goes with the last. */
function blockRanges(rows: Rows): (readonly [number, number])[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const tops = Array.from({ length: width }, (_, column) => rows.findIndex((row) => isFilled(row[column])));
  const blocks: [number, number][] = [];
  for (const [column, top] of tops.entries()) {
    if (top < 0) continue;
    const last = blocks.at(-1);
    if (last && last[1] === column) last[1] = column + 1;
    else blocks.push([column, column + 1]);
  }
  const topOf = ([left, right]: readonly [number, number]): number => Math.min(...tops.slice(left, right));
  const last = blocks.at(-1);
  const hasNotes = blocks.length > 2 && last && last[1] - last[0] === 1;
  if (hasNotes && blocks.slice(0, -1).every((block) => topOf(block) < topOf(last))) blocks.pop();
  const areWide = blocks.every(([left, right]) => right - left > 1);
  return areWide && blocks.length <= MOST_BLOCKS ? blocks : [];
}

/** Neighbouring columns with a header of their own. */
interface Block {
  readonly title: { readonly text: string; readonly isSetApart: boolean } | null;
  /** The row of the header, and the one behind the last of the data. */
  readonly start: number;
  readonly end: number;
  readonly header: readonly string[];
  /** The header is one beyond doubt: words above values of another kind. */
  readonly isSure: boolean;
  readonly data: Rows;
}

function blockOf(rows: Rows, left: number, right: number): Block | null {
  const own = rows.map((row) => row.slice(left, right));
  const titled = titleOf(own);
  const start = titled?.body ?? own.findIndex((row) => filledCells(row) > 0);
  // Totals and single cells below one side say nothing of its height.
  const isData = (row: readonly string[]): boolean => filledCells(row) > 1 && !isTotal(row, right - left);
  const end = own.findLastIndex(isData) + 1;
  const [names = [], ...data] = own.slice(start, end);
  const header = names.map((name) => name.trim());
  const isSure = isHeaderBeyondDoubt([names, ...data]);
  const areNames = data.length >= LEAST_ROWS && header.length > 1 && areColumnNames(header, data);
  if (!isSure && !areNames) return null;
  return { title: titled, start, end, header, isSure, data };
}

/** The lines with nothing but a first cell above the rest of a block. */
function titleOf(
  own: Rows,
): { readonly text: string; readonly body: number; readonly isSetApart: boolean } | null {
  const from = own.findIndex((row) => filledCells(row) > 0);
  let to = from;
  while (filledCells(own[to] ?? []) === 1 && isFilled(own[to]![0])) to++;
  let body = to;
  while (body < own.length && filledCells(own[body]!) === 0) body++;
  if (to === from || to - from > TITLE_ROWS || body === own.length) return null;
  return { text: own[from]![0]!.trim(), body, isSetApart: body > to };
}

/** What says that two blocks are two tables; null where nothing does. */
function reasonApart(first: Block, other: Block): string | null {
  const [one, two] = [first.header[0] ?? '', other.header[0] ?? ''];
  const { titles, areSetApart } = titlesOf(first, other);
  // Words right above both are as good headings of two groups of columns, which may well have names in common.
  const areGroups = titles !== '' && !areSetApart && !namesKey(one);
  const areAlike = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((name, i) => headerKey(name) === headerKey(b[i]!));
  if (areAlike(first.header, other.header) && !areGroups) return 'the same header stands above each';
  if (areOfOtherHeight(first, other)) return 'they are of different height';
  if (first.start !== other.start) return null;
  if (areSetApart) return `each has a title of its own, set apart ${titles}`;
  if (!hasDistinctFirst(first) || !hasDistinctFirst(other)) return null;
  const between = `"${one}" and "${two}"`;
  if (one !== '' && areAlike([one], [two]) && !areGroups) return `each begins with "${one}"`;
  if (titles !== '' && (namesKey(two) || isNamedAfter(two, other.title?.text ?? '')))
    return `each has a title ${titles} above a key of its own, ${between}`;
  if (isNumbered(first) && isNumbered(other)) return `the numbering begins again, in ${between}`;
  if (namesKey(two)) {
    const reference = referenceBetween(first, other);
    if (reference) return reference;
  }
  if (areSortedApart(first, other)) return `each is sorted by its own first column, ${between}`;
  return null;
}

/** The titles of two blocks as they are named in a sentence, empty unless both have one; is a blank row below each? */
function titlesOf(
  { title: first }: Block,
  { title: other }: Block,
): { readonly titles: string; readonly areSetApart: boolean } {
  if (!first || !other) return { titles: '', areSetApart: false };
  return {
    titles: `("${first.text}", "${other.text}")`,
    areSetApart: first.isSetApart && other.isSetApart,
  };
}

/**
 * Do two blocks with headers beyond doubt begin or end in other rows? Gaps inside the shorter one are those of columns that
 * not every row fills: its last row may well be one. A gap right below a header is where names of the other one stand.
 */
function areOfOtherHeight(first: Block, other: Block): boolean {
  if (first.start === other.start && first.end === other.end) return false;
  const shorter = first.data.length < other.data.length ? first : other;
  return (
    first.isSure &&
    other.isSure &&
    [first, other].every(({ data }) => filledCells(data[0]!) > 0) &&
    shorter.data.every((row) => filledCells(row) > 0)
  );
}

function namesKey(name: string): boolean {
  return KEY_NAMES.some((pattern) => pattern.test(name)) && !NO_KEY_NAME.test(name);
}

/** Is the first column filled with different values, as a key is? */
function hasDistinctFirst({ data }: Block): boolean {
  const values = firstOf(data);
  return values.length >= LEAST_ROWS && !values.includes('') && new Set(values).size === values.length;
}

function firstOf(data: Rows): string[] {
  return data.map((row) => (row[0] ?? '').trim());
}

/** "Order" below "Orders": the title says what the rows are, and the header is their name. */
function isNamedAfter(name: string, title: string): boolean {
  const [short, long] = [headerKey(name), headerKey(title)];
  return short.length >= LEAST_ROWS && long.length > short.length && long.includes(short);
}

function isNumbered({ data }: Block): boolean {
  return firstOf(data).every((value, i) => value === String(i + 1));
}

/** A column of one block whose values are all keys of the other, but mostly those of other rows. */
function referenceBetween(first: Block, other: Block): string | null {
  const keys = firstOf(first.data);
  const known = new Set(keys);
  for (const [column, name] of other.header.entries()) {
    if (column === 0 || !namesKey(name)) continue;
    const values = other.data.map((row) => (row[column] ?? '').trim());
    const moved = values.filter((value, i) => value !== '' && value !== keys[i]).length;
    if (moved * 2 >= values.length && values.every((value) => value === '' || known.has(value)))
      return `"${name}" leads to "${first.header[0]}" of other rows`;
  }
  return null;
}

/** Words of two columns both in order, where the ones are not made of the others: they begin with other letters. */
function areSortedApart(first: Block, other: Block): boolean {
  const [one, two] = [firstOf(first.data), firstOf(other.data)].map((values) =>
    values.map((value) => value.toLowerCase()),
  );
  if (!one || !two || Math.min(one.length, two.length) < LEAST_SORTED) return false;
  const areSorted = (values: readonly string[]): boolean =>
    values.every((value, i) => cellKind(value) === 'words' && (i === 0 || values[i - 1]! < value));
  const alike = one.filter((value, i) => value.charAt(0) === two[i]?.charAt(0)).length;
  return alike * 2 < one.length && areSorted(one) && areSorted(two);
}

/** Where each side could be a table, but nothing more says so. */
function doubt(first: Block, others: readonly Block[]): string {
  const could = [first, ...others].filter(couldHaveKey);
  if (could.length <= others.length) return '';
  const names = others.map(({ header }) => `"${header[0]}"`).join(' and ');
  return `The columns from ${names} on stand behind a blank column and could be a table of their own. Nothing but that says so, and all are read as one table; if they are not, put them on a sheet of their own.`;
}

/** Is the first column a key, or one of names that could be? */
function couldHaveKey(block: Block): boolean {
  const [name = ''] = block.header;
  const areWords = (): boolean => firstOf(block.data).every((value) => cellKind(value) === 'words');
  return hasDistinctFirst(block) && (namesKey(name) || (areWords() && !NO_KEY_NAME.test(name)));
}
