import type { PreparedComparison } from '../prepare/prepare';
import type { ComparedSources } from '../sources';
import { comparedPairsIn, pairsAmong, pairsIn } from './blocks';
import type { KeyColumn } from './keys';
import { gramKeys, setKeys, wordKeys, wordPairKey } from './multi-keys';
import { multiRule, type Rule, singleRule } from './rules';
import { ruleWithin } from './subdivide';

/** Pairs of keys tried for two comparisons, the coarsest first. */
const MOST_TRIES = 6;

/** All rules worth choosing from; each makes at most about `limit` pairs. */
export function candidateRules(
  standing: readonly PreparedComparison[],
  keys: readonly KeyColumn[],
  limit: number,
  sources: ComparedSources | null,
): Rule[] {
  const singles = singleRules(keys, limit, sources);
  // Where a key is a rule of its own, rules of it and a further key bring nothing new; nor do those of its finer keys.
  const open = keys.filter(
    (key) => !singles.some((own) => own.key.comparison === key.comparison && refines(key, own.key)),
  );
  return [
    ...singles.map(({ rule }) => rule),
    ...pairRules(open, keys, limit, sources),
    ...setKeys(standing).map((key) => multiRule(key, limit, sources)),
    ...wordKeys(standing).flatMap((key) => {
      const rare = multiRule(key, limit, sources);
      return rare.dropped === 0 ? [rare] : [rare, multiRule(wordPairKey(key), limit, sources)];
    }),
    ...gramKeys(standing).map((key) => multiRule(key, limit, sources)),
  ].filter((rule) => rule.pairs > 0);
}

/** Whether all records of each block of a key lie in one block of another. */
function refines(fine: KeyColumn, coarse: KeyColumn): boolean {
  const blockOf = new Uint32Array(fine.size);
  for (let row = 0; row < fine.codes.length; row++) {
    const code = fine.codes[row]!;
    if (code === 0) continue;
    const block = coarse.codes[row]!;
    if (block === 0 || (blockOf[code] !== 0 && blockOf[code] !== block)) return false;
    blockOf[code] = block;
  }
  return true;
}

interface SingleRule {
  readonly rule: Rule;
  readonly key: KeyColumn;
}

/** Keys that need no second one; of the keys of a comparison the coarsest that stay within the limit. */
function singleRules(
  keys: readonly KeyColumn[],
  limit: number,
  sources: ComparedSources | null,
): SingleRule[] {
  const rules: SingleRule[] = [];
  for (const key of keys) {
    const pairs = comparedPairsIn(key.codes, key.size, sources);
    if (pairs > limit) continue;
    rules.push({ rule: singleRule([key], key.codes, key.size, pairs), key });
  }
  return rules.filter(
    ({ key }) =>
      !rules.some(
        (other) =>
          other.key.comparison === key.comparison &&
          other.key.fineness < key.fineness &&
          refines(key, other.key),
      ),
  );
}

/** For each two comparisons the coarsest pairs of keys within the limit. */
function pairRules(
  open: readonly KeyColumn[],
  all: readonly KeyColumn[],
  limit: number,
  sources: ComparedSources | null,
): Rule[] {
  const total = pairsAmong(open[0]?.codes.length ?? 0);
  const alone = open.map((key) => pairsIn(key.codes, key.size));
  const options: { a: number; b: number; coarse: number }[] = [];
  open.forEach((x, a) => {
    open.forEach((y, b) => {
      // Independent keys would give about this many; far more cannot fit, whatever the correlation.
      const expected = (alone[a]! * alone[b]!) / Math.max(1, total);
      if (x.comparison < y.comparison && expected <= 8 * limit)
        options.push({ a, b, coarse: x.fineness + y.fineness });
    });
  });
  options.sort((p, q) => p.coarse - q.coarse);
  const found = new Map<string, { coarse: number; tries: number }>();
  const rules: Rule[] = [];
  for (const { a, b, coarse } of options) {
    const which = `${open[a]!.comparison} ${open[b]!.comparison}`;
    const state = found.get(which) ?? { coarse: -1, tries: 0 };
    if ((state.coarse >= 0 && coarse > state.coarse) || state.tries >= MOST_TRIES) continue;
    const rule = ruleWithin([open[a]!, open[b]!], all, limit, sources);
    const fits = rule !== null && rule.pairs <= limit;
    found.set(which, { coarse: fits ? coarse : state.coarse, tries: state.tries + 1 });
    if (fits) rules.push(rule);
  }
  return rules;
}
