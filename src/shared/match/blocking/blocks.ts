/** Numbers every pair of codes that occurs; a pair with a 0 in it stays 0. Order of numbers: first appearance. */
export function combineCodes(a: Uint32Array, b: Uint32Array): { codes: Uint32Array; size: number } {
  const rows = a.length;
  const capacity = 1 << Math.max(4, 32 - Math.clz32(rows * 2));
  const shift = Math.clz32(capacity) + 1;
  const keyA = new Uint32Array(capacity);
  const keyB = new Uint32Array(capacity);
  const ids = new Uint32Array(capacity);
  const codes = new Uint32Array(rows);
  let next = 1;
  for (let row = 0; row < rows; row++) {
    const x = a[row]!;
    const y = b[row]!;
    if (x === 0 || y === 0) continue;
    let slot = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) >>> shift;
    while (ids[slot] !== 0 && (keyA[slot] !== x || keyB[slot] !== y)) slot = (slot + 1) & (capacity - 1);
    if (ids[slot] === 0) {
      ids[slot] = next++;
      keyA[slot] = x;
      keyB[slot] = y;
    }
    codes[row] = ids[slot]!;
  }
  return { codes, size: next };
}

/** Records per code. */
export function blockSizes(codes: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const code of codes) counts[code] = counts[code]! + 1;
  return counts;
}

/** Pairs that share a code other than 0. */
export function pairsIn(codes: Uint32Array, size: number): number {
  const counts = blockSizes(codes, size);
  let pairs = 0;
  for (let code = 1; code < size; code++) pairs += (counts[code]! * (counts[code]! - 1)) / 2;
  return pairs;
}

/** Pairs that share a code, leaving out pairs of one source when those are not compared. */
export function comparedPairsIn(codes: Uint32Array, size: number, sources: Uint32Array | null): number {
  const all = pairsIn(codes, size);
  if (sources === null) return all;
  const same = combineCodes(codes, sources);
  return all - pairsIn(same.codes, same.size);
}

/** Rows grouped by code: `rows[starts[c] .. starts[c+1])` are the rows with code c, ascending. */
export function groupRows(codes: Uint32Array, size: number): { starts: Uint32Array; rows: Uint32Array } {
  const starts = new Uint32Array(size + 1);
  for (const code of codes) starts[code + 1] = starts[code + 1]! + 1;
  for (let code = 0; code < size; code++) starts[code + 1] = starts[code + 1]! + starts[code]!;
  const next = starts.slice(0, size);
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    const at = next[code]!;
    rows[at] = row;
    next[code] = at + 1;
  }
  return { starts, rows };
}
