import { bestLatinFit, type Language, type LatinFit } from './latin-letters';
import { decode } from './source';

const WESTERN: readonly Language[] = [
  'German',
  'French',
  'Spanish',
  'Portuguese',
  'Italian',
  'Swedish',
  'Danish',
  'Icelandic',
  'Dutch',
  'Finnish',
  'Estonian',
  'Catalan',
];
const CENTRAL: readonly Language[] = [
  'Czech',
  'Slovak',
  'Polish',
  'Hungarian',
  'Romanian',
  'Croatian or Slovene',
  'German',
];

/** Encodings of the Latin script with the languages they are used for, and how many bits better than windows-1252 they must fit. */
const LATIN: readonly {
  readonly encoding: string;
  readonly languages: readonly Language[];
  readonly lead: number;
}[] = [
  { encoding: 'windows-1250', languages: CENTRAL, lead: 6 },
  { encoding: 'iso-8859-2', languages: CENTRAL, lead: 6 },
  { encoding: 'windows-1254', languages: ['Turkish', 'German'], lead: 6 },
  { encoding: 'windows-1257', languages: ['Lithuanian', 'Latvian', 'Estonian', 'German'], lead: 6 },
  { encoding: 'windows-1258', languages: ['Vietnamese'], lead: 12 },
  { encoding: 'macintosh', languages: WESTERN, lead: 12 },
  { encoding: 'ibm850', languages: WESTERN, lead: 12 },
  { encoding: 'ibm437', languages: WESTERN, lead: 12 },
  { encoding: 'ibm865', languages: WESTERN, lead: 12 },
  { encoding: 'ibm852', languages: CENTRAL, lead: 12 },
  { encoding: 'ibm857', languages: ['Turkish', 'German'], lead: 12 },
];

/** Fewer bytes outside ASCII say nothing. */
const LEAST_BYTES = 3;
/** Letters of a language come as no more of a surprise than this, each (bits); lists of signs are none. */
const MOST_BITS = 5.5;

/** An encoding of the Latin script and whose letters speak for it; null where nothing does but that it is the usual one. */
export interface LatinEncoding {
  readonly encoding: string;
  readonly language: LatinFit['language'] | null;
}

/**
 * The encoding of the Latin script in which the bytes make the best words; `high` of them lie outside ASCII. The usual
 * windows-1252 unless another fits clearly better.
 */
export function bestLatinEncoding(
  bytes: Uint8Array<ArrayBuffer>,
  high: number,
  fileName: string,
): LatinEncoding {
  let best: LatinEncoding = { encoding: 'windows-1252', language: null };
  if (high < LEAST_BYTES) return best;
  const western = decode(bytes, best.encoding, fileName);
  let most = bestLatinFit(western, WESTERN).bits;
  for (const { encoding, languages, lead } of LATIN) {
    const text = decode(bytes, encoding, fileName);
    if (text === western) continue;
    const { bits, characters, language } = bestLatinFit(text, languages);
    if (bits <= -MOST_BITS * characters || bits - lead <= most) continue;
    best = { encoding, language };
    most = bits - lead;
  }
  return best;
}
