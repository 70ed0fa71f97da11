import type { ColumnGuess } from '../ingest/types';
import type { Table } from '../table/types';

/**
 * What can be done to one value, without looking at others. A value a transform cannot read passes unchanged; empty stays
 * empty but for `default` and `formula`. Mappings use the same transforms as recipes.
 */
export type ValueTransform =
  | { readonly op: 'trim' }
  /** Trim, and runs of white space inside become one blank. */
  | { readonly op: 'squeeze' }
  /** Unicode normal form; NFKC also folds full-width and other compatibility forms. `controls` drops control, zero-width and bidi characters. */
  | { readonly op: 'unicode'; readonly form: 'NFC' | 'NFKC'; readonly controls: boolean }
  /** UTF-8 that was once read as windows-1252, put right: `MÃ¼ller` → `Müller`. */
  | { readonly op: 'mojibake' }
  | { readonly op: 'case'; readonly to: 'upper' | 'lower' | 'name' | 'sentence' }
  | { readonly op: 'date'; readonly order: 'DMY' | 'MDY' | 'YMD' }
  | { readonly op: 'number'; readonly decimal: '.' | ',' }
  | { readonly op: 'boolean' }
  | { readonly op: 'phone'; readonly country: string }
  | { readonly op: 'email' }
  | { readonly op: 'url' }
  /** The domain of a URL or an e-mail address, without `www.`. */
  | { readonly op: 'domain' }
  | { readonly op: 'country'; readonly to: 'name' | 'iso2' }
  /** First-level subdivision of a country (ISO 3166-2): `Kalifornien` → `US-CA` or `California`. */
  | { readonly op: 'subdivision'; readonly country: string; readonly to: 'name' | 'code' }
  | { readonly op: 'postcode'; readonly country: string }
  | { readonly op: 'nameLast' }
  | { readonly op: 'nameFirst' }
  | { readonly op: 'namePart'; readonly part: NamePart; readonly order: NameOrder }
  | { readonly op: 'replace'; readonly find: string; readonly with: string }
  /** Linear-time regular expression (RE2 syntax); `with` may use `$1`, `$2` … and `$0`. */
  | {
      readonly op: 'replacePattern';
      readonly pattern: string;
      readonly with: string;
      readonly ignoreCase: boolean;
    }
  /** The first match of the pattern, or of its group; '' where nothing matches. */
  | { readonly op: 'extract'; readonly pattern: string; readonly group: number; readonly ignoreCase: boolean }
  /** One to one replacement of whole values; others stay or become empty. */
  | { readonly op: 'lookup'; readonly entries: readonly LookupEntry[]; readonly otherwise: 'keep' | 'empty' }
  /** Expression language of docs/guide; `value` is the value. */
  | { readonly op: 'formula'; readonly expression: string }
  | { readonly op: 'truncate'; readonly length: number }
  | { readonly op: 'default'; readonly value: string };

export interface LookupEntry {
  readonly from: string;
  readonly to: string;
}

export type NamePart = 'salutation' | 'first' | 'middle' | 'last' | 'suffix';
/** `auto` decides by script and by a comma. */
export type NameOrder = 'auto' | 'western' | 'eastAsian';
export type AddressPart = 'street' | 'houseNumber' | 'unit' | 'postcode' | 'city' | 'region' | 'country';

/** How value clusters are found. Key methods put values with one key together; `neighbours` those within a distance. */
export type ClusterMethod =
  | { readonly kind: 'fingerprint' }
  | { readonly kind: 'ngram'; readonly size: number }
  | { readonly kind: 'doubleMetaphone' }
  | { readonly kind: 'cologne' }
  | { readonly kind: 'daitchMokotoff' }
  /** Damerau-Levenshtein (optimal string alignment) distance at most `distance` characters. */
  | { readonly kind: 'neighbours'; readonly distance: number };

/** One merged cluster: these spellings become `to`; under a key method so does any later value with the same `key`. */
export interface MergedCluster {
  readonly to: string;
  readonly from: readonly string[];
  /** Key under the step's method; null = only the listed spellings. */
  readonly key: string | null;
}

/** What a step does to a table. Rows are never added, removed or reordered; columns may be. */
export type StepAction =
  /** Replaces values in place, once per distinct value. */
  | {
      readonly kind: 'change';
      readonly columns: readonly string[];
      readonly transforms: readonly ValueTransform[];
    }
  | {
      readonly kind: 'merge';
      readonly column: string;
      readonly method: ClusterMethod;
      readonly clusters: readonly MergedCluster[];
    }
  | {
      readonly kind: 'split';
      readonly column: string;
      readonly by: SplitBy;
      readonly into: readonly string[];
      readonly keep: boolean;
    }
  | {
      readonly kind: 'join';
      readonly columns: readonly string[];
      readonly separator: string;
      readonly skipEmpty: boolean;
      readonly into: string;
      readonly keep: boolean;
    }
  /** Named or numbered groups of a pattern into columns. */
  | {
      readonly kind: 'extract';
      readonly column: string;
      readonly pattern: string;
      readonly ignoreCase: boolean;
      readonly into: readonly string[];
    }
  /** An empty cell takes the value above it. */
  | { readonly kind: 'fillDown'; readonly columns: readonly string[] }
  /** A column from other columns of the same row; replaces `into` where it exists. */
  | { readonly kind: 'formula'; readonly into: string; readonly expression: string }
  | {
      readonly kind: 'parseName';
      readonly column: string;
      readonly order: NameOrder;
      readonly into: Readonly<Partial<Record<NamePart, string>>>;
      readonly keep: boolean;
    }
  | {
      readonly kind: 'parseAddress';
      readonly column: string;
      /** ISO 3166-1 alpha-2 of addresses that name no country; '' = unknown. */
      readonly country: string;
      readonly into: Readonly<Partial<Record<AddressPart, string>>>;
      readonly keep: boolean;
    }
  | { readonly kind: 'rename'; readonly column: string; readonly to: string }
  | { readonly kind: 'remove'; readonly columns: readonly string[] };

export type SplitBy =
  | { readonly kind: 'separator'; readonly separator: string }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly ignoreCase: boolean }
  /** Cut after these many characters, in order. */
  | { readonly kind: 'lengths'; readonly lengths: readonly number[] };

/** Restricts a step to the rows that meet every condition at that point of the recipe. */
export type StepCondition =
  | {
      readonly kind: 'equals';
      readonly column: string;
      readonly values: readonly string[];
      readonly not: boolean;
    }
  | { readonly kind: 'contains'; readonly column: string; readonly text: string; readonly not: boolean }
  | { readonly kind: 'blank'; readonly column: string; readonly blank: boolean }
  | { readonly kind: 'pattern'; readonly column: string; readonly mask: string }
  /** Expression of docs/guide that is true for the row. */
  | { readonly kind: 'formula'; readonly expression: string };

/** One rule of a recipe. */
export interface Step {
  /** Unique in the recipe; kept through edits. */
  readonly id: string;
  readonly action: StepAction;
  /** Only for `change`, `merge`, `fillDown` and `formula`; other actions ignore it. */
  readonly where: readonly StepCondition[];
  readonly enabled: boolean;
  /** What the steward wants to remember about it. */
  readonly note: string;
}

/** The cleaning steps of one table, in order; re-run on every extract. */
export type Recipe = readonly Step[];

export interface ValueChange {
  readonly from: string;
  readonly to: string;
  readonly rows: number;
}

/** What became of one step on the table at hand. */
export interface StepOutcome {
  readonly stepId: string;
  /** `unmatched` = ran and changed nothing; `broken` = could not run here (a column is missing, a name is taken), the rest went on. */
  readonly state: 'applied' | 'unmatched' | 'disabled' | 'broken';
  /** Distinct values changed (or made, for new columns), and the rows that hold them. */
  readonly values: number;
  readonly rows: number;
  /** Values the rule caught though they are not listed in it: new variants of this extract. */
  readonly caught: readonly ValueChange[];
  /** e.g. "118 values in 1,204 rows changed." or why it could not run. */
  readonly sentence: string;
  /** Most frequent changes, at most 100. */
  readonly samples: readonly ValueChange[];
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
}

/** A table after its recipe. Rows are those of the table as read, in the same order. */
export interface CleanedTable {
  readonly table: Table;
  /** Types of the columns, guessed anew where a step changed them. */
  readonly columns: readonly ColumnGuess[];
  readonly outcomes: readonly StepOutcome[];
}

/** Spellings that may be one value. */
export interface ValueCluster {
  readonly key: string | null;
  /** Most frequent first, ties in value order. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  readonly rows: number;
  /** Proposed surviving spelling: the most frequent one. */
  readonly to: string;
}

export interface ClusterQuery {
  readonly method: ClusterMethod;
  /** Clusters with at least so many spellings and rows. */
  readonly minValues: number;
  readonly minRows: number;
  readonly order: 'rows' | 'values' | 'name';
  /** Only clusters one of whose spellings holds this text, case-insensitive. */
  readonly text: string;
}

export interface ValueClusters {
  readonly distinct: number;
  readonly clusters: readonly ValueCluster[];
  /** Rows in all clusters. */
  readonly rows: number;
  /** Sentence of what was not compared (blocks too large, values too long), '' when all was. */
  readonly limits: string;
}
