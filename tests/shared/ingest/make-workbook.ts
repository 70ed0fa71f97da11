import { configure, TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

configure({ useWebWorkers: false });

/** A zip archive with these parts. */
export async function zipOf(parts: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [path, text] of Object.entries(parts)) await writer.add(path, new TextReader(text));
  return new Uint8Array(await writer.close());
}

export interface MadeSheet {
  readonly name: string;
  readonly state?: string;
  /** The content of `<sheetData>`. */
  readonly data: string;
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small XLSX workbook from raw XML, so that tests can say exactly what is in it. */
export function xlsxOf(
  sheets: readonly MadeSheet[],
  parts: { readonly strings?: string; readonly styles?: string; readonly properties?: string } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 9}" ${state ? `state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const relations = sheets.map(
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${TYPES}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${TYPES}"><workbookPr ${parts.properties ?? ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}
      <Relationship Id="a" Type="${TYPES}/sharedStrings" Target="/xl/sharedStrings.xml"/>
      <Relationship Id="b" Type="${TYPES}/styles" Target="styles.xml"/></Relationships>`,
  };
  if (parts.strings) files['xl/sharedStrings.xml'] = `<sst>${parts.strings}</sst>`;
  if (parts.styles) files['xl/styles.xml'] = `<styleSheet>${parts.styles}</styleSheet>`;
  for (const [i, { data }] of sheets.entries()) {
    files[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet><sheetData>${data}</sheetData></worksheet>`;
  }
  return zipOf(files);
}

/** A workbook of sheets given as rows of cells; blanks are left out, as Excel does. */
export function makeXlsx(
  sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>,
): Promise<Uint8Array<ArrayBuffer>> {
  return xlsxOf(
    Object.entries(sheets).map(([name, rows]) => ({
      name,
      data: rows
        .map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => made(cell, c, r)).join('')}</row>`)
        .join(''),
    })),
  );
}

function made(cell: string | number, column: number, row: number): string {
  const reference = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (cell === '') return '';
  return typeof cell === 'number'
    ? `<c r="${reference}"><v>${cell}</v></c>`
    : `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`;
}
