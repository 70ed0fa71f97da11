import { distinctIn } from '../../table/column';
import { TextCodes } from '../../table/text-codes';
import type { Column } from '../../table/types';

/** The column's codes under a normalising function, which runs once per distinct value. */
export function encode(column: Column, texts: TextCodes, normalise: (value: string) => string): Uint32Array {
  const map = new Uint32Array(column.values.length);
  for (let i = 1; i < map.length; i++) map[i] = texts.codeOf(normalise(column.values[i]!));
  const codes = new Uint32Array(column.codes.length);
  for (let row = 0; row < codes.length; row++) codes[row] = map[column.codes[row]!]!;
  return codes;
}

/**
 * One code per record for several columns that hold values of one meaning: the sorted set of the filled ones. Each
 * combination is joined once.
 */
export function encodeSet(
  columns: readonly Column[],
  texts: TextCodes,
  normalise: (value: string, column: number) => string,
  separator: string,
): Uint32Array {
  const only = columns.length === 1 ? columns[0] : undefined;
  if (only) return encode(only, texts, (value) => normalise(value, 0));
  const parts = new TextCodes(distinctIn(columns));
  const lists = columns.map((column, index) => encode(column, parts, (value) => normalise(value, index)));
  const first = lists[0];
  if (!first) return new Uint32Array(0);
  const single = new Uint32Array(parts.values.length).fill(0xffffffff);
  const combined = new Map<string, number>();
  const codes = new Uint32Array(first.length);
  for (let row = 0; row < codes.length; row++) {
    let filled = 0;
    let last = 0;
    for (const list of lists) {
      const code = list[row]!;
      if (code !== 0 && code !== last) {
        filled++;
        last = code;
      }
    }
    if (filled === 0) continue;
    if (filled === 1) {
      let code = single[last]!;
      if (code === 0xffffffff) {
        code = texts.codeOf(parts.values[last]!);
        single[last] = code;
      }
      codes[row] = code;
      continue;
    }
    const key = lists.map((list) => list[row]!).join(',');
    let code = combined.get(key);
    if (code === undefined) {
      const set = new Set<string>();
      for (const list of lists) {
        const value = parts.values[list[row]!]!;
        if (value !== '') set.add(value);
      }
      code = texts.codeOf([...set].sort().join(separator));
      combined.set(key, code);
    }
    codes[row] = code;
  }
  return codes;
}
