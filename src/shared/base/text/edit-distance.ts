/**
 * Edit distances on UTF-16 code units. Short strings (the shorter one up to 32 units) use one machine word per column
 * (Myers 1999; Hyyrö 2003 for the transposition term); longer ones a two- or three-row table.
 */

const WORD = 32;
/** Bit i of `PEQ[c]` says that unit i of the pattern is c; only entries of the current pattern are ever non-zero. */
const PEQ = new Uint32Array(65536);

/** Levenshtein distance: insert, delete, substitute, each 1. */
export function levenshtein(a: string, b: string): number {
  return distance(a, b, false);
}

/** Optimal string alignment: Levenshtein plus swap of two neighbours, no substring edited twice. */
export function optimalStringAlignment(a: string, b: string): number {
  return distance(a, b, true);
}

/** The OSA distance when it is at most `limit`, otherwise `limit + 1`. Lengths are compared first. */
export function osaWithin(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const d = distance(a, b, true);
  return d > limit ? limit + 1 : d;
}

function distance(a: string, b: string, transpositions: boolean): number {
  if (a === b) return 0;
  let pattern = a;
  let text = b;
  if (pattern.length > text.length) {
    pattern = b;
    text = a;
  }
  // Common affixes never change the distance.
  let end = pattern.length;
  let textEnd = text.length;
  while (end > 0 && pattern.charCodeAt(end - 1) === text.charCodeAt(textEnd - 1)) {
    end--;
    textEnd--;
  }
  let start = 0;
  while (start < end && pattern.charCodeAt(start) === text.charCodeAt(start)) start++;
  const m = end - start;
  const n = textEnd - start;
  if (m === 0) return n;
  if (m > WORD) return table(pattern.slice(start, end), text.slice(start, textEnd), transpositions);
  return words(pattern, text, start, m, n, transpositions);
}

function words(
  pattern: string,
  text: string,
  start: number,
  m: number,
  n: number,
  transpositions: boolean,
): number {
  for (let i = 0; i < m; i++) {
    const c = pattern.charCodeAt(start + i);
    PEQ[c] = PEQ[c]! | (1 << i);
  }
  const last = 1 << (m - 1);
  let vp = -1;
  let vn = 0;
  let d0 = 0;
  let previous = 0;
  let score = m;
  for (let j = 0; j < n; j++) {
    const match = PEQ[text.charCodeAt(start + j)]! | 0;
    const swap = transpositions ? ((~d0 & match) << 1) & previous : 0;
    d0 = (((match & vp) + vp) ^ vp) | match | vn | swap;
    let hp = vn | ~(d0 | vp);
    let hn = d0 & vp;
    if (hp & last) score++;
    else if (hn & last) score--;
    hp = (hp << 1) | 1;
    hn <<= 1;
    vp = hn | ~(d0 | hp);
    vn = hp & d0;
    previous = match;
  }
  for (let i = 0; i < m; i++) PEQ[pattern.charCodeAt(start + i)] = 0;
  return score;
}

function table(a: string, b: string, transpositions: boolean): number {
  let before = new Uint32Array(b.length + 1);
  let above = new Uint32Array(b.length + 1);
  let row = new Uint32Array(b.length + 1);
  for (let j = 0; j <= b.length; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const c = a.charCodeAt(i - 1);
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const d = b.charCodeAt(j - 1);
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (c === d ? 0 : 1));
      if (
        transpositions &&
        i > 1 &&
        j > 1 &&
        c === b.charCodeAt(j - 2) &&
        d === a.charCodeAt(i - 2) &&
        before[j - 2]! + 1 < best
      )
        best = before[j - 2]! + 1;
      row[j] = best;
    }
    const spare = before;
    before = above;
    above = row;
    row = spare;
  }
  return above[b.length]!;
}
