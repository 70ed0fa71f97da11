import { AppFailure } from '../base/result';
import { ColumnBuilder } from '../table/column';
import { type Column, EMPTY, type Table } from '../table/types';
import type { FileDialect, TargetField, TargetObject } from '../target/types';
import { type ReferenceResolver, resolverByColumn, resolverByKey, resolverByText } from './link';
import { recordKeys } from './record-keys';
import { emptyColumn, type MappedPart, mapParts, sourceColumn } from './source-column';
import { transformer } from './transforms';
import {
  type FieldMapping,
  NO_REFERENCE,
  ORPHAN,
  type RecordSet,
  type ReferenceColumn,
  type TableMapping,
} from './types';

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
 * The records of one target object from all tables mapped to it, in the order given; every row is a record. Values go
 * through transforms, then the value map, then fixes, once per distinct value. Reference fields hold the raw key text;
 * `linkReferences` resolves them. Linear in rows times mapped fields. Throws `MAPPING_COLUMN_MISSING` or
 * `MAPPING_FIELD_UNKNOWN` when a mapping names what is not there.
 */
export function mapRecords(
  object: TargetObject,
  inputs: readonly MappingInput[],
  fixes: readonly ValueFix[],
  dialect: FileDialect,
): RecordSet {
  for (const { mapping } of inputs) refuseUnknownFields(object, mapping);
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
  const columns: Column[] = [];
  for (const field of object.fields) {
    if (!inputs.some(({ mapping }) => mappingOf(mapping, field.api))) continue;
    const fixed = new Map(fixes.filter((fix) => fix.field === field.api).map((fix) => [fix.from, fix.to]));
    const parts = inputs.map((input) => fieldPart(input, field, fixed, dialect));
    columns.push(mapParts(field.api, parts));
  }
  return {
    object: object.name,
    count,
    keys,
    tables: inputs.map((input) => input.tableId),
    table,
    row,
    columns,
    references: [],
  };
}

/** How a field is filled under a mapping, or undefined. */
export function mappingOf(mapping: TableMapping, field: string): FieldMapping | undefined {
  return mapping.fields.find((item) => item.field === field);
}

function refuseUnknownFields(object: TargetObject, mapping: TableMapping): void {
  const known = new Set(object.fields.map((field) => field.api));
  const unknown = mapping.fields.find((item) => !known.has(item.field));
  if (!unknown) return;
  throw new AppFailure({
    code: 'MAPPING_FIELD_UNKNOWN',
    message: `The mapping fills the field "${unknown.field}", which ${object.label} does not have in this target. Remove it from the mapping, or choose the target catalogue it was made for.`,
    details: { object: object.name, field: unknown.field },
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
  return { column: sourceColumn(input.table, mapping.from), become };
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

/**
 * The same records with their references resolved: `references` names the parent record of each, and the reference
 * columns hold the parent's record key. Orphans keep their raw text. A field that points outside the catalogue (a user)
 * stays as it is. Linear in rows; one lookup per distinct text and table.
 */
export function linkReferences(
  object: TargetObject,
  records: RecordSet,
  mappings: readonly TableMapping[],
  all: ReadonlyMap<string, RecordSet>,
  tables: ReadonlyMap<string, Table>,
): RecordSet {
  const references: ReferenceColumn[] = [];
  const columns = records.columns.map((column) => {
    const field = object.fields.find((item) => item.api === column.name);
    if (!field?.references) return column;
    const resolvers = records.tables.map((tableId) => {
      const mapping = mappings.find((item) => item.tableId === tableId && item.object === object.name);
      return mapping ? resolverOf(field, mapping, all, tables) : null;
    });
    const linked = linkColumn(records, column, resolvers);
    references.push(...linked.references.map((item) => ({ ...item, field: field.api })));
    return linked.column;
  });
  return { ...records, columns, references };
}

/** How texts of one field and table find their parent; null where the field points outside or is not mapped. */
function resolverOf(
  field: TargetField,
  mapping: TableMapping,
  all: ReadonlyMap<string, RecordSet>,
  tables: ReadonlyMap<string, Table>,
): ReferenceResolver | null {
  const source = mappingOf(mapping, field.api)?.from;
  const objects = field.references?.objects ?? [];
  if (!source) return null;
  if (source.kind !== 'reference') {
    const parents = objects.map((name) => all.get(name)).find((set) => set !== undefined);
    return parents ? resolverByText(parents) : null;
  }
  const parents = objects.map((name) => all.get(name)).find((set) => set?.tables.includes(source.table));
  if (!parents) return noParents(objects[0] ?? '');
  const table = tables.get(source.table);
  if (source.by === null || !table) return resolverByKey(parents, source.table);
  return resolverByColumn(parents, source.table, table, source.by);
}

/** The table pointed to fills none of the objects the field may point to: every text is an orphan. */
function noParents(object: string): ReferenceResolver {
  const nothing = { count: 0, keys: [], tables: [], columns: [], references: [] };
  const parents: RecordSet = { object, ...nothing, table: new Uint16Array(0), row: new Uint32Array(0) };
  return { parents, find: () => ORPHAN };
}

interface LinkedColumn {
  readonly column: Column;
  readonly references: readonly { readonly object: string; readonly target: Int32Array }[];
}

function linkColumn(
  records: RecordSet,
  column: Column,
  resolvers: readonly (ReferenceResolver | null)[],
): LinkedColumn {
  const width = column.values.length;
  const targets = new Map<string, Int32Array>();
  for (const resolver of resolvers)
    if (resolver && !targets.has(resolver.parents.object))
      targets.set(resolver.parents.object, new Int32Array(records.count).fill(NO_REFERENCE));
  // Per table and text: the parent found, asked once.
  const found = resolvers.map(() => new Int32Array(width).fill(NOT_ASKED));
  const texts = new ColumnBuilder(column.name);
  for (let record = 0; record < records.count; record++) {
    const at = records.table[record]!;
    const resolver = resolvers[at];
    const code = column.codes[record]!;
    const text = column.values[code]!;
    if (!resolver || code === EMPTY) {
      texts.push(text);
      continue;
    }
    const known = found[at]!;
    if (known[code] === NOT_ASKED) known[code] = resolver.find(text);
    const parent = known[code]!;
    targets.get(resolver.parents.object)![record] = parent;
    texts.push(parent >= 0 ? resolver.parents.keys[parent]! : text);
  }
  return { column: texts.finish(), references: [...targets].map(([object, target]) => ({ object, target })) };
}

const NOT_ASKED = -3;
