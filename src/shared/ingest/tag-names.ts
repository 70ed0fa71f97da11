const encoder = new TextEncoder();

/** Buckets of names, by their first letter and length. */
const BUCKETS = 256;

/** Names of elements a reader asks for, found by their bytes without making a string. */
export class TagNames {
  readonly #names: readonly Uint8Array[];
  /** The first name of each bucket, and the next one after each name; -1 = none. */
  readonly #first = new Int16Array(BUCKETS).fill(-1);
  readonly #next: Int16Array;

  constructor(names: readonly string[]) {
    this.#names = names.map((name) => encoder.encode(name));
    this.#next = new Int16Array(names.length).fill(-1);
    for (const [i, name] of this.#names.entries()) {
      const bucket = bucketOf(name[0]!, name.length);
      this.#next[i] = this.#first[bucket]!;
      this.#first[bucket] = i;
    }
  }

  /** The place of `bytes[from, to)`, which is not empty, in the list of names; -1 when it is not among them. */
  placeOf(bytes: Uint8Array, from: number, to: number): number {
    let place = this.#first[bucketOf(bytes[from]!, to - from)]!;
    while (place >= 0 && !isName(this.#names[place]!, bytes, from, to)) place = this.#next[place]!;
    return place;
  }
}

function bucketOf(first: number, length: number): number {
  return (first & 31) | ((length & 7) << 5);
}

function isName(name: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (name.length !== to - from) return false;
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[from + i]) return false;
  return true;
}
