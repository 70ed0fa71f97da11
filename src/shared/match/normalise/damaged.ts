/** What Windows-1252 shows for the bytes 0x80 to 0x9f, in order; blanks where it has nothing. */
const SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** A byte that goes on, as Latin-1 or Windows-1252 shows it. */
const GOES_ON = `[\\u0080-\\u00bf${SIGNS.replaceAll(' ', '')}]`;

/** Letters of two or three bytes read one byte at a time: "Ã©", "â€“". Their first bytes stand before such signs nowhere else. */
const DAMAGED = new RegExp(`[ÂÃ]${GOES_ON}|[ÄÅÐÑ][\\u0080-\\u009f]|â${GOES_ON}{2}`, 'g');

const decoder = new TextDecoder('utf-8');

/** Text as it was before UTF-8 was read as Latin-1 or Windows-1252: "MusÃ©e" → "Musée". Other text is left as it is. */
export function undamaged(text: string): string {
  return text.replace(DAMAGED, (letters) => {
    const decoded = decoder.decode(Uint8Array.from(letters, byteOf));
    return decoded.includes('\ufffd') ? letters : decoded;
  });
}

function byteOf(letter: string): number {
  const sign = SIGNS.indexOf(letter);
  return sign >= 0 ? 0x80 + sign : letter.charCodeAt(0);
}
