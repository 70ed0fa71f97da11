import type { Semantic } from '../profile/types';
import type { Column } from '../table/types';

/** What duplicate detection works on: columns of values with meaning, and where each record comes from. */
export interface MatchInput {
  readonly count: number;
  readonly fields: readonly MatchField[];
  /** Source index per record; equal = same source. */
  readonly source: Uint16Array;
  /** Stable id of each source (a table id, a file name), by source index. */
  readonly sourceIds: readonly string[];
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
  /** Ids of sources without duplicates of their own: their records are not compared with each other or joined. */
  readonly unique: readonly string[];
  /** Ids of sources that are not compared with each other; the same id twice: not within that source. */
  readonly apart: readonly (readonly [string, string])[];
  /** What a person changed about the blocking rules. */
  readonly blocking: BlockingEdits;
}

/** Changes to the generated blocking rules. Rules and keys that no longer exist change nothing. */
export interface BlockingEdits {
  /** Labels of generated rules that are switched off. */
  readonly off: readonly string[];
  /** Rules of a person: labels of the keys (of `MatchResult.keys`) that must all agree. */
  readonly added: readonly (readonly string[])[];
}

export const DEFAULT_MATCH_SETTINGS: MatchSettings = {
  matchThreshold: 0.7,
  reviewThreshold: 0.5,
  oneToOne: false,
  withinSource: true,
  defaultCountry: 'DE',
  unique: [],
  apart: [],
  blocking: { off: [], added: [] },
};

export interface BlockingRule {
  /** e.g. "same postcode and first 3 letters of the surname". */
  readonly label: string;
  readonly keys: readonly string[];
  /** Pairs the rule makes, known from key frequencies beforehand. */
  readonly pairs: number;
  /** Pairs not compared because a block was too large; 0 when none. */
  readonly dropped: number;
  /** Which blocks were too large and what became of them, for the person; null when none. */
  readonly droppedNote: string | null;
  /** Made by a person, switched off by a person, or generated. */
  readonly origin: 'generated' | 'added' | 'off';
}

/** A key that rules can be made of. */
export interface BlockingKey {
  readonly label: string;
  readonly comparison: number;
  /** Pairs that agree in this key alone. */
  readonly pairs: number;
}

export interface ComparisonLevel {
  /** e.g. "exact", "Jaro-Winkler ≥ 0.92", "different". */
  readonly label: string;
  readonly m: number;
  readonly u: number;
  /** log2(m / u). */
  readonly weight: number;
  /** Comparisons of words: the evidence in the words (bits) that is usual at this level; null where nothing is added. */
  readonly usualWords: number | null;
}

export interface Comparison {
  readonly name: string;
  readonly fields: readonly string[];
  readonly semantic: Semantic;
  /** False where there were too few fields to learn from: words then weigh what they say by themselves. */
  readonly learned: boolean;
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

/**
 * Two comparisons that repeat each other (postcode and city): when both agree exactly they count as one comparison of the
 * joint value. The dependences of a result form a forest (Chow and Liu 1968), so nothing is taken off twice.
 */
export interface Dependence {
  /** Indices of the two comparisons. */
  readonly comparison: number;
  readonly on: number;
  /** Joint value per record, 0 where either is empty. */
  readonly codes: Uint32Array;
  /** Per joint value: share of different things that carry it, 0..1. */
  readonly frequency: Float32Array;
}

/** Level patterns of pairs: all pairs with one pattern weigh the same but for term frequencies. */
export interface PairPatterns {
  /** Pattern of each kept pair, in the order of the pairs. */
  readonly of: Uint32Array;
  /** `levels[pattern * comparisons + c]` is the level of comparison c. */
  readonly levels: Uint8Array;
  /** Candidate pairs with the pattern, kept or not. */
  readonly candidates: Float64Array;
  /** How many of them are expected to be matches. */
  readonly matched: Float64Array;
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

/** How much each record of a one-to-one link is in demand. */
export interface Rivals {
  /** log2 of the probability that the record has no match among the candidates. */
  readonly free: Float64Array;
  /** The record that is its match more likely than not; the record itself where there is none. */
  readonly partner: Uint32Array;
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
  /** One-to-one linking: how the candidates of each record compete; else null. */
  readonly rivals: Rivals | null;
  readonly patterns: PairPatterns;
  /** Per pair: how many blocking rules bring it together, at most 255; 0 = scored only to complete a component. */
  readonly foundBy: Uint8Array;
  /** Keys that rules can be made of. */
  readonly keys: readonly BlockingKey[];
}

/** Decisions of people about pairs of records. */
export interface Constraints {
  readonly mustLink: readonly (readonly [number, number])[];
  readonly cannotLink: readonly (readonly [number, number])[];
}

/** `related`: different things that belong together (a household, one company), shown but never joined. */
export type MatchOutcome = 'match' | 'possible' | 'related';

/** Different things that belong together. */
export interface Relation {
  readonly kind: 'household' | 'sameCompany';
  /** Groups (smallest record index each), ascending; two or more. */
  readonly groups: readonly number[];
  /** e.g. "same street and family name". */
  readonly because: string;
}

/** A number known only roughly, with its 95 % interval. */
export interface Estimate {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

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
  /** True pairs that no blocking rule brought together; null when all pairs were compared. */
  readonly missed: Estimate | null;
  readonly relations: readonly Relation[];
  /** Components that grew too large and were built from their strongest pairs only. */
  readonly capped: readonly { readonly id: number; readonly members: number }[];
  /** Matches expected among the pairs that were compared and not joined. */
  readonly refused: Estimate;
  /** Label-free estimate for the joins taken on evidence, tightened by decisions where there are any. */
  readonly expected: {
    readonly merges: number;
    readonly wrong: number;
    readonly low: number;
    readonly high: number;
    /** Pairs of records those joins put together, and how many of them are of different things. */
    readonly pairs: number;
    readonly wrongPairs: Estimate;
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
