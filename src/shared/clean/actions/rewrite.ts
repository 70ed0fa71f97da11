import { type Column, EMPTY } from '../../table/types';
import { MAX_SAMPLES } from '../limits';
import type { ValueChange } from '../types';
import { TopChanges } from './samples';
import type { RowMask } from './work';

/** A column after its values were rewritten, and how many were. */
export interface Rewritten {
  readonly column: Column;
  readonly values: number;
  readonly rows: number;
  readonly samples: readonly ValueChange[];
}

/**
 * The column with `become` applied to the cells of the mask, called once per distinct value that occurs there. The same
 * column where nothing changes. Strings that stay are neither hashed nor copied; rows cost two passes over the codes.
 */
export function rewriteColumn(
  column: Column,
  mask: RowMask,
  become: (value: string) => string,
  changed?: (from: string, to: string, rows: number) => void,
): Rewritten {
  const counts = countMasked(column, mask);
  const top = new TopChanges(MAX_SAMPLES);
  const wanted = new Map<string, number>();
  const changes: number[] = [];
  const texts: string[] = [];
  let rows = 0;
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code]!;
    if (count === 0) continue;
    const value = column.values[code]!;
    const to = become(value);
    if (to === value) continue;
    changes.push(code);
    texts.push(to);
    wanted.set(to, NEW);
    rows += count;
    top.add(value, to, count);
    changed?.(value, to, count);
  }
  if (changes.length === 0) return { column, values: 0, rows: 0, samples: [] };
  const values = column.values.slice();
  for (let code = 0; code < column.values.length; code++) {
    const value = column.values[code]!;
    if (wanted.has(value)) wanted.set(value, code);
  }
  const target = new Uint32Array(column.values.length);
  for (let code = 0; code < target.length; code++) target[code] = code;
  for (const [at, code] of changes.entries()) {
    const text = texts[at]!;
    let to = wanted.get(text) ?? NEW;
    if (to === NEW) {
      to = values.length;
      values.push(text);
      wanted.set(text, to);
    }
    target[code] = to;
  }
  const codes = translated(column.codes, mask, target);
  return {
    column: compacted(column.name, codes, values),
    values: changes.length,
    rows,
    samples: top.finish(),
  };
}

const NEW = -1;

/** Rows per code among the rows of the mask. */
export function countMasked(column: Column, mask: RowMask): Uint32Array {
  const counts = new Uint32Array(column.values.length);
  const { codes } = column;
  if (mask === null) for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++;
  else for (let row = 0; row < codes.length; row++) counts[codes[row]!]! += mask[row]!;
  return counts;
}

function translated(codes: Uint32Array, mask: RowMask, target: Uint32Array): Uint32Array {
  const result = new Uint32Array(codes.length);
  if (mask === null) for (let row = 0; row < codes.length; row++) result[row] = target[codes[row]!]!;
  else
    for (let row = 0; row < codes.length; row++)
      result[row] = mask[row] === 1 ? target[codes[row]!]! : codes[row]!;
  return result;
}

const UNSEEN = 0xffffffff;

/**
 * A column from codes into a list of distinct texts (the empty text first), with the texts no row uses left out and the
 * others in order of first appearance. Changes `codes` in place.
 */
export function compacted(name: string, codes: Uint32Array, texts: readonly string[]): Column {
  const place = new Uint32Array(texts.length).fill(UNSEEN);
  place[EMPTY] = EMPTY;
  const values: string[] = [''];
  for (let row = 0; row < codes.length; row++) {
    const old = codes[row]!;
    let code = place[old]!;
    if (code === UNSEEN) {
      code = values.length;
      place[old] = code;
      values.push(texts[old]!);
    }
    codes[row] = code;
  }
  return { name, codes, values };
}
