import { probabilityOf } from '../scoring/scorer';
import type { MatchResult } from '../types';
import { exportBlocking } from './blocking';
import { namedComparisons, preparedColumns } from './columns';
import { exportDependences } from './dependences';
import { vocabularyOf } from './dialect';
import { type Difference, exportComparison } from './levels';
import type { SplinkDialect, SplinkModel } from './types';

/**
 * A result as a Splink model: what was learned here, to be run on another engine at another size. The settings load in
 * Splink 4 and 5. Records scored with the prepared columns and the frequency tables weigh what they weigh in Winnow,
 * but for the differences that the model names. `linkOnly`: records of one source are not compared.
 */
export function exportSplink(
  result: MatchResult,
  dialect: SplinkDialect,
  { linkOnly }: { readonly linkOnly: boolean },
): SplinkModel {
  const v = vocabularyOf(dialect);
  const named = namedComparisons(result);
  const prepared = preparedColumns(named);
  const comparisons = named.map((one, c) => {
    const { values } = prepared.find(({ name }) => name === one.name)!;
    return exportComparison(one, result.comparisons[c]!, values, v);
  });
  const dependences = exportDependences(result, named);
  const blocking = exportBlocking(result, named);
  return {
    dialect,
    settings: {
      link_type: linkOnly ? 'link_only' : 'dedupe_only',
      unique_id_column_name: 'unique_id',
      source_dataset_column_name: 'source_dataset',
      probability_two_random_records_match: probabilityOf(result.prior),
      em_convergence: 0.0001,
      max_iterations: 25,
      retain_matching_columns: true,
      retain_intermediate_calculation_columns: true,
      additional_columns_to_retain: [],
      blocking_rules_to_generate_predictions: blocking.rules,
      comparisons: [...comparisons, ...dependences].map(({ comparison }) => comparison),
    },
    columns: [...prepared, ...blocking.columns, ...dependences.map(({ column }) => column)],
    frequencies: [...comparisons, ...dependences].map(({ frequencies }) => frequencies),
    differences: [
      ...byText(comparisons.flatMap(({ differences }) => differences)),
      ...blocking.differences,
      ...generalDifferences(result, dialect),
    ],
  };
}

/** One sentence for all comparisons that do the same otherwise. */
function byText(differences: readonly Difference[]): string[] {
  const names = new Map<string, string[]>();
  for (const { name, text } of differences) names.set(text, [...(names.get(text) ?? []), `“${name}”`]);
  return [...names].map(([text, list]) => `${list.join(', ')}: ${text}`);
}

function generalDifferences(
  { siblings, rivals, comparisons }: MatchResult,
  dialect: SplinkDialect,
): string[] {
  const differences: string[] = [];
  for (const { comparisons: group } of siblings) {
    const names = group.map((c) => `“${comparisons[c]!.name}”`).join(' and ');
    differences.push(
      `Records that share ${names} (colleagues, relatives, deals of one customer) are also weighed against each other in ` +
        'Winnow. Splink adds up the comparisons alone and finds more of them alike.',
    );
  }
  if (rivals !== null)
    differences.push(
      'Where each record has at most one match, candidates of one record compete in Winnow: two equally good ones weigh ' +
        'less. Splink scores every pair by itself.',
    );
  differences.push(
    'Splink joins every pair above the threshold into connected components. Winnow scores all pairs inside a component ' +
      'and cuts it by average linkage, so it splits chains of records that do not fit together.',
  );
  if (dialect === 'spark')
    differences.push(
      'Jaro-Winkler and edit distances on Spark come from the functions Splink brings along; they may differ from ' +
        'Winnow’s where a value lies exactly on a bound. The Spark variant has the same levels as the DuckDB one, which is the one tested.',
    );
  return differences;
}
