import { levelsOf, scorerOf } from '../cluster/scorers';
import { roughProbability } from '../honesty/rough-probability';
import { compete } from '../scoring/rivals';
import { probabilityOf } from '../scoring/scorer';
import { oddsAmongSiblings } from '../scoring/sibling-odds';
import type { Comparison, MatchResult } from '../types';
import { fitMoves, type Observation } from './fit';
import { chosenLabels, type Label, type Labels, labelWeights } from './labels';
import { Parameters } from './parameters';
import { oddsAgainstStrangers, reweigh } from './reweigh';

/** Expected matches that the priors of a comparison count like. */
const PRIOR_MATCHES = 12;

/** Histogram of odds: from -SPAN to SPAN bits in steps of one part in STEPS. */
const SPAN = 60;
const STEPS = 32;

/** The prior is set again by no more than this, in bits. */
const LARGEST_SHIFT = 8;

/**
 * The result with weights that people's decisions were counted into. Two things are learned: how common each level is
 * among matches (the labelled pairs, so far counted by their probability, are counted as what they are: Dirichlet counts
 * beside those of expectation maximisation), and how far the weights are off because fields depend on each other (moves
 * around zero, fitted to the labels alone). How common a level is among other pairs, u, stays: it was counted over all
 * pairs of the input, against which the pairs a person can judge are nothing. So does the expected number of matches
 * among the candidates, to which the prior is set again: people see the doubtful pairs first, and how many of those are
 * matches says which evidence to trust, not how many matches there are.
 *
 * Every kept pair is weighed anew by its pattern; no value is compared again, but for labelled pairs that were never
 * compared. Pairs too weak to be kept stay out. Without labels the result itself comes back. The order of the labels does
 * not matter; labels about records that do not exist are ignored.
 */
export function learnFromLabels(result: MatchResult, labels: Labels): MatchResult {
  const records = result.columns[0]?.codes.length ?? 0;
  const isRecord = (row: number): boolean => row >= 0 && row < records;
  const chosen = chosenLabels(labels.filter(({ left, right }) => isRecord(left) && isRecord(right)));
  if (chosen.length === 0 || result.comparisons.length === 0) return result;
  const weights = labelWeights(chosen);
  const judged = chosen.map((label, i) => judge(result, label, weights[i]!));
  const counted = { ...result, ...withCounts(result, judged) };
  const parameters = new Parameters(counted);
  const moves = fitMoves(
    parameters.size,
    judged.map((one) => observe(counted, parameters, one)),
  );
  const moved = { ...counted, ...parameters.moved(moves) };
  const raw = reweigh(result, moved);
  // Competing candidates keep each other's sum: their prior stays.
  const shift = result.rivals ? 0 : shiftToSameMatches(result, raw);
  const learned: MatchResult = {
    ...moved,
    prior: moved.prior + shift,
    siblings: moved.siblings.map((sort) => ({ ...sort, prior: sort.prior + shift })),
  };
  const { weight, rivals } = competing(
    result,
    raw.map((odds) => odds + shift),
  );
  return {
    ...learned,
    weight,
    rivals,
    patterns: { ...result.patterns, matched: matchedNow(result, weight) },
  };
}

/** Weights after the candidates of a record have competed, where at most one of them can be its match. */
function competing(result: MatchResult, weight: Float32Array): Pick<MatchResult, 'weight' | 'rivals'> {
  if (!result.rivals) return { weight, rivals: null };
  const { left, right } = result;
  return compete({ left, right, count: left.length }, weight, result.rivals.free.length);
}

interface Judged {
  readonly label: Label;
  readonly weight: number;
  readonly levels: Uint8Array;
  /** Probability before the label. */
  readonly probability: number;
}

function judge(result: MatchResult, label: Label, weight: number): Judged {
  const { left, right } = label;
  const levels = levelsOf(result, left, right);
  const probability = probabilityOf(scorerOf(result).weightAt(levels, 0, left, right));
  return { label, weight, levels, probability };
}

/**
 * What to add to all odds so that the candidates hold as many matches as before, by bisection over a histogram of the
 * odds (a thirty-second of a bit is finer than any estimate here).
 */
function shiftToSameMatches(result: MatchResult, odds: Float32Array): number {
  const counts = new Float64Array(2 * SPAN * STEPS + 1);
  let before = 0;
  for (let i = 0; i < odds.length; i++) {
    if (result.foundBy[i] === 0) continue;
    before += roughProbability(result.weight[i]!);
    const bin = Math.round((Math.max(-SPAN, Math.min(SPAN, odds[i]!)) + SPAN) * STEPS);
    counts[bin] = counts[bin]! + 1;
  }
  let low = -LARGEST_SHIFT;
  let high = LARGEST_SHIFT;
  for (let round = 0; round < 30; round++) {
    const middle = (low + high) / 2;
    let matches = 0;
    for (let bin = 0; bin < counts.length; bin++)
      if (counts[bin] !== 0) matches += counts[bin]! * probabilityOf(bin / STEPS - SPAN + middle);
    if (matches < before) low = middle;
    else high = middle;
  }
  return before === 0 ? 0 : (low + high) / 2;
}

/** m with the labelled pairs counted as what people said they are. */
function withCounts(result: MatchResult, judged: readonly Judged[]): Pick<MatchResult, 'comparisons'> {
  const { comparisons, patterns } = result;
  const width = comparisons.length;
  return {
    comparisons: comparisons.map((comparison, c): Comparison => {
      let filled = PRIOR_MATCHES;
      for (let p = 0; p < patterns.matched.length; p++)
        if (patterns.levels[p * width + c]! > 0) filled += patterns.matched[p]!;
      const counts = comparison.levels.map(({ m }) => m * filled);
      for (const { label, weight, levels, probability } of judged) {
        const level = levels[c]!;
        counts[level] = counts[level]! + weight * (Number(label.match) - probability);
      }
      // A level never falls below half of what it was by counts alone: labels are few and chosen.
      const kept = comparison.levels.map(({ m }, level) =>
        level === 0 ? 0 : Math.max(counts[level]!, (m * filled) / 2),
      );
      const total = kept.reduce((sum, count) => sum + count, 0);
      return {
        ...comparison,
        levels: comparison.levels.map((spec, level) => {
          if (level === 0) return spec;
          const m = kept[level]! / total;
          return { ...spec, m, weight: spec.weight + Math.log2(m / spec.m) };
        }),
      };
    }),
  };
}

function observe(model: MatchResult, parameters: Parameters, judged: Judged): Observation {
  const { label, levels, weight } = judged;
  const odds = [oddsAgainstStrangers(model, levels, 0, label.left, label.right)];
  const active = [parameters.active(levels, 0, 0)];
  model.siblings.forEach((siblings, k) => {
    const among = oddsAmongSiblings(siblings, levels, 0);
    if (among === Number.POSITIVE_INFINITY) return;
    odds.push(among);
    active.push(parameters.active(levels, 0, k + 1));
  });
  return { match: label.match, weight, odds, active };
}

/** Expected matches by pattern after learning: what the kept candidates changed by. */
function matchedNow(result: MatchResult, weight: Float32Array): Float64Array {
  const { of, matched } = result.patterns;
  const now = matched.slice();
  for (let i = 0; i < of.length; i++) {
    if (result.foundBy[i] === 0) continue;
    const change = roughProbability(weight[i]!) - roughProbability(result.weight[i]!);
    now[of[i]!] = Math.max(0, now[of[i]!]! + change);
  }
  return now;
}
