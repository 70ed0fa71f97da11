import { combinationsOf } from '../clean/combinations';
import { type Column, EMPTY } from '../table/types';
import type { TargetField } from '../target/types';
import type { FieldContext } from './field-context';
import { groupsEndingAt } from './fields-beside';
import { type Findings, recordsWhere } from './findings';

/** Values that do not go with one another, and combinations that may occur once only. */
export function checkCombinations(
  field: TargetField,
  column: Column,
  found: Findings,
  context: FieldContext,
): void {
  checkDependency(field, column, found, context);
  for (const group of groupsEndingAt(field, context.object)) checkTogether(group, found, context);
}

/**
 * Values of the list that are not among those of the controlling value; values outside the whole list are the business of
 * another rule. With several values in one cell each part counts. Asked once per pair of distinct values.
 */
function checkDependency(
  field: TargetField,
  column: Column,
  found: Findings,
  { records, columns, system }: FieldContext,
): void {
  const { dependsOn } = field;
  const controller = dependsOn && columns.get(dependsOn.field);
  if (!dependsOn) return;
  const allowed = new Map(dependsOn.allowed.map(({ when, values }) => [when, new Set(values)]));
  const listed = new Set(field.picklist);
  const partsOf = (value: string): readonly string[] =>
    field.type === 'multiselect'
      ? value
          .split(system.file.multiSelectSeparator)
          .map((part) => part.trim())
          .filter((part) => part !== '')
      : [value];
  const breaks = (value: string, when: string): boolean => {
    const fits = allowed.get(when);
    return partsOf(value).some((part) => listed.has(part) && !fits?.has(part));
  };
  const asked = new Map<number, boolean>();
  found.add(
    'dependentValue',
    recordsWhere(records.count, (record) => {
      const code = column.codes[record]!;
      if (code === EMPTY) return false;
      const at = controller?.codes[record] ?? EMPTY;
      const pair = at * column.values.length + code;
      let broken = asked.get(pair);
      if (broken === undefined) {
        broken = breaks(column.values[code]!, controller?.values[at] ?? '');
        asked.set(pair, broken);
      }
      return broken;
    }),
  );
}

/** Records whose values in all fields of the group, none of them empty, another record has, too. */
function checkTogether(group: readonly string[], found: Findings, { records, columns }: FieldContext): void {
  const parts = group.flatMap((api) => columns.get(api) ?? []);
  if (parts.length < group.length) return;
  const { of, sizes } = combinationsOf(records.count, parts);
  found.add(
    'duplicateTogether',
    recordsWhere(
      records.count,
      (record) => sizes[of[record]!]! > 1 && parts.every((part) => part.codes[record] !== EMPTY),
    ),
  );
}
