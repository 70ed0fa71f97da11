import {
  areFurtherThan,
  areUnlike,
  canContain,
  FEATURES_SHIFT,
  type Features,
  type FewestCommon,
  fewestCommonFor,
  HEAD,
  isJaroWinklerBelow,
  PARITY,
} from './features';
import type { Sieve } from './sieve';
import type { ValuePairs } from './value-pairs';

/** Names: no slip, not alike, and neither inside the other. */
export class NameSieve implements Sieve {
  readonly #table: FewestCommon;

  constructor(
    readonly features: Features,
    readonly similar: number,
    /** 1 for names that are compared by their consonants; null = none. */
    readonly vowelless: Uint8Array | null,
  ) {
    this.#table = fewestCommonFor(similar);
  }

  told(a: number, b: number): number {
    const { features, similar, vowelless } = this;
    if (vowelless !== null && (vowelless[a]! | vowelless[b]!) !== 0) return 0;
    return areOtherNames(features, a, b, similar, this.#table);
  }

  sift(pairs: ValuePairs): void {
    const { features, similar, vowelless } = this;
    const table = this.#table;
    const { a, b, at, count } = pairs;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const x = a[i]!;
      const y = b[i]!;
      const isTold = vowelless === null || (vowelless[x]! | vowelless[y]!) === 0;
      if (isTold && areOtherNames(features, x, y, similar, table) !== 0) continue;
      a[kept] = x;
      b[kept] = y;
      at[kept++] = at[i]!;
    }
    pairs.count = kept;
  }
}

function areOtherNames(
  features: Features,
  a: number,
  b: number,
  similar: number,
  table: FewestCommon,
): number {
  const i = a << FEATURES_SHIFT;
  const j = b << FEATURES_SHIFT;
  return !canContain(features, i, j) && areUnlike(features, i, j, similar, table) ? 1 : 0;
}

/** Marks of a given name: it has several words, it is written without vowels, other names are used for it. */
export const JOINED = 1;
export const VOWELLESS = 2;
export const KNOWN = 4;

/** What a sieve of given names looks at, by code. */
export interface GivenNames {
  /** Of the first words. */
  readonly features: Features;
  /** Of the names without blanks. */
  readonly joined: Features;
  readonly marks: Uint8Array;
  /** Numbers, ascending, of which two names that are used for each other share one: `ids[starts[v] .. starts[v + 1])`. */
  readonly nicknames: { readonly starts: Uint32Array; readonly ids: Uint32Array };
}

const GIVEN_SIMILAR = 0.8;

/** Given names: their first words unlike, and neither an initial, nicknames, nor one name written apart. */
export class GivenSieve implements Sieve {
  readonly #table = fewestCommonFor(GIVEN_SIMILAR);

  constructor(readonly names: GivenNames) {}

  told(a: number, b: number): number {
    const { features, joined, marks, nicknames } = this.names;
    return areOtherGivenNames(features, joined, marks, nicknames.starts, nicknames.ids, this.#table, a, b);
  }

  sift(pairs: ValuePairs): void {
    const { features, joined, marks } = this.names;
    const { starts, ids } = this.names.nicknames;
    const table = this.#table;
    const { a, b, at, count } = pairs;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const x = a[i]!;
      const y = b[i]!;
      if (areOtherGivenNames(features, joined, marks, starts, ids, table, x, y) !== 0) continue;
      a[kept] = x;
      b[kept] = y;
      at[kept++] = at[i]!;
    }
    pairs.count = kept;
  }
}

function areOtherGivenNames(
  features: Features,
  joined: Features,
  marks: Uint8Array,
  starts: Uint32Array,
  ids: Uint32Array,
  table: FewestCommon,
  a: number,
  b: number,
): number {
  const i = a << FEATURES_SHIFT;
  const j = b << FEATURES_SHIFT;
  if (features[i]! <= 1 || features[j]! <= 1) return 0;
  if (!areUnlike(features, i, j, GIVEN_SIMILAR, table)) return 0;
  const markA = marks[a]!;
  const markB = marks[b]!;
  if (((markA | markB) & VOWELLESS) !== 0) return 0;
  // A name of one word and one of several: the same letters may be written together.
  if (((markA ^ markB) & JOINED) !== 0 && joined[i + PARITY] === joined[j + PARITY]) return 0;
  return (markA & markB & KNOWN) !== 0 && shareOne(starts, ids, a, b) ? 0 : 1;
}

/** Whether two ascending lists of `ids` have one in common. */
function shareOne(starts: Uint32Array, ids: Uint32Array, a: number, b: number): boolean {
  let i = starts[a]!;
  let j = starts[b]!;
  const endI = starts[a + 1]!;
  const endJ = starts[b + 1]!;
  while (i < endI && j < endJ) {
    const x = ids[i]!;
    const y = ids[j]!;
    if (x === y) return true;
    if (x < y) i++;
    else j++;
  }
  return false;
}

/** An address has features of the mailbox, then of the whole, the last place of which says which mailbox it is. */
const ADDRESS_SHIFT = FEATURES_SHIFT + 1;
const WHOLE = 1 << FEATURES_SHIFT;
const BOX = WHOLE + HEAD;

const ADDRESS_SIMILAR = 0.9;

/** Addresses `local@domain`: other mailboxes, not alike, and the whole more than two edits apart. */
export class AddressSieve implements Sieve {
  readonly #features: Features;
  readonly #table = fewestCommonFor(ADDRESS_SIMILAR);

  /** Of the whole addresses and of the mailboxes; `boxes` are equal for equal mailboxes. */
  constructor(whole: Features, local: Features, boxes: Uint32Array) {
    const features = new Int32Array(boxes.length << ADDRESS_SHIFT);
    for (let code = 0; code < boxes.length; code++) {
      const from = code << FEATURES_SHIFT;
      const to = code << ADDRESS_SHIFT;
      for (let place = 0; place < WHOLE; place++) {
        features[to + place] = local[from + place]!;
        features[to + WHOLE + place] = whole[from + place]!;
      }
      features[to + BOX] = boxes[code]!;
    }
    this.#features = features;
  }

  told(a: number, b: number): number {
    return areOtherAddresses(this.#features, a, b, this.#table);
  }

  sift(pairs: ValuePairs): void {
    const features = this.#features;
    const table = this.#table;
    const { a, b, at, count } = pairs;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const x = a[i]!;
      const y = b[i]!;
      if (areOtherAddresses(features, x, y, table) !== 0) continue;
      a[kept] = x;
      b[kept] = y;
      at[kept++] = at[i]!;
    }
    pairs.count = kept;
  }
}

function areOtherAddresses(features: Features, a: number, b: number, table: FewestCommon): number {
  const i = a << ADDRESS_SHIFT;
  const j = b << ADDRESS_SHIFT;
  return features[i + BOX] !== features[j + BOX] &&
    isJaroWinklerBelow(features, i, j, ADDRESS_SIMILAR, table) &&
    areFurtherThan(features, i + WHOLE, j + WHOLE, 2)
    ? 1
    : 0;
}
