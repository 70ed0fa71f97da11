import { exp2 } from '../../base/exp2';
import type { Pairs } from '../blocking/pairs';
import { wordEvidence } from '../compare/word-evidence';
import type { ComparisonColumn } from '../types';
import type { Patterns } from './patterns';

/** Pairs looked at per level. */
const SAMPLE = 4_000;

/** Fewer different pairs than this say nothing about what is usual. */
const FEWEST = 30;

/** So much the evidence in the words counts beside a learned level. */
export const WORDS_BESIDE_LEVEL = 1.4;

/**
 * Evidence in the words (bits) from which a pair at a level counts for more than the level, per level of one comparison
 * of words; null where too few pairs show it. Set so that the words add nothing on the whole: among different things at
 * that level the mean of 2^(what the words add) is 1, as it must be for a ratio of likelihoods. `matches` is the
 * probability of a match per pattern.
 */
export function usualWords(
  c: number,
  column: ComparisonColumn,
  levels: number,
  pairs: Pairs,
  patterns: Patterns,
  matches: Float64Array,
): (number | null)[] {
  const width = patterns.count === 0 ? 1 : patterns.levels.length / patterns.count;
  const levelOf = Uint8Array.from({ length: patterns.count }, (_, p) => patterns.levels[p * width + c]!);
  const seen = new Float64Array(levels + 1);
  for (const pattern of patterns.of) seen[levelOf[pattern]!] = seen[levelOf[pattern]!]! + 1;
  const step = seen.map((count) => Math.max(1, Math.floor(count / SAMPLE)));
  const at = new Float64Array(levels + 1);
  const mass = new Float64Array(levels + 1);
  const likelihood = new Float64Array(levels + 1);
  for (let i = 0; i < pairs.count; i++) {
    const pattern = patterns.of[i]!;
    const level = levelOf[pattern]!;
    if (level === 0 || level === levels) continue;
    at[level] = at[level]! + 1;
    if (at[level]! % step[level]! !== 0) continue;
    const words = wordEvidence(column.values, column.codes[pairs.left[i]!]!, column.codes[pairs.right[i]!]!);
    const different = 1 - matches[pattern]!;
    mass[level] = mass[level]! + different;
    likelihood[level] = likelihood[level]! + different * exp2(WORDS_BESIDE_LEVEL * words);
  }
  return Array.from(mass, (filled, level) =>
    filled < FEWEST ? null : Math.log2(likelihood[level]! / filled) / WORDS_BESIDE_LEVEL,
  );
}
