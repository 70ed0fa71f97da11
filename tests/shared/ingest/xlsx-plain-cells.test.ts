import { quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { readTable } from '@shared/ingest/read';
import type { IngestedTable, WorkbookOptions } from '@shared/ingest/types';
import { valueAt } from '@shared/table/column';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xlsxOf } from './make-workbook';
import { source } from './support';

const options: WorkbookOptions = {
  kind: 'workbook',
  sheet: 'S',
  headerRow: null,
  firstRow: 0,
  types: {},
  dateOrders: {},
  totals: 'data',
};

interface Cell {
  readonly type: 's' | 'n' | 'b' | 'str' | 'e' | 'inlineStr';
  readonly style: number;
  readonly value: string;
  readonly skipped: number;
}

const text = fc.oneof(
  fc.constantFrom('a', 'Zoë', ' b ', 'a_x000D_b', '_x', 'R&D', '<tag>', 'x\ny', '日本', '😀', 'total'),
  fc.string({ maxLength: 6 }),
);
const number = fc.oneof(
  fc.constantFrom(
    '0',
    '-0',
    '007',
    '1.50',
    '44197',
    '0.1',
    '1E3',
    '-12.25',
    '123456789012345678',
    '.5',
    '5.',
  ),
  fc.integer().map(String),
);
const cell: fc.Arbitrary<Cell> = fc.record({
  type: fc.constantFrom('s', 'n', 'b', 'str', 'e', 'inlineStr'),
  style: fc.integer({ min: 0, max: 3 }),
  value: fc.oneof(text, number),
  skipped: fc.integer({ min: 0, max: 2 }),
});

const STYLES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="4"/></cellXfs>';

/** The rows as a workbook: written as most programs write them, or so that every tag looks otherwise. */
async function read(rows: readonly (readonly Cell[])[], awkward: boolean): Promise<IngestedTable> {
  const strings: string[] = [];
  const data = rows.map((cells, row) => {
    let column = 0;
    const written = cells.map((cell) => {
      column += cell.skipped;
      const reference = `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(column++)}${row + 1}`;
      return cellXml(cell, reference, strings, awkward);
    });
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  const list = strings.map((text) =>
    awkward ? `<si ><r><t>${text}</t></r></si>` : `<si><t>${text}</t></si>`,
  );
  const file = await xlsxOf([{ name: 'S', data: data.join('') }], { strings: list.join(''), styles: STYLES });
  return unwrap(await readTable(source(file), 'a.xlsx', options, quietTask));
}

function cellXml(cell: Cell, reference: string, strings: string[], awkward: boolean): string {
  const text = cell.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const value = cell.type === 's' ? String(strings.push(text) - 1) : text;
  if (cell.type === 'inlineStr') return `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
  return awkward
    ? `<c  t='${cell.type}'\n s = "${cell.style}" r='${reference}' ><f>1</f><v >${value}</v ></c >`
    : `<c r="${reference}" s="${cell.style}" t="${cell.type}"><v>${value}</v></c>`;
}

function cellsOf({ table }: IngestedTable): string[][] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((column) => valueAt(column, row)),
  );
}

describe('cells of XLSX sheets', () => {
  it('read the same whether they are written plainly, which has a way of its own, or awkwardly', async () => {
    const rows = fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        fc.pre(made.some((row) => row.some(({ value }) => value.trim() !== '')));
        expect(await read(made, false)).toEqual(await read(made, true));
      }),
      { numRuns: 60 },
    );
  });

  it('show numbers under their formats, strings, yes or no and errors', async () => {
    const row = (type: Cell['type'], value: string, style = 0): Cell => ({ type, value, style, skipped: 0 });
    const rows = [
      [row('s', 'Zoë & Co'), row('n', '44197', 1), row('n', '0.5', 2), row('b', '1'), row('e', '#N/A')],
      [row('s', 'Zoë & Co'), row('n', '007'), row('n', '12.50'), row('str', 'a_x0041_'), row('n', '1E3')],
    ];
    expect(cellsOf(await read(rows, false))).toEqual([
      ['Zoë & Co', '2021-01-01', '50%', 'TRUE', '#N/A'],
      ['Zoë & Co', '7', '12.5', 'aA', '1000'],
    ]);
  });
});
