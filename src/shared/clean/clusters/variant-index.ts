/** Most characters left out of a value. */
export const MAX_LEFT_OUT = 2;
/** Leading characters whose variants are made, by how many are left out; two values near in full are near in these too. */
const PREFIX = [2_000, 128, 48] as const;
/** Variants held at once; more are made in several passes over all values, each for its part of the hashes. */
const MAX_HELD = 1 << 24;
/** Values kept under one variant; the rest is passed over. */
const MAX_MET = 1_000;

const BASE = 0x01000193;
/** Powers of the base modulo 2³². */
const POWERS = powers(PREFIX[0] + 1);

/**
 * Finds texts that become equal when a few characters are left out of each. Every text is entered under the hashes of
 * what is left of it; two that meet may still differ (hashes collide, characters were left out in different places), so
 * the caller compares them. `labels` must agree as well for two texts to meet.
 */
export class VariantIndex {
  readonly passes: number;
  /** Meetings that were passed over. */
  skipped = 0;
  private readonly heads: Int32Array;
  private readonly next: Int32Array;
  private readonly hashes: Int32Array;
  private readonly owners: Uint32Array;
  private readonly seeds: Int32Array;
  private length = 0;
  private pass = 0;
  private owner = 0;
  private met: (other: number) => void = () => undefined;
  /** Hash of the first i characters of the text at hand. */
  private readonly prefix = new Int32Array(PREFIX[0] + 1);

  constructor(
    private readonly texts: readonly string[],
    labels: readonly string[],
    private readonly leftOut: (text: string) => number,
  ) {
    let variants = 0;
    let most = 0;
    for (const text of texts) {
      const made = variantCount(text.length, leftOut(text));
      variants += made;
      most = Math.max(most, made);
    }
    this.passes = Math.max(1, Math.ceil(variants / (MAX_HELD * 0.9)));
    const room = Math.min(variants, MAX_HELD) + most;
    const slots = 2 ** Math.max(4, Math.ceil(Math.log2(Math.min(room, 1 << 23))));
    this.heads = new Int32Array(slots);
    this.next = new Int32Array(room);
    this.hashes = new Int32Array(room);
    this.owners = new Uint32Array(room);
    this.seeds = Int32Array.from(labels, hashOfText);
  }

  /** Starts a pass: what was entered before is forgotten. */
  begin(pass: number): void {
    this.pass = pass;
    this.length = 0;
    this.heads.fill(-1);
  }

  /** Enters a text; tells of every earlier one that it meets, perhaps several times. */
  add(index: number, met: (other: number) => void): void {
    const text = this.texts[index]!;
    if (text === '') return;
    this.owner = index;
    this.met = met;
    const leftOut = this.leftOut(text);
    const n = Math.min(text.length, PREFIX[leftOut]!);
    const { prefix } = this;
    // The label comes first, as if it were a character before the text.
    prefix[0] = this.seeds[index]!;
    for (let i = 0; i < n; i++) prefix[i + 1] = Math.imul(prefix[i]!, BASE) + text.charCodeAt(i);
    const whole = prefix[n]!;
    this.enter(whole);
    if (leftOut === 0) return;
    for (let j = 0; j < n; j++) {
      const after = n - j - 1;
      const tail = whole - Math.imul(prefix[j + 1]!, POWERS[after]!);
      const isRepeat = j > 0 && text.charCodeAt(j) === text.charCodeAt(j - 1);
      if (!isRepeat) this.enter(Math.imul(prefix[j]!, POWERS[after]!) + tail);
      if (leftOut === 1) continue;
      for (let i = 0; i < j; i++) {
        const head = Math.imul(prefix[i]! - prefix[i + 1]!, POWERS[j - i - 1]!) + prefix[j]!;
        this.enter(Math.imul(head, POWERS[after]!) + tail);
      }
    }
  }

  private enter(raw: number): void {
    const hash = mixed(raw);
    if (this.passes > 1 && (hash >>> 8) % this.passes !== this.pass) return;
    const slot = hash & (this.heads.length - 1);
    let found = 0;
    for (let at = this.heads[slot]!; at >= 0; at = this.next[at]!) {
      if (this.hashes[at] !== hash) continue;
      const other = this.owners[at]!;
      if (other === this.owner) return;
      if (++found > MAX_MET) {
        this.skipped++;
        return;
      }
      this.met(other);
    }
    if (this.length === this.hashes.length) {
      this.skipped++;
      return;
    }
    this.hashes[this.length] = hash;
    this.owners[this.length] = this.owner;
    this.next[this.length] = this.heads[slot]!;
    this.heads[slot] = this.length++;
  }
}

/** Variants of a text of `length` characters with up to `leftOut` of the leading ones left out, repeats included. */
function variantCount(length: number, leftOut: number): number {
  const n = Math.min(length, PREFIX[leftOut]!);
  return 1 + (leftOut > 0 ? n : 0) + (leftOut > 1 ? (n * (n - 1)) / 2 : 0);
}

function powers(count: number): Int32Array {
  const list = new Int32Array(count);
  list[0] = 1;
  for (let i = 1; i < count; i++) list[i] = Math.imul(list[i - 1]!, BASE);
  return list;
}

function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), BASE);
  return hash;
}

/** Spreads a hash over all bits (the finaliser of MurmurHash3). */
function mixed(raw: number): number {
  let hash = raw | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
