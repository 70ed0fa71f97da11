/**
 * Ratcliff-Obershelp similarity, 0..1 (Ratcliff and Metzener 1988, "Pattern Matching: The Gestalt Approach", Dr. Dobb's
 * Journal): twice the units in the longest common run and, again and again, in what is left and right of it, by both
 * lengths. Two empty texts are equal (1). Not symmetric where several runs are longest: the first in `a` is taken.
 */
export function ratcliffObershelp(a: string, b: string): number {
  const total = a.length + b.length;
  if (total === 0) return 1;
  let matched = 0;
  const open: [string, string][] = [[a, b]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [left, right] = pair;
    const run = longestRun(left, right);
    if (run.length === 0) continue;
    matched += run.length;
    open.push([left.slice(0, run.inA), right.slice(0, run.inB)]);
    open.push([left.slice(run.inA + run.length), right.slice(run.inB + run.length)]);
  }
  return (2 * matched) / total;
}

/** The longest common run of units; of equal ones the first in `a`, then in `b`. */
function longestRun(a: string, b: string): { inA: number; inB: number; length: number } {
  let best = { inA: 0, inB: 0, length: 0 };
  let above = new Uint32Array(b.length + 1);
  let row = new Uint32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const length = a.charCodeAt(i) === b.charCodeAt(j) ? above[j]! + 1 : 0;
      row[j + 1] = length;
      if (length > best.length) best = { inA: i + 1 - length, inB: j + 1 - length, length };
    }
    [above, row] = [row, above];
  }
  return best;
}
