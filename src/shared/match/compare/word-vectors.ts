import { jaroWinkler } from '../kernels/jaro-winkler';
import { cosine, type TokenVector } from '../kernels/tokens';
import {
  FEATURES_SHIFT,
  type Features,
  featuresOf,
  fewestCommonFor,
  HEAD,
  isJaroWinklerBelow,
} from './features';

/** The words of every value of a column as weighted vectors, and the words themselves. */
export interface WordVectors {
  readonly vectors: readonly TokenVector[];
  readonly words: readonly string[];
  /** Distinct values each word occurs in. */
  readonly valuesWith: Uint32Array;
  /** Features of the words, by id. */
  readonly features: Features;
}

/** Words less alike than this are two words. */
export const ALIKE = 0.88;

const ALIKE_TABLE = fewestCommonFor(ALIKE);

/** More words than this are cut: the rarest decide anyway, and hostile cells stay cheap. */
const MAX_WORDS = 64;

/**
 * Word vectors of folded values. Weight of a word = log(1 + values / values with the word): common words count little.
 * Ids are ascending in order of first appearance, so equal input gives equal ids.
 */
export function wordVectors(values: readonly string[]): WordVectors {
  let vectors = known.get(values);
  if (!vectors) {
    vectors = makeVectors(values);
    known.set(values, vectors);
  }
  return vectors;
}

/** Made once per dictionary: levels, evidence and hand-over read the same words. */
const known = new WeakMap<readonly string[], WordVectors>();

function makeVectors(values: readonly string[]): WordVectors {
  const idOf = new Map<string, number>();
  const words: string[] = [];
  const counts: number[] = [];
  const lists: Uint32Array[] = values.map((value) => {
    if (value === '') return new Uint32Array(0);
    const ids = new Set<number>();
    for (const word of value.split(' ')) {
      if (word === '') continue;
      let id = idOf.get(word);
      if (id === undefined) {
        id = words.length;
        idOf.set(word, id);
        words.push(word);
        counts.push(0);
      }
      if (ids.size < MAX_WORDS) ids.add(id);
    }
    for (const id of ids) counts[id] = counts[id]! + 1;
    return Uint32Array.from(ids).sort();
  });
  const total = Math.max(1, values.length - 1);
  const vectors = lists.map((ids) => {
    const weights = new Float32Array(ids.length);
    let square = 0;
    for (let i = 0; i < ids.length; i++) {
      const weight = Math.log(1 + total / counts[ids[i]!]!);
      weights[i] = weight;
      square += weight * weight;
    }
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let i = 0; i < weights.length; i++) weights[i] = weights[i]! * scale;
    return { ids, weights };
  });
  return { vectors, words, valuesWith: Uint32Array.from(counts), features: featuresOf(words) };
}

/**
 * Cosine of two values where words that differ by a slip count too (soft TF-IDF, Cohen et al. 2003): what is left
 * unmatched is paired greedily by Jaro-Winkler of at least 0.88.
 */
export function softCosine(table: WordVectors, a: number, b: number): number {
  const va = table.vectors[a]!;
  const vb = table.vectors[b]!;
  const exact = cosine(va, vb);
  if (exact >= 0.95) return exact;
  const leftA = unmatched(va, vb);
  const leftB = unmatched(vb, va);
  if (leftA.length === 0 || leftB.length === 0 || leftA.length * leftB.length > 64) return exact;
  let sum = exact;
  const used = new Uint8Array(leftB.length);
  for (const i of leftA) {
    const id = va.ids[i]!;
    let top = ALIKE;
    let at = -1;
    for (let k = 0; k < leftB.length; k++) {
      if (used[k] === 1) continue;
      const other = vb.ids[leftB[k]!]!;
      if (areUnlikeWords(table.features, id, other)) continue;
      const similarity = wordLikeness(table.words[id]!, table.words[other]!);
      if (similarity >= top) {
        top = similarity;
        at = k;
      }
    }
    if (at < 0) continue;
    used[at] = 1;
    sum += va.weights[i]! * vb.weights[leftB[at]!]! * top;
  }
  return sum > 1 ? 1 : sum;
}

function unmatched(a: TokenVector, b: TokenVector): number[] {
  const out: number[] = [];
  let j = 0;
  for (let i = 0; i < a.ids.length; i++) {
    while (j < b.ids.length && b.ids[j]! < a.ids[i]!) j++;
    if (b.ids[j] !== a.ids[i]) out.push(i);
  }
  return out;
}

/**
 * Whether the likeness of two words (ids) is certainly below `ALIKE`, told without looking at them: Jaro-Winkler is, and
 * they begin differently, so that neither abbreviates the other.
 */
export function areUnlikeWords(features: Features, x: number, y: number): boolean {
  const i = x << FEATURES_SHIFT;
  const j = y << FEATURES_SHIFT;
  const heads = features[i + HEAD]! ^ features[j + HEAD]!;
  return heads >>> 24 !== 0 && isJaroWinklerBelow(features, i, j, ALIKE, ALIKE_TABLE);
}

/** Likeness of two words, 0..1; an abbreviation ("dept" for "department") is less sure than a slip. */
export function wordLikeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length <= 4 && short.length < long.length && long.startsWith(short)) return 0.9;
  if (short.length < 3) return 0;
  if (/\d/.test(short) && /\d/.test(long)) return 0;
  return jaroWinkler(a, b);
}
