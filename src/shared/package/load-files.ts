import { fail, ok, type Result } from '../base/result';
import { EMPTY } from '../table/types';
import type { Loader, TargetSystem } from '../target/types';
import { columnWriter, headBytes, quoteCell, writeCsv } from './csv-write';
import {
  columnsOf,
  type ExportedKeys,
  type ExportedNames,
  type LoadColumn,
  type ObjectColumns,
} from './load-columns';
import { cellBytes, loadOrder, splitRows } from './load-split';
import { fileStem, numberedStem, partPath, referenceStem } from './paths';
import { mappingFile } from './sdl';
import type { CsvFormat, ManifestFile, ManifestObject, ManifestReference, PackageObject } from './types';

/** A file with what the manifest says about it. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly role: ManifestFile['role'];
  readonly rows: number | null;
}

/** Everything written for one object. */
export interface WrittenObject {
  readonly files: readonly WrittenFile[];
  readonly manifest: ManifestObject;
  readonly columns: ObjectColumns;
  /** Rows to load. */
  readonly rows: number;
  /** Load file of an exported record, by its key. */
  readonly fileOf: ReadonlyMap<string, string>;
}

/** The file format of a target's load files. */
export function loadFormat(system: TargetSystem): CsvFormat {
  const { delimiter, bom, lineEnding } = system.file;
  return { delimiter, bom, lineEnding };
}

/**
 * Writes the load files of one object: first pass split by the loader's limits, second pass for references to rows that
 * do not exist before, and Data Loader mapping files for Salesforce. An object without exported records writes nothing.
 */
export function writeObject(
  input: PackageObject,
  system: TargetSystem,
  loader: Loader,
  keys: ExportedKeys,
  names: ExportedNames,
): Result<WrittenObject> {
  const planned = columnsOf(input, system, keys, names);
  if (!planned.ok) return planned;
  const columns = planned.value;
  const refused = refusedBy(loader, input, columns);
  if (refused) return refused;
  const { object, golden } = input;
  const base = numberedStem(object.loadOrder, fileStem(object.fileStem));
  const files: WrittenFile[] = [];
  const fileOf = new Map<string, string>();

  const parents = columns.first.filter((column) => column.reference !== null);
  const rows = loadOrder(input.exported, parents);
  const first = writeTable(base, [columns.key, ...columns.first], rows, 'load', system, loader);
  if (!first.ok) return first;
  files.push(...first.value.files);
  for (const part of first.value.parts) {
    for (const row of part.rows) fileOf.set(golden.keys[row]!, part.path);
  }

  const secondPass: string[] = [];
  for (const column of columns.second) {
    const linked = loadOrder(
      input.exported.map((flag, row) => (flag === 1 && column.cells.codes[row] !== EMPTY ? 1 : 0)),
      [column],
    );
    const stem = `second_pass/${base}_${referenceStem(column.reference!.field)}`;
    const written = writeTable(stem, [columns.key, column], linked, 'secondPass', system, loader);
    if (!written.ok) return written;
    files.push(...written.value.files);
    secondPass.push(...written.value.parts.map((part) => part.path));
  }

  return ok({
    files,
    columns,
    rows: rows.length,
    fileOf,
    manifest: {
      object: object.name,
      label: object.label,
      keyHeader: columns.key.header,
      references: [...referencesIn(columns.first, false), ...referencesIn(columns.second, true)],
      files: first.value.parts.map((part) => part.path),
      secondPass,
    },
  });
}

/** What a loader cannot take however the files are split: other objects than its own, more columns than it reads. */
function refusedBy(
  loader: Loader,
  { object, exported }: PackageObject,
  columns: ObjectColumns,
): ReturnType<typeof fail> | null {
  if (!exported.includes(1)) return null;
  if (loader.objects && !loader.objects.includes(object.name))
    return fail(
      'LOADER_OBJECT',
      `${loader.label} does not take ${object.labelPlural}, only ${loader.objects.join(', ')}. Choose another loader on the Map screen, or leave ${object.labelPlural} out of this package.`,
      { loader: loader.id, object: object.name },
    );
  const count = columns.first.length + 1;
  if (loader.maxColumns !== undefined && count > loader.maxColumns)
    return fail(
      'LOADER_COLUMNS',
      `The file of ${object.labelPlural} would have ${count} columns; ${loader.label} takes ${loader.maxColumns}. Map fewer fields, or choose another loader on the Map screen.`,
      { loader: loader.id, object: object.name, columns: count, maxColumns: loader.maxColumns },
    );
  return null;
}

function referencesIn(columns: readonly LoadColumn[], secondPass: boolean): readonly ManifestReference[] {
  return columns.flatMap(({ header, reference }) =>
    reference ? [{ field: reference.field, header, objects: reference.objects, secondPass }] : [],
  );
}

interface WrittenTable {
  readonly files: readonly WrittenFile[];
  readonly parts: readonly { readonly path: string; readonly rows: Uint32Array }[];
}

function writeTable(
  base: string,
  columns: readonly LoadColumn[],
  rows: Uint32Array,
  role: 'load' | 'secondPass',
  system: TargetSystem,
  loader: Loader,
): Result<WrittenTable> {
  if (rows.length === 0) return ok({ files: [], parts: [] });
  const format = loadFormat(system);
  const headers = columns.map((column) => column.header);
  const sizes = columns.map(({ cells }) => ({
    codes: cells.codes,
    bytes: cellBytes(cells, (code) => quoteCell(cells.values[code]!, format.delimiter)),
  }));
  const between = columns.length - 1 + format.lineEnding.length;
  const rowBytes = (row: number): number =>
    sizes.reduce((sum, { codes, bytes }) => sum + bytes[codes[row]!]!, between);
  const split = splitRows(rows, rowBytes, headBytes(headers, format), loader);
  if (!split.ok) return split;

  const writers = columns.map((column) => columnWriter(column.cells, format.delimiter));
  const parts = split.value.map((part, index) => ({
    path: partPath(base, index + 1, split.value.length),
    rows: part,
  }));
  const files: WrittenFile[] = parts.map((part) => ({
    path: part.path,
    bytes: writeCsv(headers, writers, part.rows, format),
    role,
    rows: part.rows.length,
  }));
  if (system.system === 'salesforce') {
    files.push({ path: `${base}.sdl`, bytes: mappingFile(columns), role: 'mapping', rows: null });
  }
  return ok({ files, parts });
}
