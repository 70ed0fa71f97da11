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
import type { ValuePairs } from './value-pairs';

/**
 * Tells which values are certainly at the lowest level of their comparison. Most pairs of different values end here, at
 * some nanoseconds, without their texts being looked at.
 */
export interface Sieve {
  /** Whether two values (codes, different, not empty) certainly differ. `false` says nothing: compare/values.ts decides. */
  differ(a: number, b: number): boolean;
  /**
   * Leaves of many pairs those that do not certainly differ, in order. The loop is written out in every sieve: with a
   * loop of its own each `differ` becomes part of it when it is compiled.
   */
  sift(pairs: ValuePairs): void;
}

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

  differ(a: number, b: number): boolean {
    const { features, similar, vowelless } = this;
    if (vowelless !== null && (vowelless[a]! | vowelless[b]!) !== 0) return false;
    return areUnlike(features, a, b, similar, this.#table) && !canContain(features, a, b);
  }

  sift(pairs: ValuePairs): void {
    let kept = 0;
    for (let i = 0; i < pairs.count; i++) if (!this.differ(pairs.a[i]!, pairs.b[i]!)) pairs.keep(i, kept++);
    pairs.count = kept;
  }
}

/** Marks of a given name: it may be a nickname of another, it has several words, it is written without vowels. */
export const KNOWN = 1;
export const JOINED = 2;
export const VOWELLESS = 4;

/**
 * Given names: their first words unlike, and neither an initial, nicknames, nor one name written apart; `joined` are the
 * features of the names without blanks.
 */
export class GivenSieve implements Sieve {
  readonly #similar = 0.8;
  readonly #table = fewestCommonFor(this.#similar);

  constructor(
    readonly features: Features,
    readonly joined: Features,
    readonly marks: Uint8Array,
  ) {}

  differ(a: number, b: number): boolean {
    const { features, joined, marks } = this;
    if (features[a << FEATURES_SHIFT]! <= 1 || features[b << FEATURES_SHIFT]! <= 1) return false;
    const markA = marks[a]!;
    const markB = marks[b]!;
    if (((markA | markB) & VOWELLESS) !== 0) return false;
    if ((markA & markB & KNOWN) !== 0 || !areUnlike(features, a, b, this.#similar, this.#table)) return false;
    return (
      ((markA ^ markB) & JOINED) === 0 ||
      joined[(a << FEATURES_SHIFT) + PARITY] !== joined[(b << FEATURES_SHIFT) + PARITY]
    );
  }

  sift(pairs: ValuePairs): void {
    let kept = 0;
    for (let i = 0; i < pairs.count; i++) if (!this.differ(pairs.a[i]!, pairs.b[i]!)) pairs.keep(i, kept++);
    pairs.count = kept;
  }
}

/** Addresses `local@domain`: other mailboxes, not alike, and the whole more than two edits apart. */
export class AddressSieve implements Sieve {
  readonly #similar = 0.9;
  readonly #table = fewestCommonFor(this.#similar);

  constructor(
    readonly whole: Features,
    readonly local: Features,
    readonly boxes: Uint32Array,
  ) {}

  differ(a: number, b: number): boolean {
    return (
      isJaroWinklerBelow(this.local, a, b, this.#similar, this.#table) &&
      areFurtherThan(this.whole, a, b, 2) &&
      this.boxes[a] !== this.boxes[b]
    );
  }

  sift(pairs: ValuePairs): void {
    let kept = 0;
    for (let i = 0; i < pairs.count; i++) if (!this.differ(pairs.a[i]!, pairs.b[i]!)) pairs.keep(i, kept++);
    pairs.count = kept;
  }
}

/**
 * Digits and codes: more than `most` edits apart, other heads (in the bytes of `heads`, 0 = whatever their heads) and
 * other tails (null = whatever their tails).
 */
export class EditSieve implements Sieve {
  constructor(
    readonly features: Features,
    readonly most: number,
    readonly heads: number,
    readonly tails: Uint32Array | null,
  ) {}

  differ(a: number, b: number): boolean {
    const { features, heads, tails } = this;
    const head = features[(a << FEATURES_SHIFT) + HEAD]! ^ features[(b << FEATURES_SHIFT) + HEAD]!;
    if (heads !== 0 && (head & heads) === 0) return false;
    return areFurtherThan(features, a, b, this.most) && (tails === null || tails[a] !== tails[b]);
  }

  sift(pairs: ValuePairs): void {
    let kept = 0;
    for (let i = 0; i < pairs.count; i++) if (!this.differ(pairs.a[i]!, pairs.b[i]!)) pairs.keep(i, kept++);
    pairs.count = kept;
  }
}

/** Values that differ wherever a part of them does; equal parts have equal hashes. */
export class HashSieve implements Sieve {
  constructor(readonly hashes: Uint32Array) {}

  differ(a: number, b: number): boolean {
    return this.hashes[a] !== this.hashes[b];
  }

  sift(pairs: ValuePairs): void {
    let kept = 0;
    for (let i = 0; i < pairs.count; i++) if (!this.differ(pairs.a[i]!, pairs.b[i]!)) pairs.keep(i, kept++);
    pairs.count = kept;
  }
}

/** Numbers more than 10 % apart. */
export class NumberSieve implements Sieve {
  constructor(readonly numbers: Float64Array) {}

  differ(a: number, b: number): boolean {
    const x = this.numbers[a]!;
    const y = this.numbers[b]!;
    return !(Math.abs(x - y) <= 0.1 * Math.max(Math.abs(x), Math.abs(y), 1e-9) * (1 + 1e-9));
  }

  sift(pairs: ValuePairs): void {
    let kept = 0;
    for (let i = 0; i < pairs.count; i++) if (!this.differ(pairs.a[i]!, pairs.b[i]!)) pairs.keep(i, kept++);
    pairs.count = kept;
  }
}

/** Sets of values: `members[starts[set] .. starts[set + 1])`; each member of one from each of the other. */
export class SetSieve implements Sieve {
  constructor(
    readonly members: readonly string[],
    readonly starts: Uint32Array,
    readonly ofMembers: Sieve,
  ) {}

  differ(a: number, b: number): boolean {
    const { members, starts, ofMembers } = this;
    for (let i = starts[a]!; i < starts[a + 1]!; i++)
      for (let j = starts[b]!; j < starts[b + 1]!; j++)
        if (members[i] === members[j] || !ofMembers.differ(i, j)) return false;
    return true;
  }

  sift(pairs: ValuePairs): void {
    let kept = 0;
    for (let i = 0; i < pairs.count; i++) if (!this.differ(pairs.a[i]!, pairs.b[i]!)) pairs.keep(i, kept++);
    pairs.count = kept;
  }
}
