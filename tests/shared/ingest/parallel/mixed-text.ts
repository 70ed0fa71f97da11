/** Quotes in quotes, signs of several bytes, short rows, a note, a repeated header and totals, over several pieces. */
export function mixedText(): Blob {
  const header = 'Id,Name,City,Note';
  const lines = [header];
  for (let row = 0; row < 30_000; row++) {
    const note =
      row % 7 === 0 ? `"said ""${row % 911}"", twice\nand more"` : 'a plain remark to fill the line';
    const name = `Müller ${row % 13_000}`;
    if (row % 5_000 === 17) lines.push(`${row},${name}`);
    else if (row % 9_000 === 4_500) lines.push(header, 'checked by hand');
    else lines.push(`${row},${name},"Åre ${row % 300} 東京",${note}`);
  }
  lines.push('Total,,,');
  return new Blob([lines.join('\r\n')]);
}
