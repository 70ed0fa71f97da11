import { fail, ok, type Result } from '../base/result';
import { ranksOf } from '../table/rank';
import type { Column } from '../table/types';
import type { LoadColumn } from './load-columns';

/** Most rows and bytes a loader takes per file; null = no limit. Header and byte order mark count as bytes. */
export interface FileLimits {
  readonly maxRows: number | null;
  readonly maxBytes: number | null;
}

/**
 * Exported golden records in the order they are loaded: children of one parent beside each other, by the parents in
 * column order, then in golden order. Loading siblings together keeps a loader from locking the same parent twice.
 */
export function loadOrder(exported: Uint8Array, parents: readonly LoadColumn[]): Uint32Array {
  const rows = new Uint32Array(exported.reduce((sum, flag) => sum + flag, 0));
  let at = 0;
  for (let row = 0; row < exported.length; row++) if (exported[row] === 1) rows[at++] = row;
  if (parents.length === 0) return rows;
  const ranked = parents.map(({ cells }) => ({ codes: cells.codes, ranks: ranksOf(cells) }));
  return rows.sort((a, b) => {
    for (const { codes, ranks } of ranked) {
      const difference = ranks[codes[a]!]! - ranks[codes[b]!]!;
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

/** Bytes of each distinct cell of a column as it stands in the file, UTF-8. */
export function cellBytes(column: Column, written: (code: number) => string): Uint32Array {
  const bytes = new Uint32Array(column.values.length);
  for (let code = 0; code < bytes.length; code++) bytes[code] = utf8Length(written(code));
  return bytes;
}

/** Cuts rows into files that keep the limits; every file carries the header. At least one part, in order. */
export function splitRows(
  rows: Uint32Array,
  rowBytes: (row: number) => number,
  head: number,
  limits: FileLimits,
): Result<readonly Uint32Array[]> {
  const maxRows = limits.maxRows ?? Number.POSITIVE_INFINITY;
  const maxBytes = limits.maxBytes ?? Number.POSITIVE_INFINITY;
  const parts: Uint32Array[] = [];
  let start = 0;
  let bytes = head;
  for (let i = 0; i < rows.length; i++) {
    const size = rowBytes(rows[i]!);
    if (head + size > maxBytes) {
      return fail(
        'ROW_TOO_LARGE',
        `One record alone needs ${size} bytes, more than the ${maxBytes} bytes the loader takes per file. Shorten its longest field, or choose another loader.`,
        { bytes: size, maxBytes, row: rows[i]! },
      );
    }
    if (i > start && (i - start >= maxRows || bytes + size > maxBytes)) {
      parts.push(rows.subarray(start, i));
      start = i;
      bytes = head;
    }
    bytes += size;
  }
  parts.push(rows.subarray(start));
  return ok(parts);
}

/** Bytes of a text in UTF-8; a lone surrogate is written as U+FFFD, three bytes. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}
