import type { Column } from '../table/types';
import type { TargetField, TargetObject, TargetSystem } from '../target/types';
import { issueId, loaderCode, type RuleName } from './codes';
import { issueSentence } from './sentences';
import type { IssueGroup } from './types';

/** Most distinct offending values listed with a group; the records are always complete. */
const LISTED_VALUES = 200;

/** Rules a loader lets pass but that spoil the data, or that only some orgs and later steps decide. */
const WARNINGS: ReadonlySet<RuleName> = new Set([
  'phone',
  'country',
  'stateWithoutCountry',
  'owner',
  'ownerUnknown',
  'repeatedKey',
  'possibleDuplicate',
  'checkDigits',
  'characters',
  'dateUnlikely',
  'dateShifted',
  'auditField',
  'postcode',
  'region',
]);

/** Rules that merging duplicates may settle. */
const UNTIL_MERGED: ReadonlySet<RuleName> = new Set(['duplicateValue', 'duplicateTogether', 'parentName']);

/** Collects the groups of one field. */
export class Findings {
  readonly groups: IssueGroup[] = [];

  constructor(
    private readonly field: TargetField,
    private readonly column: Column | null,
    private readonly object: TargetObject,
    private readonly system: TargetSystem,
    private readonly merged: boolean,
  ) {}

  /** One group for a rule; nothing when no record breaks it. */
  add(rule: RuleName, records: Uint32Array): void {
    if (records.length === 0) return;
    const { field, object, system } = this;
    const code = loaderCode(system.system, rule);
    this.groups.push({
      id: issueId(system.system, rule, field.api),
      object: object.name,
      field: field.api,
      rule,
      code,
      severity: this.severityOf(rule),
      sentence: issueSentence(rule, records.length, field, object, system),
      count: records.length,
      values: this.column ? valueCounts(this.column, records) : [],
      records,
    });
  }

  /** Merging duplicates, which is still to come, settles shared unique values and names. */
  private severityOf(rule: RuleName): IssueGroup['severity'] {
    if (UNTIL_MERGED.has(rule) && !this.merged) return 'warning';
    if (rule === 'ownerInactive') return this.system.system === 'salesforce' ? 'error' : 'warning';
    if ((rule === 'picklist' || rule === 'dependentValue') && !this.field.restricted) return 'warning';
    return WARNINGS.has(rule) || this.field.working ? 'warning' : 'error';
  }
}

/** The records, ascending, for which the test holds. */
export function recordsWhere(count: number, test: (record: number) => boolean): Uint32Array {
  const records = new Uint32Array(count);
  let found = 0;
  for (let record = 0; record < count; record++) if (test(record)) records[found++] = record;
  return records.slice(0, found);
}

/** Distinct values of these records, most frequent first, ties in value order; at most `limit`. */
export function valueCounts(
  column: Column,
  records: Uint32Array,
  limit = LISTED_VALUES,
): IssueGroup['values'] {
  return codeCounts(column, records)
    .map(([code, count]) => ({ value: column.values[code]!, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, limit);
}

/** Codes with how many of the records have them: a list over all codes where records are many, else over those met. */
function codeCounts(column: Column, records: Uint32Array): [code: number, count: number][] {
  if (records.length < column.values.length) {
    const counts = new Map<number, number>();
    for (const record of records) {
      const code = column.codes[record]!;
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return [...counts];
  }
  const counts = new Uint32Array(column.values.length);
  for (const record of records) counts[column.codes[record]!]!++;
  return [...counts.entries()].filter(([, count]) => count > 0);
}
