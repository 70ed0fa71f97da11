import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnGuess, ColumnType, DateOrder } from '@shared/ingest/types';
import { columnOf } from '@shared/table/column';
import type { Table } from '@shared/table/types';
import Papa from 'papaparse';

/** Public tables that people migrate in tutorials; beside the project, not part of it. */
const FOLDER = join(import.meta.dirname, '../../../shared/data/legacy');

export const legacyPresent = existsSync(FOLDER);

/** A CSV file with its first row as header. */
export function legacyTable(file: string): Table {
  return tableOf(
    Papa.parse<string[]>(readFileSync(join(FOLDER, file), 'utf8').replaceAll('\r', ''), {
      skipEmptyLines: true,
    }).data,
  );
}

/** The rows of a Salesforce tree file (`{records: [{attributes, Field: value}]}`) as a table. */
export function legacyTree(file: string): Table {
  const tree: { records: Record<string, unknown>[] } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
  const names = [...new Set(tree.records.flatMap((record) => Object.keys(record)))].filter(
    (name) => name !== 'attributes',
  );
  return tableOf([names, ...tree.records.map((record) => names.map((name) => String(record[name] ?? '')))]);
}

/** The dialects of the AdventureWorks files, which have no header line. */
const DIALECTS: Readonly<Record<string, { cell: string; row: string }>> = {
  'Store.csv': { cell: '+|', row: '&|' },
  'PersonPhone.csv': { cell: '+|', row: '&|' },
  'Vendor.csv': { cell: '\t', row: '\n' },
  'StateProvince.csv': { cell: '\t', row: '\n' },
  'Address.csv': { cell: '\t', row: '\n' },
};

/** A file of the AdventureWorks sample, with the column names of `columns.csv`. */
export function adventureWorksTable(file: string): Table {
  const dialect = DIALECTS[file] ?? { cell: '|', row: '\n' };
  const folder = join(FOLDER, 'adventureworks');
  const names = readFileSync(join(folder, 'columns.csv'), 'utf8')
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .filter(([name]) => name === file)
    .map(([, , column]) => column ?? '');
  const rows = readFileSync(join(folder, file), 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r', '')
    .split(dialect.row)
    .map((row) => row.replace(/^\n/, ''))
    .filter((row) => row !== '')
    .map((row) => row.split(dialect.cell));
  return tableOf([names, ...rows]);
}

/** A public table by its path, whatever form it has. */
export function publicTable(file: string): Table {
  if (file.startsWith('adventureworks/')) return adventureWorksTable(file.slice('adventureworks/'.length));
  return file.endsWith('.json') ? legacyTree(file) : legacyTable(file);
}

/** First row = header. */
export function tableOf(rows: readonly (readonly string[])[]): Table {
  const [header = [], ...body] = rows;
  return {
    rowCount: body.length,
    columns: header.map((name, index) =>
      columnOf(
        name,
        body.map((row) => row[index] ?? ''),
      ),
    ),
  };
}

/** Guesses as the reader would give them: text unless said otherwise. */
export function guessesOf(
  table: Table,
  types: Readonly<Record<string, ColumnType>> = {},
  orders: Readonly<Record<string, DateOrder>> = {},
): ColumnGuess[] {
  return table.columns.map(({ name }) => ({
    name,
    type: types[name] ?? 'text',
    dateOrder: orders[name] ?? null,
    decimalComma: false,
  }));
}
