import { ascii } from './fold';

/** Abbreviations of street words, folded → the word all spellings share. */
const WORDS: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  st: 'street',
  str: 'street',
  strasse: 'street',
  strase: 'street',
  ave: 'avenue',
  av: 'avenue',
  avda: 'avenue',
  avenida: 'avenue',
  rd: 'road',
  dr: 'drive',
  drv: 'drive',
  ln: 'lane',
  ct: 'court',
  crt: 'court',
  cl: 'close',
  cct: 'circuit',
  crct: 'circuit',
  cir: 'circle',
  cres: 'crescent',
  cr: 'crescent',
  pl: 'place',
  plz: 'place',
  platz: 'place',
  pde: 'parade',
  tce: 'terrace',
  terr: 'terrace',
  hwy: 'highway',
  pkwy: 'parkway',
  pky: 'parkway',
  blvd: 'boulevard',
  bd: 'boulevard',
  boul: 'boulevard',
  sq: 'square',
  apt: 'apartment',
  ste: 'suite',
  fl: 'floor',
  bldg: 'building',
  c: 'calle',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  nth: 'north',
  sth: 'south',
  ne: 'northeast',
  nw: 'northwest',
  se: 'southeast',
  sw: 'southwest',
  mt: 'mount',
  ft: 'fort',
  po: 'pobox',
  postfach: 'pobox',
});

/**
 * A street line as `number|words`: the first house number found, then the words with common abbreviations spelled
 * out. Either side may be empty: "Hauptstr. 12a" → "12a|haupt street", "12 Main St." → "12|main street".
 */
export function street(text: string): string {
  const words = ascii(text)
    .replace(/p\.?\s*o\.?\s*box/g, 'pobox')
    .replace(/(\d+)\s*-\s*(\d+)/g, '$1 $2')
    .replace(/['`´.]/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(Boolean)
    .flatMap(spellOut);
  let number = '';
  const rest: string[] = [];
  for (const word of words) {
    if (number === '' && /^\d+[a-z]?$/.test(word)) number = word;
    else rest.push(word);
  }
  return number === '' && rest.length === 0 ? '' : `${number}|${rest.join(' ')}`;
}

/** German street names carry the street word as an ending. */
function spellOut(word: string): string[] {
  const known = WORDS[word];
  if (known !== undefined) return [known];
  const compound = /^(.{3,}?)(strasse|str|platz)$/.exec(word);
  return compound ? [compound[1]!, compound[2] === 'platz' ? 'place' : 'street'] : [word];
}
