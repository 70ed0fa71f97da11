import { type DecisionIndex, decidedOn, decidedRecords } from '../cluster/decisions';
import { CLIP } from '../cluster/linkage';
import { probabilityOf } from '../scoring/scorer';
import type { Estimate, MatchResult } from '../types';
import { type NullCurve, nullCurves, pairsAt, ZONE_FROM } from './null-tail';
import { roughProbability } from './rough-probability';

/** Weights are looked at bit by bit from LOWEST; the last bin holds everything from one bit below where linkage clips. */
const LOWEST = -8;
const HIGHEST = CLIP;
const BINS = HIGHEST - LOWEST;

/**
 * Linkage refuses this many pairs of different things for each match it refuses at the same weight: it looks at more
 * than the pair. A round number; it matters where about as many pairs are refused as joined.
 */
const REFUSES_RIGHTLY = 10;

/** What is believed of the model's own probabilities before any decision; the rest is on the tail of the non-matches. */
const BELIEF_IN_MODEL = 0.5;

/** 95 % of a normal. */
const SPREAD = 1.96;

/** How likely joined and refused pairs are wrong at each weight, by several accounts and by how far each is believed. */
export interface ErrorCurve {
  /** Probability that a pair or group joined at a weight is of different things. */
  wrongWhenJoined(weight: number): number;
  /** Probability that a pair refused at a weight is a match. */
  matchWhenRefused(weight: number): number;
  /** Sum of `wrongWhenJoined` over joins at these weights, with the interval all accounts span. */
  wrongAmong(weights: Float64Array): Estimate;
  /** Sum of `matchWhenRefused`. */
  matchesAmong(weights: Float64Array): Estimate;
}

interface Account {
  belief: number;
  /** Per bin: share of all pairs, of joined and of refused ones that are of different things. */
  readonly different: Float64Array;
  readonly whenJoined: Float64Array;
  readonly whenRefused: Float64Array;
}

/**
 * Two label-free accounts of the errors, half of the belief each: the model's own probabilities, which take the fields
 * for independent, and the tail of the non-matches (`nullCurves`, some thousand guesses), which does not. Where pairs of
 * a weight are mostly refused by linkage, the joined ones are judged by what is left. Decisions of people then move the
 * belief between all accounts (Bayes), a record counted once however many pairs of it were decided. Weights under
 * which nothing was joined cost nothing: O(pairs + accounts · bins). `cut` is the weight from which pairs are joined.
 */
export function errorCurve(
  result: MatchResult,
  groupOf: Uint32Array,
  decisions: DecisionIndex,
  cut: number,
): ErrorCurve {
  const joined = new Float64Array(BINS);
  const refused = new Float64Array(BINS);
  const model = new Float64Array(BINS);
  const zone = new Float64Array(-ZONE_FROM);
  const { left, right, foundBy } = result;
  for (let i = 0; i < left.length; i++) {
    const weight = result.weight[i]!;
    const bin = binOf(weight);
    const different = 1 - roughProbability(weight);
    model[bin] = model[bin]! + different;
    const counts = groupOf[left[i]!] === groupOf[right[i]!] ? joined : refused;
    counts[bin] = counts[bin]! + 1;
    if (weight >= ZONE_FROM && weight < 0 && foundBy[i]! > 0) {
      const at = Math.floor(weight) - ZONE_FROM;
      zone[at] = zone[at]! + different;
    }
  }
  const stated = model.map((sum, bin) => {
    const all = joined[bin]! + refused[bin]!;
    return all === 0 ? 1 - probabilityOf(LOWEST + bin + 0.5) : sum / all;
  });
  const accounts = [
    modelAccount(stated, cut),
    ...nullCurves(zone).map((curve) => tailAccount(curve, stated, joined, refused, cut)),
  ];
  believe(accounts, result, decisions, groupOf.length);
  return curveOf(accounts);
}

function binOf(weight: number): number {
  return Math.max(0, Math.min(BINS - 1, Math.floor(weight) - LOWEST));
}

/** The model's probabilities as they stand. */
function modelAccount(stated: Float64Array, cut: number): Account {
  return {
    belief: BELIEF_IN_MODEL,
    different: stated,
    whenJoined: stated,
    whenRefused: stated.map((share, bin) => amongRefused(share, bin, cut)),
  };
}

/** What the tail says above 0; below it was measured by what the model says. Bins without pairs: what the model says. */
function tailAccount(
  curve: NullCurve,
  stated: Float64Array,
  joined: Float64Array,
  refused: Float64Array,
  cut: number,
): Account {
  const different = new Float64Array(BINS);
  const whenJoined = new Float64Array(BINS);
  const whenRefused = new Float64Array(BINS);
  for (let bin = 0; bin < BINS; bin++) {
    const all = joined[bin]! + refused[bin]!;
    const expected = pairsAt(curve, LOWEST + bin + 0.5);
    const share = all === 0 || LOWEST + bin < 0 ? stated[bin]! : Math.min(1, expected / all);
    different[bin] = share;
    whenRefused[bin] = amongRefused(share, bin, cut);
    const left = share * all - whenRefused[bin]! * refused[bin]!;
    whenJoined[bin] = joined[bin] === 0 ? share : Math.max(0, Math.min(1, left / joined[bin]!));
  }
  return { belief: (1 - BELIEF_IN_MODEL) * curve.belief, different, whenJoined, whenRefused };
}

/**
 * Share of different things among refused pairs, from their share among all pairs of the weight. Below the cut pairs
 * are refused for their weight alone, which says no more than the weight does.
 */
function amongRefused(share: number, bin: number, cut: number): number {
  if (LOWEST + bin + 0.5 < cut) return share;
  return (REFUSES_RIGHTLY * share) / (REFUSES_RIGHTLY * share + 1 - share);
}

/** Moves the belief by what people decided about pairs that were scored. */
function believe(
  accounts: readonly Account[],
  result: MatchResult,
  decisions: DecisionIndex,
  records: number,
): void {
  if (decisions.size === 0) return;
  const matches = new Float64Array(BINS);
  const others = new Float64Array(BINS);
  const decided = decidedRecords(decisions, records);
  for (let i = 0; i < result.left.length; i++) {
    if (decided?.[result.left[i]!] !== 1 || decided[result.right[i]!] !== 1) continue;
    const left = decisions.get(result.left[i]!);
    const right = decisions.get(result.right[i]!);
    if (!left || !right) continue;
    const isMatch = decidedOn(decisions, result.left[i]!, result.right[i]!);
    if (isMatch === null) continue;
    const bin = binOf(result.weight[i]!);
    const said = isMatch ? matches : others;
    said[bin] = said[bin]! + 1 / Math.max(left.length, right.length);
  }
  const logs = Float64Array.from(accounts, ({ different }) => {
    let log = 0;
    for (let bin = 0; bin < BINS; bin++) {
      if (matches[bin] === 0 && others[bin] === 0) continue;
      const chance = Math.max(0.001, Math.min(0.999, different[bin]!));
      log += matches[bin]! * Math.log(1 - chance) + others[bin]! * Math.log(chance);
    }
    return log;
  });
  const most = logs.reduce((high, log) => Math.max(high, log), Number.NEGATIVE_INFINITY);
  let total = 0;
  accounts.forEach((account, a) => {
    account.belief *= Math.exp(logs[a]! - most);
    total += account.belief;
  });
  for (const account of accounts) account.belief /= total;
}

function curveOf(accounts: readonly Account[]): ErrorCurve {
  const average = (share: (account: Account) => Float64Array): Float64Array => {
    const mean = new Float64Array(BINS);
    for (const account of accounts)
      for (let bin = 0; bin < BINS; bin++) mean[bin] = mean[bin]! + account.belief * share(account)[bin]!;
    return mean;
  };
  const wrong = average(({ whenJoined }) => whenJoined);
  const refused = average(({ whenRefused }) => whenRefused);
  const matchShare = (account: Account): Float64Array => account.whenRefused.map((share) => 1 - share);
  return {
    wrongWhenJoined: (weight) => wrong[binOf(weight)]!,
    matchWhenRefused: (weight) => 1 - refused[binOf(weight)]!,
    wrongAmong: (weights) => totalOf(accounts, ({ whenJoined }) => whenJoined, weights),
    matchesAmong: (weights) => totalOf(accounts, matchShare, weights),
  };
}

/** Mean over all accounts of a sum over weights, and the interval that holds 95 % of the belief and of chance. */
function totalOf(
  accounts: readonly Account[],
  shareOf: (account: Account) => Float64Array,
  weights: Float64Array,
): Estimate {
  const counts = new Float64Array(BINS);
  for (const weight of weights) {
    const bin = binOf(weight);
    counts[bin] = counts[bin]! + 1;
  }
  const sums = accounts
    .map((account) => {
      const share = shareOf(account);
      let sum = 0;
      for (let bin = 0; bin < BINS; bin++) sum += counts[bin]! * share[bin]!;
      return { sum, belief: account.belief };
    })
    .sort((a, b) => a.sum - b.sum);
  const expected = sums.reduce((all, { sum, belief }) => all + sum * belief, 0);
  let below = 0;
  let low = sums[0]!.sum;
  let high = low;
  for (const { sum, belief } of sums) {
    if (below < 0.025) low = sum;
    if (below < 0.975) high = sum;
    below += belief;
  }
  return {
    expected,
    low: Math.max(0, low - SPREAD * Math.sqrt(low)),
    high: Math.min(weights.length, high + SPREAD * Math.sqrt(high)),
  };
}
