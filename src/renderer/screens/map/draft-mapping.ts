import { columnsRead } from '@shared/mapping/source-columns';
import type {
  FieldMapping,
  FieldSource,
  FieldSuggestion,
  MappingSuggestion,
  TableMapping,
  Transform,
} from '@shared/mapping/types';
import type { TargetField, TargetObject } from '@shared/target/types';

/** A mapping being edited: plain functions from one mapping to the next. */

/** The suggestion as a mapping to begin with. */
export function fromSuggestion(tableId: string, suggestion: MappingSuggestion): TableMapping {
  return {
    tableId,
    object: suggestion.object.object,
    keyColumn: suggestion.keyColumn,
    fields: suggestion.fields.map((field) => field.mapping),
  };
}

export function setField(mapping: TableMapping, field: FieldMapping): TableMapping {
  const known = mapping.fields.some((item) => item.field === field.field);
  return {
    ...mapping,
    fields: known
      ? mapping.fields.map((item) => (item.field === field.field ? field : item))
      : [...mapping.fields, field],
  };
}

export function removeField(mapping: TableMapping, field: string): TableMapping {
  return { ...mapping, fields: mapping.fields.filter((item) => item.field !== field) };
}

/** Fills a field from another source; transforms that fit the field stay. */
export function setSource(mapping: TableMapping, field: string, from: FieldSource): TableMapping {
  const before = mapping.fields.find((item) => item.field === field);
  return setField(mapping, {
    field,
    from,
    transforms: before?.transforms ?? [{ op: 'trim' }],
    valueMap: before?.valueMap ?? {},
  });
}

export function setTransforms(
  mapping: TableMapping,
  field: string,
  transforms: readonly Transform[],
): TableMapping {
  const before = mapping.fields.find((item) => item.field === field);
  return before ? setField(mapping, { ...before, transforms }) : mapping;
}

/** Gives one source value its picklist value; null takes the entry away. */
export function setValue(
  mapping: TableMapping,
  field: string,
  from: string,
  to: string | null,
): TableMapping {
  const before = mapping.fields.find((item) => item.field === field);
  if (!before) return mapping;
  const entries = Object.entries(before.valueMap).filter(([value]) => value !== from);
  if (to !== null) entries.push([from, to]);
  return setField(mapping, { ...before, valueMap: Object.fromEntries(entries) });
}

/** Gives many source values their values at once. */
export function setValues(
  mapping: TableMapping,
  field: string,
  pairs: readonly { readonly from: string; readonly to: string }[],
): TableMapping {
  const before = mapping.fields.find((item) => item.field === field);
  if (!before) return mapping;
  const values = new Map(Object.entries(before.valueMap));
  for (const { from, to } of pairs) values.set(from, to);
  return setField(mapping, { ...before, valueMap: Object.fromEntries(values) });
}

/** One line of the mapping table. */
export interface FieldRow {
  readonly field: TargetField;
  readonly mapping: FieldMapping | null;
  readonly suggestion: FieldSuggestion | null;
  readonly state: 'mapped' | 'missing' | 'open';
}

/** Mapped fields first in the target's order, then what the target requires and lacks, then what was suggested. */
export function fieldRows(
  object: TargetObject,
  mapping: TableMapping,
  suggestion: MappingSuggestion | null,
): readonly FieldRow[] {
  const rows = object.fields.flatMap((field): FieldRow[] => {
    if (field.api === object.legacyKeyField) return [];
    const mapped = mapping.fields.find((item) => item.field === field.api) ?? null;
    const suggested = suggestion?.fields.find((item) => item.field === field.api) ?? null;
    if (mapped) return [{ field, mapping: mapped, suggestion: suggested, state: 'mapped' }];
    if (field.required && !groupFilled(object, mapping, field)) {
      return [{ field, mapping: null, suggestion: suggested, state: 'missing' }];
    }
    return suggested ? [{ field, mapping: null, suggestion: suggested, state: 'open' }] : [];
  });
  const order = { mapped: 0, missing: 1, open: 2 } as const;
  return rows.sort((a, b) => order[a.state] - order[b.state]);
}

function groupFilled(object: TargetObject, mapping: TableMapping, field: TargetField): boolean {
  if (field.requiredGroup === null) return false;
  return object.fields.some(
    (other) =>
      other.requiredGroup === field.requiredGroup && mapping.fields.some((item) => item.field === other.api),
  );
}

/** Columns of the table that fill nothing. */
export function unusedColumns(mapping: TableMapping, columns: readonly string[]): readonly string[] {
  const used = new Set<string>(mapping.keyColumn ? [mapping.keyColumn] : []);
  for (const { from } of mapping.fields) for (const column of columnsRead(from)) used.add(column);
  return columns.filter((column) => !used.has(column));
}

/** The list with one item moved to another place. */
export function movedTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const moved = [...list];
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}

/** What stands where nothing fills the field; null without a default. */
export function defaultOf(item: FieldMapping): string | null {
  const found = item.transforms.findLast((transform) => transform.op === 'default');
  return found?.op === 'default' ? found.value : null;
}

/** Gives a field a default behind its other transforms; null takes it away. */
export function setDefault(mapping: TableMapping, field: string, value: string | null): TableMapping {
  const before = mapping.fields.find((item) => item.field === field);
  if (!before) return mapping;
  const others = before.transforms.filter(({ op }) => op !== 'default');
  return setTransforms(mapping, field, value === null ? others : [...others, { op: 'default', value }]);
}
