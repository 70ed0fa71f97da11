import { z } from 'zod';
import { fail, ok, type Result } from '../base/result';
import { checkPlainJson, firstIssue } from '../base/schemas';
import { jsonOf } from '../clean/recipe-file';
import { compareText } from '../table/rank';
import {
  type DocumentField,
  type DocumentSource,
  type DocumentTable,
  MAPPING_FORMAT,
  MAPPING_VERSION,
  type MappingDocument,
  mappingDocumentSchema,
  type TableRef,
} from './document-schema';
import type { FieldMapping, FieldSource, TableMapping } from './types';

/** Longest mapping document that is read, in characters. */
export const MAX_DOCUMENT_CHARS = 50_000_000;

/** A table of the project under the names a document knows it by. */
export interface NamedTable {
  readonly id: string;
  readonly name: string;
  /** Name of the source it came with. */
  readonly source: string;
}

/**
 * All mappings as the text of a file: JSON with two blanks of indentation, tables by name, the same bytes for the same
 * mappings. Mappings of tables that are not in `tables` are left out; a reference to such a table keeps its id as name.
 */
export function writeMappings(
  target: MappingDocument['target'],
  mappings: readonly TableMapping[],
  tables: readonly NamedTable[],
): string {
  const byId = new Map(tables.map((table) => [table.id, table]));
  const refOf = (id: string): TableRef => {
    const table = byId.get(id);
    return { table: table?.name ?? id, source: table?.source ?? '' };
  };
  const document: MappingDocument = {
    format: MAPPING_FORMAT,
    version: MAPPING_VERSION,
    target: { system: target.system, label: target.label },
    tables: mappings
      .filter((mapping) => byId.has(mapping.tableId))
      .map(
        (mapping): DocumentTable => ({
          ...refOf(mapping.tableId),
          object: mapping.object,
          keyColumn: mapping.keyColumn,
          fields: mapping.fields.map((field) => documentField(field, refOf)),
        }),
      )
      .sort((a, b) => compareText(a.table, b.table) || compareText(a.source, b.source)),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function documentField(field: FieldMapping, refOf: (id: string) => TableRef): DocumentField {
  return {
    field: field.field,
    from: documentSource(field.from, refOf),
    transforms: [...field.transforms],
    values: Object.entries(field.valueMap).map(([from, to]) => ({ from, to })),
  };
}

function documentSource(from: FieldSource, refOf: (id: string) => TableRef): DocumentSource {
  switch (from.kind) {
    case 'column':
      return { kind: 'column', column: from.column };
    case 'join':
      return { kind: 'join', columns: [...from.columns], separator: from.separator };
    case 'first':
      return { kind: 'first', columns: [...from.columns] };
    case 'constant':
    case 'formula':
    case 'key':
      return from;
    case 'reference':
      return { kind: 'reference', column: from.column, to: refOf(from.table), by: from.by };
  }
}

/** The mapping document in the text of a file, or why it is none. Whether it fits a project is for `planMappings`. */
export function readMappings(text: string): Result<MappingDocument> {
  if (text.length > MAX_DOCUMENT_CHARS)
    return fail('MAPPING_TOO_LARGE', 'This file is larger than any mapping Winnow writes. It was not read.');
  const json = jsonOf(text);
  if (json === undefined)
    return fail('MAPPING_NOT_JSON', 'This file is not JSON. Choose a mapping document that Winnow exported.');
  const plain = checkPlainJson(json);
  if (!plain.ok) return plain;
  const head = z.looseObject({ format: z.literal(MAPPING_FORMAT), version: z.number() }).safeParse(json);
  if (!head.success)
    return fail('MAPPING_UNKNOWN', 'This file is not a mapping document of Winnow.', {
      problem: firstIssue(head.error),
    });
  if (head.data.version !== MAPPING_VERSION)
    return fail(
      'MAPPING_VERSION',
      `This mapping document has format version ${head.data.version}; this version of Winnow reads version ${MAPPING_VERSION}. Export it anew, or update Winnow.`,
    );
  const parsed = mappingDocumentSchema.safeParse(json);
  if (!parsed.success)
    return fail(
      'MAPPING_INVALID',
      'This mapping document was changed by hand or damaged: something in it is not as it should be.',
      { problem: firstIssue(parsed.error) },
    );
  return ok(parsed.data);
}
