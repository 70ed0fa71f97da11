/** How well found groups agree with the truth. */
export interface Accuracy {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** B³ F1: precision and recall averaged over records instead of pairs. */
  readonly bCubed: number;
  readonly truePositives: number;
  readonly predicted: number;
  readonly actual: number;
}

/** Pairwise and B³ figures. `sourceOf` given = only pairs across sources count (linking). */
export function measure(
  groupOf: Uint32Array,
  truth: readonly (readonly [number, number])[],
  sourceOf: Uint16Array | null,
): Accuracy {
  const size = new Map<string, number>();
  const byGroup = new Map<number, number>();
  let predicted = 0;
  groupOf.forEach((group, row) => {
    const before = byGroup.get(group) ?? 0;
    const key = sourceOf ? `${group}:${sourceOf[row]}` : '';
    const same = sourceOf ? (size.get(key) ?? 0) : 0;
    predicted += before - same;
    byGroup.set(group, before + 1);
    if (sourceOf) size.set(key, same + 1);
  });
  const distinct = new Set(truth.map(([a, b]) => (a < b ? `${a}:${b}` : `${b}:${a}`)));
  let truePositives = 0;
  for (const pair of distinct) {
    const [a, b] = pair.split(':').map(Number);
    if (groupOf[a!] === groupOf[b!]) truePositives++;
  }
  const precision = predicted === 0 ? 1 : truePositives / predicted;
  const recall = distinct.size === 0 ? 1 : truePositives / distinct.size;
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    bCubed: bCubed(groupOf, truthGroups(groupOf.length, truth)),
    truePositives,
    predicted,
    actual: distinct.size,
  };
}

/** Connected components of the true pairs. */
export function truthGroups(records: number, truth: readonly (readonly [number, number])[]): Uint32Array {
  const group = Uint32Array.from({ length: records }, (_, row) => row);
  const find = (x: number): number => {
    let at = x;
    while (group[at] !== at) {
      group[at] = group[group[at]!]!;
      at = group[at]!;
    }
    return at;
  };
  for (const [a, b] of truth) {
    const x = find(a);
    const y = find(b);
    if (x !== y) group[Math.max(x, y)] = Math.min(x, y);
  }
  return group.map((_, row) => find(row));
}

function bCubed(found: Uint32Array, actual: Uint32Array): number {
  const both = new Map<number, number>();
  const foundSize = new Map<number, number>();
  const actualSize = new Map<number, number>();
  const keyOf = (row: number): number => found[row]! * found.length + actual[row]!;
  for (let row = 0; row < found.length; row++) {
    both.set(keyOf(row), (both.get(keyOf(row)) ?? 0) + 1);
    foundSize.set(found[row]!, (foundSize.get(found[row]!) ?? 0) + 1);
    actualSize.set(actual[row]!, (actualSize.get(actual[row]!) ?? 0) + 1);
  }
  let precision = 0;
  let recall = 0;
  for (let row = 0; row < found.length; row++) {
    const shared = both.get(keyOf(row))!;
    precision += shared / foundSize.get(found[row]!)!;
    recall += shared / actualSize.get(actual[row]!)!;
  }
  return harmonic(precision / Math.max(1, found.length), recall / Math.max(1, found.length));
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
