import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { configure, TextReader, ZipWriter } from '@zip.js/zip.js';
import { seededRandom } from '../../../src/shared/base/random';

configure({ useWebWorkers: false });

const SYLLABLES =
  'ba be bi bo da de di do fa fe ga ge ha he ka ke la le li lo ma me mi mo na ne ra re ri ro sa se ta te va we'.split(
    ' ',
  );
const COLUMNS =
  'Id,FirstName,LastName,Email,Phone,Street,Postcode,City,Country,BirthDate,Created,Modified,Status,Amount,Currency,Owner,Company,Website,Note,Active'.split(
    ',',
  );
const COUNTRIES = ['Germany', 'France', 'Italy', 'Spain', 'Österreich', 'United Kingdom'];
const STATUS = ['Active', 'Inactive', 'Prospect', 'Former customer'];

/** Cells of customers, row after row, the same on every machine. */
function customers(seed: string): () => string[] {
  const random = seededRandom(seed);
  const word = (parts: number): string => {
    let text = '';
    for (let i = 0; i < parts; i++) text += SYLLABLES[random.int(SYLLABLES.length)]!;
    return text;
  };
  const pool = (size: number, parts: number): string[] => Array.from({ length: size }, () => word(parts));
  const [given, family, streets, cities] = [pool(900, 2), pool(60_000, 3), pool(25_000, 3), pool(2500, 3)];
  const [companies, owners] = [pool(180_000, 4), pool(120, 2)];
  const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
  const day = (from: number, years: number): string =>
    `${from + random.int(years)}-${two(1 + random.int(12))}-${two(1 + random.int(28))}`;
  let id = 100_000;
  return () => {
    const first = random.pick(given);
    const last = random.pick(family);
    const company = random.pick(companies);
    const city = random.int(cities.length);
    return [
      String(++id),
      first,
      last,
      random.next() < 0.1 ? '' : `${first}.${last}${random.int(90)}@${company}.com`,
      random.next() < 0.2 ? '' : `+49 ${150 + random.int(30)} ${1_000_000 + random.int(8_999_999)}`,
      `${random.pick(streets)} street ${1 + random.int(150)}`,
      String(10_000 + city * 31),
      cities[city]!,
      random.pick(COUNTRIES),
      random.next() < 0.4 ? '' : day(1940, 65),
      day(2008, 15),
      `${day(2021, 4)} ${two(random.int(24))}:${two(random.int(60))}`,
      random.pick(STATUS),
      `${random.int(90_000)}.${two(random.int(100))}`,
      'EUR',
      random.pick(owners),
      `${company} Ltd`,
      `www.${company}.com`,
      random.next() < 0.7 ? '' : `Called, ${word(3)} "${word(2)}" ${word(4)}`,
      random.next() < 0.8 ? 'true' : 'false',
    ];
  };
}

/** Writes a CSV file of 20 columns; about 205 bytes a row. */
export async function writeCsv(path: string, rows: number): Promise<void> {
  const next = customers(`ingest ${rows}`);
  const file = createWriteStream(path);
  let text = `${COLUMNS.join(',')}\r\n`;
  for (let row = 0; row < rows; row++) {
    text += `${next().map(quoted).join(',')}\r\n`;
    if (text.length > 1 << 20) {
      if (!file.write(text)) await once(file, 'drain');
      text = '';
    }
  }
  file.end(text);
  await once(file, 'finish');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Columns of the workbook: identifier, texts (shared strings), a date, an amount, a yes or no. */
const SHEET_COLUMNS = [0, 1, 2, 3, 5, 10, 13, 19];

/** Writes an XLSX file of 8 columns with shared strings, dates and numbers, as Excel writes them. */
export async function writeXlsx(path: string, rows: number): Promise<void> {
  const strings = new Map<string, number>();
  const shared = (text: string): number => {
    let index = strings.get(text);
    if (index === undefined) {
      index = strings.size;
      strings.set(text, index);
    }
    return index;
  };
  const file = createWriteStream(path);
  const zip = new ZipWriter(Writable.toWeb(file) as WritableStream<Uint8Array>, { level: 6, zip64: false });
  for (const [name, text] of FIXED_PARTS) await zip.add(name, new TextReader(text));
  await zip.add('xl/worksheets/sheet1.xml', streamed(sheetPieces(rows, shared)));
  await zip.add('xl/sharedStrings.xml', streamed(stringPieces(strings)));
  await zip.close();
}

function* sheetPieces(rows: number, shared: (text: string) => number): Generator<string> {
  const next = customers(`workbook ${rows}`);
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:H${rows + 1}"/><sheetData>`;
  const letters = 'ABCDEFGH';
  const header = SHEET_COLUMNS.map((c, i) => `<c r="${letters[i]}1" t="s"><v>${shared(COLUMNS[c]!)}</v></c>`);
  yield `<row r="1" spans="1:8">${header.join('')}</row>`;
  for (let row = 2; row <= rows + 1; row++) {
    const cells = next();
    const text = (i: number): string => {
      const value = cells[SHEET_COLUMNS[i]!]!;
      return value === '' ? '' : `<c r="${letters[i]}${row}" t="s"><v>${shared(value)}</v></c>`;
    };
    const date = Date.parse(`${cells[10]}T00:00:00Z`) / 86_400_000 + 25_569;
    yield `<row r="${row}" spans="1:8"><c r="A${row}"><v>${cells[0]}</v></c>${text(1)}${text(2)}${text(3)}${text(4)}<c r="F${row}" s="1"><v>${date}</v></c><c r="G${row}" s="2"><v>${Number(cells[13])}</v></c><c r="H${row}" t="b"><v>${cells[19] === 'true' ? 1 : 0}</v></c></row>`;
  }
  yield '</sheetData></worksheet>';
}

function* stringPieces(strings: ReadonlyMap<string, number>): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${strings.size}" uniqueCount="${strings.size}">`;
  for (const text of strings.keys())
    yield `<si><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`;
  yield '</sst>';
}

function streamed(pieces: Generator<string>) {
  const encoder = new TextEncoder();
  return {
    readable: new ReadableStream<Uint8Array>({
      pull: (controller) => {
        let text = '';
        for (;;) {
          const { value, done } = pieces.next();
          if (done) {
            if (text !== '') controller.enqueue(encoder.encode(text));
            controller.close();
            return;
          }
          text += value;
          if (text.length > 1 << 18) break;
        }
        controller.enqueue(encoder.encode(text));
      },
    }),
  };
}

const FIXED_PARTS: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
  ],
  [
    '_rels/.rels',
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  ],
  [
    'xl/_rels/workbook.xml.rels',
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
  ],
  [
    'xl/workbook.xml',
    '<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Customers" sheetId="1" r:id="rId1"/></sheets></workbook>',
  ],
  [
    'xl/styles.xml',
    '<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs></styleSheet>',
  ],
];
