import type { Progress } from '../base/progress';
import type { Result } from '../base/result';
import type { Artefact, Gate, ItemState } from '../govern/types';
import type { ByteSource, IngestedTable, Inspection, ReadOptions, RejectedRow } from '../ingest/types';
import type { Checkpoint, JournalEntry, ProjectState } from '../journal/types';
import type { MappingSuggestion, TableMapping } from '../mapping/types';
import type { BlockingRule, Cluster, Comparison, MatchOutcome, PairExplanation } from '../match/types';
import type { LedgerLine, Manifest, PackageFile } from '../package/types';
import type { TableProfile } from '../profile/types';
import type { ActiveRule, RuleTrace, Verdict, WhatIfPoint } from '../rules/types';
import type { SurvivorshipRules } from '../survive/types';
import type { Facet, TableWindow, View } from '../table/types';
import type { TargetSystem } from '../target/types';
import type { IssueGroup } from '../validate/types';

export type Disposition = 'exported' | 'merged' | 'excluded' | 'rejected' | 'held';

/** Order is also the order of the ledger bar. */
export const DISPOSITIONS: readonly Disposition[] = ['exported', 'merged', 'excluded', 'rejected', 'held'];

/** Ledger of the whole project; `closes` is the sum checked on every call. */
export interface Ledger {
  readonly total: LedgerTotals;
  readonly lines: readonly LedgerLine[];
  readonly closes: boolean;
}

export interface LedgerTotals {
  readonly read: number;
  readonly exported: number;
  readonly merged: number;
  readonly excluded: number;
  readonly rejected: number;
  readonly held: number;
}

/** One row of a ledger part with its sentence of reason. */
export interface LedgerRow {
  readonly tableId: string;
  readonly sourceName: string;
  /** 1-based line in the file. */
  readonly line: number;
  readonly key: string;
  readonly title: string;
  readonly disposition: Disposition;
  readonly reason: string;
}

export interface LedgerQuery {
  readonly disposition: Disposition | null;
  readonly tableId: string | null;
  /** Narrow to one reason sentence. */
  readonly reason: string | null;
  /** Case-insensitive substring of key or title. */
  readonly text: string;
  readonly start: number;
  readonly count: number;
}

export interface LedgerPage {
  readonly total: number;
  readonly rows: readonly LedgerRow[];
  /** Reasons in this selection with counts, most frequent first. */
  readonly reasons: readonly {
    readonly reason: string;
    readonly disposition: Disposition;
    readonly count: number;
  }[];
}

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

export interface GoldenValue {
  readonly value: string;
  readonly origin: string;
  readonly reason: string;
  /** Record key the value came from. */
  readonly from: string;
}

/** Everything the review screen shows about one cluster. */
export interface ClusterDetail {
  readonly cluster: Cluster;
  readonly object: string;
  readonly title: string;
  readonly fields: readonly { readonly api: string; readonly label: string }[];
  readonly records: readonly ReviewRecord[];
  /** One golden record per suggested group of two or more, in group order; values in field order. */
  readonly golden: readonly { readonly group: number; readonly values: readonly GoldenValue[] }[];
  /** The pair that carries the weakest join, explained; null when nothing is joined. */
  readonly why: PairExplanation | null;
  /** Strongest refused pair, explained; null when all are joined. */
  readonly whyNot: PairExplanation | null;
  readonly decided: {
    readonly verdict: 'merge' | 'separate' | 'split';
    readonly actor: string;
    readonly at: string;
  } | null;
  /** Values that no golden record keeps, as sentences. */
  readonly lost: readonly string[];
}

export interface ClusterListItem {
  readonly id: number;
  readonly title: string;
  readonly size: number;
  readonly sources: number;
  readonly probability: number;
  readonly outcome: MatchOutcome;
  /** `automatic` = above the match threshold, joined without asking; `open` = waits for a person. */
  readonly state: 'automatic' | 'open' | 'merged' | 'separated' | 'split';
}

export interface ClusterPage {
  readonly object: string;
  readonly total: number;
  readonly open: number;
  readonly decided: number;
  readonly items: readonly ClusterListItem[];
  readonly expected: {
    readonly merges: number;
    readonly wrong: number;
    readonly low: number;
    readonly high: number;
  };
}

export interface MatchReport {
  readonly object: string;
  readonly records: number;
  readonly candidates: number;
  readonly totalPairs: number;
  readonly blocking: readonly BlockingRule[];
  readonly comparisons: readonly Comparison[];
}

export interface IssueReport {
  readonly object: string;
  readonly label: string;
  readonly checked: number;
  readonly groups: readonly (Omit<IssueGroup, 'records'> & {
    readonly accepted: { readonly reason: string; readonly actor: string } | null;
  })[];
}

export interface IssueRow {
  readonly key: string;
  readonly sourceName: string;
  readonly line: number;
  readonly title: string;
  readonly value: string;
}

export interface RuleReport {
  readonly object: string;
  readonly label: string;
  readonly rule: ActiveRule;
  /** False while the rule is only Winnow's proposal or a draft, not yet in the journal. */
  readonly saved: boolean;
  readonly sentence: string;
  readonly total: number;
  readonly kept: number;
  readonly excluded: number;
  readonly unknown: number;
  /** Counts by the line that decided, in rule order. */
  readonly reasons: readonly {
    readonly sentence: string;
    readonly verdict: Verdict;
    readonly count: number;
  }[];
  readonly whatIf: readonly WhatIfPoint[];
  /** Golden records within 10 % of the cut, nearest first; at most 200. */
  readonly borderline: readonly BorderlineRow[];
  /** Unknown ones that wait for a person; at most 200 with the total in `unknown`. */
  readonly waiting: readonly BorderlineRow[];
}

export interface BorderlineRow {
  readonly key: string;
  readonly title: string;
  readonly activity: string | null;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly settled: boolean;
}

export interface MappingReport {
  readonly tableId: string;
  readonly mapping: TableMapping | null;
  readonly suggestion: MappingSuggestion;
  /** Per mapped field: up to 8 most frequent source values with what they become. */
  readonly samples: Readonly<
    Record<string, readonly { readonly from: string; readonly to: string; readonly count: number }[]>
  >;
  /** Per mapped picklist field: values not in the picklist after the value map, with counts and a suggestion. */
  readonly unmapped: Readonly<
    Record<
      string,
      readonly { readonly value: string; readonly count: number; readonly suggestion: string | null }[]
    >
  >;
}

/** What still needs a person, per step, for the rail. */
export interface StepState {
  readonly step: StepId;
  readonly state: 'empty' | 'open' | 'done';
  /** Shown beside the step: "847", "61 / 64", "9 of 26". */
  readonly badge: string;
}

export type StepId =
  | 'sources'
  | 'profile'
  | 'map'
  | 'validate'
  | 'duplicates'
  | 'active'
  | 'governance'
  | 'export';

export const STEPS: readonly StepId[] = [
  'sources',
  'profile',
  'map',
  'validate',
  'duplicates',
  'active',
  'governance',
  'export',
];

/** Named results kept under the hash of their inputs. Values survive structured clone. */
export interface StageCache {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
}

/** What the engine is given by its surroundings. */
export interface EngineDeps {
  readonly readSource: (file: { sha256: string; ext: string }) => Promise<Result<ByteSource>>;
  readonly target: (system: string) => TargetSystem | null;
  readonly cache: StageCache;
  readonly report: (progress: Progress) => void;
  /** Monotonic milliseconds for stage timings in reports; never enters a result. */
  readonly clock: () => number;
}

/**
 * The engine of one open project: holds tables, runs stages, answers questions. Pure in its inputs; all state but
 * caches comes from `setState`. Lives in a worker behind Comlink, in the CLI, or in a test.
 */
export interface Engine {
  /** Makes `state` current. Cheap: stages run when asked for. */
  setState(state: ProjectState, entries: readonly JournalEntry[]): Promise<void>;
  /** Stops the running task; it answers with the CANCELLED error. */
  cancel(): Promise<void>;
  inspect(file: ByteSource, fileName: string): Promise<Result<Inspection>>;
  /** First rows under other options, for instant re-preview. */
  preview(
    file: ByteSource,
    fileName: string,
    options: ReadOptions,
  ): Promise<Result<Inspection['tables'][number]>>;
  ingested(tableId: string): Promise<
    Result<{
      readonly rowCount: number;
      readonly columns: IngestedTable['columns'];
      readonly rejected: readonly RejectedRow[];
      readonly warnings: readonly string[];
    }>
  >;
  window(tableId: string, view: View, start: number, count: number): Promise<Result<TableWindow>>;
  facet(tableId: string, view: View, column: string, limit: number): Promise<Result<Facet>>;
  profile(tableId: string): Promise<Result<TableProfile>>;
  mapping(tableId: string): Promise<Result<MappingReport>>;
  /** The same report for a draft mapping not yet in the journal. */
  draftMapping(tableId: string, draft: TableMapping): Promise<Result<MappingReport>>;
  /** Suggestion for one table mapped to a chosen object. */
  suggest(tableId: string, object: string | null): Promise<Result<MappingSuggestion>>;
  issues(): Promise<Result<readonly IssueReport[]>>;
  issueRows(
    object: string,
    issueId: string,
    start: number,
    count: number,
  ): Promise<Result<{ readonly total: number; readonly rows: readonly IssueRow[] }>>;
  matchReport(object: string): Promise<Result<MatchReport>>;
  clusters(
    object: string,
    show: 'open' | 'decided' | 'all',
    start: number,
    count: number,
  ): Promise<Result<ClusterPage>>;
  cluster(object: string, id: number): Promise<Result<ClusterDetail>>;
  explain(object: string, left: number, right: number): Promise<Result<PairExplanation>>;
  survivorship(object: string): Promise<Result<SurvivorshipRules>>;
  rule(object: string): Promise<Result<RuleReport>>;
  /** The same report for a draft rule. */
  draftRule(rule: ActiveRule): Promise<Result<RuleReport>>;
  traceRule(object: string, key: string): Promise<Result<readonly RuleTrace[]>>;
  ledger(): Promise<Result<Ledger>>;
  ledgerRows(query: LedgerQuery): Promise<Result<LedgerPage>>;
  artefact(itemId: string): Promise<Result<Artefact>>;
  checklist(): Promise<Result<readonly ItemState[]>>;
  gate(): Promise<Result<Gate>>;
  steps(): Promise<Result<readonly StepState[]>>;
  /** Builds every file of the package; refuses when the gate is closed or the sums do not close on the independent path. */
  buildPackage(request: {
    readonly name: string;
    readonly createdAt: string;
    readonly checkpoint: Checkpoint;
  }): Promise<
    Result<{
      readonly files: readonly PackageFile[];
      readonly manifest: Manifest;
      readonly manifestSha256: string;
    }>
  >;
  /** Milliseconds spent per stage since `setState`, for benchmarks and the CLI. */
  timings(): Promise<Readonly<Record<string, number>>>;
}
