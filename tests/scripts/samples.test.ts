import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as XLSX from '@e965/xlsx';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { buildSamples, SAMPLE_SEED } from '../../scripts/samples/build';
import { csvText, windows1252 } from '../../scripts/samples/csv';
import { germanAmount } from '../../scripts/samples/old-crm';
import { umlautsSpelled } from '../../scripts/samples/text-errors';

const FOLDER = resolve(import.meta.dirname, '../../resources/samples');
const files = buildSamples(SAMPLE_SEED);

function bytesOf(path: string): Uint8Array {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`no sample file ${path}`);
  return bytes;
}

function rowsOf(path: string, encoding: string, delimiter: string): string[][] {
  const text = new TextDecoder(encoding).decode(bytesOf(path));
  return Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data;
}

function sheetRows(sheet: string): string[][] {
  const book = XLSX.read(bytesOf('accounting.xlsx'), { type: 'array' });
  return XLSX.utils.sheet_to_json<string[]>(book.Sheets[sheet]!, { header: 1, raw: true, defval: '' });
}

/** Entity per `file#row` of one truth file. */
function truthOf(name: string): Map<string, string> {
  const [, ...rows] = rowsOf(`truth/${name}.csv`, 'utf-8', ',');
  return new Map(rows.map(([file, sheet, row, entity]) => [`${file}|${sheet}#${row}`, entity!]));
}

const crmAccounts = rowsOf('old-crm-accounts.csv', 'windows-1252', ';');
const crmContacts = rowsOf('old-crm-contacts.csv', 'windows-1252', ';');
const crmOpportunities = rowsOf('old-crm-opportunities.csv', 'windows-1252', ';');
const sales = rowsOf('sales-contacts.csv', 'utf-8', ',');
const erasure = rowsOf('erasure-requests.csv', 'utf-8', ',');

describe('the sample estate', () => {
  it('comes out byte for byte the same from the same seed, and equals the committed files', () => {
    const again = buildSamples(SAMPLE_SEED);
    expect([...again.keys()]).toEqual([...files.keys()]);
    for (const [path, bytes] of files) {
      expect(Buffer.from(again.get(path)!).equals(Buffer.from(bytes)), `${path} twice`).toBe(true);
      expect(readFileSync(join(FOLDER, path)).equals(Buffer.from(bytes)), `${path} as committed`).toBe(true);
    }
  });

  it('comes out different from another seed', () => {
    const other = buildSamples('another-seed').get('old-crm-accounts.csv')!;
    expect(Buffer.from(other).equals(Buffer.from(bytesOf('old-crm-accounts.csv')))).toBe(false);
  });

  it('stays below 6 MB and holds nothing but the generated files and their README', () => {
    const names = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(FOLDER.length + 1)
          .replaceAll('\\', '/'),
      );
    expect(names.sort()).toEqual([...files.keys(), 'README.md'].sort());
    const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    expect(total).toBeLessThan(6_000_000);
  });

  it('holds about 4,000 accounts, 9,000 contacts and 6,000 opportunities', () => {
    expect(truthOf('accounts').size).toBeGreaterThan(3_800);
    expect(truthOf('accounts').size).toBeLessThan(4_300);
    expect(truthOf('contacts').size).toBeGreaterThan(8_700);
    expect(truthOf('contacts').size).toBeLessThan(9_500);
    expect(truthOf('opportunities').size).toBeGreaterThan(5_500);
    expect(truthOf('opportunities').size).toBeLessThan(6_300);
  });
});

describe('the old CRM', () => {
  it('is windows-1252 with semicolons and CRLF, not UTF-8', () => {
    const bytes = bytesOf('old-crm-accounts.csv');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    const text = new TextDecoder('windows-1252').decode(bytes);
    expect(text.startsWith('Kd-Nr;Firma;Firma 2;Straße;PLZ;Ort;Bundesland;Land;Telefon;')).toBe(true);
    expect(text.split('\r\n').length).toBeGreaterThan(2_000);
  });

  it('writes dates as DD/MM/YYYY with days above 12 among them', () => {
    const column = crmAccounts[0]!.indexOf('Letzter Kontakt');
    const dates = crmAccounts
      .slice(1)
      .map((row) => row[column]!)
      .filter((cell) => cell !== '');
    expect(dates.every((cell) => /^\d{2}\/\d{2}\/\d{4}$/.test(cell))).toBe(true);
    expect(dates.some((cell) => Number(cell.slice(0, 2)) > 12)).toBe(true);
    expect(dates.some((cell) => cell === '00/00/0000')).toBe(true);
  });

  it('quotes notes with quotation marks and line breaks', () => {
    const notes = crmAccounts.map((row) => row.at(-1)!);
    expect(notes).toContain('Kunde sagt: "bitte nur per Mail"');
    expect(notes.some((note) => note.includes('\n'))).toBe(true);
  });

  it('has account numbers that are unique', () => {
    const numbers = crmAccounts.slice(1).map((row) => row[0]!);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('has contacts and opportunities that point at accounts which are gone', () => {
    const numbers = new Set(crmAccounts.slice(1).map((row) => row[0]!));
    const orphans = (rows: string[][], column: number) =>
      rows.slice(1).filter((row) => !numbers.has(row[column]!)).length;
    expect(orphans(crmContacts, 1)).toBeGreaterThan(30);
    expect(orphans(crmContacts, 1)).toBeLessThan(150);
    expect(orphans(crmOpportunities, 2)).toBeGreaterThan(30);
    expect(orphans(crmOpportunities, 2)).toBeLessThan(150);
  });

  it('has five contact lines and seven opportunity lines with a field too many', () => {
    const spoiled = (rows: string[][]) => rows.filter((row) => row.length !== rows[0]!.length).length;
    expect(spoiled(crmAccounts)).toBe(0);
    expect(spoiled(crmContacts)).toBe(5);
    expect(spoiled(crmOpportunities)).toBe(7);
  });

  it('holds test entries, dead companies and owners who left', () => {
    const names = crmAccounts.map((row) => row[1]!.trim());
    expect(names).toContain('Test GmbH');
    expect(names).toContain('asdf');
    const flag = crmAccounts[0]!.indexOf('Sperrvermerk');
    const dead = crmAccounts.filter((row) => /insolven|dissolved|erloschen|aufgelöst/i.test(row[flag]!));
    expect(dead.length).toBeGreaterThan(150);
    expect(crmAccounts.some((row) => row.includes('Ruth Obermaier (ausgeschieden)'))).toBe(true);
  });
});

describe('the accounting workbook', () => {
  it('has three lists between a notes sheet and a hidden one', () => {
    const book = XLSX.read(bytesOf('accounting.xlsx'), { type: 'array' });
    expect(book.SheetNames).toEqual([
      'Hinweise',
      'Debitoren',
      'Ansprechpartner',
      'Offene Posten',
      'Kontenrahmen',
    ]);
    expect(book.Workbook?.Sheets?.map((sheet) => sheet.Hidden ?? 0)).toEqual([0, 0, 0, 0, 1]);
  });

  it('puts three title rows above each header', () => {
    const rows = sheetRows('Debitoren');
    expect(rows[0]![0]).toBe('Northgate Industrial Equipment SE - Debitorenstamm');
    expect(rows[1]![0]).toBe('Stand: 31.10.2026');
    expect(rows[3]!.slice(0, 3)).toEqual(['Kunden-Nr.', 'Name 1', 'Name 2']);
  });

  it('stores customer numbers and balances as text and dates as Excel dates', () => {
    const [header, ...rows] = sheetRows('Debitoren').slice(3);
    const column = (name: string) => rows.map((row): unknown => row[header!.indexOf(name)]);
    expect(column('Kunden-Nr.').every((cell) => typeof cell === 'string' && /^00\d{5}$/.test(cell))).toBe(
      true,
    );
    expect(
      column('Saldo offen').some((cell) => typeof cell === 'string' && /^\d+\.\d{3},\d{2}$/.test(cell)),
    ).toBe(true);
    expect(column('Letzte Rechnung').every((cell) => cell === '' || typeof cell === 'number')).toBe(true);
    expect(column('Name 1').every((cell) => typeof cell === 'string' && cell.length <= 35)).toBe(true);
  });
});

describe('the sales list', () => {
  it('is UTF-8 with a byte order mark and holds kanji, hangul and umlauts', () => {
    expect([...bytesOf('sales-contacts.csv').slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytesOf('sales-contacts.csv'));
    expect(text).toMatch(/[\u4e00-\u9fff]{2}/);
    expect(text).toMatch(/[\uac00-\ud7af]{3}/);
    expect(text).toMatch(/[äöüß]/);
    expect(sales[0]!.slice(0, 4)).toEqual(['Contact', 'Company', 'Role', 'E-mail']);
  });

  it('shares info@ addresses and leaves many without any', () => {
    const mails = sales.slice(1).map((row) => row[3]!);
    expect(mails.filter((mail) => mail.startsWith('info@')).length).toBeGreaterThan(50);
    expect(mails.filter((mail) => mail === '').length).toBeGreaterThan(500);
  });
});

describe('the truth', () => {
  it('names an entity for every data row of every list, once', () => {
    const expected = new Map([
      ['accounts', crmAccounts.length - 1 + sheetRows('Debitoren').length - 4],
      ['contacts', crmContacts.length - 1 + sheetRows('Ansprechpartner').length - 4 + sales.length - 1],
      ['opportunities', crmOpportunities.length - 1],
      ['erasure', erasure.length - 1],
    ]);
    for (const [name, count] of expected) expect(truthOf(name).size, name).toBe(count);
  });

  it('joins duplicates within one source and across sources', () => {
    const within = (file: string, truth: Map<string, string>) => {
      const entities = [...truth]
        .filter(([place]) => place.startsWith(`${file}|`))
        .map(([, entity]) => entity);
      return entities.length - new Set(entities).size;
    };
    const accounts = truthOf('accounts');
    expect(within('old-crm-accounts.csv', accounts)).toBeGreaterThan(120);
    expect(within('accounting.xlsx', accounts)).toBeGreaterThan(30);
    const contacts = truthOf('contacts');
    expect(within('old-crm-contacts.csv', contacts)).toBeGreaterThan(300);
    expect(within('sales-contacts.csv', contacts)).toBeGreaterThan(80);
    const shared = new Set(
      [...accounts].filter(([place]) => place.startsWith('accounting')).map(([, entity]) => entity),
    );
    const both = [...accounts].filter(([place, entity]) => place.startsWith('old-crm') && shared.has(entity));
    expect(both.length).toBeGreaterThan(1_000);
  });

  it('keeps branches apart from their head office although they share name and web address', () => {
    const web = crmAccounts[0]!.indexOf('Web');
    const truth = truthOf('accounts');
    const byDomain = new Map<string, Set<string>>();
    crmAccounts.slice(1).forEach((row, index) => {
      const domain = row[web]!.replace(/^(https?:\/\/)?(www\.)?/, '');
      if (domain === '') return;
      const entity = truth.get(`old-crm-accounts.csv|#${index + 1}`)!;
      byDomain.set(domain, (byDomain.get(domain) ?? new Set()).add(entity));
    });
    const shared = [...byDomain.values()].filter((entities) => entities.size > 1);
    expect(shared.length).toBeGreaterThan(50);
  });

  it('finds most of those who asked for erasure in the contact lists by their address', () => {
    const known = new Set(
      [
        ...crmContacts.slice(1).map((row) => row[8]!),
        ...sales.slice(1).map((row) => row[3]!),
        ...sheetRows('Ansprechpartner')
          .slice(4)
          .map((row) => row[7] ?? ''),
      ].map((mail) => mail.trim().toLowerCase()),
    );
    const asked = erasure.slice(1).map((row) => row[2]!.trim().toLowerCase());
    const found = asked.filter((mail) => mail !== '' && known.has(mail)).length;
    expect(asked.length).toBeGreaterThan(380);
    expect(found / asked.length).toBeGreaterThan(0.6);
    expect(found).toBeLessThan(asked.length);
  });
});

describe('writing like the old systems', () => {
  it('quotes only what needs it', () => {
    expect(csvText([['a;b', 'c"d', 'e']], { delimiter: ';', lineEnding: '\r\n' })).toBe('"a;b";"c""d";e\r\n');
  });

  it('writes windows-1252: the euro sign is 0x80, ō loses its macron, kanji become question marks', () => {
    expect([...windows1252('€ß–ō山')]).toEqual([0x80, 0xdf, 0x96, 0x6f, 0x3f]);
  });

  it('writes amounts with dots and a comma', () => {
    expect(germanAmount(1240.5)).toBe('1.240,50');
    expect(germanAmount(12_500_000)).toBe('12.500.000,00');
  });

  it('spells umlauts out', () => {
    expect(umlautsSpelled('Müller & Söhne, Große Straße')).toBe('Mueller & Soehne, Grosse Strasse');
  });
});
