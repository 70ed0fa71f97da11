import type { Progress } from '../base/progress';
import type { Result } from '../base/result';
import type { Artefact, Gate, ItemState } from '../govern/types';
import type { ReadHelp } from '../ingest/parallel/types';
import type { ByteSource, IngestedTable, Inspection, ReadOptions, RejectedRow } from '../ingest/types';
import type { Checkpoint, JournalEntry, OrphanChoice, ProjectState } from '../journal/types';
import type { FieldFill } from '../mapping/field-report';
import type { OwnerValue } from '../mapping/owners';
import type { RememberedChoice } from '../mapping/remember';
import type { MappingSheet } from '../mapping/sheet';
import type { MappingSuggestion, TableMapping } from '../mapping/types';
import type { MatchPool } from '../match/parallel/types';
import type { MatchSettings, PairExplanation } from '../match/types';
import type { LedgerLine, LedgerTotals, Manifest, PackageFile } from '../package/types';
import type { TableFindings, TableLink } from '../profile/findings/types';
import type { TableProfile } from '../profile/types';
import type { OwnCheck } from '../rules/check-types';
import type { ActiveRule, RuleTrace, Verdict, WhatIfPoint } from '../rules/types';
import type { SurvivorshipRules } from '../survive/types';
import type { Facet, FacetAnswer, FacetQuestion, TableWindow, View } from '../table/types';
import type { TargetSystem } from '../target/types';
import type { IssueGroup } from '../validate/types';
import type { CleaningQueries } from './cleaning-types';
import type { ExtractComparison, ExtractRequest } from './compare-extracts';
import type { DeriveQueries } from './derive-queries';
import type { Place } from './read-parts';
import type {
  ClusterDetail,
  ClusterPage,
  ClusterView,
  FoundRecord,
  MatchReport,
  PairReview,
  RelationPage,
  RuleCount,
} from './review-types';

export type Disposition = 'exported' | 'merged' | 'excluded' | 'rejected' | 'held';

/** Order is also the order of the ledger bar. */
export const DISPOSITIONS: readonly Disposition[] = ['exported', 'merged', 'excluded', 'rejected', 'held'];

/** Ledger of the whole project; `closes` is the sum checked on every call. */
export interface Ledger {
  readonly total: LedgerTotals;
  readonly lines: readonly LedgerLine[];
  readonly closes: boolean;
}

/** One row of a ledger part with its sentence of reason. */
export interface LedgerRow {
  readonly tableId: string;
  /** Name of the source, with the part where the table has several: "Old CRM, Customers 2020". */
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

export interface IssueReport {
  readonly object: string;
  readonly label: string;
  readonly checked: number;
  readonly groups: readonly (Omit<IssueGroup, 'records'> & {
    readonly accepted: { readonly reason: string; readonly actor: string } | null;
    /** Set aside by a person: so many of the records, null = all of them. */
    readonly held: { readonly reason: string; readonly count: number | null } | null;
    /** What becomes of records without their parent, where that is settled. */
    readonly orphans: OrphanChoice | null;
  })[];
}

/** What a check of the steward's finds before it is saved. */
export interface CheckReport {
  readonly sentence: string;
  readonly checked: number;
  readonly broken: number;
  /** First records that break it. */
  readonly rows: readonly IssueRow[];
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
  /** Per mapped field that names users: the legacy owners and who takes over. */
  readonly owners: Readonly<Record<string, readonly OwnerValue[]>>;
  /** Per mapped field: rows it fills, what defaults and competing columns do. */
  readonly fills: Readonly<Record<string, FieldFill>>;
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
  | 'clean'
  | 'map'
  | 'validate'
  | 'duplicates'
  | 'active'
  | 'governance'
  | 'export';

export const STEPS: readonly StepId[] = [
  'sources',
  'profile',
  'clean',
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
  /** Threads that help to compare pairs; none where left out. */
  readonly pool?: MatchPool | null;
  /** A thread that helps to read large files; none where left out. */
  readonly readHelp?: ReadHelp | null;
}

/**
 * The engine of one open project: holds tables, runs stages, answers questions. Pure in its inputs; all state but
 * caches comes from `setState`. Lives in a worker behind Comlink, in the CLI, or in a test.
 */
export interface Engine extends CleaningQueries, DeriveQueries {
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
      /** Names of the parts of a stacked table, in order; empty for a table of one piece. */
      readonly parts: readonly string[];
      /** Rejected lines a person repaired: rows of the table now. */
      readonly repaired: readonly RejectedRow[];
    }>
  >;
  /** Where rows of a table (0-based) stand in its files. */
  places(tableId: string, rows: readonly number[]): Promise<Result<readonly Place[]>>;
  /** What would be different if a newer extract were accepted; nothing is changed. */
  compareExtracts(request: ExtractRequest): Promise<Result<ExtractComparison>>;
  window(tableId: string, view: View, start: number, count: number): Promise<Result<TableWindow>>;
  facet(tableId: string, view: View, column: string, limit: number): Promise<Result<Facet>>;
  /** One facet beside the grid, over the rows of the view without the filter it sets itself. */
  answerFacet(tableId: string, view: View, question: FacetQuestion): Promise<Result<FacetAnswer>>;
  /** What is in a table as it is now: under its recipe. */
  profile(tableId: string): Promise<Result<TableProfile>>;
  /** The same for the table as it was read: what cleaning started from. */
  profileAsRead(tableId: string): Promise<Result<TableProfile>>;
  /** What stands between the columns of a table: keys, dependencies, contradictions, tests. */
  findings(tableId: string): Promise<Result<TableFindings>>;
  /** References between the tables of the project, with what points to nothing. */
  links(): Promise<Result<readonly TableLink[]>>;
  mapping(tableId: string): Promise<Result<MappingReport>>;
  /** The same report for a draft mapping not yet in the journal. */
  draftMapping(tableId: string, draft: TableMapping): Promise<Result<MappingReport>>;
  /** What fills every field of the target, for people to sign. */
  mappingSheet(): Promise<Result<MappingSheet>>;
  /** Suggestion for one table mapped to a chosen object, in the light of what was mapped before on this machine. */
  suggest(
    tableId: string,
    object: string | null,
    remembered?: readonly RememberedChoice[],
  ): Promise<Result<MappingSuggestion>>;
  issues(): Promise<Result<readonly IssueReport[]>>;
  /** Every distinct value of a group of issues with its rows, most frequent first. */
  issueValues(
    object: string,
    issueId: string,
  ): Promise<Result<readonly { readonly value: string; readonly count: number }[]>>;
  /** What a check that is not in the journal yet would find. */
  draftCheck(check: OwnCheck): Promise<Result<CheckReport>>;
  issueRows(
    object: string,
    issueId: string,
    start: number,
    count: number,
  ): Promise<Result<{ readonly total: number; readonly rows: readonly IssueRow[] }>>;
  /** How duplicates of an object are found and what comes of it; under `draft` settings instead of the agreed ones. */
  matchReport(object: string, draft: MatchSettings | null): Promise<Result<MatchReport>>;
  /** Pairs that agree in all of these keys (`MatchReport.keys`), before any rule of them is run. */
  countRule(object: string, keys: readonly string[], settings: MatchSettings): Promise<Result<RuleCount>>;
  clusters(object: string, show: ClusterView, start: number, count: number): Promise<Result<ClusterPage>>;
  /** One cluster; a negative id is that of a decision (`-seq`) whose records stand in no cluster of their own. */
  cluster(object: string, id: number): Promise<Result<ClusterDetail>>;
  explain(object: string, left: number, right: number): Promise<Result<PairExplanation>>;
  /** Records whose title or key holds all words of the text, best first. */
  findRecords(object: string, text: string, limit: number): Promise<Result<readonly FoundRecord[]>>;
  /** Any two records side by side, by record key, with why they are one or not. */
  comparePair(object: string, leftKey: string, rightKey: string): Promise<Result<PairReview>>;
  /** Different things that belong together: households, one company. */
  relations(object: string, start: number, count: number): Promise<Result<RelationPage>>;
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
