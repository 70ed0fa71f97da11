import { AppFailure } from '../base/result';
import { planBlocking } from '../match/blocking/plan';
import { findTwins } from '../match/blocking/twins';
import { comparedSources } from '../match/sources';
import type { MatchSettings } from '../match/types';
import type { Model } from './model';
import type { RuleCount } from './review-types';

/**
 * What a rule of these keys would bring, exactly and before it runs: planned as it would be, from the values the last
 * comparison read.
 */
export function countRule(
  model: Model,
  object: string,
  keys: readonly string[],
  settings: MatchSettings,
): Promise<RuleCount> {
  const tried: MatchSettings = { ...settings, blocking: { off: [], added: [keys] } };
  return model.stage('ruleCount', 1, { clusters: model.clusterKey(object), tried }, async () => {
    const { comparisons, columns } = await model.matches(object);
    const input = await model.matchInput(object);
    const prepared = comparisons.map((comparison, c) => ({ ...comparison, column: columns[c]! }));
    const twins = findTwins(prepared, input.count, comparedSources(input, tried));
    const { report } = planBlocking(prepared, input, tried, twins);
    const wanted = new Set(keys);
    const rule = report.find(
      (item) => item.keys.length === wanted.size && item.keys.every((key) => wanted.has(key)),
    );
    if (!rule) {
      throw new AppFailure({
        code: 'RULE_IMPOSSIBLE',
        message:
          'These keys make no rule: a rule can hold one key of which a record has several, beside keys of which it has one. Leave one of them out.',
        details: { object, keys: keys.join(', ') },
      });
    }
    const { pairs, dropped, droppedNote, origin } = rule;
    return { pairs, dropped, droppedNote, exists: origin === 'generated' };
  });
}
