import { quietTask } from '@shared/base/progress';
import { previewTable } from '@shared/ingest/inspect';
import { mixOf } from '@shared/profile/findings/units';
import { profileTable } from '@shared/profile/profile-table';
import { describe, expect, it } from 'vitest';
import { xlsxOf } from './make-workbook';
import { inspected, read, rowsOf, source } from './support';

const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="[$€-407] #,##0.00"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;USD&quot;"/></numFmts>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs>`;

/** Rate to two decimals, amount in euros or dollars, a date without its time of day. */
const ROWS = [
  '<row><c t="str"><v>Customer</v></c><c t="str"><v>Rate</v></c><c t="str"><v>Amount</v></c><c t="str"><v>Since</v></c></row>',
  '<row><c t="str"><v>Acme</v></c><c s="1"><v>0.3333333</v></c><c s="2"><v>1234.5</v></c><c s="4"><v>44197.75</v></c></row>',
  '<row><c t="str"><v>Bolt</v></c><c s="1"><v>0.25</v></c><c s="2"><v>-20</v></c><c s="4"><v>44198</v></c></row>',
  '<row><c t="str"><v>Cord</v></c><c s="1"><v>0.6666667</v></c><c s="3"><v>99.999</v></c><c s="4"><v>44199</v></c></row>',
].join('');

const workbook = () => xlsxOf([{ name: 'S', data: ROWS }], { styles: STYLES });

describe('cells that hold more than they show', () => {
  it('are read as shown, and said how many and what they hold', async () => {
    const { table, warnings, columns } = await read(await workbook(), {}, 'book.xlsx');
    expect(rowsOf(table)).toEqual([
      ['Acme', '0.33', '€1234.50', '2021-01-01'],
      ['Bolt', '0.25', '-€20.00', '2021-01-02'],
      ['Cord', '0.67', '100.00 USD', '2021-01-03'],
    ]);
    expect(columns.map(({ type }) => type)).toEqual(['text', 'number', 'number', 'date']);
    expect(warnings).toEqual([
      '"Rate": 2 cells hold more decimals than are shown (0.3333333 shows as 0.33). Read as shown.',
      '"Amount": 3 amounts show a currency sign (€, USD) that the stored number lacks. Read as shown.',
      '"Amount": One cell holds more decimals than are shown (99.999 shows as 100.00 USD). Read as shown.',
      '"Since": One cell holds a time of day that is not shown (2021-01-01 18:00:00 shows as 2021-01-01). Read as shown.',
    ]);
  });

  it('are said before the table is added', async () => {
    const [proposal] = (await inspected(await workbook(), 'book.xlsx')).tables;
    const shown = proposal!.evidence.filter(({ about }) => about === 'shown');
    expect(shown.map(({ column }) => column)).toEqual(['Rate', 'Amount', 'Amount', 'Since']);
    expect(proposal!.preview[0]).toEqual(['Acme', '0.33', '€1234.50', '2021-01-01']);
  });

  it('are read as stored where a person asks for it, for all columns or for some', async () => {
    const stored = await read(await workbook(), { cells: { as: 'stored', except: ['Amount'] } }, 'book.xlsx');
    expect(rowsOf(stored.table)).toEqual([
      ['Acme', '0.3333333', '€1234.50', '2021-01-01 18:00:00'],
      ['Bolt', '0.25', '-€20.00', '2021-01-02'],
      ['Cord', '0.6666667', '100.00 USD', '2021-01-03'],
    ]);
    const shown = await read(await workbook(), { cells: { as: 'shown', except: ['Rate'] } }, 'book.xlsx');
    expect(rowsOf(shown.table)[0]).toEqual(['Acme', '0.3333333', '€1234.50', '2021-01-01']);
    expect(shown.warnings[0]).toBe(
      '"Rate": 2 cells hold more decimals than are shown (0.3333333 shows as 0.33). Read as stored.',
    );
  });

  it('are read as stored in notes beside the table too, by the name a person sees', async () => {
    const sheet = [
      '<row r="1"><c r="A1" t="str"><v>Id</v></c><c r="B1" t="str"><v>Rate</v></c></row>',
      ...Array.from({ length: 9 }, (_, i) => {
        const note = i === 4 ? `<c r="D${i + 2}" s="1"><v>0.6666667</v></c>` : '';
        return `<row r="${i + 2}"><c r="A${i + 2}"><v>${i}</v></c><c r="B${i + 2}" s="1"><v>${i}.125</v></c>${note}</row>`;
      }),
    ].join('');
    const bytes = await xlsxOf([{ name: 'S', data: sheet }], { styles: STYLES });
    const said = 'One cell holds more decimals than are shown (0.6666667 shows as 0.67).';
    for (const [as, noted, rest] of [
      ['shown', '0.6666667', '4.13'],
      ['stored', '0.67', '4.125'],
    ] as const) {
      const cells = { as, except: ['Note beside the table'] };
      const { table, warnings } = await read(bytes, { cells }, 'book.xlsx');
      expect(rowsOf(table)[4]).toEqual(['4', rest, noted]);
      expect(rowsOf(table)[3]!.slice(2)).toEqual(['']);
      expect(warnings).toContain(
        `"Note beside the table": ${said} Read as ${as === 'shown' ? 'stored' : 'shown'}.`,
      );
      const { options } = (await inspected(bytes, 'book.xlsx')).tables[0]!;
      const preview = await previewTable(source(bytes), 'book.xlsx', { ...options, cells }, quietTask);
      expect(preview.ok && preview.value.preview).toEqual(rowsOf(table));
      const shown = preview.ok ? preview.value.evidence.filter(({ about }) => about === 'shown') : [];
      expect(shown.map(({ column }) => column)).toEqual(['Rate', 'Note beside the table']);
    }
  });

  it('are read as stored in columns without a header, and of sheets without one, by the names they get', async () => {
    const bare = await xlsxOf(
      [{ name: 'S', data: ROWS.replace('<c t="str"><v>Rate</v></c>', '<c t="str"><v></v></c>') }],
      { styles: STYLES },
    );
    const cells = { as: 'shown', except: ['Column 2'] } as const;
    const wanted = ['0.3333333', '0.25', '0.6666667'];
    for (const change of [{}, { headerRow: null, firstRow: 1 }]) {
      const { table } = await read(bare, { cells, ...change }, 'book.xlsx');
      expect(rowsOf(table).map((row) => row[1])).toEqual(wanted);
    }
  });

  it('give amounts in several currencies away in the profile', async () => {
    const { table, columns } = await read(await workbook(), {}, 'book.xlsx');
    const profile = profileTable(table, columns, '2026-01-01');
    expect(mixOf(table.columns[2]!, profile.columns[2]!)).toMatchObject({
      kind: 'currency',
      parts: [
        { unit: 'EUR', rows: 2 },
        { unit: 'USD', rows: 1 },
      ],
    });
  });
});
