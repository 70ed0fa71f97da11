import { osaWithin } from '../../base/text/edit-distance';
import { areNicknames, isKnownGivenName } from '../normalise/nicknames';
import { initialsIn, type NameShape, nameShapes } from './name-shapes';
import { ALIKE, areUnlikeWords, type WordVectors, wordLikeness, wordVectors } from './word-vectors';

/** What is taken off in any case. */
const BASE_BITS = 3;

/** Words of a column with what agreement on each of them is worth. */
interface WordBits {
  readonly table: WordVectors;
  /** Information in a word, in bits: log2(values / values with the word). */
  readonly bits: Float32Array;
  /** What it costs, in bits, when the word stands in one of the two values only. */
  readonly loss: Float32Array;
  /** Square of the Euclidean length of a value as a vector of bits. */
  readonly square: Float32Array;
  readonly shapes: readonly NameShape[];
  /** 1 for words that are given names of the tables. */
  readonly names: Uint8Array;
}

/** Chance (log2) that a word of a name is there again when the name is written another time: about 0.7. */
const KEPT = -0.7;

/** A rare word left out costs this; common ones are left out more lightly. */
const LOST = 2;

/** Numbers tell things apart ("Channel 4", "Channel 5"). */
const LOST_NUMBER = 4;

/** The value that says more may say things of its own: its lost words count by this share. */
const LONGER_SHARE = 0.8;

/** Remarks beside a name ("(Canada)", ", London") are left out at will: what they lose counts by this share … */
const ASIDE_SHARE = 0.15;
/** … and by this one where the other name has a remark as well, which says something else. */
const OTHER_ASIDE_SHARE = 0.8;

/** Words that differ by a slip keep this share of the bits of the commoner one, less so many bits. */
const SLIP_BITS = 2;
const SLIP_SHARE = 0.7;

/** Words that only resemble each other (forms of a word, other words of a stem) keep this share. */
const FORM_SHARE = 0.5;

/** Nicknames are this alike. */
const NICKNAME = 0.95;

/** Words beyond this many bits repeat what is known by then: texts of one kind share whole phrases. */
const ENOUGH_BITS = 14;

/** How much more values say that are alike as wholes (cosine 1) than values that only share words (cosine 0). */
const WHOLE_BITS = 12;

/**
 * log2 odds that two values name one thing, judged by their words alone: each shared word adds its information, each
 * word without counterpart takes something off, likeness as a whole (cosine) adds on top. The weights are those of a
 * unigram model of a name written twice: what Fellegi and Sunter (1969) do with fields, done with words. Words a slip
 * apart count too, words written together, and initials for the words they stand for. Symmetric; O(words of a + words of
 * b) but for the words left over, which are compared pairwise.
 */
export function wordEvidence(values: readonly string[], a: number, b: number): number {
  const known = bitsOf(values);
  const { table, bits, shapes } = known;
  const shapeA = shapes[a]!;
  const shapeB = shapes[b]!;
  const restA: number[] = [];
  const restB: number[] = [];
  const shared = new Met(bits);
  meet(table.vectors[a]!.ids, table.vectors[b]!.ids, restA, restB, shared);
  joinWords(shapeA, restA, restB, shared);
  joinWords(shapeB, restB, restA, shared);
  if (restA.length * restB.length > 0) {
    spellOut(shapeA, shapeB, restA, restB, shared);
    spellOut(shapeB, shapeA, restB, restA, shared);
  }
  if (restA.length * restB.length <= 64) {
    for (const { x, y, likeness } of slips(known, restA, restB)) {
      const share =
        likeness === NICKNAME || isSlip(table.words[x]!, table.words[y]!) ? SLIP_SHARE : FORM_SHARE;
      shared.bits += share * Math.min(bits[x]!, bits[y]!) - SLIP_BITS;
      shared.product += likeness * bits[x]! * bits[y]!;
    }
  }
  const lostA = lossOf(known, a, restA, shapeB.aside.size > 0);
  const lostB = lossOf(known, b, restB, shapeA.aside.size > 0);
  const sum =
    shared.bits - Math.min(lostA.bits, lostB.bits) - LONGER_SHARE * Math.max(lostA.bits, lostB.bits);
  const cosine = shared.product / Math.max(1e-9, Math.sqrt(lostA.square * lostB.square));
  return Math.min(sum, ENOUGH_BITS) + WHOLE_BITS * Math.min(1, cosine) - BASE_BITS;
}

/** What two values have in common. */
class Met {
  bits = 0;
  product = 0;

  constructor(readonly of: Float32Array) {}

  word(id: number): void {
    const bits = this.of[id]!;
    this.bits += bits + KEPT;
    this.product += bits * bits;
  }
}

/** Words in both values; the others are left in the rests. Ids ascend. */
function meet(idsA: Uint32Array, idsB: Uint32Array, restA: number[], restB: number[], shared: Met): void {
  let i = 0;
  let j = 0;
  while (i < idsA.length && j < idsB.length) {
    const x = idsA[i]!;
    const y = idsB[j]!;
    if (x === y) {
      shared.word(x);
      i++;
      j++;
    } else if (x < y) {
      restA.push(x);
      i++;
    } else {
      restB.push(y);
      j++;
    }
  }
  while (i < idsA.length) restA.push(idsA[i++]!);
  while (j < idsB.length) restB.push(idsB[j++]!);
}

/** Two words of one value that the other writes as one: "star world", "starworld". */
function joinWords({ joined }: NameShape, rest: number[], others: number[], shared: Met): void {
  for (const { whole, parts } of joined) {
    const at = others.indexOf(whole);
    if (at < 0) continue;
    others.splice(at, 1);
    for (const part of parts) {
      const place = rest.indexOf(part);
      if (place >= 0) rest.splice(place, 1);
    }
    shared.word(whole);
  }
}

/** A name of initials alone and the name they stand for: "bet", "black entertainment television". */
function spellOut(long: NameShape, short: NameShape, rest: number[], others: number[], shared: Met): void {
  const initials = initialsIn(long, short);
  if (!initials || !others.includes(initials.id)) return;
  others.splice(others.indexOf(initials.id), 1);
  let square = 0;
  for (const id of long.head) {
    const at = rest.indexOf(id);
    if (at < 0) continue;
    rest.splice(at, 1);
    square += shared.of[id]! * shared.of[id]!;
  }
  shared.bits += initials.bits;
  shared.product += Math.sqrt(square) * shared.of[initials.id]!;
}

/** What the words without counterpart cost, and the square of the length of the value, remarks counted by their share. */
function lossOf(
  { loss, bits, square, shapes }: WordBits,
  value: number,
  rest: readonly number[],
  hasOtherAside: boolean,
): { readonly bits: number; readonly square: number } {
  const { aside } = shapes[value]!;
  let lost = 0;
  let length = square[value]!;
  for (const id of rest) {
    if (!aside.has(id)) {
      lost += loss[id]!;
      continue;
    }
    const share = hasOtherAside ? OTHER_ASIDE_SHARE : ASIDE_SHARE;
    lost += share * loss[id]!;
    length -= (1 - share) * bits[id]! * bits[id]!;
  }
  return { bits: lost, square: length };
}

/** Likeness of two words of a name: of four letters, one letter makes another word ("KOTA", "KOLA"). */
function likenessIn(a: string, b: string): number {
  const isShort = a.length === b.length && a.length <= 4;
  return isShort ? 0 : wordLikeness(a, b);
}

/** One edit in words of five letters and more, two in nine and more; or the beginning of the other word. */
function isSlip(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) <= 4 && (a.startsWith(b) || b.startsWith(a))) return true;
  const most = longest >= 9 ? 2 : longest >= 5 ? 1 : 0;
  return most > 0 && osaWithin(a, b, most) <= most;
}

const known = new WeakMap<readonly string[], WordBits>();

function bitsOf(values: readonly string[]): WordBits {
  let found = known.get(values);
  if (!found) {
    const table = wordVectors(values);
    const total = Math.max(2, values.length - 1);
    const bits = Float32Array.from(table.valuesWith, (count) => Math.log2(total / Math.max(1, count)));
    const loss = Float32Array.from(table.words, (word, id) =>
      /\d/.test(word) ? LOST_NUMBER : LOST * Math.min(1, 0.3 + bits[id]! / 8),
    );
    const square = Float32Array.from(table.vectors, ({ ids }) =>
      ids.reduce((sum, id) => sum + bits[id]! * bits[id]!, 0),
    );
    const names = Uint8Array.from(table.words, (word) => (isKnownGivenName(word) ? 1 : 0));
    found = { names, table, bits, loss, square, shapes: nameShapes(values, table) };
    known.set(values, found);
  }
  return found;
}

/** Words that differ by a slip or an abbreviation, paired greedily; taken out of both lists. */
function slips(
  { table: { words, features }, names }: WordBits,
  restA: number[],
  restB: number[],
): { readonly x: number; readonly y: number; readonly likeness: number }[] {
  const found: { x: number; y: number; likeness: number }[] = [];
  for (let i = 0; i < restA.length; i++) {
    let top = ALIKE;
    let at = -1;
    for (let k = 0; k < restB.length; k++) {
      const x = restA[i]!;
      const y = restB[k]!;
      let likeness = areUnlikeWords(features, x, y) ? 0 : likenessIn(words[x]!, words[y]!);
      if (names[x] === 1 && names[y] === 1 && areNicknames(words[x]!, words[y]!)) likeness = NICKNAME;
      if (likeness > top) {
        top = likeness;
        at = k;
      }
    }
    if (at < 0) continue;
    found.push({ x: restA[i]!, y: restB[at]!, likeness: top });
    restA.splice(i--, 1);
    restB.splice(at, 1);
  }
  return found;
}
