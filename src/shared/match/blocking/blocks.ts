import type { ComparedSources } from '../sources';

/** A block number per record; 0 = none, `size` = the highest one plus one. */
export interface Blocks {
  readonly codes: Uint32Array;
  readonly size: number;
}

/** Numbers every pair of codes that occurs; a pair with a 0 in it stays 0. Order of numbers: first appearance. */
export function combineCodes(a: Uint32Array, b: Uint32Array): Blocks {
  const rows = a.length;
  const capacity = 1 << Math.max(4, 32 - Math.clz32(rows * 2));
  const shift = Math.clz32(capacity) + 1;
  const last = capacity - 1;
  // The first row of each pair of codes, plus one: most pairs occur once, and cost one look.
  const slots = new Uint32Array(capacity);
  const codes = new Uint32Array(rows);
  let next = 1;
  for (let row = 0; row < rows; row++) {
    const x = a[row]!;
    const y = b[row]!;
    if (x === 0 || y === 0) continue;
    let slot = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) >>> shift;
    let first = slots[slot]!;
    while (first !== 0 && (a[first - 1] !== x || b[first - 1] !== y)) {
      slot = (slot + 1) & last;
      first = slots[slot]!;
    }
    if (first === 0) {
      slots[slot] = row + 1;
      codes[row] = next++;
    } else codes[row] = codes[first - 1]!;
  }
  return { codes, size: next };
}

/** The blocks of records that agree in all of several. */
export function jointBlocks(several: readonly Blocks[]): Blocks {
  return several.reduce((all, next) => combineCodes(all.codes, next.codes));
}

/** Records per code. */
export function blockSizes(codes: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++;
  return counts;
}

/** Pairs among n records. */
export function pairsAmong(n: number): number {
  return (n * (n - 1)) / 2;
}

/** Pairs that share a code other than 0. */
export function pairsIn(codes: Uint32Array, size: number): number {
  const counts = blockSizes(codes, size);
  let pairs = 0;
  for (let code = 1; code < size; code++) pairs += pairsAmong(counts[code]!);
  return pairs;
}

/** Pairs that share a code, without those whose sources are not compared; `sources` null compares all. */
export function comparedPairsIn(codes: Uint32Array, size: number, sources: ComparedSources | null): number {
  if (sources === null) return pairsIn(codes, size);
  const { starts, rows } = groupRows(codes, size);
  let pairs = 0;
  for (let code = 1; code < size; code++)
    pairs += comparedAmong(rows, starts[code]!, starts[code + 1]!, sources);
  return pairs;
}

/** Compared pairs among `rows[from .. to)`. */
export function comparedAmong(
  rows: Uint32Array,
  from: number,
  to: number,
  { rules, of }: ComparedSources,
): number {
  if (to - from < 2) return 0;
  const counts = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const source = of[rows[i]!]!;
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  let pairs = 0;
  const present = [...counts];
  present.forEach(([source, n], i) => {
    if (rules.compared[source * rules.size + source] === 1) pairs += pairsAmong(n);
    for (let j = i + 1; j < present.length; j++) {
      const [other, m] = present[j]!;
      if (rules.compared[source * rules.size + other] === 1) pairs += n * m;
    }
  });
  return pairs;
}

/** Rows grouped by code: `rows[starts[c] .. starts[c+1])` are the rows with code c, ascending. */
export interface Groups {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/** Groups rows by code, 0 included. Linear. */
export function groupRows(codes: Uint32Array, size: number): Groups {
  const starts = new Uint32Array(size + 1);
  for (let row = 0; row < codes.length; row++) starts[codes[row]! + 1]!++;
  for (let code = 0; code < size; code++) starts[code + 1] = starts[code + 1]! + starts[code]!;
  const next = starts.slice(0, size);
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) rows[next[codes[row]!]!++] = row;
  return { starts, rows };
}

/** Rows grouped by each of their several keys: `keys[offsets[row] .. offsets[row+1])` are those of a row. */
export function groupRowsByKeys(offsets: Uint32Array, keys: Uint32Array, size: number): Groups {
  const starts = new Uint32Array(size + 1);
  for (let k = 0; k < keys.length; k++) starts[keys[k]! + 1]!++;
  for (let code = 0; code < size; code++) starts[code + 1] = starts[code + 1]! + starts[code]!;
  const next = starts.slice(0, size);
  const rows = new Uint32Array(keys.length);
  for (let row = 0; row + 1 < offsets.length; row++)
    for (let k = offsets[row]!; k < offsets[row + 1]!; k++) rows[next[keys[k]!]!++] = row;
  return { starts, rows };
}
