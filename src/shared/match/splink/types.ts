/**
 * The settings file of Splink (moj-analytical-services/splink), versions 4 and 5, as far as Winnow writes it. Keys that
 * only one of the two versions knows are left out, so that one file loads in both.
 */

/** The engine the SQL of a model is written for. */
export type SplinkDialect = 'duckdb' | 'spark';

export const SPLINK_DIALECTS: readonly SplinkDialect[] = ['duckdb', 'spark'];

export interface SplinkLevel {
  readonly sql_condition: string;
  readonly label_for_charts: string;
  readonly is_null_level?: true;
  readonly m_probability?: number;
  readonly u_probability?: number;
  readonly tf_adjustment_column?: string;
  readonly tf_adjustment_weight?: number;
  readonly tf_minimum_u_value?: number;
}

export interface SplinkComparison {
  readonly output_column_name: string;
  readonly comparison_description: string;
  readonly comparison_levels: readonly SplinkLevel[];
}

export interface SplinkBlockingRule {
  readonly blocking_rule: string;
  readonly arrays_to_explode?: readonly string[];
}

export interface SplinkSettings {
  readonly link_type: 'dedupe_only' | 'link_only';
  readonly unique_id_column_name: string;
  readonly source_dataset_column_name: string;
  readonly probability_two_random_records_match: number;
  readonly em_convergence: number;
  readonly max_iterations: number;
  readonly retain_matching_columns: boolean;
  readonly retain_intermediate_calculation_columns: boolean;
  readonly additional_columns_to_retain: readonly string[];
  readonly blocking_rules_to_generate_predictions: readonly SplinkBlockingRule[];
  readonly comparisons: readonly SplinkComparison[];
}

/** One column of the prepared records: an index into `values` per record; '' is written as an empty cell (null). */
export interface SplinkColumn {
  readonly name: string;
  readonly codes: Uint32Array;
  readonly values: readonly string[];
  /** The cell is a list of keys, separated by one blank, that the engine must split before it blocks on it. */
  readonly isList: boolean;
}

/** How rare each value of a column is, for `register_term_frequency_lookup`. */
export interface SplinkFrequencies {
  readonly column: string;
  readonly values: readonly string[];
  readonly frequencies: Float64Array;
}

/** Everything another engine needs to score records as Winnow does. */
export interface SplinkModel {
  readonly dialect: SplinkDialect;
  readonly settings: SplinkSettings;
  readonly columns: readonly SplinkColumn[];
  readonly frequencies: readonly SplinkFrequencies[];
  /** What the other engine does otherwise, one sentence each, for the person. */
  readonly differences: readonly string[];
}
