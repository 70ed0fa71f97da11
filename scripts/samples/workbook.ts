import * as XLSX from '@e965/xlsx';
import type { Accounting } from './accounting';
import { DEBTOR_HEADER, OPEN_ITEM_HEADER, PARTNER_HEADER } from './accounting';
import { excelSerial } from './dates';
import { germanAmount } from './old-crm';

/** Rows above the header in every list of the workbook: title, date of the list, an empty row. */
const TITLE_ROWS = 3;

/** How one column of a sheet is stored. */
type CellKind = 'text' | 'date' | 'number';

/**
 * The accounting workbook: a notes sheet first, three lists with title rows above their headers, and a hidden sheet.
 * Keys and balances are text cells (leading zeros, decimal comma), dates are Excel dates. SheetJS compresses in plain
 * JavaScript and stamps nothing, so equal input gives equal bytes on every machine.
 */
export function accountingWorkbook(accounting: Accounting): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, notesSheet(), 'Hinweise');
  XLSX.utils.book_append_sheet(
    book,
    listSheet(
      'Northgate Industrial Equipment SE - Debitorenstamm',
      DEBTOR_HEADER,
      accounting.debtors.map((row) => row.cells),
      { 'Letzte Rechnung': 'date', 'Umsatz 2025': 'number' },
    ),
    'Debitoren',
  );
  XLSX.utils.book_append_sheet(
    book,
    listSheet(
      'Ansprechpartner zu Debitoren',
      PARTNER_HEADER,
      accounting.partners.map((row) => row.cells),
      { 'Geändert am': 'date' },
    ),
    'Ansprechpartner',
  );
  XLSX.utils.book_append_sheet(
    book,
    listSheet('Offene Posten (nur Ausgangsrechnungen)', OPEN_ITEM_HEADER, withTotal(accounting.openItems), {
      Belegdatum: 'date',
      Fällig: 'date',
    }),
    'Offene Posten',
  );
  XLSX.utils.book_append_sheet(book, hiddenSheet(), 'Kontenrahmen');
  book.Workbook = { Sheets: [{}, {}, {}, {}, { Hidden: 1 }] };
  book.Props = { Title: 'Debitoren', Author: 'Buchhaltung', CreatedDate: new Date('2026-10-31T16:20:00Z') };
  const bytes: unknown = XLSX.write(book, {
    type: 'array',
    bookType: 'xlsx',
    compression: true,
    bookSST: true,
  });
  if (!(bytes instanceof ArrayBuffer))
    throw new Error('The workbook writer answered with something else than bytes.');
  return new Uint8Array(bytes);
}

function listSheet(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  kinds: Readonly<Record<string, CellKind>>,
): XLSX.WorkSheet {
  const sheet: XLSX.WorkSheet = {};
  const put = (row: number, column: number, cell: XLSX.CellObject): void => {
    sheet[XLSX.utils.encode_cell({ r: row, c: column })] = cell;
  };
  put(0, 0, { t: 's', v: title });
  put(1, 0, { t: 's', v: 'Stand: 31.10.2026' });
  put(1, 2, { t: 's', v: 'Mandant 100' });
  header.forEach((name, column) => {
    put(TITLE_ROWS, column, { t: 's', v: name });
  });
  rows.forEach((cells, index) => {
    cells.forEach((text, column) => {
      if (text === '') return;
      const kind = kinds[header[column]!] ?? 'text';
      put(TITLE_ROWS + 1 + index, column, cellOf(text, kind));
    });
  });
  sheet['!ref'] = XLSX.utils.encode_range({
    s: { r: 0, c: 0 },
    e: { r: TITLE_ROWS + rows.length, c: header.length - 1 },
  });
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: Math.min(5, header.length - 1) } }];
  sheet['!cols'] = header.map((name) => ({ wch: Math.max(10, name.length + 4) }));
  return sheet;
}

function cellOf(text: string, kind: CellKind): XLSX.CellObject {
  if (kind === 'date') return { t: 'n', v: excelSerial(text), z: 'dd\\.mm\\.yyyy' };
  if (kind === 'number') return { t: 'n', v: Number(text) };
  return { t: 's', v: text };
}

/** The open items with the total line that every such list ends in. */
function withTotal(items: readonly (readonly string[])[]): string[][] {
  const cents = items.reduce(
    (sum, item) => sum + Math.round(Number((item[4] ?? '').replaceAll('.', '').replace(',', '.')) * 100),
    0,
  );
  return [...items.map((item) => [...item]), ['Summe', '', '', '', germanAmount(cents / 100), '']];
}

function notesSheet(): XLSX.WorkSheet {
  return XLSX.utils.aoa_to_sheet([
    ['Hinweise zur Datei'],
    [],
    ['Auszug aus der Buchhaltung für das CRM-Projekt.'],
    ['Kunden-Nummern immer siebenstellig mit führenden Nullen!'],
    ['Saldo offen: Summe der offenen Posten je Debitor, in Hauswährung.'],
    ['Gesperrte Debitoren (Spalte Sperre) bitte nicht anschreiben.'],
    ['Fragen: Frau Obermaier, Durchwahl 214'],
  ]);
}

function hiddenSheet(): XLSX.WorkSheet {
  return XLSX.utils.aoa_to_sheet([
    ['Konto', 'Bezeichnung', 'Art'],
    ['1200', 'Bank', 'Aktiv'],
    ['1400', 'Forderungen aus L+L', 'Aktiv'],
    ['4400', 'Erlöse 19 % USt', 'Ertrag'],
    ['4125', 'Erlöse steuerfreie innergemeinschaftliche Lieferung', 'Ertrag'],
  ]);
}
