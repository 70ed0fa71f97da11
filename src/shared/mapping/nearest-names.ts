/** Finds the few names of a long list that share most pairs of letters with a text. */
export interface NearestNames {
  /** Positions of at most `most` names, those with most shared pairs first, ties in the order of the list. */
  find(text: string, most: number): readonly number[];
}

/** An index of the pairs of letters in names; a look-up costs as many steps as names share a pair with the text. */
export function nearestNames(names: readonly string[]): NearestNames {
  const holders = new Map<string, number[]>();
  for (const [at, name] of names.entries())
    for (const pair of pairsOf(name)) {
      const list = holders.get(pair);
      if (list) list.push(at);
      else holders.set(pair, [at]);
    }
  const shared = new Uint16Array(names.length);
  return {
    find: (text, most) => {
      const touched: number[] = [];
      let highest = 0;
      for (const pair of pairsOf(text))
        for (const at of holders.get(pair) ?? []) {
          if (shared[at] === 0) touched.push(at);
          shared[at]!++;
          if (shared[at]! > highest) highest = shared[at]!;
        }
      const byCount = Array.from({ length: highest + 1 }, (): number[] => []);
      for (const at of touched) {
        byCount[shared[at]!]!.push(at);
        shared[at] = 0;
      }
      const found: number[] = [];
      for (let count = highest; count > 0 && found.length < most; count--)
        found.push(...byCount[count]!.sort((a, b) => a - b).slice(0, most - found.length));
      return found;
    },
  };
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}
