/** Pairs of near things by index, with how far apart they are. */
export interface PairList {
  readonly left: number[];
  readonly right: number[];
  readonly distance: number[];
}

/**
 * Clusters around centres: in the order of `compare` every thing that is near no earlier centre becomes one, all others
 * join the nearest centre (at a tie the first). So nobody is joined through a chain of strangers: every member is near
 * the first of its cluster. Centres come first, clusters in the order of their centres.
 */
export function starClusters(pairs: PairList, compare: (a: number, b: number) => number): number[][] {
  const near = new Map<number, { readonly other: number; readonly distance: number }[]>();
  const note = (from: number, other: number, distance: number): void => {
    const list = near.get(from);
    if (list) list.push({ other, distance });
    else near.set(from, [{ other, distance }]);
  };
  pairs.left.forEach((left, i) => {
    note(left, pairs.right[i]!, pairs.distance[i]!);
    note(pairs.right[i]!, left, pairs.distance[i]!);
  });
  const clusters = new Map<number, number[]>();
  const ranked = [...near.keys()].sort(compare);
  const rank = new Map(ranked.map((thing, at) => [thing, at]));
  for (const thing of ranked) {
    if (!near.get(thing)!.some(({ other }) => clusters.has(other))) clusters.set(thing, [thing]);
  }
  for (const thing of ranked) {
    if (clusters.has(thing)) continue;
    const centres = near.get(thing)!.filter(({ other }) => clusters.has(other));
    const best = centres.reduce((a, b) =>
      b.distance < a.distance || (b.distance === a.distance && rank.get(b.other)! < rank.get(a.other)!)
        ? b
        : a,
    );
    clusters.get(best.other)!.push(thing);
  }
  return [...clusters.values()].filter((members) => members.length > 1);
}
