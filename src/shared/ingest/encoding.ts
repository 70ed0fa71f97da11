import chardet from 'chardet';
import { CODE_PAGE_NAMES } from './code-pages';
import { unsupportedEncoding } from './errors';
import { bestLatinEncoding } from './latin-encodings';
import { type MultibyteFit, multibyteFits } from './multibyte';
import { decode } from './source';
import type { Evidence } from './types';
import { censusOf } from './utf8-census';

export interface EncodingGuess {
  /** WHATWG label. */
  readonly encoding: string;
  readonly text: string;
  readonly certainty: Evidence['certainty'];
}

/** Valid sequences of UTF-8 for each stray byte from which a file is damaged UTF-8: in other texts they hardly come about by chance. */
const LEAST_VALID = 2;

/**
 * The encoding of a text file from pieces of it (the first one from its start), in this order: byte order mark; zero
 * bytes in every second place (UTF-16); valid UTF-8; escape sequences (ISO-2022-JP); the structure of the double-byte
 * encodings; letters of other scripts by the statistics of chardet; what is left is Western.
 * Throws `UNSUPPORTED_ENCODING` for UTF-32.
 */
export function detectEncoding(pieces: readonly Uint8Array<ArrayBuffer>[], fileName: string): EncodingGuess {
  const head = pieces[0] ?? new Uint8Array(0);
  const marked = byteOrderMark(head, fileName);
  if (marked) return marked;
  const wide = zeroPattern(head, fileName);
  if (wide) return wide;
  const census = censusOf(pieces);
  if (census.high === 0) return asciiGuess(head);
  if (census.invalid === 0) {
    const text =
      census.multi === 1
        ? 'The one character outside ASCII is valid UTF-8.'
        : `All ${census.multi} characters outside ASCII are valid UTF-8.`;
    return { encoding: 'utf-8', text, certainty: 'sure' };
  }
  if (census.multi >= census.invalid * LEAST_VALID) {
    const text = `${census.multi} characters outside ASCII are valid UTF-8, but ${census.invalid} bytes are not: they show as �.`;
    return { encoding: 'utf-8', text, certainty: 'likely' };
  }
  return legacyGuess(joined(pieces), fileName);
}

function byteOrderMark(head: Uint8Array, fileName: string): EncodingGuess | null {
  const [a, b, c, d] = head;
  const say = (encoding: string, name: string): EncodingGuess => ({
    encoding,
    text: `The file starts with the byte order mark of ${name}.`,
    certainty: 'sure',
  });
  if (a === 0xef && b === 0xbb && c === 0xbf) return say('utf-8', 'UTF-8');
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw unsupportedEncoding(fileName, 'UTF-32');
  }
  if (a === 0xff && b === 0xfe) return say('utf-16le', 'UTF-16, little-endian');
  if (a === 0xfe && b === 0xff) return say('utf-16be', 'UTF-16, big-endian');
  return null;
}

/** UTF-16 without a mark: in most texts one byte of every pair is zero, at least for digits, delimiters and line ends. */
function zeroPattern(head: Uint8Array<ArrayBuffer>, fileName: string): EncodingGuess | null {
  const zeros = [0, 0, 0, 0];
  const size = Math.min(head.length - (head.length % 4), 1 << 16);
  for (let at = 0; at < size; at++) if (head[at] === 0) zeros[at % 4]!++;
  const [z0 = 0, z1 = 0, z2 = 0, z3 = 0] = zeros;
  const even = z0 + z2;
  const odd = z1 + z3;
  const quarter = size / 4;
  if (quarter > 0 && z0 + z1 + z2 + z3 > quarter * 2.5) throw unsupportedEncoding(fileName, 'UTF-32');
  const [most, least] = odd > even ? [odd, even] : [even, odd];
  const pairs = size / 2;
  if (most < Math.max(2, pairs * 0.05) || least > most * 0.1) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = decode(head.slice(0, size), encoding, fileName);
  if (!/[\n\r,;\t|]/.test(text) && most < pairs * 0.5) return null;
  return {
    encoding,
    text: `${Math.round((most / pairs) * 100)} % of the byte pairs have a zero in the same place, as in UTF-16 without a byte order mark.`,
    certainty: 'likely',
  };
}

/** Escape, then `$B`, `$@`, `(J` or `(B`: the switches of ISO-2022-JP. */
function asciiGuess(head: Uint8Array): EncodingGuess {
  for (let at = head.indexOf(0x1b); at >= 0; at = head.indexOf(0x1b, at + 1)) {
    if (head[at + 1] === 0x24 && (head[at + 2] === 0x42 || head[at + 2] === 0x40)) {
      const text = 'Escape sequences switch between ASCII and Japanese, as in ISO-2022-JP.';
      return { encoding: 'iso-2022-jp', text, certainty: 'sure' };
    }
  }
  return {
    encoding: 'utf-8',
    text: 'All characters looked at are plain ASCII, which reads the same in almost every encoding.',
    certainty: 'sure',
  };
}

function legacyGuess(bytes: Uint8Array<ArrayBuffer>, fileName: string): EncodingGuess {
  const ranked = chardet.analyse(bytes);
  const multibyte = bestMultibyte(bytes, ranked);
  if (multibyte) {
    const text = `Not UTF-8; ${multibyte.characters} characters fit ${multibyte.name}, ${Math.round(multibyte.common * 100)} % of them everyday ones.`;
    return { encoding: multibyte.encoding, text, certainty: 'likely' };
  }
  const shape = highByteShape(bytes);
  const best = ranked.find(({ name }) => OTHER_SCRIPTS.has(name) || LATIN_NAMES.has(name));
  const script = best && OTHER_SCRIPTS.get(best.name);
  if (shape.high >= 12 && shape.hebrew) {
    const text = 'Not UTF-8; all bytes outside ASCII are Hebrew letters in windows-1255.';
    return { encoding: 'windows-1255', text, certainty: 'likely' };
  }
  if (shape.clustered > 0.5 && shape.high >= 6 && isDosCyrillic(bytes)) {
    const text = 'Not UTF-8; the bytes outside ASCII lie where DOS (code page 866) has its Cyrillic letters.';
    return { encoding: 'ibm866', text, certainty: 'likely' };
  }
  if (shape.clustered > 0.5 && shape.high >= 6 && best && script) {
    const text = `Not UTF-8; whole words of characters outside ASCII, whose frequencies fit ${script} best (${best.confidence} %).`;
    return { encoding: script, text, certainty: 'likely' };
  }
  return latinGuess(bytes, shape.high, fileName);
}

type Ranked = readonly { readonly name: string; readonly confidence: number }[];

/** The double-byte encoding the bytes fit without fault and with everyday characters, if any. */
function bestMultibyte(bytes: Uint8Array, ranked: Ranked): MultibyteFit | null {
  let best: MultibyteFit | null = null;
  let bestScore = 0;
  for (const fit of multibyteFits(bytes)) {
    if (fit.characters < 2 || fit.invalid > fit.characters * 0.01) continue;
    if (fit.common < 0.7 || fit.misplaced >= 0.5) continue;
    const confidence = ranked.find(
      ({ name }) => name.toLowerCase().replace('-', '_') === fit.encoding.replace('-', '_'),
    );
    const score = fit.common + (confidence?.confidence ?? 0) / 200;
    if (score > bestScore) {
      best = fit;
      bestScore = score;
    }
  }
  return best;
}

/** Encodings of scripts other than Latin by their names in chardet: words in them are bytes above ASCII throughout. */
const OTHER_SCRIPTS = new Map([
  ['ISO-8859-5', 'iso-8859-5'],
  ['ISO-8859-6', 'iso-8859-6'],
  ['ISO-8859-7', 'iso-8859-7'],
  ['windows-1253', 'windows-1253'],
  ['ISO-8859-8', 'iso-8859-8'],
  ['windows-1255', 'windows-1255'],
  ['windows-1251', 'windows-1251'],
  ['windows-1256', 'windows-1256'],
  ['windows-874', 'windows-874'],
  ['KOI8-R', 'koi8-r'],
]);

/** What chardet calls encodings of the Latin script but Western European. */
const LATIN_NAMES = new Set(['ISO-8859-2', 'windows-1250', 'ISO-8859-9', 'windows-1254', 'windows-1257']);

interface HighBytes {
  /** How many bytes lie above ASCII. */
  readonly high: number;
  /** The share of them that stand beside another such byte. */
  readonly clustered: number;
  /** All of them are where Hebrew has its letters: Greek and Cyrillic text would have capitals below. */
  readonly hebrew: boolean;
}

function highByteShape(bytes: Uint8Array): HighBytes {
  let high = 0;
  let clustered = 0;
  let hebrew = true;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    high++;
    if (bytes[at]! < 0xe0 || bytes[at]! > 0xfa) hebrew = false;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) clustered++;
  }
  const share = high > 0 ? clustered / high : 0;
  return { high, clustered: share, hebrew: hebrew && share > 0.9 };
}

/** Few bytes say little, so windows-1252 is given up only for something clearly better. */
function latinGuess(bytes: Uint8Array<ArrayBuffer>, high: number, fileName: string): EncodingGuess {
  const { encoding, language } = bestLatinEncoding(bytes, high, fileName);
  const what =
    language === null
      ? `${high} ${high === 1 ? 'byte' : 'bytes'} outside ASCII, read as Western European (windows-1252)`
      : `the ${high} bytes outside ASCII read best as letters of ${language} in ${nameOf(encoding)}`;
  return { encoding, text: `Not UTF-8; ${what}.`, certainty: 'likely' };
}

function nameOf(encoding: string): string {
  const page = CODE_PAGE_NAMES.get(encoding);
  return page === undefined ? encoding : `code page ${encoding.slice(3)} (${page})`;
}

/** Small Cyrillic letters of code page 866 lie at A0 to AF and E0 to EF, capitals at 80 to 9F; other pages have signs there. */
function isDosCyrillic(bytes: Uint8Array): boolean {
  let high = 0;
  let letters = 0;
  let low = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    high++;
    if (byte <= 0xaf || (byte >= 0xe0 && byte <= 0xf1)) letters++;
    if (byte >= 0xa0 && byte <= 0xaf) low++;
  }
  return letters >= high * 0.97 && low >= high * 0.3;
}

/** The pieces in one, at most 256 KiB of it: statistics need no more. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const limit = 1 << 18;
  const all = new Uint8Array(
    Math.min(
      limit,
      pieces.reduce((sum, piece) => sum + piece.length, 0),
    ),
  );
  let at = 0;
  for (const piece of pieces) {
    const part = piece.subarray(0, all.length - at);
    all.set(part, at);
    at += part.length;
  }
  return all;
}
