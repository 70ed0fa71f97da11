import { isWordKind, type Kind, kindOf, WORD_LEVEL_BITS } from '../compare/kinds';
import { wordEvidence } from '../compare/word-evidence';
import type { Comparison, ComparisonColumn, ComparisonLevel } from '../types';
import { WORDS_BESIDE_LEVEL } from './usual-words';

/** More bits than this the words never add to a learned level, nor take off. */
const MOST_WORD_BITS = 3;

/**
 * The levels of a comparison with their weights. More similar never weighs less: neighbouring levels that contradict
 * this are pooled (pool adjacent violators). The exact level never speaks against a match.
 */
export function comparisonLevels(kind: Kind, m: Float64Array, u: Float64Array): ComparisonLevel[] {
  const blocks: { m: number; u: number; levels: number }[] = [];
  for (let level = 1; level < m.length; level++) {
    blocks.push({ m: m[level]!, u: u[level]!, levels: 1 });
    while (blocks.length > 1) {
      const top = blocks[blocks.length - 1]!;
      const below = blocks[blocks.length - 2]!;
      if (top.m / top.u >= below.m / below.u) break;
      blocks.splice(-2, 2, { m: below.m + top.m, u: below.u + top.u, levels: below.levels + top.levels });
    }
  }
  const out: ComparisonLevel[] = [{ label: 'empty on one side', m: 0, u: 0, weight: 0, usualWords: null }];
  let level = 1;
  for (const block of blocks) {
    const weight = Math.log2(block.m / block.u);
    for (let k = 0; k < block.levels; k++, level++) {
      const spec = kind.levels[level - 1]!;
      const isExact = level === m.length - 1;
      const bounded = Math.max(-kind.limit, Math.min(kind.limit, isExact ? Math.max(0, weight) : weight));
      out.push({ label: spec.label, m: m[level]!, u: u[level]!, weight: bounded, usualWords: null });
    }
  }
  return out;
}

/**
 * Levels of a comparison of words, with what is usual in words at each. Where there were too few fields to learn from
 * (`usual` is false: agreement of fewer than three fields does not tell matches from others, the latent class model is
 * not identified), each level weighs what its words say by themselves.
 */
export function wordLevels(
  kind: Kind,
  m: Float64Array,
  u: Float64Array,
  usual: readonly (number | null)[] | false,
): ComparisonLevel[] {
  return comparisonLevels(kind, m, u).map((level, i) => {
    if (i === 0) return level;
    if (usual) return { ...level, usualWords: usual[i] ?? null };
    const bits = WORD_LEVEL_BITS[i]!;
    return { ...level, weight: Math.max(bits, leastWords(kind)), usualWords: bits };
  });
}

/** Unlike words speak against a match as much as matches have unlike words seldom. */
function leastWords(kind: Kind): number {
  return Math.log2(kind.levels[0]!.m);
}

/** Lowest level at which values add to the weight of their level. */
export function adjustedFrom(kind: Kind): number {
  return isWordKind(kind.id) ? 1 : kind.nearFrom;
}

/**
 * What the two values add to the weight of their level (log2): their words beside what is usual for the level, or the
 * frequency of the value.
 */
export function valueAdjustment(
  column: ComparisonColumn,
  { levels, learned }: Comparison,
  level: number,
  codeA: number,
  codeB: number,
): number {
  if (level === 0) return 0;
  const kind = kindOf(column.kind);
  const isExact = level === levels.length - 1;
  if (!isWordKind(kind.id) || (learned && isExact)) {
    return frequencyAdjustment(column, levels, level, codeA, codeB, kind);
  }
  const { usualWords, weight } = levels[level]!;
  if (usualWords === null) return 0;
  const words = wordEvidence(column.values, codeA, codeB);
  return learned
    ? bounded(WORDS_BESIDE_LEVEL * (words - usualWords), MOST_WORD_BITS)
    : Math.max(words, leastWords(kind)) - weight;
}

/**
 * What the frequency of the values adds to a level's weight (log2): agreement on a rare value says more than on a
 * common one. Fully for exact agreement, half for a slip, nothing below.
 */
export function frequencyAdjustment(
  column: ComparisonColumn,
  levels: readonly ComparisonLevel[],
  level: number,
  codeA: number,
  codeB: number,
  kind: Kind = kindOf(column.kind),
): number {
  if (level < kind.nearFrom || level === 0) return 0;
  const exact = levels.length - 1;
  const base = levels[exact]!.u;
  if (level === exact && codeA === codeB) {
    const full = Math.log2(base / column.frequency[codeA]!);
    const room = kind.limit - levels[exact]!.weight;
    return Math.max(-Math.max(0, levels[exact]!.weight), Math.min(full, room));
  }
  const common = Math.max(column.frequency[codeA]!, column.frequency[codeB]!);
  const half = Math.log2(base / common) / 2;
  return Math.max(-Math.max(0, levels[level]!.weight), Math.min(half, 3));
}

function bounded(bits: number, most: number): number {
  return Math.max(-most, Math.min(most, bits));
}
