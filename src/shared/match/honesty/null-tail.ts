import { exp2 } from '../../base/exp2';
/** One guess at how many pairs of different things there are at a weight: `at0 · 2^(−decline · weight)` per bit. */
export interface NullCurve {
  /** Belief in this guess; all beliefs together make 1. */
  readonly belief: number;
  readonly at0: number;
  readonly decline: number;
}

/** The lowest whole weight of the zone where nearly all pairs are of different things; it ends at 0. */
export const ZONE_FROM = -4;

/** What is believed of the decline before looking, in halvings per bit: its median and the spread of its logarithm. */
const USUAL_DECLINE = 0.6;
const DECLINE_SPREAD = 0.7;

/** Grid of the guesses. */
const DECLINES = Array.from({ length: 40 }, (_, i) => 0.05 * (i + 1));
const HEIGHTS = Array.from({ length: 25 }, (_, i) => (i - 12) / 4);
/** How far (bits, standard deviation) the height may be off beyond the scatter of the counts. */
const HEIGHT_SPREAD = 3.3;

/** Fewer pairs than this in the zone say no more than that they are few. */
const FEWEST = 0.3;

/**
 * How the pairs of different things thin out towards higher weights, measured where they are nearly alone and carried on
 * to where they hide among matches: the zero assumption and empirical null of local false discovery rates (Efron 2004,
 * "Large-scale simultaneous hypothesis testing"), with an exponential tail as Belin and Rubin (1995) saw it for record
 * linkage. Unlike the model's own probabilities it does not take the fields for independent: pairs that resemble each
 * other in many fields at once are counted, not multiplied out. `counts[k]` are the pairs of different things between
 * the weights ZONE_FROM + k and one more, k = 0 … −ZONE_FROM − 1. Counts scatter more than chance alone would have it
 * (pairs come in patterns); beliefs are widened by that scatter.
 */
export function nullCurves(counts: Float64Array): NullCurve[] {
  const scatter = scatterAround(counts);
  const guesses = DECLINES.flatMap((decline) =>
    HEIGHTS.map((height) => {
      const at0 = likeliestHeight(counts, decline) * exp2(height);
      const usual = Math.log(decline / USUAL_DECLINE) / DECLINE_SPREAD;
      const log =
        logLikelihood(counts, at0, decline) / scatter -
        (usual * usual) / 2 -
        (height / HEIGHT_SPREAD) ** 2 / 2;
      return { log, at0, decline };
    }),
  );
  const most = Math.max(...guesses.map(({ log }) => log));
  const total = guesses.reduce((sum, { log }) => sum + Math.exp(log - most), 0);
  return guesses.map(({ log, at0, decline }) => ({ belief: Math.exp(log - most) / total, at0, decline }));
}

/** Pairs of different things a curve expects within one bit around a weight. */
export function pairsAt({ at0, decline }: Pick<NullCurve, 'at0' | 'decline'>, weight: number): number {
  return at0 * exp2(-decline * weight);
}

const middleOf = (k: number): number => ZONE_FROM + k + 0.5;

function likeliestHeight(counts: Float64Array, decline: number): number {
  let seen = 0;
  let shape = 0;
  for (let k = 0; k < counts.length; k++) {
    seen += counts[k]!;
    shape += pairsAt({ at0: 1, decline }, middleOf(k));
  }
  return Math.max(seen, FEWEST) / shape;
}

function logLikelihood(counts: Float64Array, at0: number, decline: number): number {
  let sum = 0;
  for (let k = 0; k < counts.length; k++) {
    const expected = pairsAt({ at0, decline }, middleOf(k));
    sum += counts[k]! * Math.log(expected) - expected;
  }
  return sum;
}

/** Pearson's dispersion around the likeliest curve, at least 1 (Poisson). */
function scatterAround(counts: Float64Array): number {
  let best = { log: Number.NEGATIVE_INFINITY, at0: 1, decline: 1 };
  for (const decline of DECLINES) {
    const at0 = likeliestHeight(counts, decline);
    const log = logLikelihood(counts, at0, decline);
    if (log > best.log) best = { log, at0, decline };
  }
  let sum = 0;
  for (let k = 0; k < counts.length; k++) {
    const expected = pairsAt(best, middleOf(k));
    sum += (counts[k]! - expected) ** 2 / Math.max(expected, 0.5);
  }
  return Math.max(1, sum / (counts.length - 2));
}
