import { plural } from '../profile/text';
import { clusterRecords } from './cluster';
import { SEPARATOR } from './compare/kinds';
import { dependenceWeight, oddsOf, probabilityOf, Scorer } from './scoring/scorer';
import { againstBoth, oddsAmongAll } from './scoring/sibling-odds';
import { frequencyAdjustment } from './scoring/weights';
import type { Constraints, MatchInput, MatchResult, MatchSettings, PairExplanation } from './types';

const scorers = new WeakMap<MatchResult, Scorer>();

function scorerOf(result: MatchResult): Scorer {
  let scorer = scorers.get(result);
  if (!scorer) {
    scorer = new Scorer(result);
    scorers.set(result, scorer);
  }
  return scorer;
}

/**
 * Why two records match or do not: what each comparison adds, what would change the answer, and, for a pair that was
 * not joined, at which gate it stopped. Works from the values kept in the result; costs microseconds a pair.
 */
export function explainPair(
  input: MatchInput,
  result: MatchResult,
  settings: MatchSettings,
  constraints: Constraints,
  left: number,
  right: number,
): PairExplanation {
  const scorer = scorerOf(result);
  const levels = Uint8Array.from(scorer.levels(left, right));
  const parts = result.comparisons.map((comparison, c) => {
    const level = levels[c]!;
    return {
      comparison: comparison.name,
      level: comparison.levels[level]!.label,
      weight: level === 0 ? 0 : scorer.part(c, level, left, right),
      leftValue: rawValue(input, comparison.fields, left),
      rightValue: rawValue(input, comparison.fields, right),
      note: noteOf(result, c, level, left, right),
    };
  });
  for (const dependence of result.dependences) {
    const correction = dependenceWeight(result, dependence, levels, 0, left, right);
    if (correction === 0) continue;
    const names = [dependence.comparison, dependence.on].map((c) => result.comparisons[c]!.name);
    parts.push({
      comparison: names.join(' and '),
      level: 'agree together',
      weight: correction,
      leftValue: '',
      rightValue: '',
      note: `“${names[0]}” and “${names[1]}” usually agree together, so their agreement is not counted twice.`,
    });
  }
  const strangers = parts.reduce((sum, part) => sum + part.weight, result.prior);
  const siblings = againstBoth(strangers, oddsAmongAll(result.siblings, levels, 0)) - strangers;
  if (siblings !== 0) {
    const group = result.comparisons[result.siblings[0]!.comparisons[0]!]!.name;
    parts.push({
      comparison: 'Others of the same group',
      level: `same “${group}”`,
      weight: siblings,
      leftValue: '',
      rightValue: '',
      note: `Different records with the same “${group}” often agree like this, so the agreement counts for less.`,
    });
  }
  const weight = parts.reduce((sum, part) => sum + part.weight, result.prior);
  const probability = probabilityOf(weight);
  return {
    left,
    right,
    prior: result.prior,
    parts,
    weight,
    probability,
    counterfactual: counterfactual(result, parts, levels, weight, oddsOf(settings.matchThreshold)),
    whyNot: whyNot(input, result, settings, constraints, left, right, weight),
  };
}

function rawValue(input: MatchInput, fields: readonly string[], row: number): string {
  const values: string[] = [];
  for (const name of fields) {
    const field = input.fields.find((item) => item.name === name);
    const value = field ? field.column.values[field.column.codes[row]!]! : '';
    if (value !== '' && !values.includes(value)) values.push(value);
  }
  return values.join(' · ');
}

function noteOf(result: MatchResult, c: number, level: number, left: number, right: number): string | null {
  const column = result.columns[c]!;
  const { levels } = result.comparisons[c]!;
  if (level === 0) return 'Empty on one side: says nothing either way.';
  const codeA = column.codes[left]!;
  const codeB = column.codes[right]!;
  const adjustment = frequencyAdjustment(column, levels, level, codeA, codeB);
  if (level === levels.length - 1 && codeA === codeB && Math.abs(adjustment) >= 1) {
    let shared = 0;
    for (const code of column.codes) if (code === codeA) shared++;
    const counted = adjustment < 0 ? 'counts for less' : 'counts for more';
    return `Shared by ${plural(shared, 'record')}, ${counted} than usual.`;
  }
  if (level === levels.length - 1 && column.values[codeA]!.includes(SEPARATOR))
    return 'One of several values agrees.';
  return null;
}

/** The one difference, or agreement, that would change the answer. */
function counterfactual(
  result: MatchResult,
  parts: readonly { readonly comparison: string; readonly weight: number }[],
  levels: Uint8Array,
  weight: number,
  cut: number,
): string | null {
  const isMatch = weight >= cut;
  let best = -1;
  let gain = 0;
  result.comparisons.forEach((comparison, c) => {
    if (levels[c] === 0 && isMatch) return;
    const target = isMatch ? comparison.levels[1]! : comparison.levels[comparison.levels.length - 1]!;
    const change = target.weight - parts[c]!.weight;
    if (isMatch ? change < gain : change > gain) {
      gain = change;
      best = c;
    }
  });
  if (best < 0) return null;
  const name = result.comparisons[best]!.name;
  const flips = isMatch ? weight + gain < cut : weight + gain >= cut;
  if (isMatch) {
    return flips
      ? `Would not match if “${name}” differed.`
      : 'Would still match if any one of the fields differed.';
  }
  if (!flips) return 'Would not match even if one more field agreed.';
  return levels[best] === 0
    ? `Would match if “${name}” were filled on both sides and agreed.`
    : `Would match if “${name}” agreed.`;
}

function whyNot(
  input: MatchInput,
  result: MatchResult,
  settings: MatchSettings,
  constraints: Constraints,
  left: number,
  right: number,
  weight: number,
): string | null {
  const clusters = clusterRecords(result, input, settings, constraints);
  if (clusters.groupOf[left] === clusters.groupOf[right]) return null;
  const same = (a: number, b: number): boolean => (a === left && b === right) || (a === right && b === left);
  if (constraints.cannotLink.some(([a, b]) => same(a, b))) return 'Kept apart by a decision.';
  const sameSource = input.source[left] === input.source[right];
  if (!settings.withinSource && sameSource) return 'Not compared: both come from the same source.';
  if (settings.oneToOne && sameSource) return 'Kept apart: at most one record of a source may be in a group.';
  const cut = oddsOf(settings.matchThreshold);
  if (weight >= cut) {
    const component = clusters.clusters.find((cluster) => cluster.members.includes(left));
    if (component?.members.includes(right))
      return 'Split by linkage: the pair alone is strong enough, but the records around it do not fit together.';
    return 'Not blocked: no blocking rule brought the two records together, so they were never compared.';
  }
  const review = oddsOf(settings.reviewThreshold);
  return weight >= review
    ? 'Below the cut: strong enough to look at, not strong enough to join without a person.'
    : 'Below the cut: the differences weigh more than the agreements.';
}
