import { areFurtherThan, FEATURES_SHIFT, type Features } from './features';
import { differingUnits, PACKED_SHIFT } from './packed-units';
import { type Sieve, siftOneByOne } from './sieve';
import type { ValuePairs } from './value-pairs';

/** Numbers and codes: more than `most` edits apart, and other tails (null = whatever their tails). */
export class EditSieve implements Sieve {
  constructor(
    readonly features: Features,
    readonly most: number,
    readonly tails: Uint32Array | null,
  ) {}

  told(a: number, b: number): number {
    const { features, most, tails } = this;
    if (tails !== null && tails[a] === tails[b]) return 0;
    return areFurtherThan(features, a << FEATURES_SHIFT, b << FEATURES_SHIFT, most) ? 1 : 0;
  }

  sift(pairs: ValuePairs): void {
    const { features, most, tails } = this;
    const { a, b, at, count } = pairs;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const x = a[i]!;
      const y = b[i]!;
      const isOther = tails === null || tails[x] !== tails[y];
      if (isOther && areFurtherThan(features, x << FEATURES_SHIFT, y << FEATURES_SHIFT, most)) continue;
      a[kept] = x;
      b[kept] = y;
      at[kept++] = at[i]!;
    }
    pairs.count = kept;
  }
}

/** Postcodes more than one edit apart: of one area where they begin with the same two units. */
export class PostcodeSieve implements Sieve {
  constructor(
    readonly features: Features,
    readonly packed: Uint32Array,
  ) {}

  told(a: number, b: number): number {
    return postcodeLevel(this.features, this.packed, a, b);
  }

  sift(pairs: ValuePairs, levels: Uint8Array): void {
    const { features, packed } = this;
    const { a, b, at, count } = pairs;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const x = a[i]!;
      const y = b[i]!;
      const place = at[i]!;
      const level = postcodeLevel(features, packed, x, y);
      if (level !== 0) {
        levels[place] = level;
        continue;
      }
      a[kept] = x;
      b[kept] = y;
      at[kept++] = place;
    }
    pairs.count = kept;
  }
}

function postcodeLevel(features: Features, packed: Uint32Array, a: number, b: number): number {
  const x = a << PACKED_SHIFT;
  const y = b << PACKED_SHIFT;
  const headA = packed[x]!;
  const headB = packed[y]!;
  if (headA === 0 || headB === 0) return 0;
  const i = a << FEATURES_SHIFT;
  const j = b << FEATURES_SHIFT;
  const areFar =
    features[i] === features[j] ? differingUnits(packed, x, y) > 2 : areFurtherThan(features, i, j, 1);
  if (!areFar) return 0;
  return (headA ^ headB) >>> 16 === 0 ? 2 : 1;
}

/** Month and day of a date of which only the year is known: "0000". */
const YEAR_ONLY = 0x30303030;

/** Dates `yyyyMMdd` more than one digit apart: year, month and day are compared as numbers. */
export class DateSieve implements Sieve {
  constructor(readonly packed: Uint32Array) {}

  told(a: number, b: number): number {
    return dateLevel(this.packed, a << PACKED_SHIFT, b << PACKED_SHIFT);
  }

  sift(pairs: ValuePairs, levels: Uint8Array): void {
    const { packed } = this;
    const { a, b, at, count } = pairs;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const x = a[i]!;
      const y = b[i]!;
      const place = at[i]!;
      const level = dateLevel(packed, x << PACKED_SHIFT, y << PACKED_SHIFT);
      if (level !== 0) {
        levels[place] = level;
        continue;
      }
      a[kept] = x;
      b[kept] = y;
      at[kept++] = place;
    }
    pairs.count = kept;
  }
}

function dateLevel(packed: Uint32Array, i: number, j: number): number {
  const dayA = packed[i + 1]!;
  const dayB = packed[j + 1]!;
  // Without an eighth unit it is no date.
  if ((dayA & 255) === 0 || (dayB & 255) === 0) return 0;
  const isSameYear = packed[i] === packed[j];
  if (dayA === YEAR_ONLY || dayB === YEAR_ONLY) return isSameYear ? 3 : 1;
  if (isSameYear && ((dayA << 16) | (dayA >>> 16)) >>> 0 === dayB) return 4;
  if (differingUnits(packed, i, j) <= 2) return 0;
  const days = dayA ^ dayB;
  const same = (isSameYear ? 1 : 0) + (days >>> 16 === 0 ? 1 : 0) + ((days & 0xffff) === 0 ? 1 : 0);
  if (same >= 2) return 3;
  return isSameYear ? 2 : 1;
}

/** Values that differ wherever a part of them does; equal parts have equal hashes. */
export class HashSieve implements Sieve {
  constructor(readonly hashes: Uint32Array) {}

  told(a: number, b: number): number {
    return this.hashes[a] !== this.hashes[b] ? 1 : 0;
  }

  sift(pairs: ValuePairs, levels: Uint8Array): void {
    siftOneByOne(this, pairs, levels);
  }
}

/** Numbers more than 10 % apart. */
export class NumberSieve implements Sieve {
  constructor(readonly numbers: Float64Array) {}

  told(a: number, b: number): number {
    const x = this.numbers[a]!;
    const y = this.numbers[b]!;
    return Math.abs(x - y) <= 0.1 * Math.max(Math.abs(x), Math.abs(y), 1e-9) * (1 + 1e-9) ? 0 : 1;
  }

  sift(pairs: ValuePairs, levels: Uint8Array): void {
    siftOneByOne(this, pairs, levels);
  }
}
