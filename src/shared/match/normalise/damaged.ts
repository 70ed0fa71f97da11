import { GOES_ON, windows1252Byte } from '../../base/text/windows-1252';

/** Letters of two or three bytes read one byte at a time: "Ã©", "â€“". Their first bytes stand before such signs nowhere else. */
const DAMAGED = new RegExp(`[ÂÃ]${GOES_ON}|[ÄÅÐÑ][\\u0080-\\u009f]|â${GOES_ON}{2}`, 'g');

const decoder = new TextDecoder('utf-8');

/** Text as it was before UTF-8 was read as Latin-1 or Windows-1252: "MusÃ©e" → "Musée". Other text is left as it is. */
export function undamaged(text: string): string {
  return text.replace(DAMAGED, (letters) => {
    const decoded = decoder.decode(Uint8Array.from(letters, (letter) => windows1252Byte(letter, 0)));
    return decoded.includes('\ufffd') ? letters : decoded;
  });
}
