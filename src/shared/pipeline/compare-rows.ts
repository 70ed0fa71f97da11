import { columnNamed, valueAt } from '../table/column';
import type { Column, Table } from '../table/types';

/** Rows of one kind listed at most; the counts go on. */
export const SAMPLE_ROWS = 500;

/** One row of an extract, for people. */
export interface ExtractRow {
  /** The key without the table in front. */
  readonly key: string;
  /** Row in the table it stands in, 0-based. */
  readonly row: number;
  readonly cells: readonly { readonly column: string; readonly value: string }[];
}

/** A row both extracts have, with what is different. */
export interface ChangedRow {
  readonly key: string;
  /** Row in the newer extract, 0-based. */
  readonly row: number;
  readonly changes: readonly { readonly column: string; readonly from: string; readonly to: string }[];
}

/** How the rows of two extracts differ, by record key. */
export interface RowDrift {
  readonly before: number;
  readonly after: number;
  readonly same: number;
  readonly added: number;
  readonly vanished: number;
  readonly changed: number;
  /** Changed rows per column both have, most first, then by name. */
  readonly changedColumns: readonly { readonly column: string; readonly rows: number }[];
  /** The first ones of each kind, at most `SAMPLE_ROWS`, in row order. */
  readonly addedRows: readonly ExtractRow[];
  readonly vanishedRows: readonly ExtractRow[];
  readonly changedRows: readonly ChangedRow[];
}

/** A table with a key for every row; all keys of a table differ. */
export interface KeyedTable {
  readonly table: Table;
  readonly keys: readonly string[];
}

/** Filled cells shown of a new or vanished row. */
const SHOWN_CELLS = 6;

/**
 * Rows that are new, gone, or different in a column both tables have. Values are compared once per distinct value: linear
 * in rows times common columns, with integers. `nameOf` makes a record key readable.
 */
export function compareRows(
  before: KeyedTable,
  after: KeyedTable,
  nameOf: (key: string) => string,
): RowDrift {
  const rowBefore = new Map(before.keys.map((key, row) => [key, row]));
  const common = after.table.columns.flatMap((column) => {
    const old = columnNamed(before.table, column.name);
    return old ? [{ name: column.name, old, now: column, meant: codesIn(old, column) }] : [];
  });
  const perColumn = new Uint32Array(common.length);
  const still = new Uint8Array(before.keys.length);
  const addedRows: ExtractRow[] = [];
  const changedRows: ChangedRow[] = [];
  let added = 0;
  let changed = 0;
  for (let row = 0; row < after.keys.length; row++) {
    const key = after.keys[row]!;
    const old = rowBefore.get(key);
    if (old === undefined) {
      added++;
      if (addedRows.length < SAMPLE_ROWS) addedRows.push(shownRow(after.table, row, nameOf(key)));
      continue;
    }
    still[old] = 1;
    let differs = false;
    for (let at = 0; at < common.length; at++) {
      const { old: column, now, meant } = common[at]!;
      if (meant[now.codes[row]!] === column.codes[old]) continue;
      differs = true;
      perColumn[at]!++;
    }
    if (!differs) continue;
    changed++;
    if (changedRows.length < SAMPLE_ROWS) {
      const changes = common.flatMap(({ name, old: column, now }) => {
        const from = valueAt(column, old);
        const to = valueAt(now, row);
        return from === to ? [] : [{ column: name, from, to }];
      });
      changedRows.push({ key: nameOf(key), row, changes });
    }
  }
  const vanishedRows: ExtractRow[] = [];
  let vanished = 0;
  for (let row = 0; row < still.length; row++) {
    if (still[row]) continue;
    vanished++;
    if (vanishedRows.length < SAMPLE_ROWS) {
      vanishedRows.push(shownRow(before.table, row, nameOf(before.keys[row]!)));
    }
  }
  return {
    before: before.keys.length,
    after: after.keys.length,
    same: after.keys.length - added - changed,
    added,
    vanished,
    changed,
    changedColumns: common
      .map(({ name }, at) => ({ column: name, rows: perColumn[at]! }))
      .filter(({ rows }) => rows > 0)
      .sort((a, b) => b.rows - a.rows || (a.column < b.column ? -1 : 1)),
    addedRows,
    vanishedRows,
    changedRows,
  };
}

const NOWHERE = 0xffff_ffff;

/** The code each value of `now` has in `old`; a value `old` does not know gets one no row has. */
function codesIn(old: Column, now: Column): Uint32Array {
  const codeOf = new Map(old.values.map((value, code) => [value, code]));
  return Uint32Array.from(now.values, (value) => codeOf.get(value) ?? NOWHERE);
}

function shownRow(table: Table, row: number, key: string): ExtractRow {
  const cells = table.columns
    .map((column) => ({ column: column.name, value: valueAt(column, row) }))
    .filter(({ value }) => value !== '');
  return { key, row, cells: cells.slice(0, SHOWN_CELLS) };
}
