/**
 * Unrestricted Damerau-Levenshtein distance on UTF-16 code units (Lowrance and Wagner 1975): insert, delete, substitute
 * and swap of neighbours, each 1; swapped units may be edited again, so it is a metric. Time and memory grow with the
 * product of the lengths: for short values.
 */
export function damerauLevenshtein(a: string, b: string): number {
  const width = b.length + 2;
  const far = a.length + b.length;
  const table = new Uint32Array((a.length + 2) * width).fill(far);
  for (let i = 0; i <= a.length; i++) table[(i + 1) * width + 1] = i;
  for (let j = 0; j <= b.length; j++) table[width + j + 1] = j;
  /** Last row in which a unit of `a` stood. */
  const lastRow = new Map<number, number>();
  for (let i = 1; i <= a.length; i++) {
    const unit = a.charCodeAt(i - 1);
    let lastColumn = 0;
    for (let j = 1; j <= b.length; j++) {
      const row = lastRow.get(b.charCodeAt(j - 1)) ?? 0;
      const column = lastColumn;
      const isSame = unit === b.charCodeAt(j - 1);
      if (isSame) lastColumn = j;
      const swap = table[row * width + column]! + (i - row - 1) + 1 + (j - column - 1);
      const change = table[i * width + j]! + (isSame ? 0 : 1);
      const insert = table[(i + 1) * width + j]! + 1;
      const remove = table[i * width + j + 1]! + 1;
      table[(i + 1) * width + j + 1] = Math.min(swap, change, insert, remove);
    }
    lastRow.set(unit, i);
  }
  return table[(a.length + 1) * width + b.length + 1]!;
}
