import { canonicalJson } from '../base/canonical';
import { parseExpression } from '../clean/expression/parse';
import { fieldNamed, objectNamed } from '../target/catalogue';
import type { TargetObject, TargetSystem } from '../target/types';
import type { NamedTable } from './document';
import type {
  DocumentField,
  DocumentSource,
  DocumentTable,
  MappingDocument,
  TableRef,
} from './document-schema';
import { columnsRead } from './source-columns';
import type { FieldMapping, FieldSource, TableMapping } from './types';

/** A table of the project that a document may map. */
export interface PlannedTable extends NamedTable {
  readonly columns: readonly string[];
  /** False for tables that are lists or left behind: they have no mapping. */
  readonly migrates: boolean;
}

/** What a document is held against. */
export interface PlanInput {
  readonly document: MappingDocument;
  readonly system: TargetSystem;
  readonly tables: readonly PlannedTable[];
  readonly mappings: readonly TableMapping[];
}

/** What accepting a document would do to one table. */
export interface PlannedMapping {
  readonly tableName: string;
  readonly mapping: TableMapping;
  /** `new`: the table had no mapping; `same`: nothing would change. */
  readonly kind: 'new' | 'changed' | 'same';
  /** Fields by API name, in the order of the document; `removed` are filled now and not in the document. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** The object the table is mapped to now, where the document says another one. */
  readonly objectBefore: string | null;
}

export interface MappingPlan {
  readonly mappings: readonly PlannedMapping[];
  /** What of the document does not fit the project and is left out, one sentence each. */
  readonly leftOut: readonly string[];
}

/**
 * What accepting a document would change in a project: tables found by name (and source, where the name is not unique),
 * each field whose columns, reference and target field are there. The rest is named in sentences and left out. Linear.
 */
export function planMappings(input: PlanInput): MappingPlan {
  const leftOut: string[] = [];
  const { document, system } = input;
  if (document.target.system !== system.system)
    leftOut.push(
      `The document was made for ${document.target.label || document.target.system}, the project migrates to ${system.label}; only what both have is taken over.`,
    );
  const planned: PlannedMapping[] = [];
  const taken = new Set<string>();
  for (const item of document.tables) {
    const place = locate(item, input, taken);
    if (typeof place === 'string') {
      leftOut.push(place);
      continue;
    }
    taken.add(place.table.id);
    planned.push(planTable(item, place, input, leftOut));
  }
  return { mappings: planned, leftOut };
}

/** The one table of that name; `'several'` when the source does not part them; undefined when there is none. */
function findTable<T extends NamedTable>(tables: readonly T[], ref: TableRef): T | 'several' | undefined {
  const named = tables.filter((table) => table.name === ref.table);
  if (named.length <= 1) return named[0];
  const parted = named.filter((table) => table.source === ref.source);
  return parted.length === 1 ? parted[0] : 'several';
}

interface Place {
  readonly table: PlannedTable;
  readonly object: TargetObject;
}

/** The table and the object a mapping is for, or the sentence why it is left out. */
function locate(item: DocumentTable, input: PlanInput, taken: ReadonlySet<string>): Place | string {
  const table = findTable(input.tables, item);
  if (table === undefined)
    return `There is no table "${item.table}" in this project; its mapping is left out.`;
  if (table === 'several')
    return `Several tables are called "${item.table}", and not exactly one of them comes from "${item.source}"; its mapping is left out.`;
  if (taken.has(table.id))
    return `The document maps the table "${item.table}" more than once; the first mapping counts.`;
  if (!table.migrates)
    return `The table "${item.table}" is not among those that migrate; its mapping is left out.`;
  const object = objectNamed(input.system, item.object);
  if (!object)
    return `The target has no object "${item.object}"; the mapping of the table "${item.table}" is left out.`;
  return { table, object };
}

function planTable(
  item: DocumentTable,
  { table, object }: Place,
  input: PlanInput,
  leftOut: string[],
): PlannedMapping {
  const columns = new Set(table.columns);
  const fields = new Map<string, FieldMapping>();
  for (const field of item.fields) {
    const read = readField(field, columns, object, input.tables);
    if (typeof read === 'string') leftOut.push(`${table.name}: ${read}`);
    else if (fields.has(field.field))
      leftOut.push(
        `${table.name}: the field "${field.field}" is filled more than once; the first one counts.`,
      );
    else fields.set(field.field, read);
  }
  const keyThere = item.keyColumn === null || columns.has(item.keyColumn);
  if (!keyThere)
    leftOut.push(
      `${table.name}: the record key "${item.keyColumn}" is not a column of the table; rows are known by their content instead.`,
    );
  const mapping: TableMapping = {
    tableId: table.id,
    object: object.name,
    keyColumn: keyThere ? item.keyColumn : null,
    fields: [...fields.values()],
  };
  return compare(table.name, mapping, input.mappings.find((now) => now.tableId === table.id) ?? null);
}

/** The field as a mapping, or the sentence why it does not fit. */
function readField(
  field: DocumentField,
  columns: ReadonlySet<string>,
  object: TargetObject,
  tables: readonly PlannedTable[],
): FieldMapping | string {
  const target = fieldNamed(object, field.field);
  if (!target) return `${object.label} has no field "${field.field}"; it is left out.`;
  const from = readSource(field.from, columns, tables);
  if (typeof from === 'string') return `${target.label} is left out: ${from}`;
  return {
    field: field.field,
    from,
    transforms: field.transforms,
    valueMap: Object.fromEntries(field.values.map((pair) => [pair.from, pair.to])),
  };
}

function readSource(
  from: DocumentSource,
  columns: ReadonlySet<string>,
  tables: readonly PlannedTable[],
): FieldSource | string {
  if (from.kind === 'formula') {
    const parsed = parseExpression(from.expression);
    if (!parsed.ok) return `its formula cannot be read: ${parsed.error.message}`;
  }
  const own: FieldSource = from.kind === 'reference' ? { kind: 'column', column: from.column } : from;
  const missing = columnsRead(own).filter((column) => !columns.has(column));
  if (missing.length > 0)
    return `the table has no column ${missing.map((column) => `"${column}"`).join(', ')}.`;
  if (from.kind !== 'reference') return from;
  const parent = findTable(tables, from.to);
  if (parent === undefined) return `there is no table "${from.to.table}" it could point to.`;
  if (parent === 'several') return `several tables are called "${from.to.table}".`;
  if (from.by !== null && !parent.columns.includes(from.by))
    return `the table "${parent.name}" it points to has no column "${from.by}".`;
  return { kind: 'reference', column: from.column, table: parent.id, by: from.by };
}

function compare(tableName: string, mapping: TableMapping, now: TableMapping | null): PlannedMapping {
  const before = new Map(now?.fields.map((field) => [field.field, field]));
  const after = new Set(mapping.fields.map((field) => field.field));
  const added: string[] = [];
  const changed: string[] = [];
  for (const field of mapping.fields) {
    const old = before.get(field.field);
    if (!old) added.push(field.field);
    else if (canonicalJson(old) !== canonicalJson(field)) changed.push(field.field);
  }
  const removed = [...before.keys()].filter((field) => !after.has(field));
  const objectBefore = now && now.object !== mapping.object ? now.object : null;
  const same =
    now !== null &&
    objectBefore === null &&
    now.keyColumn === mapping.keyColumn &&
    added.length + changed.length + removed.length === 0;
  const kind = now === null ? 'new' : same ? 'same' : 'changed';
  return { tableName, mapping, kind, added, changed, removed, objectBefore };
}
