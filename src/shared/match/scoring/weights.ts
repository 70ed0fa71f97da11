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
      const most = Math.min(kind.limit, spec.most ?? kind.limit);
      const bounded = Math.max(-kind.limit, Math.min(most, isExact ? Math.max(0, weight) : weight));
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
 * What two values of one comparison add to the weight of their level (log2): their words beside what is usual for the
 * level, or the frequency of the value. What is the same for all pairs is worked out once: for one pair
 * `valueAdjustment` will do.
 */
export class ValueAdjuster {
  readonly #kind: Kind;
  readonly #exact: number;
  readonly #isWords: boolean;
  readonly #rarity: Rarity;

  constructor(
    readonly column: ComparisonColumn,
    readonly comparison: Comparison,
  ) {
    this.#kind = kindOf(column.kind);
    this.#exact = comparison.levels.length - 1;
    this.#isWords = isWordKind(this.#kind.id);
    this.#rarity = rarityOf(column.frequency, comparison.levels[this.#exact]!.u);
  }

  of(level: number, codeA: number, codeB: number): number {
    if (level === 0) return 0;
    return this.#isWords && !(this.comparison.learned && level === this.#exact)
      ? this.#words(level, codeA, codeB)
      : this.frequency(level, codeA, codeB);
  }

  /**
   * What the frequency of the values adds to a level's weight: agreement on a rare value says more than on a common one.
   * Fully for exact agreement, half for a slip, nothing below.
   */
  frequency(level: number, codeA: number, codeB: number): number {
    const kind = this.#kind;
    if (level < kind.nearFrom || level === 0) return 0;
    const { weight } = this.comparison.levels[level]!;
    if (level === this.#exact && codeA === codeB)
      return Math.max(-Math.max(0, weight), Math.min(this.#rarity.of(codeA), kind.limit - weight));
    const { frequency } = this.column;
    const half = this.#rarity.of(frequency[codeB]! > frequency[codeA]! ? codeB : codeA) / 2;
    return Math.max(-Math.max(0, weight), Math.min(half, 3));
  }

  #words(level: number, codeA: number, codeB: number): number {
    const { usualWords, weight } = this.comparison.levels[level]!;
    if (usualWords === null) return 0;
    const words = wordEvidence(this.column.values, codeA, codeB);
    return this.comparison.learned
      ? bounded(WORDS_BESIDE_LEVEL * (words - usualWords), MOST_WORD_BITS)
      : Math.max(words, leastWords(this.#kind)) - weight;
  }
}

/** What the two values of one pair add to the weight of their level, see `ValueAdjuster`. */
export function valueAdjustment(
  column: ComparisonColumn,
  comparison: Comparison,
  level: number,
  codeA: number,
  codeB: number,
): number {
  return new ValueAdjuster(column, comparison).of(level, codeA, codeB);
}

/** What the frequency of the values of one pair adds to the weight of their level. */
export function frequencyAdjustment(
  column: ComparisonColumn,
  comparison: Comparison,
  level: number,
  codeA: number,
  codeB: number,
): number {
  return new ValueAdjuster(column, comparison).frequency(level, codeA, codeB);
}

/** How much rarer than `usual` each value is (log2), worked out when first asked for: most values are never agreed on. */
class Rarity {
  readonly #bits: Float64Array;

  constructor(
    readonly frequency: Float32Array,
    readonly usual: number,
  ) {
    this.#bits = new Float64Array(frequency.length);
  }

  of(code: number): number {
    const known = this.#bits[code]!;
    if (known !== 0) return known;
    const bits = Math.log2(this.usual / this.frequency[code]!);
    this.#bits[code] = bits;
    return bits;
  }
}

/** By the frequencies: learning from decisions moves weights, but not how rare values are. */
const rarities = new WeakMap<Float32Array, Rarity>();

function rarityOf(frequency: Float32Array, usual: number): Rarity {
  let rarity = rarities.get(frequency);
  if (rarity?.usual !== usual) {
    rarity = new Rarity(frequency, usual);
    rarities.set(frequency, rarity);
  }
  return rarity;
}

function bounded(bits: number, most: number): number {
  return Math.max(-most, Math.min(most, bits));
}
