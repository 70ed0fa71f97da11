import { ColumnBuilder } from '../table/column';
import { type Column, EMPTY, type Table } from '../table/types';
import type { TargetField, TargetObject } from '../target/types';
import { mappingOf } from './apply';
import { type ReferenceResolver, resolverByColumn, resolverByKey, resolverByText } from './link';
import {
  NO_REFERENCE,
  ORPHAN,
  type RecordRows,
  type RecordSet,
  type ReferenceColumn,
  type TableMapping,
} from './types';

/**
 * The same records with their references resolved: `references` names the parent record of each, and the reference
 * columns hold the parent's record key. Orphans keep their raw text. A field that points outside the catalogue (a user)
 * stays as it is. Linear in rows; one lookup per distinct text and table.
 */
export function linkReferences(
  object: TargetObject,
  records: RecordSet,
  mappings: readonly TableMapping[],
  all: ReadonlyMap<string, RecordRows>,
  tables: ReadonlyMap<string, Table>,
): RecordSet {
  const references: ReferenceColumn[] = [];
  const columns = records.columns.map((column) => {
    const field = object.fields.find((item) => item.api === column.name);
    if (!field?.references) return column;
    const linked = linkField(field, records, column, mappings, all, tables);
    references.push(...linked.references);
    return linked.column;
  });
  return { ...records, columns, references };
}

/** One reference field with the record keys of the parents it found, and where they are. */
export interface LinkedField {
  readonly column: Column;
  readonly references: readonly ReferenceColumn[];
}

/** One field of `linkReferences`. `all` are the rows of every object the field may point to. */
export function linkField(
  field: TargetField,
  records: RecordRows,
  column: Column,
  mappings: readonly TableMapping[],
  all: ReadonlyMap<string, RecordRows>,
  tables: ReadonlyMap<string, Table>,
): LinkedField {
  const resolvers = records.tables.map((tableId) => {
    const mapping = mappings.find((item) => item.tableId === tableId && item.object === records.object);
    return mapping ? resolversOf(field, mapping, all, tables) : [];
  });
  const linked = linkColumn(records, column, resolvers);
  return {
    column: linked.column,
    references: linked.references.map((item) => ({ ...item, field: field.api })),
  };
}

/**
 * How texts of one field and table find their parent: one way per kind of parent, asked in the order of the target; none
 * where the field points outside or is not mapped.
 */
function resolversOf(
  field: TargetField,
  mapping: TableMapping,
  all: ReadonlyMap<string, RecordRows>,
  tables: ReadonlyMap<string, Table>,
): readonly ReferenceResolver[] {
  const source = mappingOf(mapping, field.api)?.from;
  const objects = field.references?.objects ?? [];
  if (!source) return [];
  const kinds = objects.flatMap((name) => all.get(name) ?? []);
  if (source.kind !== 'reference') return kinds.map(resolverByText);
  const parents = kinds.find((set) => set.tables.includes(source.table));
  if (!parents) return [noParents(objects[0] ?? '')];
  const table = tables.get(source.table);
  if (source.by === null || !table) return [resolverByKey(parents, source.table)];
  return [resolverByColumn(parents, source.table, table, source.by)];
}

/** The table pointed to fills none of the objects the field may point to: every text is an orphan. */
function noParents(object: string): ReferenceResolver {
  const nothing = { count: 0, keys: [], tables: [] };
  const parents: RecordRows = { object, ...nothing, table: new Uint16Array(0), row: new Uint32Array(0) };
  return { parents, find: () => ORPHAN };
}

interface LinkedColumn {
  readonly column: Column;
  readonly references: readonly { readonly object: string; readonly target: Int32Array }[];
}

/** A parent found, or that there is none: `kind` numbers the resolvers of the table. */
interface Found {
  readonly kind: number;
  readonly parent: number;
}

function linkColumn(
  records: RecordRows,
  column: Column,
  resolvers: readonly (readonly ReferenceResolver[])[],
): LinkedColumn {
  const targets = new Map<string, Int32Array>();
  for (const { parents } of resolvers.flat())
    if (!targets.has(parents.object))
      targets.set(parents.object, new Int32Array(records.count).fill(NO_REFERENCE));
  // Per table and text: the parent found, asked once.
  const found = resolvers.map((): (Found | undefined)[] => []);
  const texts = new ColumnBuilder(column.name);
  for (let record = 0; record < records.count; record++) {
    const at = records.table[record]!;
    const ways = resolvers[at]!;
    const code = column.codes[record]!;
    const text = column.values[code]!;
    if (ways.length === 0 || code === EMPTY) {
      texts.push(text);
      continue;
    }
    const known = found[at]!;
    const one = known[code] ?? findParent(ways, text);
    known[code] = one;
    const { kind, parent } = one;
    const { parents } = ways[kind]!;
    targets.get(parents.object)![record] = parent;
    texts.push(parent >= 0 ? parents.keys[parent]! : text);
  }
  return { column: texts.finish(), references: [...targets].map(([object, target]) => ({ object, target })) };
}

/** The first kind of parent that has the text; a text nobody has is an orphan of the first kind. */
function findParent(ways: readonly ReferenceResolver[], text: string): Found {
  for (const [kind, way] of ways.entries()) {
    const parent = way.find(text);
    if (parent >= 0) return { kind, parent };
  }
  return { kind: 0, parent: ORPHAN };
}
