import { ascii } from './fold';

/** Abbreviations of street words, folded → the word all spellings share. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
);

const ENDINGS = ['strasse', 'str', 'platz'];

/**
 * A street line as `number|words`: the first house number found, then the words with common abbreviations spelled
 * out. Either side may be empty: "Hauptstr. 12a" → "12a|haupt street", "12 Main St." → "12|main street".
 */
export function street(text: string): string {
  const plain = ascii(text);
  const words = wordsOf(plain.includes('box') ? plain.replace(/p\.?\s*o\.?\s*box/g, 'pobox') : plain);
  let number = '';
  let rest = '';
  for (const word of words) {
    if (number === '' && isHouseNumber(word)) number = word;
    else rest += rest === '' ? spellOut(word) : ` ${spellOut(word)}`;
  }
  return number === '' && rest === '' ? '' : `${number}|${rest}`;
}

/** Runs of letters a to z and digits. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0;
    const isPart = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
    if (isPart && start < 0) start = i;
    if (isPart || start < 0) continue;
    words.push(text.slice(start, i));
    start = -1;
  }
  return words;
}

/** Digits, perhaps with one letter behind them. */
function isHouseNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57 && /^\d+[a-z]?$/.test(word);
}

/** A word without abbreviation; German street names carry the street word as an ending, which becomes a word. */
function spellOut(word: string): string {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  const ending = ENDINGS.find((end) => word.endsWith(end));
  if (ending === undefined || word.length < ending.length + 3) return word;
  return `${word.slice(0, -ending.length)} ${ending === 'platz' ? 'place' : 'street'}`;
}
