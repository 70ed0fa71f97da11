/** How a CSV file of the estate is written. */
export interface CsvStyle {
  readonly delimiter: string;
  readonly lineEnding: '\n' | '\r\n';
}

/** Rows as RFC 4180 text; a cell is quoted when it holds the delimiter, a quote or a line break. */
export function csvText(rows: readonly (readonly string[])[], style: CsvStyle): string {
  const special = new RegExp(`["\\r\\n${style.delimiter}]`);
  const quoted = (cell: string): string => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join(style.delimiter) + style.lineEnding).join('');
}

/** Windows-1252 bytes 0x80–0x9f and the characters they stand for; the rest is Latin-1. */
const UPPER: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  ƒ: 0x83,
  '„': 0x84,
  '…': 0x85,
  '†': 0x86,
  '‡': 0x87,
  ˆ: 0x88,
  '‰': 0x89,
  Š: 0x8a,
  '‹': 0x8b,
  Œ: 0x8c,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '˜': 0x98,
  '™': 0x99,
  š: 0x9a,
  '›': 0x9b,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
};

/**
 * Text in windows-1252 as the old system wrote it: a letter the code page lacks loses its accent (ō → o); what is left
 * without a place (kanji, hangul) becomes a question mark, as old exports do.
 */
export function windows1252(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const byte = byteOf(char) ?? byteOf(char.normalize('NFD')[0]!) ?? 0x3f;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function byteOf(char: string): number | undefined {
  const code = char.codePointAt(0)!;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  return UPPER[char];
}
