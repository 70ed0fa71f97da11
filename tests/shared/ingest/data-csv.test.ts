import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quietTask } from '@shared/base/progress';
import { inspectFile } from '@shared/ingest/inspect';
import { lineEndsOf } from '@shared/ingest/line-ends';
import { readTable } from '@shared/ingest/read';
import { RowScanner } from '@shared/ingest/scan-rows';
import type { DelimitedOptions, IngestedTable, TableProposal } from '@shared/ingest/types';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CLEAN_EXCEPTIONS, FACT_EXCEPTIONS, HEADER_EXCEPTIONS } from './exceptions';
import { DATA, dataFile, dataPresent, filesBelow, namesOf, rowsOf } from './support';

const present = dataPresent('csv');
const title = present ? 'the public CSV files' : 'the public CSV files (absent on this machine: skipped)';

interface Opened {
  readonly proposal: TableProposal;
  readonly options: DelimitedOptions;
  readonly read: IngestedTable;
}

const known = new Map<string, Promise<Opened | string>>();

/** Inspects and reads a file; the code of the error where it ends in one. Each file is read once. */
function open(path: string): Promise<Opened | string> {
  const result = known.get(path) ?? openOnce(path);
  known.set(path, result);
  return result;
}

async function openOnce(path: string): Promise<Opened | string> {
  const file = dataFile(path);
  const name = path.split('/').at(-1)!;
  const inspection = await inspectFile(file, name, quietTask);
  if (!inspection.ok) return inspection.error.code;
  const proposal = inspection.value.tables[0]!;
  const read = await readTable(file, name, proposal.options, quietTask);
  if (!read.ok) return read.error.code;
  if (proposal.options.kind !== 'delimited') return 'WORKBOOK';
  return { proposal, options: proposal.options, read: read.value };
}

function pollock(): { folder: string; path: string }[] {
  return ['pollock_survey', 'pollock_polluted'].flatMap((folder) =>
    filesBelow(`csv/${folder}/csv`).map((path) => ({ folder, path })),
  );
}

/** Names as both sides write them: upstream joins with a blank, keeps duplicates, and calls nameless columns col_0. */
function plainName(name: string): string {
  return name
    .replaceAll('\0', '')
    .replace(/ \/ /g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ \(\d+\)$/, '')
    .replace(/^(?:Column|col_)\s*\d+$/, '');
}

/** A row without blanks around its cells and blank cells at its end. */
function plainRow(cells: readonly string[]): string {
  const plain = cells.map((cell) => cell.replace(/\r\n?/g, '\n').trim());
  return JSON.stringify(plain.slice(0, plain.findLastIndex((cell) => cell !== '') + 1));
}

function difference(a: string, b: string): string {
  const at = [...a].findIndex((char, i) => char !== b[i]);
  return `${a.slice(Math.max(0, at - 20), at + 40)} ≠ ${b.slice(Math.max(0, at - 20), at + 40)}`;
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(DATA, path), 'utf8'));
}

/** Every line of the file: rows, rejected rows, and at most these many header, title and blank lines. */
function lineRange({ options, read }: Opened): readonly [number, number] {
  const counted = (pattern: RegExp): number => {
    const warning = read.warnings.find((text) => pattern.test(text));
    if (!warning) return 0;
    return warning.startsWith('One') ? 1 : Number.parseInt(warning, 10);
  };
  const data = read.table.rowCount + read.rejected.length;
  const header = options.headerRow === null ? 0 : 1;
  const least = data + header + counted(/above the data/);
  return [least, data + options.firstRow + counted(/blank rows? w/)];
}

describe.skipIf(!present)(title, () => {
  it('each one reads, or ends in a sentence', { timeout: 120_000 }, async () => {
    const codes = new Map<string, string[]>();
    for (const path of filesBelow('csv')) {
      const result = await open(`csv/${path}`);
      if (typeof result === 'string') codes.set(result, [...(codes.get(result) ?? []), path]);
    }
    expect(codes.get('EMPTY_FILE')).toEqual([
      'pollock_polluted/clean/file_no_payload.csv',
      'pollock_polluted/csv/file_no_payload.csv',
      'pollock_survey/clean/locations-1998.csv',
      'pollock_survey/csv/locations-1998.csv',
      'rfc4180_test_data/bad-header-no-header.csv',
    ]);
    expect([...codes.keys()].filter((code) => code !== 'EMPTY_FILE' && code !== 'NOT_A_TABLE')).toEqual([]);
    expect(codes.get('NOT_A_TABLE')?.every((path) => path.endsWith('.json'))).toBe(true);
  });

  // Upstream's expectation of this file has another phone number than the file: a slip there.
  const spectrum = filesBelow('csv/csv_spectrum').filter(
    (path) => path.endsWith('.csv') && !path.startsWith('location_coordinates'),
  );
  it.each(spectrum)('csv-spectrum: %s gives the expected records', async (path) => {
    const opened = await open(`csv/csv_spectrum/${path}`);
    if (typeof opened === 'string') throw new Error(opened);
    const names = namesOf(opened.read.table);
    const records = rowsOf(opened.read.table).map((row) =>
      Object.fromEntries(row.map((cell, i) => [names[i], cell])),
    );
    expect(records).toEqual(json(`csv/csv_spectrum/${path.replace('.csv', '.json')}`));
  });

  // Upstream counts the blank line of the one-column file as a row; here blank lines are skipped and counted.
  const rfc = filesBelow('csv/rfc4180_test_data').filter(
    (path) => path.endsWith('.csv') && !path.startsWith('bad') && path !== 'empty-one-column.csv',
  );
  it.each(rfc)('RFC 4180: %s gives the expected rows', async (path) => {
    const opened = await open(`csv/rfc4180_test_data/${path}`);
    if (typeof opened === 'string') throw new Error(opened);
    const expected = json(`csv/rfc4180_test_data/${path.replace('.csv', '.json')}`) as unknown[];
    const rows = [namesOf(opened.read.table), ...rowsOf(opened.read.table)];
    const isRecords = !Array.isArray(expected[0]);
    expect(
      isRecords ? rows.slice(1).map((row) => ({ foo: row[0], bar: row[1], baz: row[2] })) : rows,
    ).toEqual(expected);
  });

  it('RFC 4180: damaged files are reported, with the line', async () => {
    const more = await open('csv/rfc4180_test_data/bad-header-more-fields.csv');
    const stray = await open('csv/rfc4180_test_data/bad-quotes-with-unescaped-quote.csv');
    if (typeof more === 'string' || typeof stray === 'string') throw new Error('not read');
    expect(more.read.rejected).toEqual([
      {
        line: 2,
        raw: '1,2,3,4',
        reason: 'The line has 4 cells; the table has 3 columns.',
        kind: 'malformed',
      },
    ]);
    expect(stray.read.warnings.join()).toMatch(/quotes inside quotes .* line 2/);
  });

  it('encoding, delimiter, columns and lines agree with what is known of each file', {
    timeout: 300_000,
  }, async () => {
    const text = readFileSync(join(DATA, 'csv/facts.csv'), 'utf8');
    const facts = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
    const signs = new Map(Object.entries({ comma: ',', semicolon: ';', tab: '\t', pipe: '|', space: ' ' }));
    const failed: string[] = [];
    const asked = { encoding: 0, delimiter: 0, columns: 0, lines: 0 };
    for (const fact of facts) {
      const opened = await open(`csv/${fact['file']}`);
      if (typeof opened === 'string') continue;
      const count = (name: keyof typeof asked, holds: boolean): void => {
        asked[name]++;
        if (!holds) failed.push(`${name} ${fact['file']}`);
      };
      const { options, proposal } = opened;
      const encoding = { ascii: 'utf-8', 'latin-1': 'windows-1252' }[fact['encoding']!] ?? fact['encoding']!;
      count('encoding', options.encoding.startsWith(encoding));
      const cells = fact['cells_per_row']!;
      if (cells !== '1')
        count('delimiter', options.delimiter === (signs.get(fact['delimiter']!) ?? fact['delimiter']));
      const top = proposal.rawRows[options.headerRow ?? options.firstRow] ?? [];
      if (/^\d+$/.test(cells))
        count('columns', Math.max(opened.read.table.columns.length, top.length) === Number(cells));
      const lines = Number(fact['rows_incl_header']);
      const [least, most] = lineRange(opened);
      if (fact['rows_incl_header']) count('lines', lines >= least && lines <= most);
    }
    for (const key of ['encoding', 'delimiter', 'columns', 'lines'] as const)
      expect(asked[key], key).toBeGreaterThan(190);
    expect(failed.sort()).toEqual(Object.keys(FACT_EXCEPTIONS).sort());
  });

  it('the header is where the Pollock collection says it is', { timeout: 300_000 }, async () => {
    const failed: string[] = [];
    let all = 0;
    for (const { folder, path } of pollock()) {
      const opened = await open(`csv/${folder}/csv/${path}`);
      if (typeof opened === 'string') continue;
      const stated = json(`csv/${folder}/parameters/${path}_parameters.json`) as Record<string, string>;
      const [above, lines] = [Number(stated['preamble_lines']), Number(stated['header_lines'])];
      const found = opened.options.headerRow;
      all++;
      const holds = lines === 0 ? found === null : found !== null && found >= above && found < above + lines;
      if (!holds) failed.push(`${folder}/${path}`);
    }
    expect(all).toBeGreaterThan(80);
    expect(failed.sort()).toEqual(Object.keys(HEADER_EXCEPTIONS).sort());
  });

  it('rows are those of the clean tables of the Pollock collection, or rejected', {
    timeout: 300_000,
  }, async () => {
    const failed: string[] = [];
    const notes: string[] = [];
    for (const { folder, path } of pollock()) {
      const opened = await open(`csv/${folder}/csv/${path}`);
      if (typeof opened === 'string') continue;
      const text = readFileSync(join(DATA, `csv/${folder}/clean/${path}`), 'utf8');
      const [header = [], ...body] = Papa.parse<string[]>(text, {
        skipEmptyLines: true,
        delimiter: ',',
      }).data;
      const wanted = body.map(plainRow);
      const found = rowsOf(opened.read.table).map(plainRow);
      const [wantedSet, foundSet] = [new Set(wanted), new Set(found)];
      const wrong = found.filter((row) => !wantedSet.has(row));
      const missing = wanted.filter((row) => !foundSet.has(row));
      const names = plainRow(namesOf(opened.read.table).map(plainName));
      const same = names === plainRow(header.map(plainName));
      if (same && wrong.length === 0 && missing.length <= opened.read.rejected.length) continue;
      failed.push(`${folder}/${path}`);
      if (wrong[0]) notes.push(`${path}: ${difference(wrong[0], missing[0] ?? '')}`);
    }
    expect(failed.sort(), notes.join('\n')).toEqual(Object.keys(CLEAN_EXCEPTIONS).sort());
  });

  it('cells agree with what Papa Parse expects of its own cases', () => {
    interface Case {
      readonly suite: string;
      readonly description: string;
      readonly input: string;
      readonly config?: { delimiter?: string; quoteChar?: string; escapeChar?: string };
      readonly expected: { data: unknown[][]; errors?: unknown[] };
    }
    const cases = json('csv/papaparse_cases/cases.json') as Case[];
    const plain = cases.filter(({ suite, config = {}, input, expected }) => {
      const keys = Object.keys(config).filter(
        (key) => !['delimiter', 'quoteChar', 'escapeChar'].includes(key),
      );
      const sound =
        (expected.errors ?? []).length === 0 &&
        Array.isArray(expected.data) &&
        expected.data.every(Array.isArray);
      return suite !== 'UNPARSE_TESTS' && keys.length === 0 && sound && typeof input === 'string';
    });
    const differing = plain.filter(({ input, config = {}, expected }) => {
      const quote = typeof config.quoteChar === 'string' ? config.quoteChar : '"';
      const delimiter = typeof config.delimiter === 'string' ? config.delimiter : ',';
      const rows: string[][] = [];
      const dialect = { delimiter, quote, escape: config.escapeChar ?? quote, rowEnd: '' };
      const bytes = new TextEncoder().encode(input);
      new RowScanner(dialect, lineEndsOf(bytes, true, dialect)).feed(bytes, true, (row) => {
        rows.push(row.cells());
        return true;
      });
      const wanted = expected.data.filter((row) => row.length > 1 || row[0] !== '');
      return JSON.stringify(rows.filter((row) => row.length > 1 || row[0] !== '')) !== JSON.stringify(wanted);
    });
    expect(plain.length).toBeGreaterThan(60);
    expect(differing.map(({ description }) => description)).toEqual([
      // Here the quotes count, as in the files of many programs.
      'Quoted field with whitespace around quotes',
      // Papa Parse has one line end per file; here a carriage return between two whole rows ends the first.
      'Mixed slash n and slash r should choose first as precident',
      // Options are checked and refused, guessing is a step of its own, and the byte order mark is the decoder's.
      'Bad delimiter (\\n)',
      'Pipe delimiter is guessed correctly when mixed with comas',
      'Pipe delimiter is guessed correctly when first field are enclosed in quotes and contain delimiter characters',
      'Pipe delimiter is guessed correctly when some fields are enclosed in quotes and contain delimiter characters and escaoped quotes',
      'UTF-8 BOM encoded input is stripped from invisible BOM character',
    ]);
  });
});
