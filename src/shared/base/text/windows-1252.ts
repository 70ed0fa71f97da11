/** The characters windows-1252 has at the bytes 80 to 9F; where it has none, the control character stands for itself. */
export const WINDOWS_1252_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What the bytes that go on with a character of UTF-8 look like in windows-1252 or Latin-1: a class for a pattern. */
export const GOES_ON = `[\\u0080-\\u00bf${WINDOWS_1252_SIGNS}]`;

/** The byte of windows-1252 the character at a place stands for; 0 for ASCII, what it does not have, and beyond the end. */
export function windows1252Byte(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (!(code > 0x7f)) return 0;
  if (code <= 0xff) return code;
  const low = WINDOWS_1252_SIGNS.indexOf(text.charAt(at));
  return low < 0 ? 0 : 0x80 + low;
}
