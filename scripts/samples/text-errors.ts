import type { Random } from '../../src/shared/base/random';
import { chance } from './chance';

/** The error model of typed text: what fingers, exports and old systems do to a word. */

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'sqy',
  b: 'vng',
  c: 'xvd',
  d: 'sfe',
  e: 'wrd',
  f: 'dgr',
  g: 'fht',
  h: 'gjz',
  i: 'uok',
  j: 'hkm',
  k: 'jli',
  l: 'kop',
  m: 'nj',
  n: 'bmh',
  o: 'ipl',
  p: 'ol',
  q: 'wa',
  r: 'etf',
  s: 'adw',
  t: 'rzg',
  u: 'zij',
  v: 'cbf',
  w: 'qes',
  x: 'cs',
  y: 'xas',
  z: 'tuh',
};

/** One slip: two letters swapped, one left out, one doubled, or a neighbouring key. Never the first letter. */
export function typo(random: Random, text: string): string {
  const places: number[] = [];
  for (let i = 1; i < text.length; i++) if (/[a-zäöüßéè]/.test(text[i]!)) places.push(i);
  if (places.length < 2) return text;
  const at = random.pick(places);
  const letter = text[at]!;
  const head = text.slice(0, at);
  const tail = text.slice(at + 1);
  switch (random.int(4)) {
    case 0:
      return tail.length > 0 && /[a-z]/.test(tail[0]!) && tail[0] !== letter
        ? head + tail[0] + letter + tail.slice(1)
        : head + letter + letter + tail;
    case 1:
      return head + tail;
    case 2:
      return head + letter + letter + tail;
    default: {
      const near = NEIGHBOURS[letter];
      return near === undefined ? head + tail : head + random.pick([...near]) + tail;
    }
  }
}

const DIGRAPHS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
};

/** Müller → Mueller. */
export function umlautsSpelled(text: string): string {
  return text.replace(/[äöüÄÖÜß]/g, (letter) => DIGRAPHS[letter]!);
}

/** Müller → Muller, Lefèvre → Lefevre. */
export function accentsDropped(text: string): string {
  return text.replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** A word with the accents some keyboard or export did to it. */
export function accentNoise(random: Random, text: string): string {
  return random.int(2) === 0 ? umlautsSpelled(text) : accentsDropped(text);
}

/** Upper case as old accounting systems write it; ß stays readable as SS. */
export function shout(text: string): string {
  return text.replaceAll('ß', 'ss').toUpperCase();
}

/** Mixed, careless case: all lower, all upper, or as it is. */
export function carelessCase(random: Random, text: string): string {
  const which = random.int(10);
  if (which < 3) return text.toLowerCase();
  if (which < 5) return shout(text);
  return text;
}

/** Stray blanks: doubled inside, or one at the end. */
export function strayBlanks(random: Random, text: string): string {
  if (text === '') return text;
  return chance(random, 0.5) ? `${text} ` : text.replace(' ', '  ');
}

/** Street as it is abbreviated: Hauptstraße → Hauptstr., Road → Rd. */
export function streetShort(text: string): string {
  return text
    .replace('straße', 'str.')
    .replace('Straße', 'Str.')
    .replace(' Street', ' St.')
    .replace(' Road', ' Rd')
    .replace(' Avenue', ' Ave.')
    .replace(' Boulevard', ' Blvd')
    .replace(' Drive', ' Dr')
    .replace('avenue ', 'av. ')
    .replace('boulevard ', 'bd ')
    .replace('Industrial Estate', 'Ind. Est.')
    .replace('Via ', 'V. ')
    .replace('weg ', 'wg. ');
}
