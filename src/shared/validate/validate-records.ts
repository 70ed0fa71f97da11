import { repeatedKeyBase } from '../mapping/record-keys';
import type { RecordSet } from '../mapping/types';
import { countCodes } from '../table/column';
import { type Column, EMPTY } from '../table/types';
import type { TargetField, TargetObject, TargetSystem } from '../target/types';
import { checkAddress } from './address-rules';
import { ambiguousOptions } from './ambiguous-options';
import { isAuditField } from './audit-fields';
import { brokenRules } from './broken-values';
import { longestValue } from './check-value';
import { checkCombinations } from './field-combinations';
import { type FieldContext, fieldContext } from './field-context';
import { Findings, recordsWhere } from './findings';
import { NOTHING_OUTSIDE, type Outside } from './outside';
import { checkReference } from './references';
import { shiftedMoments } from './shifted-dates';
import type { IssueGroup, ValidationResult } from './types';

/**
 * Everything the target's loader would refuse or silently spoil in a set of records, on all of them, as far as it can be
 * known offline. Values are checked once per distinct value; O(records × fields) integer work. Groups come in field order
 * of the object, the legacy key last. `merged` = false for records whose duplicates are not merged yet: a unique value
 * shared by two of them is then only a warning. `outside` = users and parents
 * the records point to.
 */
export function validateRecords(
  records: RecordSet,
  object: TargetObject,
  system: TargetSystem,
  merged = true,
  outside: Outside = NOTHING_OUTSIDE,
): ValidationResult {
  const context = fieldContext(records, object, system, merged, outside);
  const groups: IssueGroup[] = [];
  for (const field of object.fields)
    if (field.api !== object.legacyKeyField) groups.push(...checkField(field, context));
  groups.push(...checkKeys(context));
  return { object: object.name, checked: records.count, groups };
}

/** What is wrong with one field of the records, the legacy key excepted. */
export function checkField(field: TargetField, context: FieldContext): readonly IssueGroup[] {
  const { records, object, system, columns, merged } = context;
  const column = columns.get(field.api) ?? null;
  const found = new Findings(field, column, object, system, merged);
  checkRequired(field, column, found, context);
  if (!column) return found.groups;
  if (field.references !== null) checkReference(field, column, found, context);
  else
    for (const [rule, broken] of brokenRules(field, column, system.file))
      found.add(
        rule,
        recordsWhere(records.count, (record) => broken[column.codes[record]!] === 1),
      );
  if (system.system === 'hubspot' && field.optionLabels) {
    const ambiguous = ambiguousOptions(field);
    const codes = column.values.map((value) => ambiguous.has(value));
    if (ambiguous.size > 0)
      found.add(
        'ambiguousOption',
        recordsWhere(records.count, (record) => codes[column.codes[record]!] === true),
      );
  }
  if (field.type === 'datetime') found.add('dateShifted', shiftedMoments(column, system.file.dateTimeFormat));
  if (system.system === 'salesforce' && isAuditField(field))
    found.add(
      'auditField',
      recordsWhere(records.count, (record) => column.codes[record] !== EMPTY),
    );
  checkAddress(field, column, found, context);
  checkCombinations(field, column, found, context);
  if (field.unique) found.add('duplicateValue', repeated(column));
  else if (merged && field.type === 'email' && system.system === 'salesforce')
    found.add('possibleDuplicate', repeated(column));
  return found.groups;
}

/** Empty required fields; a group of which one must be filled is reported once, at its first field. */
function checkRequired(
  field: TargetField,
  column: Column | null,
  found: Findings,
  context: FieldContext,
): void {
  const { records, object, columns } = context;
  if (field.requiredGroup !== null) {
    const members = object.fields.filter((other) => other.requiredGroup === field.requiredGroup);
    if (members[0] !== field) return;
    const filled = members.flatMap((member) => columns.get(member.api) ?? []);
    found.add(
      'requiredGroup',
      recordsWhere(records.count, (record) => filled.every((other) => other.codes[record] === EMPTY)),
    );
  } else if (field.required)
    found.add(
      'required',
      recordsWhere(records.count, (record) => !column || column.codes[record] === EMPTY),
    );
}

/** Records whose filled value occurs more than once. */
function repeated(column: Column): Uint32Array {
  const counts = countCodes(column);
  return recordsWhere(column.codes.length, (record) => {
    const code = column.codes[record]!;
    return code !== EMPTY && counts[code]! > 1;
  });
}

/** Record keys go into the legacy key field: their length, and keys that a source used twice. */
export function checkKeys({ records, object, system, merged }: FieldContext): readonly IssueGroup[] {
  const field = object.fields.find((item) => item.api === object.legacyKeyField);
  if (!field) return [];
  const found = new Findings(field, null, object, system, merged);
  const longest = longestValue(field, system.file);
  found.add(
    'keyTooLong',
    recordsWhere(records.count, (record) => records.keys[record]!.length > longest),
  );
  const suffixed = recordsWhere(records.count, (record) => repeatedKeyBase(records.keys[record]!) !== null);
  if (suffixed.length > 0) {
    const keys = new Set(records.keys);
    found.add(
      'repeatedKey',
      suffixed.filter((record) => keys.has(repeatedKeyBase(records.keys[record]!)!)),
    );
  }
  return found.groups;
}
