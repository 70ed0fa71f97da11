import { AppFailure } from '../base/result';
import { columnNamed } from './column';
import { masksOf } from './pattern';
import { readingsOf } from './readings';
import {
  type CheckFilter,
  type CheckRows,
  type Column,
  EMPTY,
  type Filter,
  type Reading,
  type Table,
  type ValueReader,
} from './types';

/** For views without checks. */
export const NO_CHECKS: CheckRows = { stamp: '', found: new Map() };

/** The column of a name; throws `UNKNOWN_COLUMN` when the table has none. */
export function needColumn(table: Table, name: string): Column {
  const column = columnNamed(table, name);
  if (column) return column;
  throw new AppFailure({
    code: 'UNKNOWN_COLUMN',
    message: `This table has no column "${name}". It may have been renamed in a newer extract: remove the filter or sorting on it.`,
    details: { column: name },
  });
}

/**
 * 1 for every row that passes all filters. Filters run once per distinct value and then over the codes: linear in rows and
 * distinct values. `read` is needed for conditions on numbers and dates. Throws `UNKNOWN_COLUMN`, and `CHECK_UNKNOWN` for a
 * check that is not among `checks`.
 */
export function filterMask(
  table: Table,
  filters: readonly Filter[],
  checks: CheckRows = NO_CHECKS,
  read?: ValueReader,
): Uint8Array {
  const keep = new Uint8Array(table.rowCount).fill(1);
  for (const filter of filters) {
    if (filter.kind === 'check') {
      const found = foundBy(checks, filter);
      for (let row = 0; row < keep.length; row++) keep[row]! &= found[row]!;
      continue;
    }
    const column = needColumn(table, filter.column);
    const wanted = wantedCodes(column, filter, read);
    const { codes } = column;
    for (let row = 0; row < keep.length; row++) keep[row]! &= wanted[codes[row]!]!;
  }
  return keep;
}

/** The rows that pass all filters, in the order of the file. */
export function filterRows(
  table: Table,
  filters: readonly Filter[],
  checks: CheckRows = NO_CHECKS,
  read?: ValueReader,
): Uint32Array {
  const keep = filterMask(table, filters, checks, read);
  let count = 0;
  for (let row = 0; row < keep.length; row++) count += keep[row]!;
  const rows = new Uint32Array(count);
  let next = 0;
  for (let row = 0; row < keep.length; row++) if (keep[row]) rows[next++] = row;
  return rows;
}

function foundBy(checks: CheckRows, filter: CheckFilter): Uint8Array {
  const found = checks.found.get(filter.check);
  if (found) return found;
  throw new AppFailure({
    code: 'CHECK_UNKNOWN',
    message: `The rows of "${filter.label}" are not known any more: the table has changed since. Take this filter away.`,
    details: { check: filter.check },
  });
}

/** 1 for each code whose value passes the filter. */
function wantedCodes(
  column: Column,
  filter: Exclude<Filter, CheckFilter>,
  read: ValueReader | undefined,
): Uint8Array {
  switch (filter.kind) {
    case 'equals': {
      const values = new Set(filter.values);
      return codesWhere(column, (code) => values.has(column.values[code]!));
    }
    case 'contains':
      return codesContaining(column, filter.text.toLowerCase());
    case 'blank':
      return codesWhere(column, (code) => (code === EMPTY) === filter.blank);
    case 'pattern': {
      const { masks, maskOf } = masksOf(column);
      const wanted = masks.indexOf(filter.mask);
      return codesWhere(column, (code) => maskOf[code] === wanted);
    }
    case 'range': {
      const readings = readingsUnder(column, filter.reading, read);
      const from = filter.from ?? Number.NEGATIVE_INFINITY;
      const to = filter.to ?? Number.POSITIVE_INFINITY;
      return codesWhere(column, (code) => readings[code]! >= from && readings[code]! <= to);
    }
    case 'readable': {
      const readings = readingsUnder(column, filter.reading, read);
      return codesWhere(column, (code) => code !== EMPTY && Number.isNaN(readings[code]) !== filter.readable);
    }
  }
}

function readingsUnder(column: Column, reading: Reading, read: ValueReader | undefined): Float64Array {
  if (!read) throw new TypeError('A condition on numbers or dates needs a reader of values.');
  return readingsOf(column, reading, read);
}

function codesWhere(column: Column, passes: (code: number) => boolean): Uint8Array {
  const wanted = new Uint8Array(column.values.length);
  for (let code = 0; code < wanted.length; code++) if (passes(code)) wanted[code] = 1;
  return wanted;
}

/** The last text looked for in each column: a longer one is only looked for where the shorter one was found. */
const lastContained = new WeakMap<Column, { readonly text: string; readonly wanted: Uint8Array }>();

function codesContaining(column: Column, text: string): Uint8Array {
  const last = lastContained.get(column);
  if (last?.text === text) return last.wanted;
  const before = last && text.includes(last.text) ? last.wanted : null;
  const wanted = codesWhere(
    column,
    (code) => (!before || before[code] === 1) && column.values[code]!.toLowerCase().includes(text),
  );
  lastContained.set(column, { text, wanted });
  return wanted;
}
