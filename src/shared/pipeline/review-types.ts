import type {
  BlockingKey,
  BlockingRule,
  Cluster,
  Comparison,
  Estimate,
  MatchOutcome,
  MatchSettings,
  PairExplanation,
  Relation,
} from '../match/types';
import type { FieldName } from './field-words';

/** One cell of the review table. */
export interface ReviewCell {
  readonly value: string;
  /** Parts of the text that differ from the golden value; offsets in UTF-16 units, half-open. */
  readonly marks: readonly (readonly [number, number])[];
}

/** A record as a column of the review table. */
export interface ReviewRecord {
  readonly index: number;
  readonly key: string;
  readonly sourceName: string;
  readonly line: number;
  readonly group: number;
  /** ISO date of last activity if known. */
  readonly activity: string | null;
  readonly cells: readonly ReviewCell[];
  /** e.g. "3 contacts, 2 opportunities". */
  readonly linked: string;
}

/** A field as a row of the review table. */
export interface ReviewField {
  readonly api: string;
  readonly label: string;
}

export interface GoldenValue {
  readonly value: string;
  readonly origin: string;
  readonly reason: string;
  /** Record key the value came from. */
  readonly from: string;
}

/** Who decided what about a cluster or a pair, and when. */
export interface DecidedBy {
  readonly verdict: 'merge' | 'separate' | 'split';
  readonly actor: string;
  readonly at: string;
}

/** Everything the review screen shows about one cluster. */
export interface ClusterDetail {
  readonly cluster: Cluster;
  readonly object: string;
  readonly title: string;
  readonly fields: readonly ReviewField[];
  readonly records: readonly ReviewRecord[];
  /** One golden record per suggested group of two or more, in group order; values in field order. */
  readonly golden: readonly { readonly group: number; readonly values: readonly GoldenValue[] }[];
  /** The pair that carries the weakest join, explained; null when nothing is joined. */
  readonly why: PairExplanation | null;
  /** Strongest refused pair, explained; null when all are joined. */
  readonly whyNot: PairExplanation | null;
  readonly decided: DecidedBy | null;
  /** Values that no golden record keeps, as sentences. */
  readonly lost: readonly string[];
}

/**
 * Which clusters to list. `open` waits for a person; `doubtful` was joined without asking, most likely wrong first; `all`
 * holds everything, joined or refused.
 */
export type ClusterView = 'open' | 'decided' | 'doubtful' | 'all';

export interface ClusterListItem {
  readonly id: number;
  readonly title: string;
  readonly size: number;
  readonly sources: number;
  readonly probability: number;
  readonly outcome: MatchOutcome;
  /**
   * `automatic` = above the match threshold, joined without asking; `open` = waits for a person; `related` = different
   * things that belong together, never joined.
   */
  readonly state: 'automatic' | 'open' | 'related' | 'merged' | 'separated' | 'split';
  /** The question a person answers about it: the step of the dendrogram whose answer changes most; null when settled. */
  readonly question: ClusterQuestion | null;
}

/** The open question of a cluster. */
export interface ClusterQuestion {
  /** Records on both sides: those whose golden record changes if the suggestion is overturned. */
  readonly moves: number;
  /** Probability that the two sides are one. */
  readonly probability: number;
}

export interface ClusterPage {
  readonly object: string;
  /** Clusters in the view asked for. */
  readonly total: number;
  readonly open: number;
  readonly decided: number;
  /** Joined without asking. */
  readonly automatic: number;
  readonly related: number;
  readonly items: readonly ClusterListItem[];
  /** Share of the doubt of the queue, as it stood before any decision, that is still open; 0..1. */
  readonly doubtLeft: number;
  readonly expected: {
    readonly merges: number;
    readonly wrong: number;
    readonly low: number;
    readonly high: number;
  };
  /** True pairs that were compared and not joined. */
  readonly refused: Estimate;
  /** True pairs that were never compared; null when all were. */
  readonly missed: Estimate | null;
  /** Components built from their strongest pairs only. */
  readonly capped: number;
  /** Pairs left out of blocks that were too large. */
  readonly notCompared: number;
}

/** How many pairs weigh how much: `counts[i]` lie in `[from + i · step, from + (i + 1) · step)`; the ends take the rest. */
export interface WeightHistogram {
  /** log2 odds. */
  readonly from: number;
  readonly step: number;
  readonly counts: readonly number[];
}

/** What comes of a way to find duplicates, in the numbers a person decides by. */
export interface MatchSummary {
  /** Joins made without asking, how many of them are expected to be wrong, and its 95 % interval. */
  readonly merges: number;
  readonly wrong: Estimate;
  /** True pairs that were compared and not joined. */
  readonly refused: Estimate;
  /** True pairs that were never compared; null when all were. */
  readonly missed: Estimate | null;
  /** Clusters that wait for a person. */
  readonly waiting: number;
  readonly candidates: number;
  readonly notCompared: number;
}

/** How duplicates of one object are found: what a steward sees and may change. */
export interface MatchReport {
  readonly object: string;
  readonly records: number;
  readonly totalPairs: number;
  readonly settings: MatchSettings;
  readonly summary: MatchSummary;
  /** Rules and keys by the names of fields; `fieldNames` says how people call those. */
  readonly blocking: readonly BlockingRule[];
  /** Keys a person may make further rules of. */
  readonly keys: readonly BlockingKey[];
  /** With the weights as people's decisions have moved them. */
  readonly comparisons: readonly Comparison[];
  readonly fieldNames: readonly FieldName[];
  readonly histogram: WeightHistogram;
  /** The probability from which joining is expected to serve best (expected F measure). */
  readonly suggestedThreshold: number;
  readonly sources: readonly { readonly id: string; readonly name: string; readonly records: number }[];
  /** What people's decisions taught: pairs judged, in how many decisions. */
  readonly labels: { readonly pairs: number; readonly decisions: number };
  readonly capped: readonly { readonly id: number; readonly members: number }[];
}

/** What a rule would bring, before it runs. */
export interface RuleCount {
  /** Pairs of records that agree in all its keys. */
  readonly pairs: number;
  readonly dropped: number;
  readonly droppedNote: string | null;
  /** Whether it is one of the generated rules already. */
  readonly exists: boolean;
}

/** A record found by name or key. */
export interface FoundRecord {
  readonly key: string;
  readonly title: string;
  readonly sourceName: string;
  readonly line: number;
}

/** Two records side by side. */
export interface PairReview {
  readonly object: string;
  readonly fields: readonly ReviewField[];
  readonly records: readonly [ReviewRecord, ReviewRecord];
  readonly titles: readonly [string, string];
  readonly explanation: PairExplanation;
  /** Whether they are in one group now. */
  readonly together: boolean;
  /** Keys of the records that are one with each now, itself included: what a merge of the two joins. */
  readonly groups: readonly [readonly string[], readonly string[]];
  /** The latest decision that judged both. */
  readonly decided: DecidedBy | null;
}

/** Different things that belong together. */
export interface RelationItem {
  readonly kind: Relation['kind'];
  readonly because: string;
  /** All groups related. */
  readonly size: number;
  /** The first of them. */
  readonly members: readonly {
    readonly key: string;
    readonly title: string;
    readonly sourceName: string;
    /** Records that are this one thing. */
    readonly records: number;
  }[];
}

export interface RelationPage {
  readonly total: number;
  readonly households: number;
  readonly companies: number;
  readonly items: readonly RelationItem[];
}
