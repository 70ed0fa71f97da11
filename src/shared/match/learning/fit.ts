import { probabilityOf } from '../scoring/scorer';
import { combined } from './parameters';

/** What one label says about the parameters. */
export interface Observation {
  readonly match: boolean;
  /** How much it counts. */
  readonly weight: number;
  /** log2 odds before learning against strangers, then against each sort of siblings the pair belongs to. */
  readonly odds: readonly number[];
  /** Parameters that each of the odds is a sum of. */
  readonly active: readonly (readonly number[])[];
}

/** Share of decisions that say nothing about the weights: slips, and twins no field can tell apart. */
const EXCEPTIONS = 0.03;

/** How far a parameter is expected to be off before any label, in bits (standard deviation). */
const DOUBT = 1;

const MAX_ROUNDS = 50;
const CLOSE = 1e-9;
const LN2 = Math.LN2;

/**
 * The most likely moves of the parameters: labels by a logistic model, moves around zero by a normal prior, so that few
 * labels move little. Because the odds of a pair say how sure the model was of it, it does not matter that people see
 * the uncertain pairs first. A label that the model finds all but impossible is taken for an exception and moves next
 * to nothing (the likelihood is mixed with `EXCEPTIONS` of a coin): two siblings with the same name, address and phone
 * do not unlearn that equal phones speak for a match. Fisher scoring; O(labels · fields² + parameters³) a round.
 */
export function fitMoves(size: number, observations: readonly Observation[]): Float64Array {
  let moves = new Float64Array(size);
  let value = worth(moves, observations);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const step = scoringStep(moves, observations);
    let scale = 1;
    let next = moves;
    let nextValue = value;
    // Halve the step until it is one uphill: the likelihood of labels with exceptions is not concave.
    for (let halving = 0; halving < 12; halving++, scale /= 2) {
      next = moves.map((move, at) => move + scale * step[at]!);
      nextValue = worth(next, observations);
      if (nextValue > value) break;
    }
    if (!(nextValue > value + CLOSE)) break;
    moves = next;
    value = nextValue;
  }
  return moves;
}

function oddsAfter({ odds, active }: Observation, moves: Float64Array): ReturnType<typeof combined> {
  return combined(odds.map((one, k) => active[k]!.reduce((sum, at) => sum + moves[at]!, one)));
}

/** Probability of what was said, and its derivative by the odds in bits. */
function chance(match: boolean, odds: number): { readonly p: number; readonly slope: number } {
  const signed = match ? odds : -odds;
  const sigma = probabilityOf(signed);
  return {
    p: EXCEPTIONS + (1 - 2 * EXCEPTIONS) * sigma,
    slope: (match ? 1 : -1) * (1 - 2 * EXCEPTIONS) * sigma * (1 - sigma) * LN2,
  };
}

/** Log posterior of the moves. */
function worth(moves: Float64Array, observations: readonly Observation[]): number {
  let sum = 0;
  for (const move of moves) sum -= (move * move) / (2 * DOUBT * DOUBT);
  for (const observation of observations) {
    const { p } = chance(observation.match, oddsAfter(observation, moves).odds);
    sum += observation.weight * Math.log(p);
  }
  return sum;
}

function scoringStep(moves: Float64Array, observations: readonly Observation[]): Float64Array {
  const size = moves.length;
  const gradient = moves.map((move) => -move / (DOUBT * DOUBT));
  const information = new Float64Array(size * size);
  for (let at = 0; at < size; at++) information[at * size + at] = 1 / (DOUBT * DOUBT);
  for (const observation of observations) {
    const { odds, shares } = oddsAfter(observation, moves);
    const { p, slope } = chance(observation.match, odds);
    const pull = (observation.weight * slope) / p;
    const strength = (observation.weight * slope * slope) / (p * (1 - p));
    const terms: (readonly [number, number])[] = observation.active.flatMap((active, k) =>
      active.map((at) => [at, shares[k]!] as const),
    );
    for (const [i, shareI] of terms) {
      gradient[i] = gradient[i]! + pull * shareI;
      for (const [j, shareJ] of terms)
        information[i * size + j] = information[i * size + j]! + strength * shareI * shareJ;
    }
  }
  return solve(information, gradient);
}

/** Solves A·x = b for a symmetric positive definite A by Cholesky decomposition; A is overwritten. */
function solve(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) {
      const factor = a[j * n + k]!;
      if (factor === 0) continue;
      for (let i = j; i < n; i++) a[i * n + j] = a[i * n + j]! - a[i * n + k]! * factor;
    }
    const root = Math.sqrt(Math.max(1e-12, a[j * n + j]!));
    for (let i = j; i < n; i++) a[i * n + j] = a[i * n + j]! / root;
  }
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= a[i * n + k]! * x[k]!;
    x[i] = sum / a[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < n; k++) sum -= a[k * n + i]! * x[k]!;
    x[i] = sum / a[i * n + i]!;
  }
  return x;
}
