import { keyMakers } from '../blocking/keys';
import { SEPARATOR } from '../compare/kinds';
import type { BlockingRule, MatchResult } from '../types';

/** Rules that came close, named in a sentence. */
const NAMED_RULES = 2;

/**
 * Why no rule brought two records together: left out of a block that was too large, or the rules that came closest and
 * the one key each fails on. Keys that are looked up by value sets (rare words, runs of letters) count as not agreeing.
 */
export function whyNotBlocked(result: MatchResult, left: number, right: number): string {
  const agrees = agreeingKeys(result, left, right);
  const inUse = result.blocking.filter(({ keys, origin }) => keys.length > 0 && origin !== 'off');
  const dropped = inUse.find((rule) => rule.dropped > 0 && rule.keys.every((key) => agrees.has(key)));
  if (dropped) {
    return `Not compared: “${dropped.label}” brings them together, but the block was too large. ${dropped.droppedNote ?? ''}`.trim();
  }
  const off = result.blocking.find(
    ({ keys, origin }) => origin === 'off' && keys.length > 0 && keys.every((key) => agrees.has(key)),
  );
  if (off) return `Not compared: the rule “${off.label}” would bring them together, and it is switched off.`;
  const close = inUse.flatMap((rule) => {
    const missing = rule.keys.filter((key) => !agrees.has(key));
    return missing.length === 1 ? [{ rule, missing: missing[0]! }] : [];
  });
  if (close.length === 0)
    return 'Not compared: no blocking rule brings the two records together, and none comes close.';
  const words = close
    .sort((a, b) => b.rule.keys.length - a.rule.keys.length)
    .slice(0, NAMED_RULES)
    .map(({ rule, missing }) => closeWords(rule, missing));
  return `Not compared: no blocking rule brings the two records together. Closest: ${words.join('; ')}.`;
}

function closeWords({ label, keys }: BlockingRule, missing: string): string {
  return keys.length === 1
    ? `“${label}”, which they do not share`
    : `“${label}”, where only “${missing}” fails`;
}

/** Labels of the single keys in which two records agree. */
function agreeingKeys(result: MatchResult, left: number, right: number): ReadonlySet<string> {
  const agrees = new Set<string>();
  result.comparisons.forEach(({ name }, c) => {
    const { kind, codes, values } = result.columns[c]!;
    if (codes[left] === 0 || codes[right] === 0) return;
    const a = values[codes[left]!]!.split(SEPARATOR);
    const b = values[codes[right]!]!.split(SEPARATOR);
    for (const [label, , make] of keyMakers(kind, name)) {
      const keys = new Set(a.map(make));
      if (b.some((value) => make(value) !== '' && keys.has(make(value)))) agrees.add(label);
    }
  });
  return agrees;
}
