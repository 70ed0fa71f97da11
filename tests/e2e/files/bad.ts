import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { csv, type Upload } from './estate';

/** Files that are not what their name says, or more than anybody meant. All made here. */

/** Nothing at all. */
export const EMPTY_CSV = csv('nothing.csv', '');

export const EMPTY_XLSX: Upload = { ...csv('nothing.xlsx', ''), mimeType: 'application/octet-stream' };

/** A PDF somebody renamed. */
export const PDF_AS_CSV = csv(
  'report.csv',
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n',
);

/** A Windows program somebody renamed: the mark, then what no text holds. */
export const PROGRAM_AS_CSV: Upload = {
  name: 'setup.csv',
  mimeType: 'text/csv',
  buffer: Buffer.concat([
    Buffer.from('MZ'),
    Buffer.alloc(2046),
    Buffer.from('This program cannot be run in DOS mode.'),
  ]),
};

/**
 * What Excel writes for a workbook with a password: an OLE container whose directory names the stream
 * `EncryptedPackage`. Header and first directory entry as in [MS-CFB]; the encrypted bytes themselves do not matter.
 */
export function passwordProtectedWorkbook(): Upload {
  const sector = 512;
  const buffer = Buffer.alloc(sector * 3, 0xff);
  buffer.fill(0, 0, sector);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(buffer);
  buffer.writeUInt16LE(0x3e, 24);
  buffer.writeUInt16LE(3, 26);
  buffer.writeUInt16LE(0xfffe, 28);
  buffer.writeUInt16LE(9, 30);
  buffer.writeUInt16LE(6, 32);
  buffer.writeUInt32LE(1, 44);
  buffer.writeUInt32LE(1, 48);
  buffer.fill(0, sector * 2);
  for (const [at, name] of ['Root Entry', 'EncryptionInfo', 'EncryptedPackage'].entries()) {
    const entry = sector * 2 + at * 128;
    buffer.write(`${name}\0`, entry, 'utf16le');
    buffer.writeUInt16LE((name.length + 1) * 2, entry + 64);
    buffer.writeUInt8(at === 0 ? 5 : 2, entry + 66);
  }
  return { name: 'salaries.xlsx', mimeType: 'application/octet-stream', buffer };
}

/** So many columns, two rows. */
export function wideTable(columns: number): Upload {
  const row = (value: (at: number) => string): string =>
    Array.from({ length: columns }, (_, at) => value(at)).join(',');
  const text = [row((at) => `column ${at + 1}`), row((at) => `a${at}`), row((at) => `b${at}`)].join('\n');
  return csv('wide.csv', `${text}\n`);
}

/** Writes one line of so many bytes without a line feed anywhere. */
export async function writeSingleLine(path: string, megabytes: number): Promise<void> {
  const out = createWriteStream(path);
  const block = Buffer.from('a long text that never ends and has no comma '.repeat(24_000)).subarray(
    0,
    1 << 20,
  );
  for (let at = 0; at < megabytes; at++) out.write(block);
  out.end();
  await finished(out);
}
