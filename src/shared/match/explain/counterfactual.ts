import { dependenceWeight } from '../scoring/scorer';
import { againstBoth, oddsAmongAll } from '../scoring/sibling-odds';
import { valueAdjustment } from '../scoring/weights';
import type { MatchResult } from '../types';
import { type ExplainContext, rawValue } from './context';

interface Change {
  readonly comparison: number;
  /** What the odds of the pair would be (log2). */
  readonly odds: number;
}

/**
 * The smallest single change that would turn the answer: the field whose difference would just undo a match, or whose
 * agreement would just make one. The odds are worked out anew with the changed level, with everything that hangs on it
 * (fields that repeat each other, siblings).
 */
export function counterfactual(
  { input, result }: ExplainContext,
  levels: Uint8Array,
  left: number,
  right: number,
  weight: number,
  cut: number,
): string | null {
  if (result.comparisons.length === 0) return null;
  const isMatch = weight >= cut;
  const changes: Change[] = [];
  result.comparisons.forEach(({ levels: specs }, comparison) => {
    if (isMatch && levels[comparison]! <= 1) return;
    if (!isMatch && levels[comparison] === specs.length - 1) return;
    const changed = levels.slice();
    changed[comparison] = isMatch ? 1 : specs.length - 1;
    changes.push({ comparison, odds: oddsWith(result, changed, comparison, left, right) });
  });
  const turning = changes
    .filter(({ odds }) => (isMatch ? odds < cut : odds >= cut))
    .sort((a, b) => Math.abs(a.odds - weight) - Math.abs(b.odds - weight) || a.comparison - b.comparison)[0];
  if (!turning) {
    if (isMatch) return 'Would still match if any one of the fields differed.';
    return changes.length === 0 ? null : 'Would not match even if one more field agreed.';
  }
  const { name, fields } = result.comparisons[turning.comparison]!;
  const a = rawValue(input, fields, left);
  const b = rawValue(input, fields, right);
  if (isMatch) return `Would not match if “${name}” differed (${both(a, b)}).`;
  return levels[turning.comparison] === 0
    ? `Would match if “${name}” were filled on both sides and agreed.`
    : `Would match if “${name}” agreed (${both(a, b)}).`;
}

function both(a: string, b: string): string {
  return a === b ? `both say “${a}”` : `“${a}” and “${b}”`;
}

/**
 * log2 odds of a pair with the level of one comparison changed. A value that would agree is taken from the pair; of one that
 * would differ nothing is known, so that its words and its frequency say nothing either.
 */
function oddsWith(
  result: MatchResult,
  levels: Uint8Array,
  changed: number,
  left: number,
  right: number,
): number {
  let sum = result.prior;
  result.comparisons.forEach((comparison, c) => {
    const { levels: specs } = comparison;
    const level = levels[c]!;
    if (level === 0) return;
    const column = result.columns[c]!;
    const codeLeft = column.codes[left]!;
    const codeRight = column.codes[right]!;
    const assumed = codeLeft === 0 ? codeRight : codeLeft;
    const isAssumed = c === changed && level === specs.length - 1;
    const [a, b] = isAssumed ? [assumed, assumed] : [codeLeft, codeRight];
    sum += specs[level]!.weight;
    const isUnknown = c === changed && !isAssumed;
    if (a !== 0 && b !== 0 && !isUnknown) sum += valueAdjustment(column, comparison, level, a, b);
  });
  for (const dependence of result.dependences)
    sum += dependenceWeight(result, dependence, levels, 0, left, right);
  return againstBoth(sum, oddsAmongAll(result.siblings, levels, 0));
}
