import { type Kind, kindOf } from '../compare/kinds';
import type { Comparison } from '../types';
import type { NamedComparison } from './columns';
import { branchesOf } from './conditions';
import type { Vocabulary } from './dialect';
import { type FrequencyAdjustment, frequencyAdjustmentOf, NEAR_WEIGHT } from './frequencies';
import type { SplinkComparison, SplinkFrequencies, SplinkLevel } from './types';

/** Part of an exact match that two sets get when they are not equal but share a value. */
const SHARED_PART = 0.05;

/** One comparison in Splink's words. */
export interface ExportedComparison {
  readonly comparison: SplinkComparison;
  readonly frequencies: SplinkFrequencies;
  readonly differences: readonly string[];
}

/** Begins the description of every comparison that Winnow wrote, before the id of its kind. */
export const DESCRIPTION = 'Winnow ';

/**
 * The levels of a comparison, null level first, "different" last. u is what Winnow learned; m is u times two to the
 * power of the weight, so that every level weighs what it weighs here, bounds included.
 */
export function exportComparison(
  named: NamedComparison,
  comparison: Comparison,
  values: readonly string[],
  v: Vocabulary,
): ExportedComparison {
  const { name, isSet } = named;
  const kind = kindOf(named.kind);
  const exactShare = isSet ? 1 - SHARED_PART : 1;
  const adjustment = frequencyAdjustmentOf(name, comparison, named.column, values, kind.limit, exactShare);
  const branches = branchesOf(named, v);
  const levels = branches.map(({ level, condition, agreement }): SplinkLevel => {
    const { label, u, weight } = comparison.levels[level]!;
    const share = agreement === 'equal' ? exactShare : agreement === 'shared' ? SHARED_PART : 1;
    return {
      sql_condition: condition,
      label_for_charts: agreement === 'shared' ? SHARED_LABEL : label,
      m_probability: u * 2 ** weight * share,
      u_probability: u * share,
      ...frequencyKeys(name, kind, level, agreement === 'equal', adjustment),
    };
  });
  const lowest = comparison.levels[1]!;
  return {
    comparison: {
      output_column_name: name,
      comparison_description: `${DESCRIPTION}${kind.id}`,
      comparison_levels: [
        {
          sql_condition: `${name}_l IS NULL OR ${name}_r IS NULL`,
          label_for_charts: comparison.levels[0]!.label,
          is_null_level: true,
        },
        ...levels,
        {
          sql_condition: 'ELSE',
          label_for_charts: lowest.label,
          m_probability: lowest.u * 2 ** lowest.weight,
          u_probability: lowest.u,
        },
      ],
    },
    frequencies: adjustment.table,
    differences: differencesOf(comparison, kind, adjustment),
  };
}

/** Two sets that share a value without being equal. */
export const SHARED_LABEL = 'one of several values agrees';

function frequencyKeys(
  name: string,
  kind: Kind,
  level: number,
  isEqual: boolean,
  adjustment: FrequencyAdjustment,
): Partial<SplinkLevel> {
  if (level < kind.nearFrom) return {};
  const least = isEqual ? adjustment.leastExact : adjustment.leastNear;
  return {
    tf_adjustment_column: name,
    tf_adjustment_weight: isEqual ? 1 : NEAR_WEIGHT,
    ...(least === null ? {} : { tf_minimum_u_value: least }),
  };
}

function differencesOf(comparison: Comparison, kind: Kind, adjustment: FrequencyAdjustment): string[] {
  const { name, levels } = comparison;
  const differences: string[] = [];
  if (kind.id === 'company' || kind.id === 'text')
    differences.push(
      `“${name}”: words count only where they are spelled alike. Winnow also counts words that differ by a slip or are ` +
        'abbreviated, so it sees some pairs one or more levels higher.',
    );
  if (USES_TWO_EDITS.has(kind.id))
    differences.push(
      `“${name}”: the engine takes a letter between two swapped ones for two edits, Winnow for three.`,
    );
  if (kind.id === 'given' || kind.id === 'email' || kind.id === 'company' || kind.id === 'text')
    differences.push(
      `“${name}” needs ${HELPER_OF[kind.id]}, which Winnow writes. Records from elsewhere must be prepared by Winnow first.`,
    );
  for (let level = kind.nearFrom; level < levels.length - 1; level++) {
    const { label, weight } = levels[level]!;
    const common = adjustment.tooCommon(weight);
    if (common > 0)
      differences.push(
        `“${name}”, level “${label}”: ${common} very common ${common === 1 ? 'value takes' : 'values take'} off more in ` +
          'Splink than the level adds; Winnow stops at zero.',
      );
  }
  return differences;
}

/** Kinds with a test for two edits. */
const USES_TWO_EDITS: ReadonlySet<Kind['id']> = new Set(['given', 'family', 'city', 'email', 'identifier']);

const HELPER_OF = {
  given: 'the column of nickname groups',
  email: 'the column of addresses that are not those of a role',
  company: 'the column of word weights',
  text: 'the column of word weights',
} as const;
