import { mixOf } from '@shared/profile/findings/units';
import { profileTable } from '@shared/profile/profile-table';
import { describe, expect, it } from 'vitest';
import { xlsxOf } from './make-workbook';
import { inspected, read, rowsOf } from './support';

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
