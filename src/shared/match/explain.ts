import { plural } from '../profile/text';
import { scorerOf } from './cluster/scorers';
import { SEPARATOR } from './compare/kinds';
import { type ExplainContext, rawValue } from './explain/context';
import { counterfactual } from './explain/counterfactual';
import { whyNot } from './explain/why-not';
import { dependenceWeight, oddsOf, probabilityOf } from './scoring/scorer';
import { againstBoth, oddsAmongAll } from './scoring/sibling-odds';
import { frequencyAdjustment } from './scoring/weights';
import type { MatchResult, PairExplanation } from './types';

/**
 * Why two records match or do not: what each comparison adds, what would change the answer, and, for a pair that was
 * not joined, at which gate it stopped. Works from the values kept in the result and from the clusters as they are; scores
 * the pair and, where linkage split them, the two groups, and clusters nothing.
 */
export function explainPair(context: ExplainContext, left: number, right: number): PairExplanation {
  const { input, result, settings } = context;
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
    counterfactual: counterfactual(context, levels, left, right, weight, oddsOf(settings.matchThreshold)),
    whyNot: whyNot(context, left, right, weight),
  };
}

function noteOf(result: MatchResult, c: number, level: number, left: number, right: number): string | null {
  const column = result.columns[c]!;
  const comparison = result.comparisons[c]!;
  const { levels } = comparison;
  if (level === 0) return 'Empty on one side: says nothing either way.';
  const codeA = column.codes[left]!;
  const codeB = column.codes[right]!;
  const adjustment = frequencyAdjustment(column, comparison, level, codeA, codeB);
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
