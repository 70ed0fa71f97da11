import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Column, Table } from '../table/types';
import type { TargetField } from '../target/types';
import { recordKeys } from './record-keys';
import type { TableMapping } from './types';

/** How a table's rows are known. */
export type RowNaming = Pick<TableMapping, 'tableId' | 'keyColumn'>;

/**
 * The record key of every row behind a prefix, all different. A text longer than the field holds gives way to the prefix
 * and as much of the key's SHA-256 in hex as fits; where that little is taken already, by the next hash of it.
 */
export function keyColumnOf(table: Table, naming: RowNaming, prefix: string, longest: number | null): Column {
  const values: string[] = [''];
  const seen = new Set<string>();
  for (const key of recordKeys(naming.tableId, table, naming.keyColumn)) {
    const whole = `${prefix}${key}`;
    let text = longest === null || whole.length <= longest ? whole : hashed(prefix, key, longest);
    for (let again = 2; seen.has(text) && again < MOST_TRIES; again++)
      text = hashed(prefix, `${key}#${again}`, longest ?? HEX);
    seen.add(text);
    values.push(text);
  }
  return { name: '', codes: Uint32Array.from({ length: table.rowCount }, (_, row) => row + 1), values };
}

const HEX = 64;
/** A field too short for so many keys repeats some; validation says so. */
const MOST_TRIES = 100;
const encoder = new TextEncoder();

function hashed(prefix: string, key: string, longest: number): string {
  return `${prefix}${bytesToHex(sha256(encoder.encode(key)))}`.slice(0, longest);
}

/** Whether a field takes an id that people gave: unique or marked as external, written as text. */
export function takesKeys(field: TargetField): boolean {
  const named = field.unique || field.externalId === true;
  return named && field.type === 'text' && field.references === null && field.picklist.length === 0;
}
