import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { inspectFile } from '@shared/ingest/inspect';
import { readTable } from '@shared/ingest/read';
import type { ByteSource, IngestedTable, Inspection, ReadOptions } from '@shared/ingest/types';
import { valueAt } from '@shared/table/column';
import type { Table } from '@shared/table/types';

/** Public test files, beside the project; absent on most machines. */
export const DATA = resolve(import.meta.dirname, '../../../../shared/data');

export function dataPresent(folder: string): boolean {
  return existsSync(join(DATA, folder));
}

/** All files below a folder of the data, as paths with forward slashes relative to it. */
export function filesBelow(folder: string): string[] {
  const root = join(DATA, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function source(content: string | Uint8Array<ArrayBuffer>): ByteSource {
  return new Blob([content]);
}

export function dataFile(path: string): ByteSource {
  return new Blob([readFileSync(join(DATA, path))]);
}

export function inspected(content: string | Uint8Array<ArrayBuffer>, name = 'file.csv'): Promise<Inspection> {
  return inspectFile(source(content), name, quietTask).then(unwrap);
}

/** Reads the first table of a file as it is proposed, or under changed options. */
export async function read(
  content: string | Uint8Array<ArrayBuffer>,
  change: Partial<ReadOptions> = {},
  name = 'file.csv',
): Promise<IngestedTable> {
  const { tables } = await inspected(content, name);
  return unwrap(
    await readTable(source(content), name, { ...tables[0]!.options, ...change } as ReadOptions, quietTask),
  );
}

export function rowsOf(table: Table): string[][] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => valueAt(column, row)),
  );
}

export function namesOf(table: Table): string[] {
  return table.columns.map(({ name }) => name);
}
