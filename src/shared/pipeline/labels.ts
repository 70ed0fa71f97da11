import type { ClusterDecision } from '../journal/types';
import type { Label } from '../match/learning/labels';

/**
 * Most pairs one decision gives as labels. A larger one gives pairs spread evenly over it: what a person saw at one look
 * does not teach more for being long.
 */
export const MAX_LABELS_OF_DECISION = 400;

/**
 * What people's decisions about one object say about pairs of records: pairs inside a group are one thing, pairs across
 * its groups are not. A pair that several decisions judged counts as the latest says. `indexOf` gives the record of a key,
 * undefined where it is gone: decisions hold record keys, so they teach again after every new extract.
 */
export function labelsOf(
  decisions: readonly ClusterDecision[],
  object: string,
  indexOf: (key: string) => number | undefined,
): readonly Label[] {
  const labels: Label[] = [];
  const judged = new Set<string>();
  for (let at = decisions.length - 1; at >= 0; at--) {
    const decision = decisions[at]!;
    if (decision.object !== object) continue;
    const records = decision.groups.flatMap((keys, group) =>
      keys.flatMap((key) => {
        const index = indexOf(key);
        return index === undefined ? [] : [{ index, group }];
      }),
    );
    for (const [a, b] of spreadPairs(records.length, MAX_LABELS_OF_DECISION)) {
      const one = records[a]!;
      const other = records[b]!;
      const left = Math.min(one.index, other.index);
      const right = Math.max(one.index, other.index);
      const name = `${left}:${right}`;
      if (left === right || judged.has(name)) continue;
      judged.add(name);
      labels.push({ left, right, match: one.group === other.group, decision: decision.seq });
    }
  }
  return labels;
}

/** All pairs of 0..n-1, or `limit` of them at equal distances where there are more. */
function spreadPairs(n: number, limit: number): [number, number][] {
  const all = (n * (n - 1)) / 2;
  const stride = Math.max(1, Math.ceil(all / limit));
  const pairs: [number, number][] = [];
  let number = 0;
  for (let a = 0; a < n; a++) {
    const row = n - 1 - a;
    // First pair of this row whose number is a multiple of the stride.
    for (let b = (stride - (number % stride)) % stride; b < row; b += stride) pairs.push([a, a + 1 + b]);
    number += row;
  }
  return pairs;
}
