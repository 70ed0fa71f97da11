import { grown } from '../base/grown';
import { TextCodes } from './text-codes';
import { type Column, EMPTY, type Table } from './types';

/**
 * Collects the cells of one column and encodes them on the way in: each distinct string is kept once.
 * About 50 to 100 ns a cell; memory is four bytes a row plus the distinct strings.
 */
export class ColumnBuilder {
  readonly #name: string;
  readonly #codeOf = new Map<string, number>([['', EMPTY]]);
  readonly #values: string[] = [''];
  #codes = new Uint32Array(64);
  #length = 0;
  #lastValue = '';
  #lastCode = EMPTY;

  constructor(name: string) {
    this.#name = name;
  }

  /** Cells pushed so far. */
  get length(): number {
    return this.#length;
  }

  push(value: string): void {
    if (value !== this.#lastValue) {
      this.#lastCode = this.#codeOf.get(value) ?? this.#add(detached(value));
      this.#lastValue = value;
    }
    if (this.#length === this.#codes.length) this.#codes = grown(this.#codes);
    this.#codes[this.#length++] = this.#lastCode;
  }

  /** Pushes empty cells until the column has `length` cells. */
  padTo(length: number): void {
    if (length > this.#codes.length) this.#codes = grown(this.#codes, length);
    // Cells never written are zero, and zero is the code of the empty string.
    if (length > this.#length) this.#length = length;
  }

  /** The column so far. The builder may go on; the column does not change with it. */
  finish(): Column {
    return { name: this.#name, codes: this.#codes.slice(0, this.#length), values: this.#values.slice() };
  }

  #add(kept: string): number {
    const code = this.#values.length;
    this.#codeOf.set(kept, code);
    this.#values.push(kept);
    return code;
  }
}

/** A column from its cells, top to bottom. */
export function columnOf(name: string, cells: readonly string[]): Column {
  const builder = new ColumnBuilder(name);
  for (const cell of cells) builder.push(cell);
  return builder.finish();
}

/** The text of one cell; a row outside the column reads as empty. */
export function valueAt(column: Column, row: number): string {
  return column.values[column.codes[row] ?? EMPTY] ?? '';
}

/** The first column of that name, compared exactly. */
export function columnNamed(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** A new column with `fn` applied to every cell. `fn` runs once per distinct value that occurs. */
export function mapValues(column: Column, name: string, fn: (value: string) => string): Column {
  return encodeParts(name, [{ column, textOf: (code) => fn(column.values[code]!) }]);
}

/** The cells of the given rows, in the order given; a row may be named twice. Values no longer used are left out. */
export function gather(column: Column, rows: Uint32Array): Column {
  const codes = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = column.codes[rows[i]!] ?? EMPTY;
  return mapValues({ name: column.name, codes, values: column.values }, column.name, (value) => value);
}

/** The cells of the parts one below the other; a single part is taken as it is. */
export function concatColumns(name: string, parts: readonly Column[]): Column {
  const [only, another] = parts;
  if (only && !another) return { ...only, name };
  return encodeParts(
    name,
    parts.map((column) => ({ column, textOf: (code) => column.values[code]! })),
  );
}

/** Rows in which a column holds something. */
export function filledRows({ codes }: Pick<Column, 'codes'>): number {
  let filled = 0;
  for (const code of codes) if (code !== EMPTY) filled++;
  return filled;
}

/** How many rows carry each code; the index is the code. */
export function countCodes(column: Column): Uint32Array {
  const counts = new Uint32Array(column.values.length);
  const { codes } = column;
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++;
  return counts;
}

/** Most distinct values that several columns may hold together. */
export function distinctIn(columns: readonly Pick<Column, 'values'>[]): number {
  return columns.reduce((sum, { values }) => sum + values.length, 0);
}

const UNSEEN = 0xffffffff;

/** A column whose values become other texts. */
export interface EncodedPart {
  readonly column: Column;
  /** What the value of a code becomes; asked once for every code that occurs, in order of first appearance. */
  readonly textOf: (code: number) => string;
}

/** The parts one below the other, re-encoded by translating codes: strings are touched once per distinct value. */
export function encodeParts(name: string, parts: readonly EncodedPart[]): Column {
  const rows = parts.reduce((sum, { column }) => sum + column.codes.length, 0);
  const texts = new TextCodes(Math.min(rows, distinctIn(parts.map(({ column }) => column))));
  const codes = new Uint32Array(rows);
  let row = 0;
  for (const { column, textOf } of parts) {
    const translated = new Uint32Array(column.values.length).fill(UNSEEN);
    for (const old of column.codes) {
      let code = translated[old]!;
      if (code === UNSEEN) {
        code = texts.codeOf(textOf(old));
        translated[old] = code;
      }
      codes[row++] = code;
    }
  }
  return { name, codes, values: texts.values };
}

/**
 * The same text without a hold on the text it was cut from. Engines let a long substring point into its parent, so one
 * kept cell would keep a whole megabyte of file text alive; up to 12 characters are always copied.
 */
function detached(value: string): string {
  return value.length <= 12 ? value : ` ${value}`.slice(1);
}
