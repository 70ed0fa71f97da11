/**
 * One-to-one assignment with the largest total, by the Hungarian method with potentials in O(rows² · columns)
 * (Kuhn 1955, Munkres 1957; the shortest-augmenting-path form after Jonker and Volgenant 1987). Rows and columns may
 * differ in number; a weight of 0 or less means "not together".
 *
 * Answers, per row, the column it is given, or -1. Among equal totals the result is the same on every run.
 */
export function assignBest(weights: readonly (readonly number[])[]): number[] {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return new Array<number>(rows).fill(-1);
  if (rows > columns) {
    const rowOf = assignBest(transposed(weights, rows, columns));
    const result = new Array<number>(rows).fill(-1);
    for (const [column, row] of rowOf.entries()) if (row >= 0) result[row] = column;
    return result;
  }
  // Costs to minimise, with 1-based indices and column 0 as the start of each path.
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOfColumn = new Int32Array(columns + 1);
  const previous = new Int32Array(columns + 1);
  const cost = (row: number, column: number): number => -Math.max(0, weights[row - 1]![column - 1]!);
  for (let row = 1; row <= rows; row++) {
    rowOfColumn[0] = row;
    let column = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    do {
      used[column] = 1;
      const at = rowOfColumn[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (used[j]) continue;
        const reduced = cost(at, j) - rowPotential[at]! - columnPotential[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          previous[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j]) {
          rowPotential[rowOfColumn[j]!]! += delta;
          columnPotential[j]! -= delta;
        } else least[j]! -= delta;
      }
      column = next;
    } while (rowOfColumn[column] !== 0);
    while (column !== 0) {
      const before = previous[column]!;
      rowOfColumn[column] = rowOfColumn[before]!;
      column = before;
    }
  }
  const result = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const row = rowOfColumn[column]!;
    if (row > 0 && weights[row - 1]![column - 1]! > 0) result[row - 1] = column - 1;
  }
  return result;
}

function transposed(weights: readonly (readonly number[])[], rows: number, columns: number): number[][] {
  return Array.from({ length: columns }, (_, column) =>
    Array.from({ length: rows }, (_unused, row) => weights[row]![column]!),
  );
}

/**
 * The same assignment without pairs that would both rather have each other: the largest total may give a column its second
 * choice so that a worse one gets a place at all ("county" as the state, "state" as the other state). Such a pair is put
 * together and the one left over takes what became free, until no such pair is left (Gale and Shapley 1962). The heaviest
 * pair that an exchange touches is the new one, so the weights in falling order only ever rise, and it ends.
 */
export function withoutRegrets(
  assigned: readonly number[],
  weights: readonly (readonly number[])[],
): number[] {
  const result = [...assigned];
  const weightOf = (row: number, column: number): number => (column < 0 ? 0 : weights[row]![column]!);
  for (;;) {
    const holder = new Map<number, number>();
    for (const [row, column] of result.entries()) if (column >= 0) holder.set(column, row);
    const found = regret(result, weights, holder, weightOf);
    if (!found) return result;
    const freed = result[found.row]!;
    result[found.row] = found.column;
    result[found.loser] = weightOf(found.loser, freed) > 0 ? freed : -1;
  }
}

/** The first row that weighs more with a column than the row that has it, and rather has it than its own. */
function regret(
  assigned: readonly number[],
  weights: readonly (readonly number[])[],
  holder: ReadonlyMap<number, number>,
  weightOf: (row: number, column: number) => number,
): { readonly row: number; readonly column: number; readonly loser: number } | null {
  for (const [row, line] of weights.entries()) {
    const own = weightOf(row, assigned[row]!);
    for (const [column, weight] of line.entries()) {
      const loser = holder.get(column);
      if (loser !== undefined && loser !== row && weight > own && weight > weightOf(loser, column))
        return { row, column, loser };
    }
  }
  return null;
}
