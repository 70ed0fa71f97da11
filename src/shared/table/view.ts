import { AppFailure } from '../base/result';
import { columnNamed, valueAt } from './column';
import { compareText, ranksOf } from './rank';
import {
  type Column,
  EMPTY,
  type Facet,
  type FacetValue,
  type Filter,
  type Sort,
  type Table,
  type TableWindow,
  type View,
} from './types';

/**
 * The rows a view shows, in its order. Filters run once per distinct value and then over the codes; sorting counts ranks.
 * Linear in rows and distinct values. Empty cells come last in both directions; equal cells keep the order of the file.
 * Throws `UNKNOWN_COLUMN` when the view names a column the table does not have.
 */
export function selectRows(table: Table, view: View): Uint32Array {
  const rows = filterRows(table, view.filters);
  return view.sort ? sortRows(rows, needColumn(table, view.sort.column), view.sort) : rows;
}

/** A rectangle of the view's cells for the grid; `start` and `count` are clipped to what there is. */
export function windowOf(table: Table, view: View, start: number, count: number): TableWindow {
  const rows = rememberedRows(table, view);
  const total = rows ? rows.length : table.rowCount;
  const first = Math.min(Math.max(0, Math.trunc(start)), total);
  const end = Math.min(total, first + Math.max(0, Math.trunc(count)));
  const shown = Array.from({ length: end - first }, (_, i) => (rows ? rows[first + i]! : first + i));
  const cells = shown.map((row) => table.columns.map((column) => valueAt(column, row)));
  return { total, start: first, rows: shown, cells };
}

/**
 * How often each value of a column occurs in the rows of the view. An `equals` filter on this same column is left out,
 * so that the choices not ticked stay visible with their counts. `distinct` counts filled values; blanks stand apart.
 */
export function facetOf(table: Table, view: View, column: string, limit: number): Facet {
  const target = needColumn(table, column);
  const others = view.filters.filter((filter) => !(filter.kind === 'equals' && filter.column === column));
  const counts = countRows(target, filterRows(table, others));
  let distinct = 0;
  for (let code = 1; code < counts.length; code++) if (counts[code]! > 0) distinct++;
  return { column, distinct, blank: counts[EMPTY]!, values: mostFrequent(target, counts, limit) };
}

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}|\p{Lt}/u;
const DIGIT = /\p{Nd}/u;

/** The shape of a value: capital letters `A`, other letters `a`, digits `9`, everything else as it stands. */
export function patternMask(value: string): string {
  let mask = '';
  for (const char of value) {
    const code = char.charCodeAt(0);
    if (code < 128) {
      if (code >= 48 && code <= 57) mask += '9';
      else if (code >= 65 && code <= 90) mask += 'A';
      else if (code >= 97 && code <= 122) mask += 'a';
      else mask += char;
    } else if (LETTER.test(char)) mask += UPPER.test(char) ? 'A' : 'a';
    else mask += DIGIT.test(char) ? '9' : char;
  }
  return mask;
}

/** One remembered selection per table: scrolling asks for the same view again and again. */
const remembered = new WeakMap<Table, { key: string; rows: Uint32Array }>();

/** The rows of the view, or null when it is the whole table in file order. */
function rememberedRows(table: Table, view: View): Uint32Array | null {
  if (view.filters.length === 0 && !view.sort) return null;
  const key = JSON.stringify([view.filters, view.sort]);
  const last = remembered.get(table);
  if (last?.key === key) return last.rows;
  const rows = selectRows(table, view);
  remembered.set(table, { key, rows });
  return rows;
}

function needColumn(table: Table, name: string): Column {
  const column = columnNamed(table, name);
  if (column) return column;
  throw new AppFailure({
    code: 'UNKNOWN_COLUMN',
    message: `This table has no column "${name}". It may have been renamed in a newer extract: remove the filter or sorting on it.`,
    details: { column: name },
  });
}

function filterRows(table: Table, filters: readonly Filter[]): Uint32Array {
  const keep = new Uint8Array(table.rowCount).fill(1);
  for (const filter of filters) {
    const column = needColumn(table, filter.column);
    const wanted = wantedCodes(column, filter);
    const { codes } = column;
    for (let row = 0; row < keep.length; row++) keep[row]! &= wanted[codes[row]!]!;
  }
  let count = 0;
  for (let row = 0; row < keep.length; row++) count += keep[row]!;
  const rows = new Uint32Array(count);
  let next = 0;
  for (let row = 0; row < keep.length; row++) if (keep[row]) rows[next++] = row;
  return rows;
}

/** 1 for each code whose value passes the filter. */
function wantedCodes(column: Column, filter: Filter): Uint8Array {
  const wanted = new Uint8Array(column.values.length);
  const passes = predicateOf(filter);
  for (let code = 0; code < wanted.length; code++) wanted[code] = passes(column.values[code]!) ? 1 : 0;
  return wanted;
}

function predicateOf(filter: Filter): (value: string) => boolean {
  switch (filter.kind) {
    case 'equals': {
      const values = new Set(filter.values);
      return (value) => values.has(value);
    }
    case 'contains': {
      const text = filter.text.toLowerCase();
      return (value) => value.toLowerCase().includes(text);
    }
    case 'blank':
      return (value) => (value === '') === filter.blank;
    case 'pattern':
      return (value) => patternMask(value) === filter.mask;
  }
}

/** Counting sort of rows by the rank of their value: stable, linear. */
function sortRows(rows: Uint32Array, column: Column, sort: Sort): Uint32Array {
  const ranks = ranksOf(column);
  const last = ranks.length;
  const placeOf = new Uint32Array(ranks.length);
  for (let code = 0; code < ranks.length; code++) {
    if (code === EMPTY) placeOf[code] = last;
    else placeOf[code] = sort.descending ? last - ranks[code]! : ranks[code]! - 1;
  }
  const starts = new Uint32Array(last + 2);
  const { codes } = column;
  for (let i = 0; i < rows.length; i++) starts[placeOf[codes[rows[i]!]!]! + 1]!++;
  for (let place = 1; place < starts.length; place++) starts[place]! += starts[place - 1]!;
  const sorted = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    sorted[starts[placeOf[codes[row]!]!]!++] = row;
  }
  return sorted;
}

function countRows(column: Column, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(column.values.length);
  for (let i = 0; i < rows.length; i++) counts[column.codes[rows[i]!]!]!++;
  return counts;
}

/** The `limit` most frequent filled values; keeps a short list and cuts it when it has doubled. */
function mostFrequent(column: Column, counts: Uint32Array, limit: number): FacetValue[] {
  const wanted = Math.max(0, Math.trunc(limit));
  if (wanted === 0) return [];
  const order = (a: FacetValue, b: FacetValue): number => b.count - a.count || compareText(a.value, b.value);
  let best: FacetValue[] = [];
  let worst: FacetValue | undefined;
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code]!;
    if (count === 0 || (worst && count < worst.count)) continue;
    const candidate = { value: column.values[code]!, count };
    if (worst && order(candidate, worst) > 0) continue;
    best.push(candidate);
    if (best.length >= wanted * 2) {
      best = best.sort(order).slice(0, wanted);
      worst = best[wanted - 1];
    }
  }
  return best.sort(order).slice(0, wanted);
}
