import { notATable, passwordProtected } from './errors';
import { bytesOf } from './source';
import type { ByteSource } from './types';
import type { ZipPackage } from './zip-package';

/** What a file is by its first bytes, whatever its name says. */
export type Content = 'zip' | 'xls' | 'xml' | 'html' | 'text';

/** Bytes at the start that are looked at. */
const HEAD = 4096;

/** Marks at the start of files that are no tables. Marks of plain letters are in `BINARY_MARKS`. */
const MARKS: readonly (readonly [mark: string, what: string])[] = [
  ['%PDF-', 'a PDF document'],
  ['\x89PNG\r\n\x1a\n', 'a picture (PNG)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['GIF87a', 'a picture (GIF)'],
  ['GIF89a', 'a picture (GIF)'],
  ['II*\0', 'a picture (TIFF)'],
  ['MM\0*', 'a picture (TIFF)'],
  ['{\\rtf', 'a text document (RTF)'],
  ['\x1f\x8b', 'a compressed file (GZIP)'],
  ['7z\xbc\xaf\x27\x1c', 'a compressed file (7-Zip)'],
  ['Rar!\x1a\x07', 'a compressed file (RAR)'],
  ['\xfd7zXZ\0', 'a compressed file (XZ)'],
  ['SQLite format 3\0', 'a database (SQLite)'],
  ['\0\x01\0\0Standard Jet DB', 'a database (Microsoft Access)'],
  ['\0\x01\0\0Standard ACE DB', 'a database (Microsoft Access)'],
  ['\x7fELF', 'a program'],
  ['!BDN', 'an Outlook mailbox'],
  ['PAR1', 'a Parquet file'],
];

/** Marks that could also begin a text; they count only in files that hold zero bytes. */
const BINARY_MARKS: readonly (readonly [mark: string, what: string])[] = [
  ['MZ', 'a program'],
  ['BM', 'a picture (BMP)'],
  ['RIFF', 'a picture or sound'],
  ['BZh', 'a compressed file (BZIP2)'],
  ['ID3', 'a sound file'],
  ['OggS', 'a sound file'],
];

/** The records that begin a workbook of Excel 2, 3 and 4, which came without a container. */
const BIFF_MARKS = ['\x09\0\x04\0', '\x09\x02\x06\0', '\x09\x04\x06\0', '\x09\x08\x08\0', '\x09\x08\x10\0'];

const OLE_MARK = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Decides by the bytes what a file is. Throws `NOT_A_TABLE` for known formats that are none. */
export async function contentOf(file: ByteSource, fileName: string): Promise<Content> {
  const bytes = await bytesOf(file, 0, HEAD);
  const head = latin1(bytes);
  for (const [mark, what] of MARKS) if (head.startsWith(mark)) throw notATable(fileName, what);
  if (bytes.includes(0)) {
    for (const [mark, what] of BINARY_MARKS) if (head.startsWith(mark)) throw notATable(fileName, what);
    if (head.slice(4, 8) === 'ftyp') throw notATable(fileName, 'a video');
  }
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (head.startsWith(OLE_MARK) || BIFF_MARKS.some((mark) => head.startsWith(mark))) return 'xls';
  return textContent(head, fileName);
}

function textContent(head: string, fileName: string): Content {
  const start = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (/^<\?xml|^<(?:[\w.-]+:)?Workbook[\s>]/.test(start)) {
    if (/urn:schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/.test(start)) return 'xml';
    if (/<(?:[\w.-]+:)?html[\s>]/i.test(start)) return 'html';
    throw notATable(fileName, 'an XML file that is no spreadsheet');
  }
  const markup = start.replace(/^(?:<!--[\s\S]{0,2000}?-->\s*)+/, '');
  if (/^<(?:!doctype html|html|head|body|table|meta|style|div)[\s>]/i.test(markup)) return 'html';
  if (/^(?:\{\s*"[^"\n]{1,200}"\s*:|\[\s*\{\s*"[^"\n]{1,200}"\s*:)/.test(start)) {
    throw notATable(fileName, 'a JSON file');
  }
  return 'text';
}

/** What kind of workbook a zip archive is. Throws `NOT_A_TABLE` and `PASSWORD_PROTECTED`. */
export async function zipContent(zip: ZipPackage, fileName: string): Promise<'xlsx' | 'xlsb' | 'ods'> {
  if (zip.has('xl/workbook.bin')) return 'xlsb';
  if (zip.has('xl/workbook.xml')) return 'xlsx';
  if (zip.has('content.xml')) {
    const type = zip.has('mimetype') ? await zip.text('mimetype') : 'spreadsheet';
    if (type.includes('spreadsheet')) return 'ods';
    throw notATable(fileName, 'an OpenDocument file that is no spreadsheet');
  }
  if (zip.has('EncryptedPackage')) throw passwordProtected(fileName);
  const { paths } = zip;
  const inside = (folder: string): boolean => paths.some((path) => path.startsWith(folder));
  if (inside('word/')) throw notATable(fileName, 'a Word document');
  if (inside('ppt/')) throw notATable(fileName, 'a presentation');
  if (paths.some((path) => path.endsWith('.iwa'))) throw notATable(fileName, 'an Apple Numbers document');
  if (zip.has('[Content_Types].xml') || inside('_rels/')) return 'xlsx';
  throw notATable(fileName, paths.length === 0 ? 'an empty ZIP archive' : 'a ZIP archive, not a workbook');
}

/** Whether an OLE container holds a password-protected workbook or something that is no workbook at all. */
export async function checkOle(file: ByteSource, fileName: string): Promise<void> {
  const head = latin1(await bytesOf(file, 0, 8));
  if (!head.startsWith(OLE_MARK)) return;
  const names =
    latin1(await bytesOf(file, 0, 1 << 22)) +
    latin1(await bytesOf(file, Math.max(1 << 22, file.size - (1 << 20)), file.size));
  const holds = (name: string): boolean => names.includes(name.split('').join('\0'));
  if (holds('EncryptedPackage')) throw passwordProtected(fileName);
  if (holds('Workbook') || holds('Book')) return;
  if (holds('WordDocument')) throw notATable(fileName, 'a Word document');
  if (holds('PowerPoint Document')) throw notATable(fileName, 'a presentation');
  if (holds('__properties_version1.0')) throw notATable(fileName, 'an Outlook message');
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
