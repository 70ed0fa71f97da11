import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quietTask } from '@shared/base/progress';
import { inspectFile } from '@shared/ingest/inspect';
import { readTable } from '@shared/ingest/read';
import type { ReadOptions } from '@shared/ingest/types';
import { canonicalNumber } from '@shared/profile/values';
import { valueAt } from '@shared/table/column';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { DATA, dataFile, dataPresent, filesBelow } from './support';

const present = dataPresent('spreadsheets');
const title = present ? 'the public workbooks' : 'the public workbooks (absent on this machine: skipped)';

interface TypedSheet {
  readonly name: string;
  readonly state: string;
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

const facts = present
  ? Papa.parse<Record<string, string>>(readFileSync(join(DATA, 'spreadsheets/files.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data
  : [];

/** The whole sheet, without header, totals set aside or parts. */
function everything({ range: _, ...options }: ReadOptions, as: 'shown' | 'stored'): ReadOptions {
  return { ...options, headerRow: null, firstRow: 0, totals: 'data', cells: { as, except: [] } };
}

/** All cells of a workbook by sheet, as `row,column` → text; null where it ends in an error. */
async function cellsOf(
  path: string,
  as: 'shown' | 'stored' = 'stored',
): Promise<Map<string, Map<string, string>> | string> {
  const file = dataFile(`spreadsheets/${path}`);
  const inspection = await inspectFile(file, path, quietTask);
  if (!inspection.ok) return inspection.error.code;
  const sheets = new Map<string, Map<string, string>>();
  for (const { options } of inspection.value.tables) {
    const read = await readTable(file, path, everything(options, as), quietTask);
    if (!read.ok) return read.error.code;
    const cells = new Map<string, string>();
    const { table, lines } = read.value;
    for (const [column, data] of table.columns.entries()) {
      for (let row = 0; row < table.rowCount; row++) {
        const text = valueAt(data, row);
        if (text !== '') cells.set(`${lines[row]! - 1},${column}`, text);
      }
    }
    sheets.set(options.kind === 'workbook' ? options.sheet : '', cells);
  }
  return sheets;
}

/** Does the text say the same as the typed value? `D:` is a date, `T:` a time. */
function agrees(text: string, value: string | number | boolean | null): boolean {
  if (value === null) return text === '';
  if (typeof value === 'boolean') return text === (value ? 'TRUE' : 'FALSE');
  if (typeof value === 'number') {
    const number = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
    return text !== '' && Math.abs(number - value) <= 1e-9 * Math.max(1, Math.abs(value));
  }
  if (value.startsWith('D:')) {
    return (
      text ===
      value
        .slice(2)
        .replace(/\.\d+$/, '')
        .replace('T00:00:00', '')
        .replace('T', ' ')
    );
  }
  if (value.startsWith('T:')) return text.padStart(8, '0') === value.slice(2);
  return text === value.replaceAll('\r\n', '\n') || text === value;
}

describe.skipIf(!present)(title, () => {
  const refused = /^(?:password|corrupt|bomb)/;

  it.each(
    facts.filter((fact) => fact['expected_behaviour']!.startsWith('open')).map((fact) => fact['file']!),
  )('%s opens', async (path) => {
    const sheets = await cellsOf(path);
    if (typeof sheets === 'string') throw new Error(sheets);
    expect(sheets.size).toBeGreaterThan(0);
  });

  it.each([
    ['poi/protected_passtika.xlsx', 'PASSWORD_PROTECTED'],
    ['poi/password.xls', 'PASSWORD_PROTECTED'],
    ['calamine/pass_protected.ods', 'PASSWORD_PROTECTED'],
    ['poi/invalid.xlsx', 'NOT_A_TABLE'],
    ['poi/clusterfuzz-testcase-minimized-POIXSSFFuzzer-5089447305609216.xlsx', 'CORRUPT_WORKBOOK'],
    ['calamine/too_small.xls', 'CORRUPT_WORKBOOK'],
    ['exceljs/missing-bits.xlsx', 'NOT_A_TABLE'],
    ['poi/poc-xmlbomb.xlsx', 'CORRUPT_WORKBOOK'],
    ['calamine/issue_594_dos.ods', 'DECOMPRESSION_BOMB'],
  ])('%s ends in %s', async (path, code) => {
    expect(facts.find((fact) => fact['file'] === path)!['expected_behaviour']).toMatch(refused);
    expect(await cellsOf(path)).toBe(code);
  });

  it('cells agree with what openpyxl, xlrd and odfpy read', { timeout: 120_000 }, async () => {
    const differing: string[] = [];
    let compared = 0;
    for (const { file = '' } of facts) {
      const expected = join(DATA, 'spreadsheets/expected/typed', `${file.replace('/', '__')}.json`);
      if (!existsSync(expected)) continue;
      const sheets = await cellsOf(file);
      if (typeof sheets === 'string') throw new Error(`${file}: ${sheets}`);
      const { sheets: typed } = JSON.parse(readFileSync(expected, 'utf8')) as { sheets: TypedSheet[] };
      for (const { name, rows } of typed) {
        // The one sheet of an Excel 4 file has no name in the file; readers make one up.
        const cells =
          sheets.get(name) ?? (sheets.size === 1 ? [...sheets.values()][0]! : new Map<string, string>());
        for (const [row, values] of rows.entries()) {
          for (const [column, value] of values.entries()) {
            compared++;
            const text = cells.get(`${row},${column}`) ?? '';
            if (!agrees(text, value))
              differing.push(`${file} ${name} ${row},${column}: ${JSON.stringify([value, text])}`);
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(4500);
    // The 29 February 1900 that Excel shows; half a second rounded; day zero; an escaped control character; a line break.
    expect(differing).toEqual([
      'readxl/dates-leap-year-1900-xlsx.xlsx for_testing 4,0: ["D:1900-02-28T08:00:00","1900-02-29 08:00:00"]',
      'readxl/dates-leap-year-1900-xlsx.xlsx for_human_eyes 7,0: ["D:1900-02-28T08:00:00","1900-02-29 08:00:00"]',
      'sheetjs/formula_stress_test.xlsx Date 5,1: ["D:2013-05-05T21:06:01.510000","2013-05-05 21:06:02"]',
      'sheetjs/formula_stress_test.xlsx Finance 35,7: ["D:00:00:00","1899-12-31"]',
      'sheetjs/formula_stress_test.xlsx Text 37,2: ["_x0007_7_x0007_","\\u00077\\u0007"]',
      'calamine/special_cells.ods sheet1 0,0: ["SplitLine","Split\\nLine"]',
    ]);
  });

  it('binary workbooks agree with what Excel and LibreOffice show', async () => {
    for (const [path, expected] of [
      ['sheetjs/1904.xlsb', 'libreoffice/sheetjs__1904.xlsb--Sheet1.csv'],
      ['calamine/any_sheets.xlsb', 'libreoffice/calamine__any_sheets.xlsb--Visible.csv'],
      ['poi/sample.xlsb', 'excel/poi__sample.xlsb.1.csv'],
    ] as const) {
      const sheets = await cellsOf(path);
      if (typeof sheets === 'string') throw new Error(sheets);
      const text = readFileSync(join(DATA, 'spreadsheets/expected', expected), 'utf8');
      const shown = Papa.parse<string[]>(text.trimEnd()).data;
      const cells = [...sheets.values()].map((sheet) =>
        shown.map((row, r) => row.map((_, c) => sheet.get(`${r},${c}`) ?? '')),
      );
      expect(cells, path).toContainEqual(shown);
    }
  });

  it('numbers read as shown are those Excel shows', { timeout: 120_000 }, async () => {
    const differing: string[] = [];
    let compared = 0;
    // The unformatted numbers of the stress test are cut to the width of their column, which no reader knows.
    const expectations = filesBelow('spreadsheets/expected/excel').filter(
      (name) => !name.includes('stress_test'),
    );
    for (const name of expectations) {
      const [, path = '', sheet = ''] = /^(.+)\.(\d+)\.csv$/.exec(name) ?? [];
      const sheets = await cellsOf(path.replace('__', '/'), 'shown');
      if (typeof sheets === 'string') continue;
      const cells = [...sheets.values()][Number(sheet)];
      if (!cells) continue;
      const text = readFileSync(join(DATA, 'spreadsheets/expected/excel', name), 'utf8');
      // Such files leave blank rows and columns out, so numbers are compared without their places, brackets aside.
      const left = new Map<number, number>();
      for (const cell of cells.values()) {
        const number = Math.abs(Number(canonicalNumber(cell, '.') ?? Number.NaN));
        left.set(number, (left.get(number) ?? 0) + 1);
      }
      for (const value of Papa.parse<string[]>(text).data.flat()) {
        const number = Math.abs(Number(canonicalNumber(value, '.') ?? Number.NaN));
        if (Number.isNaN(number)) continue;
        compared++;
        const count = left.get(number) ?? 0;
        if (count === 0) differing.push(`${name}: ${value.trim()}`);
        left.set(number, count - 1);
      }
    }
    expect(compared).toBeGreaterThan(1000);
    expect(differing).toEqual([]);
  });

  it('hidden sheets are listed as hidden', async () => {
    for (const name of ['sheet_visibility.xlsx', 'sheet_visibility.ods']) {
      const inspection = await inspectFile(dataFile(`spreadsheets/sheetjs/${name}`), name, quietTask);
      expect(inspection.ok && inspection.value.tables.map(({ hidden }) => hidden)).toEqual([
        false,
        true,
        true,
      ]);
    }
  });

  it('titles above the header are left out', async () => {
    const inspection = await inspectFile(
      dataFile('spreadsheets/readxl/deaths.xlsx'),
      'deaths.xlsx',
      quietTask,
    );
    if (!inspection.ok) throw new Error(inspection.error.code);
    const [arts] = inspection.value.tables;
    expect(arts!.options).toMatchObject({ sheet: 'arts', headerRow: 4, firstRow: 5 });
    expect(arts!.preview[0]).toEqual(['David Bowie', 'musician', '69', 'TRUE', '1947-01-08', '2016-01-10']);
  });

  it('no file of the collection throws', { timeout: 120_000 }, async () => {
    for (const path of filesBelow('spreadsheets')) {
      await expect(
        inspectFile(dataFile(`spreadsheets/${path}`), path, quietTask),
        path,
      ).resolves.toBeDefined();
    }
  });
});
