/** A pair of records a person judged. */
export interface Label {
  readonly left: number;
  readonly right: number;
  /** One and the same thing, or two. */
  readonly match: boolean;
  /** Which decision it comes from: one look at a cluster judges many pairs at once. Any number, equal = same. */
  readonly decision: number;
}

export type Labels = readonly Label[];

/** Pairs of one decision that are learned from; of more, as many, evenly spread. */
const MOST_PAIRS = 300;

/**
 * The labels that are learned from: in one order whatever order they came in, each pair of a decision once, large
 * decisions thinned. O(n log n).
 */
export function chosenLabels(labels: Labels): Label[] {
  const ordered = labels
    .map((label) => (label.left <= label.right ? label : { ...label, left: label.right, right: label.left }))
    .sort(
      (a, b) =>
        a.decision - b.decision || a.left - b.left || a.right - b.right || Number(a.match) - Number(b.match),
    );
  const chosen: Label[] = [];
  for (let start = 0, end = 0; start < ordered.length; start = end) {
    while (end < ordered.length && ordered[end]!.decision === ordered[start]!.decision) end++;
    const pairs = ordered.slice(start, end).filter((label, i, all) => {
      const before = all[i - 1];
      const again =
        before?.left === label.left && before.right === label.right && before.match === label.match;
      return label.left !== label.right && !again;
    });
    const step = Math.max(1, pairs.length / MOST_PAIRS);
    for (let at = 0; at < pairs.length; at += step) chosen.push(pairs[Math.floor(at)]!);
  }
  return chosen;
}

/**
 * How much each label counts. The pairs of one decision are not independent: a person looked once. So a decision on n
 * pairs counts like 1 + log2 n labels, spread evenly over its pairs: a cluster of thirty records (435 pairs) stays
 * below ten clusters of two.
 */
export function labelWeights(labels: Labels): Float64Array {
  const pairs = new Map<number, number>();
  for (const { decision } of labels) pairs.set(decision, (pairs.get(decision) ?? 0) + 1);
  return Float64Array.from(labels, ({ decision }) => {
    const n = pairs.get(decision) ?? 1;
    return (1 + Math.log2(n)) / n;
  });
}
