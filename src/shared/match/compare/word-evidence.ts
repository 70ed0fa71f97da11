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
  /** Euclidean length of a value as a vector of bits. */
  readonly length: Float32Array;
}

/** Chance (log2) that a word of a name is there again when the name is written another time: about 0.7. */
const KEPT = -0.5;

/** A rare word left out costs this; common ones are left out more lightly. */
const LOST = 1.3;

/** Numbers tell things apart ("Channel 4", "Channel 5"). */
const LOST_NUMBER = 4;

/** The value that says more may say things of its own: its lost words count by this share. */
const LONGER_SHARE = 0.6;

/** Words that differ by a slip keep this share of the bits of the commoner one, less one bit. */
const SLIP_SHARE = 0.8;

/** Words beyond this many bits repeat what is known by then: texts of one kind share whole phrases. */
const ENOUGH_BITS = 14;

/** How much more values say that are alike as wholes (cosine 1) than values that only share words (cosine 0). */
const WHOLE_BITS = 10;

/**
 * log2 odds that two values name one thing, judged by their words alone: each shared word adds its information, each
 * word without counterpart takes something off, likeness as a whole (cosine) adds on top. The weights are those of a
 * unigram model of a name written twice: what Fellegi and Sunter (1969) do with fields, done with words. Words a slip
 * apart count too. Symmetric; O(words of a + words of b) but for the words left over, which are compared pairwise.
 */
export function wordEvidence(values: readonly string[], a: number, b: number): number {
  const { table, bits, loss, length } = bitsOf(values);
  const idsA = table.vectors[a]!.ids;
  const idsB = table.vectors[b]!.ids;
  const restA: number[] = [];
  const restB: number[] = [];
  let sum = 0;
  let product = 0;
  let i = 0;
  let j = 0;
  while (i < idsA.length && j < idsB.length) {
    const x = idsA[i]!;
    const y = idsB[j]!;
    if (x === y) {
      sum += bits[x]! + KEPT;
      product += bits[x]! * bits[x]!;
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
  if (restA.length * restB.length <= 64) {
    for (const { x, y, likeness } of slips(table, restA, restB)) {
      sum += SLIP_SHARE * Math.min(bits[x]!, bits[y]!) - 1;
      product += likeness * bits[x]! * bits[y]!;
    }
  }
  const lost = [restA, restB].map((rest) => rest.reduce((total, id) => total + loss[id]!, 0));
  sum -= Math.min(lost[0]!, lost[1]!) + LONGER_SHARE * Math.max(lost[0]!, lost[1]!);
  const cosine = product / Math.max(1e-9, length[a]! * length[b]!);
  return Math.min(sum, ENOUGH_BITS) + WHOLE_BITS * Math.min(1, cosine) - BASE_BITS;
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
    const length = Float32Array.from(table.vectors, ({ ids }) =>
      Math.sqrt(ids.reduce((sum, id) => sum + bits[id]! * bits[id]!, 0)),
    );
    found = { table, bits, loss, length };
    known.set(values, found);
  }
  return found;
}

/** Words that differ by a slip or an abbreviation, paired greedily; taken out of both lists. */
function slips(
  { words, features }: WordVectors,
  restA: number[],
  restB: number[],
): { readonly x: number; readonly y: number; readonly likeness: number }[] {
  const found: { x: number; y: number; likeness: number }[] = [];
  for (let i = 0; i < restA.length; i++) {
    let top = ALIKE;
    let at = -1;
    for (let k = 0; k < restB.length; k++) {
      if (areUnlikeWords(features, restA[i]!, restB[k]!)) continue;
      const likeness = wordLikeness(words[restA[i]!]!, words[restB[k]!]!);
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
