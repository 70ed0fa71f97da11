/** A target system as data: its objects, fields, limits, file dialect and loader errors. */
export interface TargetSystem {
  readonly schemaVersion: number;
  readonly system: string;
  readonly label: string;
  readonly file: FileDialect;
  readonly loaders: readonly Loader[];
  readonly errors: readonly LoaderError[];
  /** In load order. */
  readonly objects: readonly TargetObject[];
}

/** How a load file is written. */
export interface FileDialect {
  readonly delimiter: string;
  readonly bom: boolean;
  readonly lineEnding: '\n' | '\r\n';
  /** Which name of a field stands in the header row. */
  readonly header: 'api' | 'label';
  /** date-fns-like: only yyyy MM dd HH mm ss SSS and quoted literals are used. */
  readonly dateFormat: string;
  readonly dateTimeFormat: string;
  readonly booleanTrue: string;
  readonly booleanFalse: string;
  readonly multiSelectSeparator: string;
  readonly maxFieldChars: number;
}

/** A way to load files, and its limits; drives the splitting of files. */
export interface Loader {
  readonly id: string;
  readonly label: string;
  readonly maxRows: number | null;
  readonly maxBytes: number | null;
  /** Most columns in one file, where the loader says so. */
  readonly maxColumns?: number;
  /** Objects it takes; left out where it takes all. */
  readonly objects?: readonly string[];
  readonly notes: readonly string[];
}

/** Something the loader says when it refuses a row, in its own words and in ours. */
export interface LoaderError {
  readonly code: string;
  /** A plain sentence: what the loader found. */
  readonly meaning: string;
  /** How bad it is; `info` = cannot happen to files Winnow writes, or cannot be known before. */
  readonly severity?: 'error' | 'warning' | 'info';
  /** What is checked before export; left out where it cannot be known offline. */
  readonly check?: string;
}

export interface TargetObject {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly loadOrder: number;
  /** File name stem without number or ending, e.g. `Account`. */
  readonly fileStem: string;
  /** Field that carries the legacy key (external id) in the load file. */
  readonly legacyKeyField: string;
  /** Fields (API names) whose values together occur once: one membership per contact and campaign. */
  readonly uniqueTogether?: readonly (readonly string[])[];
  readonly fields: readonly TargetField[];
}

export type FieldType =
  | 'text'
  | 'textarea'
  | 'picklist'
  | 'multiselect'
  | 'lookup'
  | 'currency'
  | 'integer'
  | 'number'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'boolean'
  | 'phone'
  | 'email'
  | 'url'
  | 'id'
  | 'address';

export interface TargetField {
  readonly api: string;
  readonly label: string;
  readonly type: FieldType;
  readonly maxLength: number | null;
  readonly precision: number | null;
  readonly scale: number | null;
  readonly required: boolean;
  /** At least one field of the same group must be filled. */
  readonly requiredGroup: string | null;
  readonly picklist: readonly string[];
  /** What people see for each value of the picklist, in its order; left out where the values are the labels. */
  readonly optionLabels?: readonly string[];
  /** The list that other organisations start with, offered instead of `picklist`. */
  readonly otherPicklist?: readonly string[];
  /** What the target fills in when the cell is empty on creation; a value of the picklist where there is one. */
  readonly defaultValue?: string;
  /** The values that go with each value of another field; left out where the list stands for itself. */
  readonly dependsOn?: PicklistDependency;
  /** Restricted = the loader refuses other values; unrestricted ones load silently and pollute. */
  readonly restricted: boolean;
  readonly unique: boolean;
  /** Marked by the target as an id of other systems, by which rows may be found again. */
  readonly externalId?: boolean;
  readonly references: FieldReference | null;
  /** Words people use for this field in headers, in several languages. */
  readonly synonyms: readonly string[];
  readonly note: string | null;
  /** Belongs to a group that survives as a whole, e.g. `BillingAddress`. */
  readonly group: string | null;
  /** Used by rules and matching only, never written to a load file (`working-fields.ts`). */
  readonly working: boolean;
}

/** A list that depends on another field: `Stage` shows other values for each `Type`. */
export interface PicklistDependency {
  /** API name of the controlling field. */
  readonly field: string;
  /** Values of this list by value of the controlling one; a controlling value that is not named allows none. */
  readonly allowed: readonly { readonly when: string; readonly values: readonly string[] }[];
}

export interface FieldReference {
  /** Target objects it may point to; the first is the usual one. */
  readonly objects: readonly string[];
  /** Header of the column in the load file that carries the parent's legacy key, e.g. `Account.Legacy_Id__c`. */
  readonly header: string;
  /** Points to its own object: loaded in a second pass. */
  readonly self: boolean;
  /** The loader links by name: header of a further column that carries the parent's name, and the field it is read from. */
  readonly byName?: { readonly header: string; readonly field: string };
}
