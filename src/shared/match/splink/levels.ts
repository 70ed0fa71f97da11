import { exp2 } from '../../base/exp2';
import { isWordKind, type Kind, kindOf } from '../compare/kinds';
import type { Comparison } from '../types';
import type { NamedComparison } from './columns';
import { branchesOf, nullCondition } from './conditions';
import type { Vocabulary } from './dialect';
import { type FrequencyAdjustment, frequencyAdjustmentOf, NEAR_WEIGHT } from './frequencies';
import type { SplinkComparison, SplinkFrequencies, SplinkLevel } from './types';

/** Part of an exact match that two sets get when they are not equal but share a value. */
const SHARED_PART = 0.05;

/** One comparison in Splink's words. */
export interface ExportedComparison {
  readonly comparison: SplinkComparison;
  readonly frequencies: SplinkFrequencies;
  readonly differences: readonly Difference[];
}

/** What the engine does otherwise in one comparison: a clause that goes on after its name. */
export interface Difference {
  readonly name: string;
  readonly text: string;
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
      m_probability: u * exp2(weight) * share,
      u_probability: u * share,
      ...frequencyKeys(name, kind, level, agreement === 'equal', adjustment, comparison.learned),
    };
  });
  const lowest = comparison.levels[1]!;
  return {
    comparison: {
      output_column_name: name,
      comparison_description: `${DESCRIPTION}${kind.id}`,
      comparison_levels: [
        {
          sql_condition: nullCondition(named, v),
          label_for_charts: comparison.levels[0]!.label,
          is_null_level: true,
        },
        ...levels,
        {
          sql_condition: 'ELSE',
          label_for_charts: lowest.label,
          m_probability: lowest.u * exp2(lowest.weight),
          u_probability: lowest.u,
        },
      ],
    },
    frequencies: adjustment.table,
    differences: differencesOf(comparison, kind, isSet, adjustment),
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
  learned: boolean,
): Partial<SplinkLevel> {
  if (level < kind.nearFrom) return {};
  // Words add their own evidence in Winnow; only equal texts go by the frequency of the value (scoring/weights.ts).
  if (isWordKind(kind.id) && !(isEqual && learned)) return {};
  const least = isEqual ? adjustment.leastExact : adjustment.leastNear;
  return {
    tf_adjustment_column: name,
    tf_adjustment_weight: isEqual ? 1 : NEAR_WEIGHT,
    ...(least === null ? {} : { tf_minimum_u_value: least }),
  };
}

function differencesOf(
  comparison: Comparison,
  kind: Kind,
  isSet: boolean,
  adjustment: FrequencyAdjustment,
): Difference[] {
  const { name, levels } = comparison;
  const texts: string[] = [];
  if (isWordKind(kind.id)) texts.push(ONLY_EQUAL_WORDS, comparison.learned ? RARE_WORDS : WORDS_ALONE);
  if (USES_TWO_EDITS.has(kind.id)) texts.push(TWO_EDITS);
  if (kind.id === 'given' && isSet) texts.push(SEVERAL_NAMES);
  const helper = HELPER_OF.get(kind.id);
  if (helper !== undefined)
    texts.push(
      `needs ${helper}, which Winnow writes; records from elsewhere must be prepared by Winnow first.`,
    );
  for (let level = isWordKind(kind.id) ? levels.length : kind.nearFrom; level < levels.length - 1; level++) {
    const common = adjustment.tooCommon(levels[level]!.weight);
    if (common > 0)
      texts.push(
        `at “${levels[level]!.label}”, ${common} very common ${common === 1 ? 'value takes' : 'values take'} off more in ` +
          'Splink than the level adds; Winnow stops at zero.',
      );
  }
  return texts.map((text) => ({ name, text }));
}

const ONLY_EQUAL_WORDS =
  'words count only where they are spelled alike; Winnow also counts words that differ by a slip, are abbreviated or ' +
  'stand as initials, so it sees some pairs one or more levels higher.';

const RARE_WORDS =
  'below the exact level Winnow also adds or takes off up to three bits for how rare the shared words are.';

const WORDS_ALONE =
  'there were too few fields to learn from, so Winnow weighs every two texts by how rare their shared words are; Splink ' +
  'gets what is usual at each level.';

const TWO_EDITS =
  'a letter between two swapped ones is two edits in the engine and three in Winnow (a few pairs in a million).';

const SEVERAL_NAMES =
  'where a cell holds several given names, one of them with “junior” or the like, Splink may take the generation of another.';

/** Kinds with a test for two edits. */
const USES_TWO_EDITS: ReadonlySet<Kind['id']> = new Set(['given', 'family', 'city', 'email', 'identifier']);

const HELPER_OF: ReadonlyMap<Kind['id'], string> = new Map([
  ['given', 'the columns of nicknames and short forms'],
  ['email', 'the column of addresses that are not those of a role'],
  ['company', 'the column of word weights'],
  ['text', 'the column of word weights'],
]);
