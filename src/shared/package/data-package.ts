import { sha256Hex } from '../base/canonical';
import type { FieldType, TargetField } from '../target/types';
import type { WrittenFile, WrittenObject } from './load-files';
import type { PackageInput, PackageObject } from './types';

/** Table Schema types; the rest is text. */
const TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  integer: 'integer',
  number: 'number',
  currency: 'number',
  percent: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
};

/** `datapackage.json`: the load files described for programs (Frictionless Data Package and Table Schema 1.0). */
export function dataPackage(
  input: PackageInput,
  written: readonly WrittenObject[],
  files: readonly WrittenFile[],
): WrittenFile {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const { delimiter, lineEnding, booleanTrue, booleanFalse } = input.system.file;
  const resources = written.flatMap(({ manifest, columns }, index) =>
    manifest.files.map((path) => {
      const file = byPath.get(path)!;
      return {
        name: path.replace(/\.csv$/, '').toLowerCase(),
        path,
        profile: 'tabular-data-resource',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: file.bytes.length,
        hash: `sha256:${sha256Hex(file.bytes)}`,
        dialect: { delimiter, lineTerminator: lineEnding, quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          fields: [columns.key, ...columns.first].map(({ header, cells }, place) => {
            const field = fieldOf(input.objects[index]!, cells.name);
            return place === 0 || !field
              ? { name: header, type: 'string', constraints: { required: true, unique: true } }
              : schemaField(header, field, booleanTrue, booleanFalse);
          }),
          missingValues: [''],
          primaryKey: [columns.key.header],
          foreignKeys: columns.first.flatMap((column) => {
            const parents = (column.reference?.objects ?? []).flatMap((name) =>
              written.filter((other) => other.manifest.object === name && other.manifest.files.length === 1),
            );
            // A key may only point to one resource: not to several parts, not to one of several objects.
            if (parents.length !== 1 || column.reference!.objects.length !== 1) return [];
            const [parent] = parents;
            return [
              {
                fields: [column.header],
                reference: {
                  resource: parent!.manifest.files[0]!.replace(/\.csv$/, '').toLowerCase(),
                  fields: [parent!.manifest.keyHeader],
                },
              },
            ];
          }),
        },
      };
    }),
  );
  const text = `${JSON.stringify({ profile: 'tabular-data-package', name: 'migration', title: input.projectName, created: input.createdAt, resources }, null, 2)}\n`;
  return { path: 'datapackage.json', bytes: new TextEncoder().encode(text), role: 'other', rows: null };
}

function fieldOf({ object }: PackageObject, api: string): TargetField | undefined {
  return object.fields.find((field) => field.api === api);
}

function schemaField(header: string, field: TargetField, yes: string, no: string) {
  const type = field.references ? 'string' : (TYPES[field.type] ?? 'string');
  return {
    name: header,
    title: field.label,
    type,
    ...(type === 'boolean' ? { trueValues: [yes], falseValues: [no] } : {}),
    constraints: {
      ...(field.required ? { required: true } : {}),
      ...(field.unique ? { unique: true } : {}),
      ...(type === 'string' && field.maxLength !== null ? { maxLength: field.maxLength } : {}),
      ...(type === 'string' && field.restricted && field.picklist.length > 0 && field.type === 'picklist'
        ? { enum: field.picklist }
        : {}),
    },
  };
}
