/**
 * Spellings by sound: one group a line, "at the start / before a vowel / elsewhere" and the spellings of that sound.
 * "|" parts the readings of a spelling with several. Table of R. Mokotoff and G. Daitch (1985), with the readings of c,
 * ch, ck, j, rs and rz and of Polish and Romanian letters that the published table lists as alternatives.
 */
const TABLE = `
0 / / : a e i o u
0 / 1 / : ai aj ay ei ej ey oi oj oy ui uj uy ue
0 / 7 / : au
1 / 1 / : eu
1 / / : ia ie io iu y
7 / 7 / 7 : b f p v w fb pf ph
3 / 3 / 3 : d t dt th
5 / 5 / 5 : g k q kh
5 / 5 / : h
8 / 8 / 8 : l
6 / 6 / 6 : m n
9 / 9 / 9 : r
4 / 4 / 4 : s z ttsch ttch tsch ttsz zsch csz czs drz drs dsh dsz dzh dzs sch tch trz trs tsh tts ttz tzs tsz zsh
4 / 4 / 4 : cz cs ds dz sh sz ts tc tz zh zs
5 / 54 / 54 : x chs ks
66 / 66 / 66 : mn nm
2 / 4 / 4 : schtsch schtsh schtch shtch shtsh stsch zhdzh shch stch strz strs stsh szcz szcs zdzh zdz sc
2 / 43 / 43 : scht schd sht szt shd szd zhd st sd zd
3|4 / 3|4 / 3|4 : ţ ț
/ / |6 : ę ą
4|5 / 4|5 / 4|5 : c ch
5|45 / 5|45 / 5|45 : ck
4|94 / 4|94 / 4|94 : rs rz
1|4 / |4 / |4 : j
`;

const SIGNS = 6;

/** Words longer than this are cut: six signs are decided long before. */
const LONGEST = 64;

interface Sound {
  readonly start: readonly string[];
  readonly beforeVowel: readonly string[];
  readonly elsewhere: readonly string[];
}

const SOUNDS: ReadonlyMap<string, Sound> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [sounds = '', spellings = ''] = line.split(':');
      const [start = '', beforeVowel = '', elsewhere = ''] = sounds.split('/').map((part) => part.trim());
      const sound: Sound = {
        start: start.split('|'),
        beforeVowel: beforeVowel.split('|'),
        elsewhere: elsewhere.split('|'),
      };
      return spellings
        .trim()
        .split(' ')
        .map((spelling): [string, Sound] => [spelling, sound]);
    }),
);

const LONGEST_SPELLING = Math.max(...[...SOUNDS.keys()].map((spelling) => spelling.length));

/** A reading of the word so far; two readings with the same code go on as one. */
interface Reading {
  readonly code: string;
  readonly last: string | null;
}

/**
 * Daitch-Mokotoff Soundex: six digits for how a Slavic, Yiddish or German name sounds; several codes where a spelling can
 * be read in several ways, in the order of the readings. Signs and blanks are passed over; accents are taken off but for
 * letters with a sound of their own.
 */
export function daitchMokotoff(name: string): string[] {
  const word = lettersOf(name);
  let readings: readonly Reading[] = [{ code: '', last: null }];
  let before = '';
  for (let at = 0; at < word.length; ) {
    const spelling = spellingAt(word, at);
    if (spelling === '') {
      at++;
      continue;
    }
    const letter = spelling.charAt(0);
    // "mn" and "nm" across spellings are two sounds, though their digits are equal.
    const isForced = (before === 'm' && letter === 'n') || (before === 'n' && letter === 'm');
    const next = new Map<string, Reading>();
    for (const reading of readings)
      for (const sound of soundsOf(spelling, word.charAt(at + spelling.length), before === '')) {
        const grown = extend(reading, sound, isForced);
        if (!next.has(grown.code)) next.set(grown.code, grown);
      }
    readings = [...next.values()];
    before = letter;
    at += spelling.length;
  }
  return [...new Set(readings.map(({ code }) => code.padEnd(SIGNS, '0')))];
}

function lettersOf(name: string): string {
  let out = '';
  for (const letter of name.normalize('NFC').slice(0, LONGEST).toLowerCase())
    out += SOUNDS.has(letter)
      ? letter
      : letter.normalize('NFD').replace(/\p{M}/gu, '').replace('ß', 's').replace('ł', 'l');
  return out.replace(/[^\p{L}]+/gu, '');
}

function spellingAt(word: string, at: number): string {
  for (let length = Math.min(LONGEST_SPELLING, word.length - at); length > 0; length--) {
    const spelling = word.slice(at, at + length);
    if (SOUNDS.has(spelling)) return spelling;
  }
  return '';
}

function soundsOf(spelling: string, after: string, isStart: boolean): readonly string[] {
  const sound = SOUNDS.get(spelling);
  if (!sound) return [];
  if (isStart) return sound.start;
  return 'aeiou'.includes(after) && after !== '' ? sound.beforeVowel : sound.elsewhere;
}

function extend(reading: Reading, sound: string, isForced: boolean): Reading {
  const isNew = reading.last === null || !reading.last.endsWith(sound) || isForced;
  return { code: isNew ? (reading.code + sound).slice(0, SIGNS) : reading.code, last: sound };
}
