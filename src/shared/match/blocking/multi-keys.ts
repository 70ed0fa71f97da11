import { TextCodes } from '../../table/text-codes';
import { SEPARATOR } from '../compare/kinds';
import type { PreparedComparison } from '../prepare/prepare';
import type { ComparisonColumn } from '../types';
import { blockSizes, combineCodes } from './blocks';
import { hasSets, type KeyColumn, keyMakers, type MultiKey } from './keys';

/** Of each record this many of its rarest words make keys by twos, and this many of its rarest letter runs keys alone. */
export const RAREST_WORDS = 5;
export const RAREST_GRAMS = 8;

/** Letters in a run: short ones in small tables, where they are rare enough. */
const SMALL_TABLE = 30_000;

/** The several keys of sets (phones, addresses): one per member. */
export function setKeys(comparisons: readonly PreparedComparison[]): MultiKey[] {
  return comparisons.flatMap(({ column, name }, comparison) => {
    if (!hasSets(column.values)) return [];
    const [label, , make] = keyMakers(column.kind, name)[0]!;
    const split = (value: string): string[] => [...new Set(value.split(SEPARATOR).map(make))];
    return [multiKey(comparison, label, column, split)];
  });
}

/** The words of company names and texts. */
export function wordKeys(comparisons: readonly PreparedComparison[]): MultiKey[] {
  return comparisons.flatMap(({ column, name }, comparison) => {
    if (column.kind !== 'company' && column.kind !== 'text') return [];
    const split = (value: string): string[] => [...new Set(value.split(' '))];
    return [multiKey(comparison, `a rare word of ${name}`, column, split)];
  });
}

/** Two words of the rarest few of each record as one key. */
export function wordPairKey(key: MultiKey): MultiKey {
  const counts = blockSizes(key.keys, key.size);
  const first: number[] = [];
  const second: number[] = [];
  const offsets = offsetsOf(key.offsets.length - 1, (row) => {
    const words = rarest(key, row, counts, RAREST_WORDS);
    for (let i = 0; i < words.length; i++)
      for (let j = i + 1; j < words.length; j++) {
        first.push(words[i]!);
        second.push(words[j]!);
      }
    return first.length;
  });
  const joined = combineCodes(Uint32Array.from(first), Uint32Array.from(second));
  const label = key.label.replace('a rare word', 'two words');
  return {
    comparison: key.comparison,
    label,
    offsets,
    keys: sortedEach(joined.codes, offsets),
    size: joined.size,
  };
}

/**
 * Runs of three or four letters of company names, texts and towns, blanks aside: the rarest few of each record. Finds
 * what no word finds: slips inside words, words written together.
 */
export function gramKeys(comparisons: readonly PreparedComparison[]): MultiKey[] {
  return comparisons.flatMap(({ column, name }, comparison) => {
    if (column.kind !== 'company' && column.kind !== 'text') return [];
    const length = gramLength(column.values.length);
    const all = multiKey(comparison, `rare letters of ${name}`, column, (value) => gramsOf(value, length));
    const counts = blockSizes(all.keys, all.size);
    const kept: number[] = [];
    const offsets = offsetsOf(column.codes.length, (row) => {
      for (const gram of rarest(all, row, counts, RAREST_GRAMS)) kept.push(gram);
      return kept.length;
    });
    return [{ ...all, offsets, keys: Uint32Array.from(kept) }];
  });
}

/** How many letters a run has in a column of so many values. */
export function gramLength(values: number): number {
  return values <= SMALL_TABLE ? 3 : 4;
}

/** The distinct runs of letters of a value, blanks aside, in order. */
export function gramsOf(value: string, length: number): string[] {
  const letters = value.replaceAll(' ', '').slice(0, 200);
  if (letters.length <= length) return [letters];
  const grams = new Set<string>();
  for (let i = 0; i + length <= letters.length; i++) grams.add(letters.slice(i, i + length));
  return [...grams];
}

/** A key of several and a single one that must both agree. */
export function narrowed(key: MultiKey, by: KeyColumn): MultiKey {
  const codes = new Uint32Array(key.keys.length);
  for (let row = 0; row + 1 < key.offsets.length; row++)
    codes.fill(by.codes[row]!, key.offsets[row]!, key.offsets[row + 1]!);
  const joined = combineCodes(key.keys, codes);
  const kept: number[] = [];
  const offsets = offsetsOf(key.offsets.length - 1, (row) => {
    for (let k = key.offsets[row]!; k < key.offsets[row + 1]!; k++)
      if (joined.codes[k] !== 0) kept.push(joined.codes[k]!);
    return kept.length;
  });
  const label = `${key.label} and ${by.label}`;
  return {
    comparison: key.comparison,
    label,
    offsets,
    keys: sortedEach(Uint32Array.from(kept), offsets),
    size: joined.size,
  };
}

/** The keys of a record that others share, the rarest few of them, ascending. */
function rarest(key: MultiKey, row: number, counts: Uint32Array, few: number): number[] {
  const shared: number[] = [];
  for (let k = key.offsets[row]!; k < key.offsets[row + 1]!; k++) {
    const code = key.keys[k]!;
    if (counts[code]! > 1) shared.push(code);
  }
  if (shared.length <= few) return shared;
  return shared
    .sort((x, y) => counts[x]! - counts[y]! || x - y)
    .slice(0, few)
    .sort((x, y) => x - y);
}

/** Offsets of rows from the running total that `upTo` returns after each. */
function offsetsOf(rows: number, upTo: (row: number) => number): Uint32Array {
  const offsets = new Uint32Array(rows + 1);
  for (let row = 0; row < rows; row++) offsets[row + 1] = upTo(row);
  return offsets;
}

function sortedEach(keys: Uint32Array, offsets: Uint32Array): Uint32Array {
  for (let row = 0; row + 1 < offsets.length; row++) keys.subarray(offsets[row]!, offsets[row + 1]!).sort();
  return keys;
}

function multiKey(
  comparison: number,
  label: string,
  { codes, values }: ComparisonColumn,
  split: (value: string) => readonly string[],
): MultiKey {
  const texts = new TextCodes(values.length);
  const lists: (Uint32Array | undefined)[] = new Array(values.length);
  let total = 0;
  const offsets = offsetsOf(codes.length, (row) => {
    const code = codes[row]!;
    if (code === 0) return total;
    let list = lists[code];
    if (!list) {
      const keys = split(values[code]!).filter((key) => key !== '');
      list = Uint32Array.from(keys, (key) => texts.codeOf(key)).sort();
      lists[code] = list;
    }
    total += list.length;
    return total;
  });
  const keys = new Uint32Array(total);
  for (let row = 0; row < codes.length; row++) {
    const list = lists[codes[row]!];
    if (codes[row] !== 0 && list) keys.set(list, offsets[row]!);
  }
  return { comparison, label, offsets, keys, size: texts.values.length };
}
