import { areNicknames, isKnownGivenName } from '../normalise/nicknames';
import { JointWords } from './joint-words';
import { LetterPairs } from './letter-pairs';
import { initialsIn, type NameShape, nameShapes } from './name-shapes';
import { ALIKE, areUnlikeWords, type WordVectors, wordLikeness, wordVectors } from './word-vectors';

/** Words of a column with what agreement on each of them is worth. */
interface WordBits {
  readonly table: WordVectors;
  /** Information in a word, in bits: log2(values / values with the word). */
  readonly bits: Float32Array;
  /** What it costs, in bits, when the word stands in the remark of one of the two values only. */
  readonly loss: Float32Array;
  /** Square of the Euclidean length of a value as a vector of bits. */
  readonly square: Float32Array;
  readonly shapes: readonly NameShape[];
  /** 1 for words that are given names of the tables. */
  readonly names: Uint8Array;
  readonly joint: JointWords;
  readonly letters: LetterPairs;
}

// What each observation says (bits): coefficients of a conditional logit (the right one of a record's candidates, or none),
// fitted on the links of 24 public name sets and judged on six others (docs/benchmarks.md).

/** What puts the scale right: beside the share of matches learned, odds of one fall where the fit has them. */
const BASE_BITS = 4;

/** Likeness below this weighs twice: of all pairs with so little in common next to none name one thing. */
const LITTLE = 7;

/** Of the information in the shared words this share counts: names are not drawn word by word. */
const JOINT_SHARE = 0.4;

/** Bits in shared words beyond which more of them say nothing new. */
const ENOUGH_BITS = 24;

/** Of the information in initials that stand for a name. */
const INITIALS_SHARE = 0.65;

/** A name and its nickname. */
const NICKNAME_BITS = 1.4;

/** Values that are alike as wholes (cosine 1). */
const WHOLE_BITS = 5;

/** Values of the same letters, however they are cut into words. */
const LETTERS_BITS = 3;

/** Every word of one name has its counterpart in the other; twice where that holds both ways. */
const CONTAINED_BITS = 1.6;

/** A rare word of a remark left out costs this; common ones are left out more lightly, numbers less so. */
const LOST = 0.8;
const LOST_NUMBER = 1.6;

/** Remarks beside a name ("(Canada)", ", London") are left out at will: in the whole they count by this share … */
const ASIDE_SHARE = 0.15;
/** … and by this one where the other name has a remark as well, which says something else. */
const OTHER_ASIDE_SHARE = 0.8;

/** Nicknames are this alike. */
const NICKNAME = 0.95;

/**
 * log2 odds that two values name one thing, judged by their words alone: what the shared words say together, whether one name
 * holds all of the other, likeness as wholes by words (cosine) and by letters, less what only one remark says. Words a slip
 * apart count too, words written together, and initials for the words they stand for. Symmetric; O(words of a + words of
 * b) but for the words left over, which are compared pairwise.
 */
export function wordEvidence(values: readonly string[], a: number, b: number): number {
  const known = bitsOf(values);
  const { table, bits, shapes, joint, letters } = known;
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
  let nicknames = 0;
  if (restA.length * restB.length <= 64) {
    for (const { x, y, likeness } of slips(known, restA, restB)) {
      shared.product += likeness * bits[x]! * bits[y]!;
      if (likeness === NICKNAME) nicknames++;
    }
  }
  const leftA = leftOver(known, a, restA, shapeB.aside.size > 0);
  const leftB = leftOver(known, b, restB, shapeA.aside.size > 0);
  const cosine = shared.product / Math.max(1e-9, Math.sqrt(leftA.square * leftB.square));
  const likeness =
    JOINT_SHARE * Math.min(ENOUGH_BITS, joint.bitsOf(shared.words)) +
    INITIALS_SHARE * shared.initials +
    NICKNAME_BITS * nicknames +
    WHOLE_BITS * Math.min(1, cosine) +
    LETTERS_BITS * letters.likeness(a, b) +
    CONTAINED_BITS * ((leftA.words === 0 ? 1 : 0) + (leftB.words === 0 ? 1 : 0)) -
    (leftA.lost + leftB.lost);
  return BASE_BITS + likeness - Math.max(0, LITTLE - likeness);
}

/** What two values have in common. */
class Met {
  readonly words: number[] = [];
  initials = 0;
  product = 0;

  constructor(readonly of: Float32Array) {}

  word(id: number): void {
    this.words.push(id);
    this.product += this.of[id]! * this.of[id]!;
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
  shared.initials += initials.bits;
  shared.product += Math.sqrt(square) * shared.of[initials.id]!;
}

/** What the words without counterpart say. */
interface LeftOver {
  /** Words of the name itself. */
  readonly words: number;
  /** Bits lost by those of the remark. */
  readonly lost: number;
  /** Square of the length of the value, words of the remark counted by their share. */
  readonly square: number;
}

function leftOver(
  { loss, bits, square, shapes }: WordBits,
  value: number,
  rest: readonly number[],
  hasOtherAside: boolean,
): LeftOver {
  const { aside } = shapes[value]!;
  const share = hasOtherAside ? OTHER_ASIDE_SHARE : ASIDE_SHARE;
  let words = 0;
  let lost = 0;
  let length = square[value]!;
  for (const id of rest) {
    if (!aside.has(id)) {
      words++;
      continue;
    }
    lost += loss[id]!;
    length -= (1 - share) * bits[id]! * bits[id]!;
  }
  return { words, lost, square: length };
}

/** Likeness of two words of a name: of four letters, one letter makes another word ("KOTA", "KOLA"). */
function likenessIn(a: string, b: string): number {
  const isShort = a.length === b.length && a.length <= 4;
  return isShort ? 0 : wordLikeness(a, b);
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
    const shapes = nameShapes(values, table);
    const joint = new JointWords(table, bits);
    const headOf = (value: number): string =>
      [...new Set(shapes[value]!.head)].map((id) => table.words[id]!).join('');
    const letters = new LetterPairs(values.length, headOf);
    found = { names, table, bits, loss, square, shapes, joint, letters };
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
