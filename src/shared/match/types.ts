import type { Semantic } from '../profile/types';
import type { Column } from '../table/types';

/** What duplicate detection works on: columns of values with meaning, and where each record comes from. */
export interface MatchInput {
  readonly count: number;
  readonly fields: readonly MatchField[];
  /** Source index per record; equal = same source. */
  readonly source: Uint16Array;
  /**
   * Sets of fields whose equal values make siblings: different things that resemble each other (colleagues share the
   * company, relatives also the family name, deals the customer).
   */
  readonly siblingsBy?: readonly (readonly string[])[];
}

export interface MatchField {
  readonly name: string;
  readonly semantic: Semantic;
  readonly column: Column;
}

export interface MatchSettings {
  /** Pairs at or above this probability are joined without asking (the suggestion), 0..1. */
  readonly matchThreshold: number;
  /** Pairs at or above this probability are shown for review. */
  readonly reviewThreshold: number;
  /** One-to-one linking between sources: at most one record per source in a cluster. */
  readonly oneToOne: boolean;
  /** Compare records of the same source with each other. */
  readonly withinSource: boolean;
  /** Country for phone numbers without prefix, ISO 3166-1 alpha-2. */
  readonly defaultCountry: string;
}

export const DEFAULT_MATCH_SETTINGS: MatchSettings = {
  matchThreshold: 0.7,
  reviewThreshold: 0.5,
  oneToOne: false,
  withinSource: true,
  defaultCountry: 'DE',
};

export interface BlockingRule {
  /** e.g. "same postcode and first 3 letters of the surname". */
  readonly label: string;
  readonly keys: readonly string[];
  /** Pairs the rule makes, known from key frequencies beforehand. */
  readonly pairs: number;
  /** Pairs not compared because a block was too large, and the sentence that says so; 0 when none. */
  readonly dropped: number;
}

export interface ComparisonLevel {
  /** e.g. "exact", "Jaro-Winkler ≥ 0.92", "different". */
  readonly label: string;
  readonly m: number;
  readonly u: number;
  /** log2(m / u). */
  readonly weight: number;
}

export interface Comparison {
  readonly name: string;
  readonly fields: readonly string[];
  readonly semantic: Semantic;
  /** Level 0 is "empty on one side" (weight 0), level 1 the lowest similarity, the last the highest. */
  readonly levels: readonly ComparisonLevel[];
}

/**
 * The values one comparison works on, normalised and dictionary-encoded. Kept with the result so that other pairs can
 * be scored, clustered and explained without preparing the input again. Plain data.
 */
export interface ComparisonColumn {
  /** How values are compared; one of the kinds in compare/kinds.ts. */
  readonly kind: string;
  /** Normalised value per record, an index into `values`; 0 = empty. */
  readonly codes: Uint32Array;
  readonly values: readonly string[];
  /** Per value: share of different things (not rows) that carry it, 0..1. */
  readonly frequency: Float32Array;
  /** For a name part: index of the comparison that holds the other part, to see swapped names; else -1. */
  readonly partner: number;
}

/** What is known about how two comparisons depend on each other among records that do not match. */
export interface Dependence {
  /** Index of the comparison whose weight is corrected, and of the one it depends on. */
  readonly comparison: number;
  readonly on: number;
  /** Added to the weight (log2) when both agree exactly; negative: the second agreement is partly implied. */
  readonly bothAgree: number;
}

/**
 * How to tell a record from its siblings: log2(m / s) per comparison and level, s the chance of the level among different
 * records of one group, and the log2 prior odds that two of a group are one.
 */
export interface Siblings {
  /** Indices of the comparisons that make siblings, and the level of each from which two records are taken for some. */
  readonly comparisons: readonly number[];
  readonly fromLevels: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly prior: number;
}

/** Scored candidate pairs, sorted by (left, right); left < right. Plain data: survives structured clone. */
export interface MatchResult {
  readonly comparisons: readonly Comparison[];
  readonly blocking: readonly BlockingRule[];
  /** log2 prior odds that two random records match. */
  readonly prior: number;
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** Total match weight (log2 odds) per pair, term frequencies included. */
  readonly weight: Float32Array;
  /** Candidate pairs before scoring. */
  readonly candidates: number;
  readonly totalPairs: number;
  /** One per comparison, in the same order. */
  readonly columns: readonly ComparisonColumn[];
  readonly dependences: readonly Dependence[];
  readonly siblings: readonly Siblings[];
}

/** Decisions of people about pairs of records. */
export interface Constraints {
  readonly mustLink: readonly (readonly [number, number])[];
  readonly cannotLink: readonly (readonly [number, number])[];
}

export type MatchOutcome = 'match' | 'possible';

/** One step of the dendrogram: two groups joined at an average weight. */
export interface DendrogramStep {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Average match weight between the two groups. */
  readonly weight: number;
  /** False when the step lies below the cut and was not taken. */
  readonly joined: boolean;
}

/** Records thought to be one thing, plus those close enough to look at. */
export interface Cluster {
  /** Stable within a result: smallest record index of the component under review. */
  readonly id: number;
  /** Record indices, ascending: all records of the reviewed component. */
  readonly members: readonly number[];
  /** The suggested partition of the members; groups of one are kept apart. */
  readonly groups: readonly (readonly number[])[];
  readonly outcome: MatchOutcome;
  /** Probability of the weakest join inside the suggested groups, or of the strongest refused one. */
  readonly probability: number;
  readonly steps: readonly DendrogramStep[];
}

export interface ClusterResult {
  /** Per record: smallest record index of its group after suggestions and decisions. */
  readonly groupOf: Uint32Array;
  /** Components with more than one record that a person may review, most uncertain and largest impact first. */
  readonly clusters: readonly Cluster[];
  /** Label-free estimate from posteriors, for the joins taken. */
  readonly expected: {
    readonly merges: number;
    readonly wrong: number;
    readonly low: number;
    readonly high: number;
  };
}

/** Why two records match or do not, field by field. */
export interface PairExplanation {
  readonly left: number;
  readonly right: number;
  readonly prior: number;
  readonly parts: readonly {
    readonly comparison: string;
    readonly level: string;
    readonly weight: number;
    readonly leftValue: string;
    readonly rightValue: string;
    /** e.g. "shared by 40 records, counts for little". */
    readonly note: string | null;
  }[];
  readonly weight: number;
  readonly probability: number;
  /** e.g. "Would not match if the postcode differed." */
  readonly counterfactual: string | null;
  /** For pairs not joined: not blocked / below the cut / split by linkage / kept apart by a decision. */
  readonly whyNot: string | null;
}
