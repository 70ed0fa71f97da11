import { xlsxOf } from '../make-workbook';

/** A workbook of so many rows: shared and inline texts, dates, numbers, gaps, a merged cell; several blocks of rows. */
export async function mixedWorkbook(rows: number): Promise<Blob> {
  const strings: string[] = ['Id', 'Name', 'Since', 'Amount', 'Note'];
  const header = strings.map((_, i) => `<c r="${'ABCDE'[i]}1" t="s"><v>${i}</v></c>`).join('');
  const data = [`<row r="1">${header}</row>`];
  for (let i = 0; i < 700; i++) strings.push(i % 5 === 0 ? `M&amp;M ${i}` : `Åre ${i}`);
  for (let row = 2; row <= rows + 1; row++) {
    const name = `<c r="B${row}" t="s"><v>${5 + ((row * 7) % 700)}</v></c>`;
    const since = row % 3 === 0 ? '' : `<c r="C${row}" s="1"><v>${36_000 + (row % 900)}</v></c>`;
    const amount = `<c r="D${row}"><v>${row % 4 === 0 ? row : row / 8}</v></c>`;
    const note = row % 50 === 0 ? `<c r="E${row}" t="inlineStr"><is><t>seen ${row}</t></is></c>` : '';
    data.push(
      `<row r="${row}"><c r="A${row}"><v>${100_000 + row}</v></c>${name}${since}${amount}${note}</row>`,
    );
  }
  const bytes = await xlsxOf([{ name: 'Customers', data: data.join('') }], {
    strings: strings.map((text) => `<si><t>${text}</t></si>`).join(''),
    styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  });
  return new Blob([bytes]);
}
