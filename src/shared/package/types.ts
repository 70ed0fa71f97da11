import type { Recipe } from '../clean/types';
import type { ItemState, Person } from '../govern/types';
import type { Checkpoint, JournalEntry } from '../journal/types';
import type { RecordSet, TableMapping } from '../mapping/types';
import type { Loader, TargetObject, TargetSystem } from '../target/types';

/** One file of a migration package before it is written. */
export interface PackageFile {
  /** Relative path with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Data rows (without header) for tabular files, else null. */
  readonly rows: number | null;
  readonly role:
    | 'load'
    | 'secondPass'
    | 'mapping'
    | 'crosswalk'
    | 'excluded'
    | 'rejected'
    | 'held'
    | 'reconciliation'
    | 'audit'
    | 'ballots'
    | 'report'
    | 'readme'
    | 'other';
}

/** How the load files are written; what a reader must know to read them back. */
export interface CsvFormat {
  /** One character. */
  readonly delimiter: string;
  readonly bom: boolean;
  readonly lineEnding: '\n' | '\r\n';
}

/** The load files of one object, with what is needed to check them without a project. */
export interface ManifestObject {
  readonly object: string;
  readonly label: string;
  /** Header of the legacy key column. */
  readonly keyHeader: string;
  /** Columns that carry a parent's legacy key, and the objects it may belong to. */
  readonly references: readonly ManifestReference[];
  /** Paths in the order they are loaded. */
  readonly files: readonly string[];
  /** Paths loaded after every object is there. */
  readonly secondPass: readonly string[];
}

export interface ManifestReference {
  readonly field: string;
  readonly header: string;
  readonly objects: readonly string[];
  /** The column stands in the second-pass files instead of the load files. */
  readonly secondPass: boolean;
}

export interface Manifest {
  readonly format: 'winnow-package';
  readonly version: 1;
  readonly projectId: string;
  readonly projectName: string;
  readonly system: string;
  readonly loader: string;
  readonly createdAt: string;
  readonly journalCount: number;
  readonly journalHead: string;
  readonly files: readonly ManifestFile[];
  readonly csv: CsvFormat;
  /** In load order; objects without a row to load are left out. */
  readonly objects: readonly ManifestObject[];
  /** Sums that must close, per source table. */
  readonly ledger: readonly LedgerLine[];
  readonly approvals: readonly {
    readonly itemId: string;
    readonly question: string;
    readonly status: string;
    readonly artefactHash: string;
  }[];
  readonly waivers: readonly { readonly subject: string; readonly reason: string; readonly actor: string }[];
  /** SHA-256 of the canonical JSON of everything above; tells a changed manifest from a changed `manifest.sha256`. */
  readonly seal: string;
}

/** `manifest.sig.json`: who stands for the package as a whole. */
export interface ManifestSignature {
  readonly format: 'winnow-manifest-signature';
  readonly version: 1;
  readonly manifestSha256: string;
  readonly publicKey: string;
  /** Ed25519 over "winnow-manifest:1\n" + manifestSha256, 128 hex digits. */
  readonly signature: string;
}

/** How a package is read back: from a folder, a zip, or memory. */
export interface PackageReader {
  /** Every file's relative path with forward slashes. */
  list(): Promise<readonly string[]>;
  /** Rejects when the file cannot be read. */
  bytes(path: string): Promise<Uint8Array>;
}

/** rows read + rows made = exported + merged + excluded + rejected + held. */
export interface LedgerTotals {
  /** Rows read from files. */
  readonly read: number;
  /** Rows made from rows of other tables, such as the companies of a list of contacts; absent = none. */
  readonly made?: number;
  readonly exported: number;
  readonly merged: number;
  readonly excluded: number;
  readonly rejected: number;
  readonly held: number;
}

/** The ledger of one table; its rows are either read or made. */
export interface LedgerLine extends LedgerTotals {
  readonly sourceId: string;
  readonly tableId: string;
  readonly object: string | null;
}

/** One finding of `winnow verify`. */
export interface VerifyFinding {
  readonly check: 'files' | 'chain' | 'checkpoint' | 'signatures' | 'reconciliation' | 'manifest';
  readonly ok: boolean;
  readonly sentence: string;
  readonly path?: string;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly findings: readonly VerifyFinding[];
}

/** What happened to every row of one table; arrays run over all rows, rejected lines included at the end. */
export interface TableDispositions {
  readonly tableId: string;
  readonly tableName: string;
  readonly sourceId: string;
  readonly sourceName: string;
  /** Target object the table fills, or null. */
  readonly object: string | null;
  /** Rows in all, rejected lines included. */
  readonly rows: number;
  /** True when the rows were made from rows of another table instead of read. */
  readonly made: boolean;
  /** 1-based line in the file, per row; of a row made from others, that of the first of them. */
  readonly lines: Uint32Array;
  /** Name of the part a row comes from, where the table is stacked of several files or sheets; `of` per row. */
  readonly parts: { readonly names: readonly string[]; readonly of: Uint16Array } | null;
  /** Record key per row, in the namespace of `RecordSet.keys`; rows that never became records have one of their own. */
  readonly keys: readonly string[];
  /** A name a person recognises, per row. */
  readonly titles: readonly string[];
  /** Index into DISPOSITION order exported, merged, excluded, rejected, held. */
  readonly disposition: Uint8Array;
  /** Index into `reasons`, per row. */
  readonly reason: Uint32Array;
  readonly reasons: readonly string[];
  /** Loader error code or rule line id behind each reason; same index as `reasons`. */
  readonly reasonCodes: readonly string[];
  /** Record key of the surviving golden record, per row; '' where there is none. */
  readonly survivors: readonly string[];
}

/** Golden records of one object and which of them go out. */
export interface PackageObject {
  readonly object: TargetObject;
  readonly golden: RecordSet;
  /** 1 = exported, per golden record. */
  readonly exported: Uint8Array;
  /** Mapping documents behind the object, for the mapping sheet. */
  readonly mappings: readonly TableMapping[];
}

/** The cleaning steps of one source table. */
export interface PackageRecipe {
  readonly tableName: string;
  readonly steps: Recipe;
}

/** Everything the package is written from; plain data. */
export interface PackageInput {
  readonly projectId: string;
  readonly projectName: string;
  readonly system: TargetSystem;
  readonly loader: Loader;
  readonly name: string;
  readonly createdAt: string;
  /** In load order. */
  readonly objects: readonly PackageObject[];
  readonly tables: readonly TableDispositions[];
  /** Cleaning steps by table, disabled ones included; tables without any may be left out. */
  readonly recipes: readonly PackageRecipe[];
  /** Tables made from other tables, and how. */
  readonly made: readonly { readonly tableName: string; readonly words: string }[];
  readonly ledger: readonly LedgerLine[];
  readonly journal: readonly JournalEntry[];
  readonly checkpoint: Checkpoint;
  readonly items: readonly ItemState[];
  readonly waivers: Manifest['waivers'];
  readonly people: readonly Person[];
  /** Quality per table, baseline and now, for the report. */
  readonly quality: readonly {
    readonly tableName: string;
    readonly baseline: number | null;
    readonly now: number;
  }[];
}
