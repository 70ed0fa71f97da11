import type { RecordSet } from '../mapping/types';
import { surviveRecords } from '../survive/survive';
import type { SurvivorChoice, SurvivorshipRules } from '../survive/types';
import { gather } from '../table/column';

/** The golden record a group would have: per column its value, the member it comes from, and why. */
export interface GoldenPreview {
  readonly values: readonly string[];
  /** Record index in the whole set, per column. */
  readonly from: readonly number[];
  readonly reasons: readonly string[];
}

/** Survivorship of one group alone, by the same code as for all records. Cost grows with the group, not the project. */
export function previewGolden(
  records: RecordSet,
  members: readonly number[],
  rules: SurvivorshipRules,
  choices: readonly SurvivorChoice[],
): GoldenPreview {
  const golden = surviveRecords(subset(records, members), new Uint32Array(members.length), rules, choices);
  return {
    values: golden.records.columns.map((column) => column.values[column.codes[0]!]!),
    from: golden.origin.map((origin) => members[origin[0]!]!),
    reasons: golden.reason.map((reason) => golden.reasons[reason[0]!]!),
  };
}

function subset(records: RecordSet, members: readonly number[]): RecordSet {
  const rows = Uint32Array.from(members);
  return {
    object: records.object,
    count: members.length,
    keys: members.map((member) => records.keys[member]!),
    tables: records.tables,
    table: Uint16Array.from(members, (member) => records.table[member]!),
    row: Uint32Array.from(members, (member) => records.row[member]!),
    columns: records.columns.map((column) => gather(column, rows)),
    references: records.references.map((reference) => ({
      ...reference,
      target: Int32Array.from(members, (member) => reference.target[member]!),
    })),
  };
}
