/** Room for the cells of a column, in pixels: enough for most of what is seen first, never more than a third of a screen. */

const CHAR = 7.6;
/** East Asian characters are twice as wide. */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;
const PADDING = 22;
const HEAD_EXTRA = 40;
const MIN = 64;
const MAX = 320;

/** Width by the header (with `buttons` beside the name) and the cells of the first rows: all but the longest tenth fit. */
export function columnWidth(name: string, cells: readonly string[], buttons = HEAD_EXTRA): number {
  const lengths = cells
    .filter((cell) => cell !== '')
    .map(textWidth)
    .sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? lengths.at(-1) ?? 0;
  const head = Math.min(textWidth(name) + buttons, 200);
  return Math.round(Math.max(MIN, Math.min(MAX, Math.max(usual + PADDING, head))));
}

function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 * CHAR : CHAR;
  return width;
}
