import { exp2 } from '../../base/exp2';
import { checkCancelled, type TaskContext } from '../../base/progress';
import type { Pairs } from '../blocking/pairs';
import { DisjointSets } from '../cluster/components';
import { isWordKind, kindOf } from '../compare/kinds';
import type { PreparedComparison } from '../prepare/prepare';
import type { ComparisonColumn, ComparisonLevel, Siblings } from '../types';
import { type Chance, chanceOfLevels, chancePairs, earlierOfThings, thingFrequencies } from './chance';
import { findDependences } from './dependence';
import { type Evidence, type Fitted, maximise } from './expectation';
import { type Holders, holdersOf } from './holders';
import { countPatterns, type Patterns } from './patterns';
import { compete, priorAmongRivals } from './rivals';
import { type Model, oddsOf, probabilityOf } from './scorer';
import { againstBoth, oddsAmongAll } from './sibling-odds';
import { type Learned, learnSiblings } from './siblings';
import { usualWords } from './usual-words';
import { weigh } from './weigh';
import { comparisonLevels, wordLevels } from './weights';

/** Pairs this sure make one thing when frequencies are counted by thing. */
const SAME_THING = 0.95;
const ROUNDS = 2;

/** What is learned from. */
export interface Material {
  readonly prepared: readonly PreparedComparison[];
  /** Sets of comparisons whose equal values make siblings. */
  readonly siblingsBy: readonly (readonly number[])[];
  /** Gives the patterns of pairs. */
  readonly compare: (pairs: Pairs) => Promise<Patterns>;
  /** The patterns of random pairs of all records, see `chancePairs`. */
  readonly byChance: Patterns;
  /** The candidates and the pattern of each. */
  readonly pairs: Pairs;
  readonly patterns: Patterns;
  readonly records: number;
  /** All pairs of the input that could be compared. */
  readonly totalPairs: number;
  /** Whether the candidates are all pairs. */
  readonly complete: boolean;
  /** Each record has at most one match. */
  readonly oneToOne: boolean;
}

export interface Trained {
  readonly model: Model;
  /** Total weight per candidate pair, prior included. */
  readonly weight: Float32Array;
}

/**
 * Fits the model: frequencies and chance levels, m by expectation maximisation, weights, prior; then once more with frequencies
 * counted over the things found in the first round instead of over rows.
 */
export async function train(material: Material, task: TaskContext): Promise<Trained> {
  const { prepared, pairs, patterns, records, totalPairs, oneToOne } = material;
  let thing = Uint32Array.from({ length: records }, (_, row) => row);
  const holders = holdersOf(prepared);
  let { columns, chances, earlier } = chancesOf(material, holders, thing, material.byChance);
  const siblings = await siblingsOf(material, chances);
  const width = prepared.length;
  const amongSiblings =
    siblings.length === 0
      ? null
      : Float64Array.from({ length: patterns.count }, (_, p) =>
          oddsAmongAll(siblings, patterns.levels, p * width),
        );
  const evidence: Evidence = {
    amongSiblings,
    patterns,
    counts: countPatterns(patterns),
    records,
    totalPairs,
    complete: material.complete,
    rivals: oneToOne ? pairs : null,
  };
  let trained: Trained | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    checkCancelled(task);
    task.report({ label: 'Learning the weights', done: round, total: ROUNDS });
    if (round > 0) {
      const byChance = await material.compare(chancePairs(representatives(thing)));
      ({ columns, chances, earlier } = chancesOf(material, holders, thing, byChance));
    }
    const fitted = maximise(columns, chances, evidence);
    const comparisons = prepared.map(({ name, fields, semantic, column }, c) => ({
      name,
      fields,
      semantic,
      learned: fitted.learned,
      levels: withoutPartial(c, siblings, levelsOf(c, column, fitted, material)),
    }));
    // Before things are known, true duplicates would look like fields that repeat each other.
    const dependences = trained
      ? findDependences(columns, thing, earlier, probabilityOf(trained.model.prior))
      : [];
    const bare: Model = { comparisons, columns, dependences, siblings, rivals: null, prior: 0 };
    const weight = weigh(bare, pairs, patterns);
    const prior = oneToOne
      ? priorAmongRivals(pairs, weight, records, totalPairs)
      : estimatePrior(weight, totalPairs, patterns, amongSiblings);
    addPrior(weight, prior, patterns, amongSiblings);
    const final = oneToOne ? compete(pairs, weight, records) : { weight, rivals: null };
    trained = { model: { ...bare, prior, rivals: final.rivals }, weight: final.weight };
    if (round + 1 < ROUNDS) thing = thingsOf(records, pairs, trained.weight);
  }
  return trained!;
}

/**
 * Frequencies of the values and chances of the levels, records counted by thing; `earlier` links those of one thing.
 * `byChance` are the patterns of random pairs of things.
 */
function chancesOf(
  { prepared }: Material,
  holders: readonly Holders[],
  thing: Uint32Array,
  byChance: Patterns,
): { columns: ComparisonColumn[]; chances: Chance[]; earlier: Uint32Array } {
  const earlier = earlierOfThings(thing);
  const columns = prepared.map(({ column }, c) => ({
    ...column,
    frequency: thingFrequencies(
      column.codes,
      column.values.length,
      earlier,
      kindOf(column.kind).chance,
      holders[c],
    ),
  }));
  const chances = chanceOfLevels(columns, byChance, representatives(thing));
  return { columns, chances, earlier };
}

function levelsOf(
  c: number,
  column: ComparisonColumn,
  { m, u, learned, matches }: Fitted,
  { pairs, patterns, siblingsBy }: Material,
): ComparisonLevel[] {
  const kind = kindOf(column.kind);
  if (!isWordKind(kind.id)) return comparisonLevels(kind, m[c]!, u[c]!);
  const usual = learned && usualWords(c, column, kind.levels.length, pairs, patterns, matches);
  const levels = wordLevels(kind, m[c]!, u[c]!, usual);
  const isShared = siblingsBy.some((group) => group.length === 1 && group[0] === c);
  return isShared && !learned ? levels.map(ofShared) : levels;
}

/** What agreement on something many share by nature may say (bits), where nothing was learned about it. */
const SHARED_BITS = 3;

/** Two people of one company are two people, however rare its name is: the words do not speak for themselves. */
function ofShared(level: ComparisonLevel): ComparisonLevel {
  return { ...level, weight: Math.min(SHARED_BITS, level.weight), usualWords: null };
}

/** How to tell records from their siblings, the widest groups first, so that narrower ones learn from them. */
async function siblingsOf(
  { siblingsBy, prepared, compare }: Material,
  chances: readonly Chance[],
): Promise<Siblings[]> {
  const columns = prepared.map(({ column }) => column);
  const learned: Learned[] = [];
  for (const group of [...siblingsBy].sort((a, b) => a.length - b.length)) {
    const one = await learnSiblings(group, learned, columns, compare, chances);
    if (one) learned.push(one);
  }
  return learned.map(({ siblings }) => siblings);
}

/**
 * Two groups with some words in common ("Müller Precision", "Weber Precision") are two groups: below the level from
 * which groups count as one, likeness says nothing for a match.
 */
function withoutPartial(
  c: number,
  siblings: readonly Siblings[],
  levels: ComparisonLevel[],
): ComparisonLevel[] {
  const group = siblings.find(({ comparisons }) => comparisons.length === 1 && comparisons[0] === c);
  if (!group) return levels;
  return levels.map((level, i) =>
    i < group.fromLevels[0]! ? { ...level, weight: Math.min(0, level.weight) } : level,
  );
}

/** Adds the prior to the weights (log2 odds); where siblings are told apart, by the odds of each pattern among them as well. */
function addPrior(
  weight: Float32Array,
  prior: number,
  { of }: Patterns,
  amongSiblings: Float64Array | null,
): void {
  if (amongSiblings === null) for (let i = 0; i < weight.length; i++) weight[i] = weight[i]! + prior;
  else
    for (let i = 0; i < weight.length; i++)
      weight[i] = againstBoth(weight[i]! + prior, amongSiblings[of[i]!]!);
}

/** log2 prior odds: the share of matches at which the posteriors of the candidates add up to it. */
function estimatePrior(
  weight: Float32Array,
  totalPairs: number,
  { of }: Patterns,
  amongSiblings: Float64Array | null,
): number {
  // A histogram of the weights makes each round cheap; a sixteenth of a bit is finer than the estimate.
  const counts = new Float64Array(160 * 16);
  const share = amongSiblings?.map(probabilityOf);
  for (let i = 0; i < weight.length; i++) {
    const w = weight[i]!;
    const bin = Math.round((Math.max(-79, Math.min(79, w)) + 80) * 16);
    counts[bin] = counts[bin]! + (share ? share[of[i]!]! : 1);
  }
  let matching = 1 / Math.max(2, totalPairs / 10);
  for (let round = 0; round < 50; round++) {
    const odds = oddsOf(matching);
    let found = 1;
    for (let bin = 0; bin < counts.length; bin++) {
      if (counts[bin] !== 0) found += counts[bin]! / (1 + exp2(-(bin / 16 - 80 + odds)));
    }
    const next = Math.min(0.5, found / Math.max(2, totalPairs));
    if (Math.abs(next - matching) < matching * 1e-6) break;
    matching = next;
  }
  return oddsOf(matching);
}

function thingsOf(records: number, pairs: Pairs, weight: Float32Array): Uint32Array<ArrayBuffer> {
  const sets = new DisjointSets(records);
  const sure = oddsOf(SAME_THING);
  for (let i = 0; i < pairs.count; i++)
    if (weight[i]! >= sure) sets.unite(pairs.left[i]!, pairs.right[i]!, 200);
  return Uint32Array.from(sets.roots());
}

/** One record a thing: the smallest index. */
function representatives(thing: Uint32Array): Uint32Array {
  const rows = new Uint32Array(thing.length);
  let count = 0;
  for (let row = 0; row < thing.length; row++) if (thing[row] === row) rows[count++] = row;
  return rows.slice(0, count);
}
