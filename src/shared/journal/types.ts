import type { Recipe, Step } from '../clean/types';
import type { Derivation } from '../derive/types';
import type { Ballot, ChecklistItem, Person, Proposal, Role } from '../govern/types';
import type { ReadOptions } from '../ingest/types';
import type { TableMapping } from '../mapping/types';
import type { TargetUser } from '../mapping/users';
import type { MatchSettings } from '../match/types';
import type { QualityScore } from '../profile/types';
import type { OwnCheck } from '../rules/check-types';
import type { ActiveRule } from '../rules/types';
import type { SurvivorChoice, SurvivorshipRules } from '../survive/types';
import type { WrittenObject, WrittenTarget } from '../target/schema';
import type { TargetSystem } from '../target/types';
import type { WrittenMapping } from './written-mapping';

/** A signed statement "so many entries, ending in this hash"; an older one beside a shorter journal shows truncation. */
export interface Checkpoint {
  readonly count: number;
  readonly head: string;
  readonly publicKey: string;
  readonly signature: string;
}

/** Who acts, and as what. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
}

/** One line of `journal.jsonl`. `hash` covers everything but `payload` and `salt`. */
export interface JournalEntry {
  /** 1-based, without gaps. */
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly actor: string;
  readonly role: Role;
  readonly kind: EventKind;
  /** What it is about: an id a person can recognise. */
  readonly subject: string;
  /** Null when erased; the chain still holds through payloadHash. */
  readonly payload: unknown;
  /** 32 hex digits. */
  readonly salt: string;
  /** SHA-256 of salt + canonical JSON of the payload. */
  readonly payloadHash: string;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly prev: string;
  readonly hash: string;
}

export interface SourceFile {
  readonly sha256: string;
  /** Ending without dot, lower case. */
  readonly ext: string;
  readonly name: string;
  readonly bytes: number;
}

/** A further file, or sheet or range of it, whose rows stand below those of the first: one table kept in several places. */
export interface TablePart {
  /** Names the part beside a line: "Customers 2020, line 34". */
  readonly name: string;
  readonly file: SourceFile;
  readonly options: ReadOptions;
  /** Columns known under another name: their name in the file and the one they go by in the table. */
  readonly renamed?: Readonly<Record<string, string>>;
}

/** `records` rows migrate; `list` rows are looked up by rules; `ignored` rows stay behind, with a reason. */
export type TableRole = 'records' | 'list' | 'ignored';

/**
 * What becomes of the records a reference field leaves without a parent: loaded without one, attached to a catch-all
 * record, held until somebody knows, or left behind.
 */
export type OrphanChoice =
  | { readonly kind: 'empty' }
  | { readonly kind: 'attach'; readonly key: string }
  | { readonly kind: 'hold'; readonly reason: string }
  | { readonly kind: 'exclude'; readonly reason: string };

/** Every kind of event with its payload. State cannot change without one of these. */
export interface EventPayloads {
  'project.created': { readonly projectId: string; readonly name: string };
  'project.renamed': { readonly name: string };
  'target.set': { readonly system: string; readonly loader: string };
  /** The organisation's own catalogue of the target; null goes back to the built-in one. */
  'target.profile': { readonly profile: WrittenTarget | null };
  /** One object of the profile added, changed (`replaces` its name) or, with null, removed. */
  'target.object': { readonly object: WrittenObject | null; readonly replaces: string | null };
  /** The users of the organisation's target system, as its administrator listed them; none takes the list back. */
  'users.listed': { readonly users: readonly TargetUser[] };
  'source.added': { readonly sourceId: string; readonly name: string };
  'source.renamed': { readonly sourceId: string; readonly name: string };
  'table.read': {
    readonly tableId: string;
    readonly sourceId: string;
    readonly name: string;
    readonly file: SourceFile;
    readonly options: ReadOptions;
    readonly keyColumn: string | null;
    /** ISO date the extract was made, where known. */
    readonly extractDate: string | null;
    /** Further parts, stacked below the first in this order; absent for a table of one piece. */
    readonly parts?: readonly TablePart[];
    /** Name of the first part, where there are others. */
    readonly partName?: string;
    /** Columns of the (first) file known under another name: their name in the file and the one they go by. */
    readonly renamed?: Readonly<Record<string, string>>;
  };
  /** A table made from another one of the project, or made otherwise than before. */
  'table.derived': {
    readonly tableId: string;
    readonly name: string;
    readonly derivation: Derivation;
    readonly keyColumn: string | null;
  };
  /**
   * A line that could not be read, put right by a person; `raw` names it, so that the repair holds for the next extract
   * too. Null cells take the repair back.
   */
  'row.repaired': {
    readonly tableId: string;
    readonly raw: string;
    readonly cells: readonly string[] | null;
  };
  'table.role': { readonly tableId: string; readonly role: TableRole; readonly reason: string };
  'table.key': { readonly tableId: string; readonly keyColumn: string | null };
  'table.removed': { readonly tableId: string };
  'baseline.kept': { readonly tableId: string; readonly quality: QualityScore };
  /** A person says whether a column of the old data is worth carrying over. */
  'column.decided': {
    readonly tableId: string;
    readonly column: string;
    readonly verdict: 'carry' | 'leave';
    readonly reason: string;
  };
  /** A cleaning step of a table. One with a known id is replaced where it stands; else it goes before `before`, null = last. */
  'step.set': {
    readonly tableId: string;
    readonly step: Step;
    readonly before: string | null;
    /** What it touched when the person saw it last; absent where nobody looked. */
    readonly matched?: StepCount;
  };
  'step.moved': { readonly tableId: string; readonly stepId: string; readonly before: string | null };
  'step.removed': { readonly tableId: string; readonly stepId: string };
  'mapping.set': { readonly mapping: WrittenMapping };
  'mapping.removed': { readonly tableId: string };
  /** Every equal value of a field is replaced, now and on the next extract. */
  'value.fixed': {
    readonly object: string;
    readonly field: string;
    readonly from: string;
    readonly to: string;
  };
  /** Many of these at once, for instance every text cut to its length; the journal keeps what stood there. */
  'values.fixed': {
    readonly object: string;
    readonly field: string;
    readonly fixes: readonly { readonly from: string; readonly to: string }[];
    readonly reason: string;
  };
  /** One record's value is replaced, as long as it still reads `from`. */
  'record.fixed': {
    readonly object: string;
    readonly field: string;
    readonly key: string;
    readonly from: string;
    readonly to: string;
  };
  'issue.accepted': { readonly object: string; readonly issueId: string; readonly reason: string };
  /** Records with an issue wait instead of being refused: those of the keys, or all that have it. */
  'issue.held': {
    readonly object: string;
    readonly issueId: string;
    readonly keys: readonly string[] | null;
    readonly reason: string;
  };
  /** What becomes of records whose parent is nowhere. */
  'orphans.settled': {
    readonly object: string;
    readonly field: string;
    readonly choice: OrphanChoice;
  };
  'check.set': { readonly check: OwnCheck };
  'check.removed': { readonly checkId: string };
  'match.settings': { readonly object: string; readonly settings: MatchSettings };
  /** Groups of record keys: inside a group they are one, across groups they are not. */
  'cluster.decided': {
    readonly object: string;
    readonly verdict: 'merge' | 'separate' | 'split';
    readonly groups: readonly (readonly string[])[];
    readonly reason: string;
  };
  'survivorship.set': { readonly object: string; readonly rules: SurvivorshipRules };
  'survivor.chosen': { readonly object: string; readonly choice: SurvivorChoice };
  'rule.set': { readonly rule: ActiveRule };
  /** A person settles a held or borderline record. */
  'record.settled': {
    readonly object: string;
    readonly key: string;
    readonly verdict: 'keep' | 'exclude';
    readonly reason: string;
  };
  'person.registered': { readonly person: Person };
  'checklist.set': { readonly items: readonly ChecklistItem[] };
  'statement.written': { readonly itemId: string; readonly text: string };
  'item.proposed': { readonly proposal: Proposal };
  'ballot.cast': { readonly ballot: Ballot };
  'waiver.granted': { readonly subject: string; readonly reason: string };
  'package.written': {
    readonly name: string;
    readonly manifestSha256: string;
    readonly rowsRead: number;
    readonly exported: number;
  };
  'checkpoint.signed': Checkpoint;
  'entry.undone': { readonly seq: number };
  'entry.redone': { readonly seq: number };
}

export type EventKind = keyof EventPayloads;

/** An event before it is chained. */
export interface EventDraft<K extends EventKind = EventKind> {
  readonly kind: K;
  readonly subject: string;
  readonly payload: EventPayloads[K];
}

/** Distinct values a cleaning step changed, and the rows that hold them. */
export interface StepCount {
  readonly values: number;
  readonly rows: number;
}

export interface SourceState {
  readonly id: string;
  readonly name: string;
}

/** A line of a table put right: its raw text and the cells it stands for. */
export interface RowRepair {
  readonly tableId: string;
  readonly raw: string;
  readonly cells: readonly string[];
}

interface TableFacts {
  readonly id: string;
  readonly sourceId: string;
  readonly name: string;
  readonly keyColumn: string | null;
  readonly role: TableRole;
  readonly roleReason: string;
  readonly baseline: QualityScore | null;
}

/** A table read from files. */
export interface ReadTableState extends TableFacts {
  readonly derivation: null;
  readonly file: SourceFile;
  readonly options: ReadOptions;
  /** Further parts below the first; empty for a table of one piece. */
  readonly parts: readonly TablePart[];
  /** Name of the first part beside its lines; the table's own where it is of one piece. */
  readonly partName: string;
  /** Columns of the first part known under another name, by their name in the file. */
  readonly renamed: Readonly<Record<string, string>>;
  readonly extractDate: string | null;
  /** Earlier extracts of the same table, oldest first. */
  readonly earlier: readonly SourceFile[];
}

/** A table made from another one; it belongs to the same source. */
export interface DerivedTableState extends TableFacts {
  readonly derivation: Derivation;
}

export type TableState = ReadTableState | DerivedTableState;

export interface ClusterDecision {
  readonly seq: number;
  readonly actor: string;
  readonly at: string;
  readonly object: string;
  readonly verdict: 'merge' | 'separate' | 'split';
  readonly groups: readonly (readonly string[])[];
  readonly reason: string;
}

/** The fold of a journal: everything people decided. Plain data, small. */
export interface ProjectState {
  readonly projectId: string;
  readonly name: string;
  readonly target: { readonly system: string; readonly loader: string } | null;
  /** The organisation's own catalogue, used while its system is the target; null = the built-in one. */
  readonly profile: TargetSystem | null;
  /** Users of the target system, where somebody gave a list of them. */
  readonly users: readonly TargetUser[];
  readonly sources: readonly SourceState[];
  readonly tables: readonly TableState[];
  /** Cleaning steps by table id; no entry = none. */
  readonly recipes: Readonly<Record<string, Recipe>>;
  /** What each step touched when it was set, by table id and step id. */
  readonly stepCounts: Readonly<Record<string, Readonly<Record<string, StepCount>>>>;
  readonly mappings: readonly TableMapping[];
  readonly repairs: readonly RowRepair[];
  /** What people said of columns, the latest word on each. */
  readonly columnChoices: readonly (EventPayloads['column.decided'] & { readonly actor: string })[];
  readonly fixes: readonly EventPayloads['value.fixed'][];
  /** Corrections of single records, by object, field and key. */
  readonly recordFixes: readonly EventPayloads['record.fixed'][];
  readonly heldIssues: readonly EventPayloads['issue.held'][];
  readonly orphanChoices: readonly EventPayloads['orphans.settled'][];
  /** Checks of the steward's own, in the order they were made. */
  readonly checks: readonly OwnCheck[];
  readonly acceptedIssues: readonly (EventPayloads['issue.accepted'] & { readonly actor: string })[];
  readonly matchSettings: Readonly<Record<string, MatchSettings>>;
  readonly decisions: readonly ClusterDecision[];
  readonly survivorship: Readonly<Record<string, SurvivorshipRules>>;
  readonly choices: readonly (SurvivorChoice & { readonly object: string })[];
  readonly rules: Readonly<Record<string, ActiveRule>>;
  readonly settled: readonly (EventPayloads['record.settled'] & { readonly actor: string })[];
  readonly people: readonly Person[];
  readonly checklist: readonly ChecklistItem[];
  readonly statements: Readonly<Record<string, string>>;
  readonly proposals: Readonly<Record<string, Proposal>>;
  readonly ballots: readonly Ballot[];
  readonly waivers: readonly { readonly subject: string; readonly reason: string; readonly actor: string }[];
  readonly packages: readonly (EventPayloads['package.written'] & { readonly at: string })[];
}
