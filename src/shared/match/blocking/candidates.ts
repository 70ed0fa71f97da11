import type { PreparedComparison } from '../prepare/prepare';
import type { ComparedSources } from '../sources';
import { comparedPairsIn, type Groups, groupRows, groupRowsByKeys, jointBlocks, pairsAmong } from './blocks';
import type { KeyColumn } from './keys';
import { gramKeys, setKeys, wordKeys, wordPairKey } from './multi-keys';
import { sharesBlock } from './pairs';
import type { RowSample } from './row-sample';
import { multiRule, type Rule } from './rules';
import { HOPELESS, ruleOfBlocks, ruleWithin } from './subdivide';

/** A rule that may be chosen, judged on a sample of the records before it is made. */
export interface Candidate {
  readonly label: string;
  readonly comparisons: readonly number[];
  /** Compared pairs, estimated from the sample. */
  readonly pairs: number;
  /** Rows of the sample by block; from block 1 on. */
  readonly groups: Groups;
  shares(left: number, right: number): boolean;
  /** The rule on all records, its pairs counted exactly; null when it turns out far too large. */
  make(): Rule | null;
}

/** Pairs that one rule of keys of whole values may make. With more, the key is joined with another one. */
const pairsByKeys = (records: number): number => 6 * records + 60_000;

/** Pairs that one rule of words may make: long texts have no other keys, so less is left out in small tables. */
const pairsByWords = (records: number): number => 6 * records + 150_000;

/** Pairs of keys tried for two comparisons, the coarsest first. */
const MOST_TRIES = 6;

/** What candidates are made from. */
export interface CandidateSetting {
  readonly standing: readonly PreparedComparison[];
  readonly keys: readonly KeyColumn[];
  readonly sources: ComparedSources | null;
  readonly sample: RowSample;
}

/** All rules worth choosing from. */
export function candidateRules(setting: CandidateSetting): Candidate[] {
  const { keys, standing, sources, sample } = setting;
  const most = pairsByWords(sample.records);
  const whole = (rule: Rule): Candidate => candidateOf(rule);
  const fitting = keys.flatMap((key) => {
    const candidate = keyCandidate([key], setting);
    return candidate ? [{ key, candidate }] : [];
  });
  // Where a key is a rule of its own, rules of it and a further key bring nothing new; nor do those of its finer keys.
  const open = keys.filter(
    (key) => !fitting.some((own) => own.key.comparison === key.comparison && refines(key, own.key)),
  );
  return [
    ...fitting.map(({ candidate }) => candidate),
    ...pairCandidates(open, setting),
    ...setKeys(standing).map((key) => whole(multiRule(key, most, sources))),
    ...wordKeys(standing).flatMap((key) => {
      const rare = multiRule(key, most, sources);
      return rare.dropped === 0
        ? [whole(rare)]
        : [rare, multiRule(wordPairKey(key), most, sources)].map(whole);
    }),
    ...gramKeys(standing).map((key) => whole(multiRule(key, most, sources))),
  ].filter((candidate) => candidate.pairs > 0);
}

/** A candidate of keys that must all agree; null where that makes too many pairs. */
function keyCandidate(keys: readonly KeyColumn[], setting: CandidateSetting): Candidate | null {
  const { sample, sources } = setting;
  const limit = pairsByKeys(sample.records);
  const blocks = jointBlocks(keys.map((key) => ({ codes: sample.codes(key), size: key.size })));
  const { codes, size } = blocks;
  const pairs = comparedPairsIn(codes, size, sample.sources(sources)) * sample.pairsPerPair;
  if (pairs > limit) return null;
  const groups = groupRows(codes, size);
  return {
    label: keys.map((key) => key.label).join(' and '),
    comparisons: keys.map((key) => key.comparison),
    pairs,
    groups: { starts: groups.starts, rows: sample.inAll(groups.rows) },
    shares: (left, right) => keys.every(({ codes: all }) => all[left] !== 0 && all[left] === all[right]),
    make: () => {
      const all = sample.isWhole ? blocks : jointBlocks(keys);
      return ruleOfBlocks(keys, all, setting.keys, 2 * limit, sources, HOPELESS);
    },
  };
}

/** A candidate that is made already. */
function candidateOf(rule: Rule): Candidate {
  const { label, comparisons, pairs, single, multi } = rule;
  const groups = single
    ? groupRows(single.codes, single.size)
    : groupRowsByKeys(multi!.offsets, multi!.keys, multi!.size);
  return { label, comparisons, pairs, groups, shares: (l, r) => sharesBlock(rule, l, r), make: () => rule };
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

/**
 * For each two comparisons the coarsest pairs of keys within the limit, and those one step finer. Where none fits, the
 * finest with its large blocks split.
 */
function pairCandidates(open: readonly KeyColumn[], setting: CandidateSetting): Candidate[] {
  const { sample } = setting;
  const limit = pairsByKeys(sample.records);
  const total = pairsAmong(sample.size);
  const alone = open.map((key) => comparedPairsIn(sample.codes(key), key.size, null));
  const options = new Map<string, { keys: [KeyColumn, KeyColumn]; coarse: number; expected: number }[]>();
  open.forEach((x, a) => {
    open.forEach((y, b) => {
      if (x.comparison >= y.comparison) return;
      // Independent keys would give about this many.
      const expected = ((alone[a]! * alone[b]!) / Math.max(1, total)) * sample.pairsPerPair;
      const list = options.get(`${x.comparison} ${y.comparison}`) ?? [];
      list.push({ keys: [x, y], coarse: x.fineness + y.fineness, expected });
      options.set(`${x.comparison} ${y.comparison}`, list);
    });
  });
  return [...options.values()].flatMap((list) => {
    list.sort((p, q) => p.coarse - q.coarse);
    const fitting: { candidate: Candidate; coarse: number }[] = [];
    for (const { keys, coarse, expected } of list.slice(0, MOST_TRIES)) {
      if (expected > 8 * limit || coarse > (fitting[0]?.coarse ?? coarse) + 1) continue;
      const candidate = keyCandidate(keys, setting);
      if (candidate) fitting.push({ candidate, coarse });
    }
    if (fitting.length > 0) return fitting.map(({ candidate }) => candidate);
    const finest = list.at(-1);
    const split = finest && ruleWithin(finest.keys, setting.keys, limit, setting.sources);
    return split && split.pairs <= limit ? [candidateOf(split)] : [];
  });
}
