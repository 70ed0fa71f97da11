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

/** Children of a node of the pattern tree: more than any kind has levels. */
const TREE_WIDTH = 16;

/** Numbers level combinations. They are the leaves of a tree of levels, so none is hashed. */
class PatternTree {
  #tree = new Uint32Array(1 << 14);
  #nodes = 1;

  constructor(readonly depth: number) {}

  /** Takes each node one level down, by the level of its pair; 0 is the root. */
  descend(nodes: Uint32Array, start: number, end: number, levels: Uint8Array): void {
    let tree = this.#tree;
    for (let i = start; i < end; i++) {
      const at = nodes[i]! * TREE_WIDTH + levels[i - start]!;
      let next = tree[at]!;
      if (next === 0) {
        next = this.#nodes++;
        tree[at] = next;
        if (this.#nodes * TREE_WIDTH > tree.length) tree = this.#grow();
      }
      nodes[i] = next;
    }
  }

  /** Numbers the leaves 0, 1, … in the order of their levels, whatever the order they came in; `of` is renumbered. */
  finish(of: Uint32Array): Patterns {
    const number = new Uint32Array(this.#nodes);
    const found: number[] = [];
    const path = new Uint8Array(this.depth);
    let count = 0;
    const walk = (node: number, level: number): void => {
      if (level === this.depth) {
        number[node] = count++;
        for (const step of path) found.push(step);
        return;
      }
      for (let step = 0; step < TREE_WIDTH; step++) {
        const next = this.#tree[node * TREE_WIDTH + step]!;
        if (next === 0) continue;
        path[level] = step;
        walk(next, level + 1);
      }
    };
    if (of.length > 0) walk(0, 0);
    for (let i = 0; i < of.length; i++) of[i] = number[of[i]!]!;
    return { of, levels: Uint8Array.from(found), count };
  }

  #grow(): Uint32Array<ArrayBuffer> {
    const bigger = new Uint32Array(this.#tree.length * 2);
    bigger.set(this.#tree);
    this.#tree = bigger;
    return bigger;
  }
}

/** The pattern of every pair. Equal pairs in any order give equal patterns, numbered in the order of their levels. */
export function findPatterns(pairs: Pairs, comparisons: readonly RecordComparison[]): Patterns {
  const tree = new PatternTree(comparisons.length);
  const of = new Uint32Array(pairs.count);
  const levels = new Uint8Array(Math.min(BATCH, pairs.count));
  for (let start = 0; start < pairs.count; start += BATCH) {
    const end = Math.min(pairs.count, start + BATCH);
    for (const comparison of comparisons) {
      comparison.levels(pairs.left, pairs.right, start, end, levels);
      tree.descend(of, start, end, levels);
    }
  }
  return tree.finish(of);
}

/** The patterns of pairs that were compared in parts, the parts one after the other. */
export function joinPatterns(parts: readonly Patterns[], comparisons: number): Patterns {
  const tree = new PatternTree(comparisons);
  const of = new Uint32Array(parts.reduce((sum, part) => sum + part.of.length, 0));
  let at = 0;
  for (const part of parts) {
    const nodes = new Uint32Array(part.count);
    const levels = new Uint8Array(part.count);
    for (let c = 0; c < comparisons; c++) {
      for (let p = 0; p < part.count; p++) levels[p] = part.levels[p * comparisons + c]!;
      tree.descend(nodes, 0, part.count, levels);
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
    const counts = new Float64Array(TREE_WIDTH);
    for (let p = 0; p < patterns.count; p++) {
      const level = patterns.levels[p * comparisons + c]!;
      counts[level] = counts[level]! + pairs[p]!;
    }
    return counts;
  });
}
