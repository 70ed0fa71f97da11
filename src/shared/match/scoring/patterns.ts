import { grown } from '../../base/grown';
import type { Pairs } from '../blocking/pairs';
import type { RecordComparison } from '../compare/record-comparison';

/** The distinct level combinations of many pairs, and which one each pair has. */
export interface Patterns {
  readonly of: Uint32Array;
  /** `levels[pattern * comparisons + c]` is the level of comparison c. */
  readonly levels: Uint8Array;
  readonly count: number;
}

/** Pairs compared field by field at a time: one dictionary and one cache are hot, the pairs stay in the near memory. */
const BATCH = 1 << 13;

/** A level takes so many bits, which is enough for any kind; so many levels make one number. */
const LEVEL_BITS = 4;
const LEVELS = 1 << LEVEL_BITS;
const IN_A_KEY = 32 / LEVEL_BITS;

/**
 * Numbers level combinations. They are the leaves of a tree whose steps are keys, each the levels of eight comparisons; a
 * node's children are found in one open hash table.
 */
class PatternTree {
  /** Nodes by their hashes; the root, 0, is a free slot. */
  #slots = new Uint32Array(1 << 13);
  /** Of the nodes but the root: the node above and the key that leads here. */
  #above = new Uint32Array(1 << 12);
  #keys = new Uint32Array(1 << 12);
  #nodes = 1;

  constructor(readonly comparisons: number) {}

  /** Takes the nodes from `start` on one step down, each by its key; 0 is the root. */
  descend(nodes: Uint32Array, start: number, end: number, keys: Uint32Array): void {
    let slots = this.#slots;
    let known = this.#keys;
    let parents = this.#above;
    for (let i = start; i < end; i++) {
      const above = nodes[i]!;
      const key = keys[i - start]!;
      let slot = hashOf(above, key) & (slots.length - 1);
      let node = slots[slot]!;
      while (node !== 0 && (known[node] !== key || parents[node] !== above)) {
        slot = (slot + 1) & (slots.length - 1);
        node = slots[slot]!;
      }
      if (node === 0) {
        node = this.#add(above, key, slot);
        slots = this.#slots;
        known = this.#keys;
        parents = this.#above;
      }
      nodes[i] = node;
    }
  }

  #add(above: number, key: number, slot: number): number {
    const node = this.#nodes++;
    this.#slots[slot] = node;
    this.#above[node] = above;
    this.#keys[node] = key;
    if (this.#nodes === this.#keys.length) this.#grow();
    return node;
  }

  /** Numbers the leaves 0, 1, … in the order of their levels, whatever the order they came in; `of` is renumbered. */
  finish(of: Uint32Array): Patterns {
    const depth = Math.ceil(this.comparisons / IN_A_KEY);
    const isLeaf = new Uint8Array(this.#nodes);
    for (let i = 0; i < of.length; i++) isLeaf[of[i]!] = 1;
    const paths: { readonly leaf: number; readonly keys: readonly number[] }[] = [];
    for (let leaf = 0; leaf < isLeaf.length; leaf++) {
      if (isLeaf[leaf] === 0) continue;
      const keys: number[] = new Array(depth);
      for (let node = leaf, at = depth - 1; at >= 0; at--) {
        keys[at] = this.#keys[node]!;
        node = this.#above[node]!;
      }
      paths.push({ leaf, keys });
    }
    paths.sort((a, b) => firstDifference(a.keys, b.keys));
    const number = new Uint32Array(this.#nodes);
    const levels = new Uint8Array(paths.length * this.comparisons);
    paths.forEach(({ leaf, keys }, pattern) => {
      number[leaf] = pattern;
      for (let c = 0; c < this.comparisons; c++)
        levels[pattern * this.comparisons + c] = levelIn(keys[Math.floor(c / IN_A_KEY)]!, c % IN_A_KEY);
    });
    for (let i = 0; i < of.length; i++) of[i] = number[of[i]!]!;
    return { of, levels, count: paths.length };
  }

  #grow(): void {
    const above = grown(this.#above);
    const keys = grown(this.#keys);
    const slots = new Uint32Array(this.#slots.length * 2);
    for (let node = 1; node < this.#nodes; node++) {
      let slot = hashOf(above[node]!, keys[node]!) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = node;
    }
    this.#above = above;
    this.#keys = keys;
    this.#slots = slots;
  }
}

function hashOf(above: number, key: number): number {
  const hash = Math.imul(key, 0x9e3779b1) ^ Math.imul(above, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

/** Below 0 when the first key in which two paths differ is smaller in `a`. */
function firstDifference(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

/** Puts the levels of the comparison at place `at` of a key into the keys. */
function addLevels(keys: Uint32Array, at: number, levels: Uint8Array, count: number): void {
  const shift = 32 - LEVEL_BITS * (at + 1);
  if (at === 0) for (let i = 0; i < count; i++) keys[i] = levels[i]! << shift;
  else for (let i = 0; i < count; i++) keys[i] = keys[i]! | (levels[i]! << shift);
}

function levelIn(key: number, at: number): number {
  return (key >>> (32 - LEVEL_BITS * (at + 1))) & (LEVELS - 1);
}

/** The pattern of every pair. Equal pairs in any order give equal patterns, numbered in the order of their levels. */
export function findPatterns(pairs: Pairs, comparisons: readonly RecordComparison[]): Patterns {
  const tree = new PatternTree(comparisons.length);
  const of = new Uint32Array(pairs.count);
  const size = Math.min(BATCH, pairs.count);
  const levels = new Uint8Array(size);
  const keys = new Uint32Array(size);
  for (let start = 0; start < pairs.count; start += BATCH) {
    const end = Math.min(pairs.count, start + BATCH);
    comparisons.forEach((comparison, c) => {
      comparison.levels(pairs.left, pairs.right, start, end, levels);
      addLevels(keys, c % IN_A_KEY, levels, end - start);
      if (isLastOfKey(c, comparisons.length)) tree.descend(of, start, end, keys);
    });
  }
  return tree.finish(of);
}

function isLastOfKey(comparison: number, comparisons: number): boolean {
  return (comparison + 1) % IN_A_KEY === 0 || comparison + 1 === comparisons;
}

/** The patterns of pairs that were compared in parts, the parts one after the other. */
export function joinPatterns(parts: readonly Patterns[], comparisons: number): Patterns {
  const tree = new PatternTree(comparisons);
  const of = new Uint32Array(parts.reduce((sum, part) => sum + part.of.length, 0));
  let at = 0;
  for (const part of parts) {
    const nodes = new Uint32Array(part.count);
    const levels = new Uint8Array(part.count);
    const keys = new Uint32Array(part.count);
    for (let c = 0; c < comparisons; c++) {
      for (let p = 0; p < part.count; p++) levels[p] = part.levels[p * comparisons + c]!;
      addLevels(keys, c % IN_A_KEY, levels, part.count);
      if (isLastOfKey(c, comparisons)) tree.descend(nodes, 0, part.count, keys);
    }
    for (let i = 0; i < part.of.length; i++) of[at + i] = nodes[part.of[i]!]!;
    at += part.of.length;
  }
  return tree.finish(of);
}

/** Pairs per pattern. */
export function countPatterns(patterns: Patterns): Float64Array {
  const counts = new Float64Array(patterns.count);
  for (let i = 0; i < patterns.of.length; i++) counts[patterns.of[i]!]!++;
  return counts;
}

/** Pairs at each level of each comparison, by comparison and level. */
export function levelCounts(patterns: Patterns, comparisons: number): Float64Array[] {
  const pairs = countPatterns(patterns);
  return Array.from({ length: comparisons }, (_, c) => {
    const counts = new Float64Array(LEVELS);
    for (let p = 0; p < patterns.count; p++) {
      const level = patterns.levels[p * comparisons + c]!;
      counts[level] = counts[level]! + pairs[p]!;
    }
    return counts;
  });
}
