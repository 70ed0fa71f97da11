import type { TaskContext } from '../../base/progress';
import { generatePairs } from '../blocking/pairs';
import type { Rule } from '../blocking/rules';
import { noTwins } from '../blocking/twins';
import type { RecordComparison } from '../compare/record-comparison';
import type { PreparedComparison } from '../prepare/prepare';
import type { MatchInput } from '../types';

/** Pairs looked at; more are thinned by their left record. */
const PAIRS = 200_000;

/** How often texts of one source are alike: pairs per level, and of how many pairs. */
export interface WithinSource {
  readonly counts: Float64Array;
  readonly pairs: number;
}

/**
 * When two sources are linked, records of one source are different things, or nearly all of them: what is alike among
 * them is alike by chance. Gives the levels of each text comparison between records of one source, found by that
 * comparison's own rules (null for other comparisons): the only honest measure of chance for texts so alike that a
 * random sample never shows them.
 */
export async function levelsWithinSources(
  prepared: readonly PreparedComparison[],
  recordComparisons: readonly RecordComparison[],
  rules: readonly Rule[],
  input: MatchInput,
  task: TaskContext,
): Promise<(WithinSource | null)[]> {
  const sizes = new Map<number, number>();
  for (const source of input.source) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  let total = 0;
  for (const size of sizes.values()) total += (size * (size - 1)) / 2;
  const found: (WithinSource | null)[] = [];
  for (const [c, { column }] of prepared.entries()) {
    if (column.kind !== 'company' && column.kind !== 'text') {
      found.push(null);
      continue;
    }
    const own = rules.filter((rule) => rule.comparisons.every((comparison) => comparison === c));
    const expected = own.reduce((sum, rule) => sum + rule.pairs, 0);
    const step = Math.max(1, Math.ceil((2 * expected) / PAIRS));
    const { source } = input;
    const pairs = await generatePairs(
      own,
      noTwins(input.count),
      (l, r) => source[l] === source[r] && l % step === 0,
      task,
    );
    const counts = new Float64Array(16);
    for (let i = 0; i < pairs.count; i++) {
      const level = recordComparisons[c]!.level(pairs.left[i]!, pairs.right[i]!);
      counts[level] = counts[level]! + 1;
    }
    found.push({ counts, pairs: total / step });
  }
  return found;
}
