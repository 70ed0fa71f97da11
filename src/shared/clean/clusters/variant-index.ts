import type { Search, SearchProgress } from './found';

/** Most characters left out of a value. */
export const MAX_LEFT_OUT = 2;
/** Leading characters whose variants are made, by how many are left out; two values near in full are near in these too. */
const PREFIX = [2_000, 128, 48] as const;
/** Variants held at once; more are made in several passes over all values, each for its part of the hashes. */
const MAX_HELD = 1 << 24;
/** Variants are put into this many heaps by their hash, each small enough for the cache of the processor. */
const HEAPS = 2_048;
const HEAP_SHIFT = 21;
/** Values kept under one variant; the rest is passed over. */
const MAX_MET = 1_000;
/** Texts between two yields; each has hundreds of variants. */
const YIELD_EVERY = 2_048;

const BASE = 0x01000193;
/** Powers of the base modulo 2³². */
const POWERS = powers(PREFIX[0] + 1);

/**
 * Finds texts that become equal when a few characters are left out of each. Every text is entered under the hashes of
 * what is left of it; two that meet may still differ (hashes collide, characters were left out in different places), so
 * the caller compares them. `labels` must agree as well for two texts to meet. Hashes are made, put into heaps, and
 * compared heap by heap, so that memory is walked in order.
 */
export class VariantIndex {
  readonly passes: number;
  /** Meetings that were passed over. */
  skipped = 0;
  private readonly hashes: Uint32Array;
  private readonly owners: Uint32Array;
  private readonly seeds: Int32Array;
  private length = 0;
  /** Hash of the first i characters of the text at hand. */
  private readonly prefix = new Int32Array(PREFIX[0] + 1);

  constructor(
    private readonly texts: readonly string[],
    labels: readonly string[],
    private readonly leftOut: (text: string) => number,
    held = MAX_HELD,
  ) {
    let variants = 0;
    let most = 0;
    for (const text of texts) {
      const made = variantCount(text.length, leftOut(text));
      variants += made;
      most = Math.max(most, made);
    }
    this.passes = Math.max(1, Math.ceil(variants / (held * 0.9)));
    const room = Math.min(variants, held) + most;
    this.hashes = new Uint32Array(room);
    this.owners = new Uint32Array(room);
    this.seeds = Int32Array.from(labels, hashOfText);
  }

  /** Tells of every two texts that meet, perhaps several times, the earlier one first. */
  *meetings(met: (earlier: number, later: number) => void): Search<void> {
    const total = this.passes * this.texts.length;
    for (let pass = 0; pass < this.passes; pass++) {
      this.length = 0;
      for (let at = 0; at < this.texts.length; at++) {
        this.enterVariants(at, pass);
        if (at % YIELD_EVERY === YIELD_EVERY - 1) yield { done: pass * this.texts.length + at + 1, total };
      }
      yield* this.compare(met, { done: (pass + 1) * this.texts.length, total });
    }
  }

  private enterVariants(index: number, pass: number): void {
    const text = this.texts[index]!;
    if (text === '') return;
    const leftOut = this.leftOut(text);
    const n = Math.min(text.length, PREFIX[leftOut]!);
    const { prefix } = this;
    // The label comes first, as if it were a character before the text.
    prefix[0] = this.seeds[index]!;
    for (let i = 0; i < n; i++) prefix[i + 1] = Math.imul(prefix[i]!, BASE) + text.charCodeAt(i);
    const whole = prefix[n]!;
    this.enter(whole, index, pass);
    if (leftOut === 0) return;
    for (let j = 0; j < n; j++) {
      const after = POWERS[n - j - 1]!;
      const tail = whole - Math.imul(prefix[j + 1]!, after);
      const isRepeat = j > 0 && text.charCodeAt(j) === text.charCodeAt(j - 1);
      if (!isRepeat) this.enter(Math.imul(prefix[j]!, after) + tail, index, pass);
      if (leftOut === 1) continue;
      for (let i = 0; i < j; i++) {
        const head = Math.imul(prefix[i]! - prefix[i + 1]!, POWERS[j - i - 1]!) + prefix[j]!;
        this.enter(Math.imul(head, after) + tail, index, pass);
      }
    }
  }

  private enter(raw: number, owner: number, pass: number): void {
    const hash = mixed(raw);
    if (this.passes > 1 && (hash & 0xffff) % this.passes !== pass) return;
    if (this.length === this.hashes.length) {
      this.skipped++;
      return;
    }
    this.hashes[this.length] = hash;
    this.owners[this.length++] = owner;
  }

  /** Puts what was entered into heaps by its leading bits, in the order it came, and compares within each. */
  private *compare(met: (earlier: number, later: number) => void, progress: SearchProgress): Search<void> {
    const starts = new Uint32Array(HEAPS + 1);
    for (let i = 0; i < this.length; i++) starts[(this.hashes[i]! >>> HEAP_SHIFT) + 1]!++;
    for (let heap = 0; heap < HEAPS; heap++) starts[heap + 1]! += starts[heap]!;
    const next = starts.slice();
    const hashes = new Uint32Array(this.length);
    const owners = new Uint32Array(this.length);
    for (let i = 0; i < this.length; i++) {
      const hash = this.hashes[i]!;
      const place = next[hash >>> HEAP_SHIFT]!++;
      hashes[place] = hash;
      owners[place] = this.owners[i]!;
    }
    for (let heap = 0; heap < HEAPS; heap++) {
      const [first, end] = [starts[heap]!, starts[heap + 1]!];
      if (end - first > 1) this.compareHeap(hashes.subarray(first, end), owners.subarray(first, end), met);
      if (heap % 256 === 255) yield progress;
    }
  }

  private compareHeap(
    hashes: Uint32Array,
    owners: Uint32Array,
    met: (earlier: number, later: number) => void,
  ): void {
    const slots = 2 ** Math.ceil(Math.log2(hashes.length * 2));
    const heads = new Int32Array(slots).fill(-1);
    const before = new Int32Array(hashes.length);
    for (let i = 0; i < hashes.length; i++) {
      const hash = hashes[i]!;
      const owner = owners[i]!;
      const slot = hash & (slots - 1);
      const head = heads[slot]!;
      let found = 0;
      for (let at = head; at >= 0 && found <= MAX_MET; at = before[at]!) {
        if (hashes[at] !== hash) continue;
        // The latest stand first: a text that left the same in two ways finds itself before all others.
        if (owners[at] === owner) found = MAX_MET + 1;
        else if (++found <= MAX_MET) met(owners[at]!, owner);
        else this.skipped++;
      }
      if (found > MAX_MET) continue;
      before[i] = head;
      heads[slot] = i;
    }
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
  return (hash ^ (hash >>> 16)) >>> 0;
}
