/** Signs that are taken for each other by eye or ear, as the original program lists them. */
const ALIKE: ReadonlySet<string> = new Set(
  (
    'AE AI AO AU BV EI EO EU IO IU OU IY EY CG EF WU WV XK SZ XS QC UV MN LI QO PR IJ 2Z 5S 8B 1I 1L 0O 0Q ' +
    'CK GJ'
  )
    .split(' ')
    .flatMap((pair) => [pair, pair.charAt(1) + pair.charAt(0)]),
);

/**
 * Similarity of the US Census Bureau's strcmp95 (Winkler 1994, "Advanced Methods for Record Linkage"), 0..1: Jaro-Winkler
 * in capitals, where unmatched units that look or sound alike count three tenths, and leading digits give no bonus. The
 * adjustment for long strings is left out, as in the published tables. Two empty texts are equal (1).
 */
export function strcmp95(left: string, right: string): number {
  const a = left.trim().toUpperCase();
  const b = right.trim().toUpperCase();
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  const { common, crossed, restA, restB } = matched(a, b);
  if (common === 0) return 0;
  const alike = likePairs(restA, restB);
  const weighted = common + alike * 0.3;
  const base = (weighted / a.length + weighted / b.length + (common - (crossed >> 1)) / common) / 3;
  if (base <= 0.7) return base;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix] && !/\d/.test(a.charAt(prefix))) prefix++;
  return base + prefix * 0.1 * (1 - base);
}

function matched(
  a: string,
  b: string,
): { common: number; crossed: number; restA: string[]; restB: string[] } {
  const window = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  const usedA = new Uint8Array(a.length);
  const usedB = new Uint8Array(b.length);
  for (let i = 0; i < a.length; i++)
    for (let j = Math.max(0, i - window); j <= Math.min(b.length - 1, i + window); j++) {
      if (usedB[j] === 1 || a[i] !== b[j]) continue;
      usedA[i] = 1;
      usedB[j] = 1;
      break;
    }
  const unitsA = [...a.split('').entries()];
  const unitsB = [...b.split('').entries()];
  const inA = unitsA.filter(([i]) => usedA[i] === 1).map(([, unit]) => unit);
  const inB = unitsB.filter(([j]) => usedB[j] === 1).map(([, unit]) => unit);
  return {
    common: inA.length,
    crossed: inA.filter((unit, at) => unit !== inB[at]).length,
    restA: unitsA.filter(([i]) => usedA[i] === 0).map(([, unit]) => unit),
    restB: unitsB.filter(([j]) => usedB[j] === 0).map(([, unit]) => unit),
  };
}

/** Pairs of unmatched units that are taken for each other; each unit is in one pair at most. */
function likePairs(a: readonly string[], b: readonly string[]): number {
  const open = [...b];
  let pairs = 0;
  for (const unit of a) {
    const at = open.findIndex((other) => ALIKE.has(unit + other));
    if (at < 0) continue;
    open.splice(at, 1);
    pairs++;
  }
  return pairs;
}
