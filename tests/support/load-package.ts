import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unwrap } from '@shared/base/result';
import { readStrictCsv } from '@shared/package/csv-read';
import type { Manifest, ManifestObject } from '@shared/package/types';
import { columnOfParent, identifier, literal, parentsOf, tableName } from '@shared/target/ddl';
import type { TargetField, TargetObject, TargetSystem } from '@shared/target/types';
import type { TestDatabase } from './postgres';

/** Rows of one INSERT. */
const BATCH = 500;

/** What loading a package into a database came to. */
export interface Loaded {
  /** Rows per object as the files hold them. */
  readonly rows: Readonly<Record<string, number>>;
  /** What the database refused, with the file it happened in. */
  readonly refused: readonly string[];
}

/** Loads the files of a package in the order of its manifest, the second pass last, the way an implementer would. */
export async function loadPackage(
  folder: string,
  system: TargetSystem,
  database: TestDatabase,
): Promise<Loaded> {
  const manifest: Manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const keys = new Map<string, ReadonlySet<string>>();
  const rows: Record<string, number> = {};
  const refused: string[] = [];
  const objects = manifest.objects.map((entry) => {
    const object = system.objects.find((item) => item.name === entry.object);
    if (!object) throw new Error(`the package has ${entry.object}, the catalogue does not`);
    return { entry, object };
  });
  for (const { entry, object } of objects) {
    for (const path of entry.files) {
      const file = await readCsv(join(folder, path), manifest);
      const at = file.header.indexOf(entry.keyHeader);
      keys.set(
        entry.object,
        new Set([...(keys.get(entry.object) ?? []), ...file.rows.map((row) => row[at] ?? '')]),
      );
      rows[entry.object] = (rows[entry.object] ?? 0) + file.rows.length;
      const columns = columnsOf(file.header, entry, object, system, keys);
      for (const error of await database.run(inserts(object, columns, file.rows)))
        refused.push(`${path}: ${error}`);
    }
  }
  for (const { entry, object } of objects) {
    for (const path of entry.secondPass) {
      const file = await readCsv(join(folder, path), manifest);
      const columns = columnsOf(file.header, entry, object, system, keys);
      for (const error of await database.run(updates(object, columns, file.rows)))
        refused.push(`${path}: ${error}`);
    }
  }
  return { rows, refused };
}

/** One column of a table, and how its text is found in a row of the file. */
interface TableColumn {
  readonly name: string;
  readonly value: (row: readonly string[]) => string | null;
}

async function readCsv(
  path: string,
  manifest: Manifest,
): Promise<{ readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  const rows: string[][] = [];
  let header: readonly string[] = [];
  unwrap(
    readStrictCsv(await readFile(path), manifest.csv, (names) => {
      header = names;
      return (cells) => rows.push([...cells]);
    }),
  );
  return { header, rows };
}

function columnsOf(
  header: readonly string[],
  entry: ManifestObject,
  object: TargetObject,
  system: TargetSystem,
  keys: ReadonlyMap<string, ReadonlySet<string>>,
): readonly TableColumn[] {
  return header.flatMap((name, index): readonly TableColumn[] => {
    const text = (row: readonly string[]): string | null => (row[index] === '' ? null : (row[index] ?? null));
    if (name === entry.keyHeader) return [{ name: object.legacyKeyField, value: text }];
    const link = entry.references.find((reference) => reference.header === name);
    const field = link
      ? object.fields.find((item) => item.api === link.field)
      : fieldOf(name, object, system);
    if (!field) throw new Error(`no field of ${object.name} has the header "${name}"`);
    const parents = link ? parentsOf(field, system) : [];
    if (parents.length < 2) return [{ name: field.api, value: (row) => spelled(text(row), field, system) }];
    return (link?.objects ?? []).map((parent) => ({
      name: columnOfParent(field.api, parent),
      // A column that holds keys of several kinds of parent is sorted out by whose key it is.
      value: (row) => (keys.get(parent)?.has(text(row) ?? '') ? text(row) : null),
    }));
  });
}

function fieldOf(header: string, object: TargetObject, system: TargetSystem): TargetField | undefined {
  const nameOf = (field: TargetField) => (system.file.header === 'label' ? field.label : field.api);
  return (
    object.fields.find((field) => field.references?.header === header) ??
    object.fields.find((field) => nameOf(field) === header) ??
    object.fields.find((field) => field.api === header)
  );
}

/** The target's words for yes and no, as PostgreSQL reads them. */
function spelled(text: string | null, field: TargetField, system: TargetSystem): string | null {
  if (text === null || field.type !== 'boolean') return text;
  if (text === system.file.booleanTrue) return 'true';
  return text === system.file.booleanFalse ? 'false' : text;
}

function inserts(
  object: TargetObject,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const names = columns.map(({ name }) => identifier(name)).join(', ');
  return batches(rows).map(
    (batch) => `INSERT INTO ${tableName(object)} (${names}) VALUES ${tuples(columns, batch)}`,
  );
}

function updates(
  object: TargetObject,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const key = identifier(object.legacyKeyField);
  const names = columns.map(({ name }) => identifier(name));
  const sets = names.filter((name) => name !== key).map((name) => `${name} = coalesce(v.${name}, t.${name})`);
  return batches(rows).map(
    (batch) =>
      `UPDATE ${tableName(object)} t SET ${sets.join(', ')} FROM (VALUES ${tuples(columns, batch)}) v (${names.join(', ')}) WHERE t.${key} = v.${key}`,
  );
}

function tuples(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string | null): string => (text === null ? 'NULL' : literal(text));
  return rows.map((row) => `(${columns.map((column) => cell(column.value(row))).join(', ')})`).join(', ');
}

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += BATCH) parts.push(items.slice(at, at + BATCH));
  return parts;
}
