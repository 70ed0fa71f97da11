import type { PreparedComparison } from '../prepare/prepare';
import { type ComparedSources, comparedSources } from '../sources';
import type { BlockingKey, BlockingRule, MatchInput, MatchSettings } from '../types';
import { comparedPairsIn } from './blocks';
import { type CandidateSetting, candidateRules } from './candidates';
import { cover } from './cover';
import { type KeyColumn, keyColumns, type MultiKey } from './keys';
import { narrowed, setKeys, wordKeys } from './multi-keys';
import { RowSample } from './row-sample';
import { completeRule, multiPairs, multiRule, type Rule } from './rules';
import { ruleWithin } from './subdivide';
import { type Twins, withoutTwins } from './twins';

/** Tables with fewer pairs than this are compared completely: no rule can miss a match. */
const COMPARE_ALL = 1_000_000;

/** Which records are brought together, and what a person is told about it. */
export interface Blocking {
  /** The rules to run. */
  readonly rules: readonly Rule[];
  /** The rules as reported: those that run, then those a person switched off. */
  readonly report: readonly BlockingRule[];
  readonly keys: readonly BlockingKey[];
}

/** The keys of an input: single ones and those of which a record has several. */
interface Keys {
  readonly single: readonly KeyColumn[];
  readonly multi: readonly MultiKey[];
}

/**
 * Rules from the fields, chosen by covering, and the changes of a person on top; small tables are compared completely.
 * Pair counts are exact and known before any pair is made. Later twins take no part: they follow their first.
 */
export function planBlocking(
  comparisons: readonly PreparedComparison[],
  input: MatchInput,
  settings: MatchSettings,
  twins: Twins,
): Blocking {
  const sources = comparedSources(input, settings);
  const standing = withoutTwins(comparisons, twins);
  const keys: Keys = {
    single: keyColumns(standing),
    multi: [...setKeys(standing), ...wordKeys(standing)],
  };
  const budget = budgetOf(input.count);
  const isOff = (rule: Rule): boolean => settings.blocking.off.includes(rule.label);
  const whole = twins.first.map((first, row) => (first === row ? 1 : 0));
  const complete = completeRule(whole, sources);
  const isSmall = complete.pairs <= COMPARE_ALL;
  const generated =
    isSmall && !isOff(complete)
      ? [complete]
      : generatedRules({ standing, keys: keys.single, sources, sample: new RowSample(input.count) });
  const added = settings.blocking.added
    .map((labels) => addedRule(labels, keys, budget, sources))
    .filter((rule) => rule !== null)
    .filter(({ label }) => !generated.some((rule) => rule.label === label));
  const running = generated.filter((rule) => !isOff(rule));
  const off = [...(isSmall && isOff(complete) ? [complete] : []), ...generated.filter(isOff)];
  return {
    rules: [...running, ...added],
    report: [
      ...running.map((rule) => reportOf(rule, 'generated')),
      ...added.map((rule) => reportOf(rule, 'added')),
      ...off.map((rule) => reportOf(rule, 'off')),
    ],
    keys: [
      ...keys.single.map(({ label, comparison, codes, size }) => ({
        label,
        comparison,
        pairs: comparedPairsIn(codes, size, sources),
      })),
      ...keys.multi.map((key) => ({
        label: key.label,
        comparison: key.comparison,
        pairs: multiPairs(key, sources),
      })),
    ],
  };
}

/** The pairs of all rules together: forty a record, more in small tables. */
function budgetOf(records: number): number {
  return 40 * records + 500_000;
}

/** The rules chosen for a table, in order of their pairs. */
function generatedRules(setting: CandidateSetting): Rule[] {
  const { keys, standing, sources, sample } = setting;
  const candidates = candidateRules(setting);
  const { records } = sample;
  return cover(candidates, keys, standing.length, records, budgetOf(records), sources)
    .map((candidate) => candidate.make())
    .filter((rule) => rule !== null)
    .sort((a, b) => a.pairs - b.pairs || (a.label < b.label ? -1 : 1));
}

/** A person's rule of keys by their labels, or null when one of them is gone or two have several values a record. */
function addedRule(
  labels: readonly string[],
  keys: Keys,
  limit: number,
  sources: ComparedSources | null,
): Rule | null {
  const single = keys.single.filter((key) => labels.includes(key.label));
  const [multi, another] = keys.multi.filter((key) => labels.includes(key.label));
  const known = single.length + (multi ? 1 : 0);
  if (another || known === 0 || known < new Set(labels).size) return null;
  if (!multi) return ruleWithin(single, keys.single, limit, sources, Number.POSITIVE_INFINITY);
  const comparisons = [multi.comparison, ...single.map((key) => key.comparison)];
  const rule = multiRule(single.reduce(narrowed, multi), limit, sources);
  return { ...rule, keys: [multi.label, ...single.map((key) => key.label)], comparisons };
}

function reportOf(rule: Rule, origin: BlockingRule['origin']): BlockingRule {
  const { label, keys, pairs, dropped, droppedNote } = rule;
  return { label, keys, pairs, dropped, droppedNote, origin };
}
