import { ORPHAN, type RecordSet } from '../mapping/types';
import { type Column, EMPTY } from '../table/types';
import type { TargetField, TargetObject, TargetSystem } from '../target/types';
import { valueCheck } from './check-value';
import { loaderCode, type RuleName } from './codes';
import { issueSentence } from './sentences';
import type { IssueGroup, ValidationResult } from './types';

/** Most distinct offending values listed with a group; the records are always complete. */
const LISTED_VALUES = 200;

/**
 * Rules that warn where the loader would take the value and spoil the data with it, and where merging duplicates, which
 * is still to come, settles it.
 */
function severityOf(rule: RuleName, field: TargetField, merged: boolean): IssueGroup['severity'] {
  if (rule === 'duplicateValue' && !merged) return 'warning';
  if (rule === 'picklist' && !field.restricted) return 'warning';
  if (rule === 'phone' || field.working) return 'warning';
  return 'error';
}

/**
 * Everything the target's loader would refuse or silently spoil in a set of records, on all of them. Values are checked
 * once per distinct value; O(records × fields) integer work. Groups come in field order of the object. `merged` = false
 * for records whose duplicates are not merged yet: a unique value shared by two of them is then only a warning.
 */
export function validateRecords(
  records: RecordSet,
  object: TargetObject,
  system: TargetSystem,
  merged = true,
): ValidationResult {
  const groups: IssueGroup[] = [];
  const columns = new Map(records.columns.map((column) => [column.name, column]));
  const groupsDone = new Set<string>();
  for (const field of object.fields) {
    if (field.api === object.legacyKeyField) continue;
    const column = columns.get(field.api) ?? null;
    const found = new Findings(field, column, object, system, merged);
    if (field.requiredGroup !== null) {
      if (!groupsDone.has(field.requiredGroup)) {
        groupsDone.add(field.requiredGroup);
        found.add('requiredGroup', emptyInGroup(records, object, field.requiredGroup, columns));
      }
    } else if (field.required) {
      found.add(
        'required',
        rowsWhere(records.count, (record) => !column || column.codes[record] === EMPTY),
      );
    }
    if (column) {
      const reference = records.references.find((item) => item.field === field.api);
      if (reference) {
        found.add(
          'reference',
          rowsWhere(records.count, (record) => reference.target[record] === ORPHAN),
        );
      } else if (field.references === null) {
        checkValues(column, field, system, found);
      }
      if (field.unique) found.add('duplicateValue', repeated(column));
    }
    groups.push(...found.groups);
  }
  const keys = repeatedKeys(records.keys);
  const keyField = object.fields.find((field) => field.api === object.legacyKeyField);
  if (keyField && keys.length > 0) {
    const found = new Findings(keyField, null, object, system, merged);
    found.add('duplicateKey', keys);
    groups.push(...found.groups);
  }
  return { object: object.name, checked: records.count, groups };
}

/** Collects the groups of one field. */
class Findings {
  readonly groups: IssueGroup[] = [];

  constructor(
    private readonly field: TargetField,
    private readonly column: Column | null,
    private readonly object: TargetObject,
    private readonly system: TargetSystem,
    private readonly merged: boolean,
  ) {}

  add(rule: RuleName, records: Uint32Array): void {
    if (records.length === 0) return;
    const { field, object, system } = this;
    const code = loaderCode(system.system, rule);
    const same = this.groups.some((group) => group.code === code);
    this.groups.push({
      id: same ? `${code}:${field.api}:${rule}` : `${code}:${field.api}`,
      object: object.name,
      field: field.api,
      code,
      severity: severityOf(rule, field, this.merged),
      sentence: issueSentence(rule, records.length, field, object, system),
      count: records.length,
      values: this.column ? valueCounts(this.column, records) : [],
      records,
    });
  }
}

function checkValues(column: Column, field: TargetField, system: TargetSystem, found: Findings): void {
  const check = valueCheck(field, system.file);
  const broken = new Map<RuleName, Uint8Array>();
  column.values.forEach((value, code) => {
    if (code === EMPTY) return;
    const rule = check(value);
    if (rule === null) return;
    let codes = broken.get(rule);
    if (!codes) {
      codes = new Uint8Array(column.values.length);
      broken.set(rule, codes);
    }
    codes[code] = 1;
  });
  for (const [rule, codes] of [...broken].sort(([a], [b]) => (a < b ? -1 : 1))) {
    found.add(
      rule,
      rowsWhere(column.codes.length, (record) => codes[column.codes[record]!] === 1),
    );
  }
}

/** Records in which every mapped field of a one-of group is empty. */
function emptyInGroup(
  records: RecordSet,
  object: TargetObject,
  group: string,
  columns: ReadonlyMap<string, Column>,
): Uint32Array {
  const members = object.fields
    .filter((field) => field.requiredGroup === group)
    .flatMap((field) => columns.get(field.api) ?? []);
  return rowsWhere(records.count, (record) => members.every((column) => column.codes[record] === EMPTY));
}

/** Records whose filled value occurs more than once. */
function repeated(column: Column): Uint32Array {
  const counts = new Uint32Array(column.values.length);
  for (const code of column.codes) counts[code] = counts[code]! + 1;
  return rowsWhere(column.codes.length, (record) => {
    const code = column.codes[record]!;
    return code !== EMPTY && counts[code]! > 1;
  });
}

function repeatedKeys(keys: readonly string[]): Uint32Array {
  const seen = new Map<string, number>();
  for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
  return rowsWhere(keys.length, (record) => seen.get(keys[record]!)! > 1);
}

function rowsWhere(count: number, test: (record: number) => boolean): Uint32Array {
  const rows = new Uint32Array(count);
  let found = 0;
  for (let record = 0; record < count; record++) if (test(record)) rows[found++] = record;
  return rows.slice(0, found);
}

/** Distinct values of these records, most frequent first, ties in value order. */
function valueCounts(column: Column, records: Uint32Array): IssueGroup['values'] {
  const counts = new Map<number, number>();
  for (const record of records) {
    const code = column.codes[record]!;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, count]) => ({ value: column.values[code]!, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, LISTED_VALUES);
}
