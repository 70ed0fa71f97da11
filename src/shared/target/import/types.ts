import type { TargetField, TargetSystem } from '../types';

/** One file of metadata as text, with its path inside an archive where it came from one. */
export interface MetadataFile {
  readonly name: string;
  readonly text: string;
}

/** A field as an organisation describes it. Links are resolved when the field is laid over a catalogue. */
export interface FoundField {
  readonly field: TargetField;
  /** What a lookup points to, in the names of that system; null for other fields. */
  readonly link: FoundLink | null;
  /** False when the file only names the field and leaves its type to the system: what is built in stays. */
  readonly typed: boolean;
}

export interface FoundLink {
  readonly objects: readonly string[];
  /** Salesforce's name of the relationship, used in headers (`Account` of `Account.Legacy_Id__c`). */
  readonly relationship: string | null;
  /** The header to write, where the file says it. */
  readonly header: string | null;
}

/** An object as an organisation describes it. */
export interface FoundObject {
  readonly name: string;
  /** Null keeps what the catalogue says, or the name. */
  readonly label: string | null;
  readonly labelPlural: string | null;
  readonly fields: readonly FoundField[];
  /** True when these are all its fields: others of the catalogue are gone. */
  readonly complete: boolean;
}

/** What was found in the files of one system. */
export interface Found {
  readonly objects: readonly FoundObject[];
  /** Sentences about what was not understood or left out. */
  readonly notes: readonly string[];
}

/** A profile made from metadata, with what a person should know about it. */
export interface ImportedProfile {
  readonly system: TargetSystem;
  /** What kind of files it came from: "Salesforce describe". */
  readonly format: string;
  readonly notes: readonly string[];
}
