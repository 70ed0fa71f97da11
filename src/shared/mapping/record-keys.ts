import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { EMPTY, type Table } from '../table/types';
import { needColumn } from './need-column';

/** Hex digits of a content hash used as key. */
const HASH_DIGITS = 16;
/** Stands between cells when a row is hashed; does not occur in text people write. */
const CELL_END = '\u001f';

/**
 * The record key of every row, `<tableId>:<key>`, all different. The key is the value of the key column, or a content
 * hash of the row (first 16 hex digits of SHA-256) where there is no key column or its cell is empty. A key that occurs
 * again gets `#2`, `#3` … in row order; a key that really reads so keeps it. Table ids have no colon.
 */
export function recordKeys(tableId: string, table: Table, keyColumn: string | null): string[] {
  const keys = new Array<string>(table.rowCount);
  const column = keyColumn === null ? null : needColumn(table, keyColumn);
  const seen = new Map<string, number>();
  let taken: Set<string> | null = null;
  const codesSeen = new Uint8Array(column?.values.length ?? 0);
  for (let row = 0; row < table.rowCount; row++) {
    const code = column?.codes[row] ?? EMPTY;
    if (column && code !== EMPTY && codesSeen[code] === 0) {
      codesSeen[code] = 1;
      keys[row] = `${tableId}:${column.values[code]!}`;
      continue;
    }
    const key = column && code !== EMPTY ? column.values[code]! : contentHash(table, row);
    taken ??= new Set(column?.values);
    keys[row] = `${tableId}:${freeKey(key, code !== EMPTY, seen, taken)}`;
  }
  return keys;
}

/** The key itself when nobody has it, else with the next free number behind it. */
function freeKey(key: string, repeated: boolean, seen: Map<string, number>, taken: Set<string>): string {
  if (!repeated && !taken.has(key)) {
    taken.add(key);
    return key;
  }
  let count = seen.get(key) ?? 1;
  let candidate = key;
  do {
    count++;
    candidate = `${key}#${count}`;
  } while (taken.has(candidate));
  seen.set(key, count);
  taken.add(candidate);
  return candidate;
}

/** UTF-16 units of row text that fit the shared buffer; longer rows get one of their own. */
const BUFFERED = 16_384;
const encoder = new TextEncoder();
const buffer = new Uint8Array(BUFFERED * 3);

function contentHash(table: Table, row: number): string {
  let text = '';
  for (const column of table.columns) text += column.values[column.codes[row]!]! + CELL_END;
  const bytes =
    text.length > BUFFERED
      ? encoder.encode(text)
      : buffer.subarray(0, encoder.encodeInto(text, buffer).written);
  return bytesToHex(sha256(bytes).subarray(0, HASH_DIGITS / 2));
}

/** The key as it stood in the source when `#2`, `#3` … was put behind it to keep it apart, else null. */
export function repeatedKeyBase(recordKey: string): string | null {
  return /^(.+)#(?:[2-9]|[1-9]\d+)$/s.exec(recordKey)?.[1] ?? null;
}
