import { trimBlank } from '../profile/text';
import { columnNamed } from '../table/column';
import type { Table } from '../table/types';
import { EMPTY } from '../table/types';
import { AMBIGUOUS, plainIndex, plainKey } from './plain-key';
import { repeatedKeyBase } from './record-keys';
import { NO_REFERENCE, ORPHAN, type RecordRows } from './types';

/** Finds the record a reference text points to: its index in `parents`, or ORPHAN. */
export interface ReferenceResolver {
  readonly parents: RecordRows;
  find(text: string): number;
}

const indexOfKeys = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Record index by record key; built once per list of keys. */
export function keyIndex(records: RecordRows): ReadonlyMap<string, number> {
  let index = indexOfKeys.get(records.keys);
  if (!index) {
    index = new Map(records.keys.map((key, at): [string, number] => [key, at]));
    indexOfKeys.set(records.keys, index);
  }
  return index;
}

/** Plain keys of one parent table; built once per list of keys and table, when an exact look-up fails first. */
const plainKeys = new WeakMap<readonly string[], Map<string, ReadonlyMap<string, number>>>();

function plainKeysOf(parents: RecordRows, tableId: string): ReadonlyMap<string, number> {
  const tables = plainKeys.get(parents.keys) ?? new Map<string, ReadonlyMap<string, number>>();
  plainKeys.set(parents.keys, tables);
  let index = tables.get(tableId);
  if (!index) {
    const prefix = `${tableId}:`;
    index = plainIndex(
      parents.keys.flatMap((key, at): [string, number][] =>
        key.startsWith(prefix) && repeatedKeyBase(key) === null ? [[key.slice(prefix.length), at]] : [],
      ),
    );
    tables.set(tableId, index);
  }
  return index;
}

function found(index: ReadonlyMap<string, number>, text: string): number {
  const at = index.get(plainKey(text));
  return at === undefined || at === AMBIGUOUS ? ORPHAN : at;
}

/**
 * References by the parent's key in one table: as written, else trimmed, else without case, punctuation and leading zeros
 * where only one parent can be meant (`plainKey`).
 */
export function resolverByKey(parents: RecordRows, tableId: string): ReferenceResolver {
  const index = keyIndex(parents);
  return {
    parents,
    find: (text) =>
      index.get(`${tableId}:${text}`) ??
      index.get(`${tableId}:${trimBlank(text)}`) ??
      found(plainKeysOf(parents, tableId), text),
  };
}

/**
 * References by another column of the parent table (a name); of several rows with one value the first is meant. Texts that
 * stand nowhere as written are looked up as plain keys.
 */
export function resolverByColumn(
  parents: RecordRows,
  tableId: string,
  table: Table,
  by: string,
): ReferenceResolver {
  const column = columnNamed(table, by);
  const recordOf = new Map<string, number>();
  if (column) {
    const at = parents.tables.indexOf(tableId);
    const firstOfCode = new Int32Array(column.values.length).fill(NO_REFERENCE);
    for (let record = 0; record < parents.count; record++) {
      if (parents.table[record] !== at) continue;
      const code = column.codes[parents.row[record]!] ?? EMPTY;
      if (code !== EMPTY && firstOfCode[code] === NO_REFERENCE) firstOfCode[code] = record;
    }
    for (let code = 1; code < firstOfCode.length; code++) {
      const key = trimBlank(column.values[code]!);
      const record = firstOfCode[code]!;
      if (record === NO_REFERENCE) continue;
      const earlier = recordOf.get(key);
      if (earlier === undefined || record < earlier) recordOf.set(key, record);
    }
  }
  let plain: ReadonlyMap<string, number> | null = null;
  return {
    parents,
    find: (text) => {
      const exact = recordOf.get(trimBlank(text));
      if (exact !== undefined) return exact;
      plain ??= plainIndex(recordOf);
      return found(plain, text);
    },
  };
}

/** References written into an ordinary column: a whole record key, or a bare key of any of the parent tables in order. */
export function resolverByText(parents: RecordRows): ReferenceResolver {
  const index = keyIndex(parents);
  return {
    parents,
    find: (text) => {
      const trimmed = trimBlank(text);
      const whole = index.get(trimmed);
      if (whole !== undefined) return whole;
      for (const tableId of parents.tables) {
        const found = index.get(`${tableId}:${trimmed}`);
        if (found !== undefined) return found;
      }
      return ORPHAN;
    },
  };
}
