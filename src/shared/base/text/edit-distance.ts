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

/**
 * The OSA distance when it is at most `limit`, otherwise `limit + 1`. Limits of one and two are decided by cases, without
 * a table.
 */
export function osaWithin(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (limit === 1) return withinOne(a, 0, a.length, b, 0, b.length);
  if (limit === 2) return withinTwo(a, b);
  const d = distance(a, b, true);
  return d > limit ? limit + 1 : d;
}

/** The Levenshtein distance when it is at most `limit`, otherwise `limit + 1`. */
export function levenshteinWithin(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const d = distance(a, b, false);
  return d > limit ? limit + 1 : d;
}

/** OSA distance of `a[fromA..toA)` and `b[fromB..toB)` when it is at most one, else two: after equal ends, one edit is plain. */
function withinOne(a: string, fromA: number, toA: number, b: string, fromB: number, toB: number): number {
  let i = fromA;
  let j = fromB;
  let endA = toA;
  let endB = toB;
  while (i < endA && j < endB && a.charCodeAt(i) === b.charCodeAt(j)) {
    i++;
    j++;
  }
  while (i < endA && j < endB && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const restA = endA - i;
  const restB = endB - j;
  if (restA <= 1 && restB <= 1) return restA | restB;
  return restA === 2 && restB === 2 && isSwap(a, i, b, j) ? 1 : 2;
}

/** OSA distance when it is at most two, else three: the first edit is tried at the first difference. */
function withinTwo(a: string, b: string): number {
  let endA = a.length;
  let endB = b.length;
  let i = 0;
  while (i < endA && i < endB && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  while (i < endA && i < endB && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const longer = endA - endB;
  if (i === endA || i === endB) return Math.abs(longer);
  let best = 2;
  if (longer >= -1 && longer <= 1) {
    best = withinOne(a, i + 1, endA, b, i + 1, endB);
    if (best > 0 && endA - i > 1 && endB - i > 1 && isSwap(a, i, b, i))
      best = Math.min(best, withinOne(a, i + 2, endA, b, i + 2, endB));
  }
  if (best > 0 && longer >= 0) best = Math.min(best, withinOne(a, i + 1, endA, b, i, endB));
  if (best > 0 && longer <= 0) best = Math.min(best, withinOne(a, i, endA, b, i + 1, endB));
  return best + 1;
}

function isSwap(a: string, i: number, b: string, j: number): boolean {
  return a.charCodeAt(i) === b.charCodeAt(j + 1) && a.charCodeAt(i + 1) === b.charCodeAt(j);
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
