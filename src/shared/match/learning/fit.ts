import { exp2 } from '../../base/exp2';
import { probabilityOf } from '../scoring/scorer';
import { againstBoth } from '../scoring/sibling-odds';

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
  const flat = flattened(observations);
  let moves = new Float64Array(size);
  let value = worth(moves, flat);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const step = scoringStep(moves, flat);
    let scale = 1;
    let next = moves;
    let nextValue = value;
    // Halve the step until it is one uphill: the likelihood of labels with exceptions is not concave.
    for (let halving = 0; halving < 12; halving++, scale /= 2) {
      next = moves.map((move, at) => move + scale * step[at]!);
      nextValue = worth(next, flat);
      if (nextValue > value) break;
    }
    if (!(nextValue > value + CLOSE)) break;
    moves = next;
    value = nextValue;
  }
  return moves;
}

/**
 * All observations in few arrays, which the rounds run over: observation i has the odds of blocks
 * `blocks[i] .. blocks[i + 1])`, block k the parameters `terms[starts[k] .. starts[k + 1])`, ascending.
 */
interface Observed {
  readonly match: readonly boolean[];
  readonly weight: Float64Array;
  readonly blocks: Uint32Array;
  readonly odds: Float64Array;
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  /** Per block, the share it has in the odds of its observation: written by `oddsAfter`. */
  readonly shares: Float64Array;
}

function flattened(observations: readonly Observation[]): Observed {
  const blocks = [0];
  const odds: number[] = [];
  const starts = [0];
  const terms: number[] = [];
  for (const observation of observations) {
    odds.push(...observation.odds);
    for (const active of observation.active) {
      terms.push(...active);
      starts.push(terms.length);
    }
    blocks.push(odds.length);
  }
  return {
    match: observations.map(({ match }) => match),
    weight: Float64Array.from(observations, ({ weight }) => weight),
    blocks: Uint32Array.from(blocks),
    odds: Float64Array.from(odds),
    starts: Uint32Array.from(starts),
    terms: Uint32Array.from(terms),
    shares: new Float64Array(odds.length),
  };
}

/** Odds of one observation against strangers and all sorts of siblings in one; the share of each goes to `shares`. */
function oddsAfter(observed: Observed, i: number, moves: Float64Array): number {
  const { blocks, odds, starts, terms, shares } = observed;
  let all = Number.POSITIVE_INFINITY;
  for (let k = blocks[i]!; k < blocks[i + 1]!; k++) {
    let sum = odds[k]!;
    for (let t = starts[k]!; t < starts[k + 1]!; t++) sum += moves[terms[t]!]!;
    shares[k] = sum;
    all = againstBoth(all, sum);
  }
  for (let k = blocks[i]!; k < blocks[i + 1]!; k++) shares[k] = exp2(all - shares[k]!);
  return all;
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
function worth(moves: Float64Array, observed: Observed): number {
  let sum = 0;
  for (const move of moves) sum -= (move * move) / (2 * DOUBT * DOUBT);
  for (let i = 0; i < observed.match.length; i++) {
    const { p } = chance(observed.match[i]!, oddsAfter(observed, i, moves));
    sum += observed.weight[i]! * Math.log(p);
  }
  return sum;
}

/** The step uphill. Of the information, which is symmetric, the lower triangle is enough. */
function scoringStep(moves: Float64Array, observed: Observed): Float64Array {
  const size = moves.length;
  const gradient = moves.map((move) => -move / (DOUBT * DOUBT));
  const information = new Float64Array(size * size);
  for (let at = 0; at < size; at++) information[at * size + at] = 1 / (DOUBT * DOUBT);
  for (let i = 0; i < observed.match.length; i++) {
    const { p, slope } = chance(observed.match[i]!, oddsAfter(observed, i, moves));
    const weight = observed.weight[i]!;
    addObservation(observed, i, (weight * slope) / p, (weight * slope * slope) / (p * (1 - p)), {
      gradient,
      information,
    });
  }
  return solve(information, gradient);
}

/** What one observation adds to the gradient and to the lower triangle of the information. */
function addObservation(
  { blocks, starts, terms, shares }: Observed,
  i: number,
  pull: number,
  strength: number,
  { gradient, information }: { readonly gradient: Float64Array; readonly information: Float64Array },
): void {
  const size = gradient.length;
  const first = blocks[i]!;
  for (let k = first; k < blocks[i + 1]!; k++) {
    const share = shares[k]!;
    for (let t = starts[k]!; t < starts[k + 1]!; t++) {
      const row = terms[t]!;
      gradient[row] = gradient[row]! + pull * share;
      const own = strength * share;
      for (let block = first; block <= k; block++) {
        const other = shares[block]!;
        const end = block === k ? t + 1 : starts[block + 1]!;
        for (let u = starts[block]!; u < end; u++) {
          const at = row * size + terms[u]!;
          information[at] = information[at]! + own * other;
        }
      }
    }
  }
}

/** Solves A·x = b for a symmetric positive definite A, of which the lower triangle is read, by Cholesky; A is overwritten. */
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
