import type { PreparedComparison } from '../prepare/prepare';
import type { MatchInput, MatchSettings } from '../types';
import { blockSizes, combineCodes, comparedPairsIn, pairsIn } from './blocks';
import { type KeyColumn, keyColumns, type MultiKey, setKeys, wordKeys } from './keys';
import { type Twins, withoutTwins } from './twins';

/** A rule ready to run: a block number per record (single) or several (multi); 0 and no entry = not blocked. */
export interface Rule {
  readonly label: string;
  readonly keys: readonly string[];
  /** Comparisons whose values the rule fixes; its pairs say nothing about them. */
  readonly comparisons: readonly number[];
  readonly single: { readonly codes: Uint32Array; readonly size: number } | null;
  readonly multi: MultiKey | null;
  readonly pairs: number;
  readonly dropped: number;
  /** Records that share a block with another one. */
  readonly reach: number;
}

/** Tables with fewer pairs than this are compared completely: no rule can miss a match. */
const COMPARE_ALL = 1_000_000;
/** A block larger than this is split by further keys. */
const MAX_BLOCK = 400;
const MAX_RULES = 30;

/**
 * Rules from the fields, chosen by covering: one rule for each pair of comparisons (the coarsest keys that stay within
 * the limit), single keys that are selective alone, rare words of names and texts; the most selective first, until
 * the budget of about forty pairs a record is used. So every field is free in many rules. Pair counts are exact. Later
 * twins take no part: they follow their first.
 */
export function chooseRules(
  comparisons: readonly PreparedComparison[],
  input: MatchInput,
  settings: MatchSettings,
  twins: Twins,
): Rule[] {
  const sources = settings.withinSource ? null : Uint32Array.from(input.source, (source) => source + 1);
  const whole = twins.first.map((first, row) => (first === row ? 1 : 0));
  const total = comparedPairsIn(whole, 2, sources);
  if (total <= COMPARE_ALL) {
    return [
      {
        label: 'every record with every other',
        keys: [],
        comparisons: [],
        single: { codes: whole, size: 2 },
        multi: null,
        pairs: total,
        dropped: 0,
        reach: input.count,
      },
    ];
  }
  const standing = withoutTwins(comparisons, twins);
  const keys = keyColumns(standing);
  const perRule = 6 * input.count + 50_000;
  const singles = singleRules(keys, perRule, sources);
  const alone = new Set(singles.map((rule) => rule.label));
  const candidates = [
    ...singles,
    ...pairRules(
      keys.filter((key) => !alone.has(key.label)),
      comparisons,
      perRule,
      sources,
    ),
    ...setKeys(standing).map((key) => multiRule(key, perRule)),
    ...wordKeys(standing).flatMap((key) => wordRules(key, perRule)),
  ].filter((rule) => rule.pairs > 0);
  return withinBudget(candidates, comparisons.length, 40 * input.count + 500_000);
}

/**
 * The rules that reach most records within the budget: each next rule is the one whose blocks hold most records,
 * counting less for comparisons that chosen rules rest on already, so that every field stays free in several rules.
 */
function withinBudget(candidates: readonly Rule[], comparisons: number, budget: number): Rule[] {
  const used = new Float64Array(comparisons);
  const left = [...candidates];
  const chosen: Rule[] = [];
  let room = budget;
  while (chosen.length < MAX_RULES) {
    let best = -1;
    let top = 0;
    left.forEach((rule, index) => {
      if (rule.pairs > room) return;
      const crowded = rule.comparisons.reduce((sum, c) => sum + used[c]!, 0) / rule.comparisons.length;
      const gain = rule.reach / (1 + crowded);
      if (gain > top) {
        top = gain;
        best = index;
      }
    });
    if (best < 0) break;
    const rule = left.splice(best, 1)[0]!;
    room -= rule.pairs;
    for (const c of rule.comparisons) used[c] = used[c]! + 1;
    chosen.push(rule);
  }
  return chosen.sort((a, b) => a.pairs - b.pairs || (a.label < b.label ? -1 : 1));
}

/** Keys that need no second one; of the keys of a comparison the coarsest that stay within the limit. */
function singleRules(keys: readonly KeyColumn[], limit: number, sources: Uint32Array | null): Rule[] {
  const rules: { rule: Rule; key: KeyColumn }[] = [];
  for (const key of keys) {
    const pairs = comparedPairsIn(key.codes, key.size, sources);
    if (pairs <= limit) rules.push({ rule: toRule([key], key.codes, key.size, pairs, 0), key });
  }
  return rules
    .filter(
      ({ key }) =>
        !rules.some((other) => other.key.comparison === key.comparison && other.key.fineness < key.fineness),
    )
    .map(({ rule }) => rule);
}

/** For each two comparisons the coarsest pair of keys within the limit. */
function pairRules(
  keys: readonly KeyColumn[],
  comparisons: readonly PreparedComparison[],
  limit: number,
  sources: Uint32Array | null,
): Rule[] {
  const rules: Rule[] = [];
  const total = pairsIn(new Uint32Array(keys[0]?.codes.length ?? 0).fill(1), 2);
  const alone = keys.map((key) => pairsIn(key.codes, key.size));
  for (let i = 0; i < comparisons.length; i++) {
    for (let j = i + 1; j < comparisons.length; j++) {
      const options: { a: number; b: number; coarse: number }[] = [];
      keys.forEach((x, a) => {
        keys.forEach((y, b) => {
          if (x.comparison === i && y.comparison === j)
            options.push({ a, b, coarse: x.fineness + y.fineness });
        });
      });
      options.sort((p, q) => p.coarse - q.coarse);
      let found = -1;
      for (const { a, b, coarse } of options) {
        if (found >= 0 && coarse > found) break;
        // Independent keys would give about this many; far more cannot fit, whatever the correlation.
        if ((alone[a]! * alone[b]!) / Math.max(1, total) > 8 * limit) continue;
        const rule = pairRule(keys[a]!, keys[b]!, keys, limit, sources);
        if (rule.pairs > limit) continue;
        found = coarse;
        rules.push(rule);
      }
    }
  }
  return rules;
}

function pairRule(
  a: KeyColumn,
  b: KeyColumn,
  keys: readonly KeyColumn[],
  limit: number,
  sources: Uint32Array | null,
): Rule {
  const joined = combineCodes(a.codes, b.codes);
  const pairs = comparedPairsIn(joined.codes, joined.size, sources);
  const sizes = blockSizes(joined.codes, joined.size);
  const isOver = (code: number): boolean => code !== 0 && sizes[code]! > MAX_BLOCK;
  let oversized = false;
  for (let code = 1; code < joined.size && !oversized; code++) oversized = isOver(code);
  if (!oversized || pairs > 20 * limit) return toRule([a, b], joined.codes, joined.size, pairs, 0);
  // Split oversized blocks by the most selective key of another comparison.
  const others = keys.filter((key) => key.comparison !== a.comparison && key.comparison !== b.comparison);
  const split = others.reduce<KeyColumn | null>(
    (best, key) => (best && best.size >= key.size ? best : key),
    null,
  );
  if (!split) return toRule([a, b], joined.codes, joined.size, pairs, 0);
  const inner = Uint32Array.from(joined.codes, (code, row) => (isOver(code) ? split.codes[row]! : 1));
  const parts = combineCodes(joined.codes, inner);
  const left = comparedPairsIn(parts.codes, parts.size, sources);
  return toRule([a, b], parts.codes, parts.size, left, pairs - left);
}

function toRule(
  keys: readonly KeyColumn[],
  codes: Uint32Array,
  size: number,
  pairs: number,
  dropped: number,
): Rule {
  const labels = keys.map((key) => key.label);
  return {
    label: labels.join(' and '),
    keys: labels,
    comparisons: keys.map((key) => key.comparison),
    single: { codes, size },
    multi: null,
    pairs,
    dropped,
    reach: reachOf(codes, size),
  };
}

function reachOf(codes: Uint32Array, size: number): number {
  const sizes = blockSizes(codes, size);
  let reach = 0;
  for (let code = 1; code < size; code++) if (sizes[code]! > 1) reach += sizes[code]!;
  return reach;
}

/** Keys of sets as they are; keys too frequent for the limit are left out and counted. */
function multiRule(key: MultiKey, limit: number): Rule {
  const counts = blockSizes(key.keys, key.size);
  const cap = capFor(counts, limit);
  const kept = keepKeys(key, (code) => counts[code]! <= cap);
  let pairs = 0;
  let dropped = 0;
  for (let code = 1; code < counts.length; code++) {
    const n = (counts[code]! * (counts[code]! - 1)) / 2;
    if (counts[code]! <= cap) pairs += n;
    else dropped += n;
  }
  return {
    label: key.label,
    keys: [key.label],
    comparisons: [key.comparison],
    single: null,
    multi: kept,
    pairs,
    dropped,
    reach: multiReach(kept, counts),
  };
}

function multiReach(key: MultiKey, counts: Uint32Array): number {
  let reach = 0;
  for (let row = 0; row + 1 < key.offsets.length; row++) {
    for (let k = key.offsets[row]!; k < key.offsets[row + 1]!; k++) {
      if (counts[key.keys[k]!]! < 2) continue;
      reach++;
      break;
    }
  }
  return reach;
}

/** Rare words alone; words too frequent for that by twos. */
function wordRules(key: MultiKey, limit: number): Rule[] {
  const rare = multiRule(key, limit);
  if (rare.dropped === 0) return [rare];
  const twos = wordPairs(key, limit);
  return twos ? [{ ...rare, dropped: 0 }, twos] : [rare];
}

/** Two words of the rarest few of each record as one key. */
function wordPairs(key: MultiKey, limit: number): Rule | null {
  const counts = blockSizes(key.keys, key.size);
  const rows = key.offsets.length - 1;
  const idOf = new Map<number, number>();
  const lists: number[][] = [];
  let total = 0;
  const offsets = new Uint32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    const words = Array.from(key.keys.subarray(key.offsets[row]!, key.offsets[row + 1]!))
      .filter((word) => counts[word]! > 1)
      .sort((x, y) => counts[x]! - counts[y]! || x - y)
      .slice(0, 5)
      .sort((x, y) => x - y);
    const list: number[] = [];
    for (let i = 0; i < words.length; i++)
      for (let j = i + 1; j < words.length; j++) {
        const code = words[i]! * key.size + words[j]!;
        let id = idOf.get(code);
        if (id === undefined) {
          id = idOf.size + 1;
          idOf.set(code, id);
        }
        list.push(id);
      }
    list.sort((x, y) => x - y);
    lists.push(list);
    total += list.length;
    offsets[row + 1] = total;
  }
  if (total === 0) return null;
  const keys = new Uint32Array(total);
  lists.forEach((list, row) => {
    keys.set(list, offsets[row]!);
  });
  const label = key.label.replace('a rare word', 'two words');
  return multiRule({ comparison: key.comparison, label, offsets, keys, size: idOf.size + 1 }, limit);
}

/** The largest block size at which all blocks up to it together stay within the limit. */
function capFor(counts: Uint32Array, limit: number): number {
  const sizes = counts.slice(1).sort();
  let sum = 0;
  let cap = MAX_BLOCK;
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i]!;
    sum += (size * (size - 1)) / 2;
    if (sum > limit) {
      cap = Math.max(1, Math.min(cap, size - 1));
      break;
    }
  }
  return cap;
}

function keepKeys(key: MultiKey, keep: (code: number) => boolean): MultiKey {
  const rows = key.offsets.length - 1;
  const offsets = new Uint32Array(rows + 1);
  const keys = new Uint32Array(key.keys.length);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let k = key.offsets[row]!; k < key.offsets[row + 1]!; k++) {
      const code = key.keys[k]!;
      if (keep(code)) keys[at++] = code;
    }
    offsets[row + 1] = at;
  }
  return { ...key, offsets, keys: keys.slice(0, at) };
}
