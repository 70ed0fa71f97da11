import { trimBlank } from '../profile/text';
import { columnNamed } from '../table/column';
import type { Table } from '../table/types';
import { EMPTY } from '../table/types';
import { NO_REFERENCE, ORPHAN, type RecordSet } from './types';

/** Finds the record a reference text points to: its index in `parents`, or ORPHAN. */
export interface ReferenceResolver {
  readonly parents: RecordSet;
  find(text: string): number;
}

const indexOfKeys = new WeakMap<RecordSet, ReadonlyMap<string, number>>();

/** Record index by record key; built once per record set. */
export function keyIndex(records: RecordSet): ReadonlyMap<string, number> {
  let index = indexOfKeys.get(records);
  if (!index) {
    index = new Map(records.keys.map((key, at): [string, number] => [key, at]));
    indexOfKeys.set(records, index);
  }
  return index;
}

/** References by the parent's key in one table: `<tableId>:<text>`, as written, else trimmed. */
export function resolverByKey(parents: RecordSet, tableId: string): ReferenceResolver {
  const index = keyIndex(parents);
  return {
    parents,
    find: (text) => index.get(`${tableId}:${text}`) ?? index.get(`${tableId}:${trimBlank(text)}`) ?? ORPHAN,
  };
}

/** References by another column of the parent table (a name); of several rows with one value the first is meant. */
export function resolverByColumn(
  parents: RecordSet,
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
  return { parents, find: (text) => recordOf.get(trimBlank(text)) ?? ORPHAN };
}

/** References written into an ordinary column: a whole record key, or a bare key of any of the parent tables in order. */
export function resolverByText(parents: RecordSet): ReferenceResolver {
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
