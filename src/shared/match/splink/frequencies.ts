import { exp2 } from '../../base/exp2';
import type { Comparison, ComparisonColumn } from '../types';
import type { SplinkFrequencies } from './types';

/** A near match gets half of the adjustment, and at most this many bits (scoring/weights.ts). */
export const NEAR_WEIGHT = 0.5;
const MOST_NEAR_BITS = 3;

/** How one comparison takes the frequency of its values into account, in Splink's words. */
export interface FrequencyAdjustment {
  readonly table: SplinkFrequencies;
  /** Lowest frequency that counts in an exact match and in a near one; null where none is lower. */
  readonly leastExact: number | null;
  readonly leastNear: number;
  /** Values so common that a bound cuts the adjustment of a near match here and not, or not there alike, in Splink. */
  readonly tooCommon: (nearWeight: number) => number;
}

/**
 * Splink adds log2(u / frequency) to an exact match, u being that of the exact level. Winnow's bounds on it become
 * bounds on the frequency: never below zero in all, never above the limit of the kind. `share` is the part of u that
 * the exact level has in the file.
 */
export function frequencyAdjustmentOf(
  name: string,
  comparison: Comparison,
  column: ComparisonColumn,
  values: readonly string[],
  limit: number,
  share: number,
): FrequencyAdjustment {
  const exact = comparison.levels[comparison.levels.length - 1]!;
  const most = exact.u * exp2(Math.max(0, exact.weight));
  const least = exact.u * exp2(-Math.max(0, limit - exact.weight));
  const used = usedCodes(column);
  const frequencies = Float64Array.from(used, (code) => Math.min(column.frequency[code]!, most) * share);
  const isBounded = used.some((code) => column.frequency[code]! < least);
  return {
    table: { column: name, values: used.map((code) => values[code]!), frequencies },
    leastExact: isBounded ? least * share : null,
    leastNear: exact.u * exp2(-MOST_NEAR_BITS / NEAR_WEIGHT) * share,
    tooCommon: (nearWeight) => {
      const common = exact.u * exp2(Math.max(0, nearWeight) / NEAR_WEIGHT);
      return used.filter((code) => column.frequency[code]! > Math.min(common, most)).length;
    },
  };
}

/** The codes that records have, ascending. */
function usedCodes(column: ComparisonColumn): number[] {
  const seen = new Uint8Array(column.values.length);
  for (const code of column.codes) seen[code] = 1;
  const used: number[] = [];
  for (let code = 1; code < seen.length; code++) if (seen[code] === 1) used.push(code);
  return used;
}
