import type { RecordSet } from '../mapping/types';
import { semanticOf } from '../profile/semantic';
import type { Semantic } from '../profile/types';
import { concatColumns } from '../table/column';
import type { Column, Table } from '../table/types';
import type { TargetField, TargetObject } from '../target/types';
import type { MatchField, MatchInput } from './types';

/**
 * What to match in the records of a target object. Meanings come from the target's field types, where they say enough,
 * and from label and values elsewhere. The legacy key is left out: it names a row, not a thing.
 */
export function matchInputOfRecords(records: RecordSet, object: TargetObject): MatchInput {
  const fieldOf = new Map(object.fields.map((field) => [field.api, field]));
  const fields: MatchField[] = [];
  for (const column of records.columns) {
    if (column.name === object.legacyKeyField) continue;
    const target = fieldOf.get(column.name);
    const semantic = target ? semanticOfField(target, column) : semanticOf(column.name, column);
    if (semantic !== null) fields.push({ name: column.name, semantic, column });
  }
  return { count: records.count, fields, source: records.table };
}

/** The meaning of a target field, or null when it says nothing about identity. */
function semanticOfField(field: TargetField, column: Column): Semantic | null {
  switch (field.type) {
    case 'email':
    case 'phone':
    case 'url':
    case 'boolean':
      return field.type;
    case 'id':
      return 'identifier';
    case 'lookup':
      return field.references?.self === true ? null : 'category';
    case 'picklist':
    case 'multiselect': {
      const guess = semanticOf(field.label, column);
      return guess === 'country' || guess === 'region' ? guess : 'category';
    }
    case 'currency':
    case 'integer':
    case 'number':
    case 'percent':
      return 'number';
    case 'date':
    case 'datetime':
      return semanticOf(field.label, column) === 'birthDate' ? 'birthDate' : 'date';
    case 'time':
      return 'category';
    case 'text':
    case 'textarea':
    case 'address':
      return semanticOf(field.label, column);
  }
}

/**
 * What to match in tables that are sources of one object, without a mapping: columns of the same header (case and
 * punctuation aside) are one field, meanings come from header and values. Rows follow each other in table order.
 */
export function matchInputOfTables(
  tables: readonly { readonly name: string; readonly table: Table }[],
): MatchInput {
  const count = tables.reduce((sum, { table }) => sum + table.rowCount, 0);
  const source = new Uint16Array(count);
  const headers = new Map<string, { name: string; parts: (Column | null)[] }>();
  let row = 0;
  tables.forEach(({ table }, index) => {
    source.fill(index, row, row + table.rowCount);
    row += table.rowCount;
    for (const column of table.columns) {
      const key = column.name
        .trim()
        .toLowerCase()
        .replace(/[\s_.-]+/g, ' ');
      let entry = headers.get(key);
      if (!entry) {
        entry = { name: column.name, parts: tables.map(() => null) };
        headers.set(key, entry);
      }
      entry.parts[index] ??= column;
    }
  });
  const fields: MatchField[] = [];
  for (const { name, parts } of headers.values()) {
    const column = concatColumns(
      name,
      parts.map((part, index) => part ?? emptyColumn(name, tables[index]!.table.rowCount)),
    );
    fields.push({ name, semantic: semanticOf(name, column), column });
  }
  return { count, fields, source };
}

function emptyColumn(name: string, rows: number): Column {
  return { name, codes: new Uint32Array(rows), values: [''] };
}
