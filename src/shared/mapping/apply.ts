import { AppFailure } from '../base/result';
import type { Column, Table } from '../table/types';
import type { FileDialect, TargetField, TargetObject } from '../target/types';
import { goneFields } from './known-fields';
import { alikeMapping, rememberMapping, startedMapping } from './mapped-before';
import { patchColumn } from './patch-column';
import { recordKeys } from './record-keys';
import { emptyColumn, type MappedPart, mapParts, sourceColumn } from './source-column';
import { type TransformTarget, transformer } from './transforms';
import type { FieldMapping, RecordRows, RecordSet, TableMapping, Transform } from './types';

/** One table with the mapping that turns its rows into records. */
export interface MappingInput {
  readonly tableId: string;
  readonly table: Table;
  readonly mapping: TableMapping;
}

/** A person's correction: wherever a field comes out as `from`, it becomes `to`. */
export interface ValueFix {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The records of one target object from all tables mapped to it, in the order given; every row is a record. Reference
 * fields hold the raw key text; `linkReferences` resolves them. Linear in rows times mapped fields. Throws
 * `MAPPING_COLUMN_MISSING` or `MAPPING_FIELD_UNKNOWN` when a mapping names what is not there.
 */
export function mapRecords(
  object: TargetObject,
  inputs: readonly MappingInput[],
  fixes: readonly ValueFix[],
  dialect: FileDialect,
): RecordSet {
  for (const { mapping } of inputs) refuseUnknownFields(object, mapping);
  const columns = mappedFields(
    object,
    inputs.map(({ mapping }) => mapping),
  ).map((field) => mapField(field, inputs, fixes, dialect));
  return { ...recordRows(object, inputs), columns, references: [] };
}

/** The fields of an object that any of the mappings fills, in the order of the object. */
export function mappedFields(
  object: TargetObject,
  mappings: readonly TableMapping[],
): readonly TargetField[] {
  return object.fields.filter((field) => mappings.some((mapping) => mappingOf(mapping, field.api)));
}

/** Which rows the records are and under which keys, without any field. */
export function recordRows(object: TargetObject, inputs: readonly MappingInput[]): RecordRows {
  const count = inputs.reduce((sum, input) => sum + input.table.rowCount, 0);
  const table = new Uint16Array(count);
  const row = new Uint32Array(count);
  const keys: string[] = [];
  for (const [index, input] of inputs.entries()) {
    const start = keys.length;
    for (const key of recordKeys(input.tableId, input.table, input.mapping.keyColumn)) keys.push(key);
    table.fill(index, start, keys.length);
    for (let i = start; i < keys.length; i++) row[i] = i - start;
  }
  return {
    object: object.name,
    count,
    keys,
    tables: inputs.map((input) => input.tableId),
    table,
    row,
  };
}

/** One field of all records. Values go through transforms, then the value map, then fixes, once per distinct value. */
export function mapField(
  field: TargetField,
  inputs: readonly MappingInput[],
  fixes: readonly ValueFix[],
  dialect: FileDialect,
): Column {
  const fixed = new Map(fixes.filter((fix) => fix.field === field.api).map((fix) => [fix.from, fix.to]));
  const [only] = inputs;
  if (only && inputs.length === 1 && mappingOf(only.mapping, field.api))
    return mapAlone(field, only, fixed, dialect);
  return mapParts(
    field.api,
    inputs.map((input) => fieldPart(input, field, fixed, dialect)),
  );
}

/** A field that one table fills: goes on from what was made of the column before. */
function mapAlone(
  field: TargetField,
  input: MappingInput,
  fixes: ReadonlyMap<string, string>,
  dialect: FileDialect,
): Column {
  const mapping = mappingOf(input.mapping, field.api)!;
  const target = { type: field.type, dialect };
  const source = sourceColumn(input.table, input.mapping, mapping.from, field);
  const mapped = transformed(field.api, source, mapping.transforms, target);
  rememberMapping(source, mapping.transforms, target, mapped);
  const map = new Map(Object.entries(mapping.valueMap));
  if (map.size === 0 && fixes.size === 0) return mapped;
  const replaced = (code: number): string => {
    const value = mapped.values[code]!;
    return fixedValue(map.get(value) ?? value, fixes);
  };
  return patchColumn(field.api, mapped, mapped, replaced, replaced);
}

/** A column after its transforms, from what was made of it before where that is less work. */
function transformed(
  name: string,
  source: Column,
  transforms: readonly Transform[],
  target: TransformTarget,
): Column {
  const started = startedMapping(source, transforms, target);
  const alike = alikeMapping(source, transforms, target, started);
  if (!alike) return mapParts(name, [{ column: started.column, become: transformer(started.rest, target) }]);
  const before = transformer(alike.before, target);
  const now = transformer(alike.now, target);
  const rest = transformer(alike.rest, target);
  return patchColumn(
    name,
    source,
    alike.column,
    (code) => {
      const value = source.values[code]!;
      const text = now!(value);
      return text === before!(value) ? null : rest!(text);
    },
    (code) => rest!(now!(source.values[code]!)),
  );
}

/** How a field is filled under a mapping, or undefined. */
export function mappingOf(mapping: TableMapping, field: string): FieldMapping | undefined {
  return mapping.fields.find((item) => item.field === field);
}

/** Throws `MAPPING_FIELD_UNKNOWN` when a mapping fills a field the object does not have. */
export function refuseUnknownFields(object: TargetObject, mapping: TableMapping): void {
  const [unknown] = goneFields(object, mapping);
  if (unknown === undefined) return;
  throw new AppFailure({
    code: 'MAPPING_FIELD_UNKNOWN',
    message: `The mapping fills the field "${unknown}", which ${object.label} does not have in this target. Remove it from the mapping, or choose the target catalogue it was made for.`,
    details: { object: object.name, field: unknown },
  });
}

function fieldPart(
  input: MappingInput,
  field: TargetField,
  fixes: ReadonlyMap<string, string>,
  dialect: FileDialect,
): MappedPart {
  const mapping = mappingOf(input.mapping, field.api);
  if (!mapping) return { column: emptyColumn(input.table.rowCount), become: (value) => value };
  const value = valueFunction(mapping, field, dialect);
  const become = fixes.size === 0 ? value : (text: string) => fixedValue(value(text), fixes);
  return { column: sourceColumn(input.table, input.mapping, mapping.from, field), become };
}

function fixedValue(value: string, fixes: ReadonlyMap<string, string>): string {
  return fixes.get(value) ?? value;
}

/** What a source value becomes in the target: transforms, then the value map. */
export function valueFunction(
  mapping: FieldMapping,
  field: TargetField,
  dialect: FileDialect,
): (value: string) => string {
  const transform = transformer(mapping.transforms, { type: field.type, dialect });
  const map = new Map(Object.entries(mapping.valueMap));
  if (map.size === 0) return transform;
  return (value) => {
    const transformed = transform(value);
    return map.get(transformed) ?? transformed;
  };
}
