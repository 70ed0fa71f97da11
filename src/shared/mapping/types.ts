import type { ValueTransform } from '../clean/types';
import type { Column } from '../table/types';

/** How one source table fills one target object. */
export interface TableMapping {
  readonly tableId: string;
  readonly object: string;
  /** Column whose value identifies a row in its source; null = content hash. */
  readonly keyColumn: string | null;
  readonly fields: readonly FieldMapping[];
}

export interface FieldMapping {
  /** API name of the target field. */
  readonly field: string;
  readonly from: FieldSource;
  readonly transforms: readonly Transform[];
  /** Picklist value map: source value (after transforms) → target value. '' = leave empty. */
  readonly valueMap: Readonly<Record<string, string>>;
}

export type FieldSource =
  | { readonly kind: 'column'; readonly column: string }
  | { readonly kind: 'join'; readonly columns: readonly string[]; readonly separator: string }
  /** The first of these columns that is filled in a row; blanks alone are nothing. */
  | { readonly kind: 'first'; readonly columns: readonly string[] }
  | { readonly kind: 'constant'; readonly value: string }
  /** An expression over the columns of the row, in the language of the Clean screen. */
  | { readonly kind: 'formula'; readonly expression: string }
  /** The record key behind a prefix: an external id that is unique by construction. */
  | { readonly kind: 'key'; readonly prefix: string }
  /** The column holds the key of a parent row in another table. `by` = column matched there; null = its record key. */
  | {
      readonly kind: 'reference';
      readonly column: string;
      readonly table: string;
      readonly by: string | null;
    };

/** Longest prefix of a generated key, in characters. */
export const MAX_KEY_PREFIX = 40;

/** What happens to a value on its way into a field: the same transforms as in cleaning, written as the target wants them. */
export type Transform = ValueTransform;

/** A proposed source for a target field, with its reasons in words. */
export interface FieldSuggestion {
  readonly field: string;
  readonly mapping: FieldMapping;
  /** 0..1. */
  readonly score: number;
  readonly certainty: 'sure' | 'check';
  readonly reasons: readonly string[];
}

export interface ObjectSuggestion {
  readonly object: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface MappingSuggestion {
  readonly object: ObjectSuggestion;
  readonly otherObjects: readonly ObjectSuggestion[];
  readonly keyColumn: string | null;
  readonly fields: readonly FieldSuggestion[];
  /** Columns no field was found for. */
  readonly leftOver: readonly string[];
}

/** Which rows of which tables are the records of one target object. */
export interface RecordRows {
  readonly object: string;
  readonly count: number;
  /** Record key per record: `<tableId>:<key>`; unique. */
  readonly keys: readonly string[];
  /** Table ids, in the order the records stand. */
  readonly tables: readonly string[];
  /** Index into `tables`, per record. */
  readonly table: Uint16Array;
  /** Row in that table, per record. */
  readonly row: Uint32Array;
}

/** All records of one target object, from every table mapped to it; columns hold target values. */
export interface RecordSet extends RecordRows {
  /** One per mapped field, `name` = field API name; reference fields hold the legacy key text. */
  readonly columns: readonly Column[];
  readonly references: readonly ReferenceColumn[];
}

/** A resolved reference: record index in the referenced object's record set, per record. */
export interface ReferenceColumn {
  readonly field: string;
  readonly object: string;
  /** ≥ 0 the parent's record index; NO_REFERENCE = empty; ORPHAN = a key that no record has. */
  readonly target: Int32Array;
}

export const NO_REFERENCE = -1;
export const ORPHAN = -2;
