import { checkCancelled, type TaskContext } from '../../base/progress';
import type { Pairs } from '../blocking/pairs';
import { createComparer, type LevelOf } from '../compare/comparer';
import { kindOf } from '../compare/kinds';
import type { ComparisonColumn } from '../types';

/** The distinct level combinations of many pairs, and which one each pair has. */
export interface Patterns {
  readonly of: Uint32Array;
  /** `levels[pattern * comparisons + c]` is the level of comparison c. */
  readonly levels: Uint8Array;
  readonly count: number;
}

const BATCH = 1 << 14;

/** Children of a node of the pattern tree: more than any kind has levels. */
const TREE_WIDTH = 16;

/** From this level on two name parts are the same apart from a slip, in both kinds of name part. */
const NEAR = 3;

/** Level functions of all comparisons on records: swapped name parts included. */
export type RecordLevelOf = (left: number, right: number) => number;

export function recordLevels(columns: readonly ComparisonColumn[]): RecordLevelOf[] {
  return columns.map((column) => recordLevel(column, columns, createComparer(column)));
}

function recordLevel(
  column: ComparisonColumn,
  columns: readonly ComparisonColumn[],
  levelOf: LevelOf,
): RecordLevelOf {
  const { codes } = column;
  const other = columns[column.partner];
  if (!other) return (left, right) => levelOf(codes[left]!, codes[right]!);
  const swapped = kindOf(column.kind).levels.length - 1;
  const otherCodes = other.codes;
  return (left, right) => {
    const a = codes[left]!;
    const b = codes[right]!;
    const level = levelOf(a, b);
    if (level === 0 || level >= NEAR) return level;
    const otherA = otherCodes[left]!;
    const otherB = otherCodes[right]!;
    // Swapped: one part stands in the other's place exactly, and so does the other part, a slip allowed.
    const crossed = otherB === a ? levelOf(otherA, b) : otherA === b ? levelOf(a, otherB) : 0;
    return crossed >= NEAR ? swapped : level;
  };
}

/**
 * The pattern of every pair. Comparison by comparison over batches, so that one dictionary and one cache are hot at a
 * time; patterns are the leaves of a tree of levels, so no pair is hashed.
 */
export function findPatterns(
  pairs: Pairs,
  levelFunctions: readonly RecordLevelOf[],
  task: TaskContext,
): Patterns {
  const width = TREE_WIDTH;
  let tree = new Uint32Array(1 << 14);
  let nodes = 1;
  const of = new Uint32Array(pairs.count);
  const depth = levelFunctions.length;
  for (let start = 0; start < pairs.count; start += BATCH) {
    if ((start & ((BATCH << 5) - 1)) === 0) {
      checkCancelled(task);
      task.report({ label: 'Comparing pairs', done: start, total: pairs.count });
    }
    const end = Math.min(pairs.count, start + BATCH);
    for (const levelOf of levelFunctions) {
      for (let i = start; i < end; i++) {
        const at = of[i]! * width + levelOf(pairs.left[i]!, pairs.right[i]!);
        let next = tree[at]!;
        if (next === 0) {
          next = nodes++;
          if ((nodes + 1) * width > tree.length) {
            const bigger = new Uint32Array(tree.length * 2);
            bigger.set(tree);
            tree = bigger;
          }
          tree[at] = next;
        }
        of[i] = next;
      }
    }
  }
  return leaves(tree, nodes, width, depth, of);
}

/** Renumbers the leaves 0, 1, … in order of the tree and writes their levels. */
function leaves(tree: Uint32Array, nodes: number, width: number, depth: number, of: Uint32Array): Patterns {
  const number = new Uint32Array(nodes);
  const found: number[] = [];
  const path = new Uint8Array(depth);
  let count = 0;
  const walk = (node: number, level: number): void => {
    if (level === depth) {
      number[node] = count++;
      for (const step of path) found.push(step);
      return;
    }
    for (let step = 0; step < width; step++) {
      const next = tree[node * width + step]!;
      if (next === 0) continue;
      path[level] = step;
      walk(next, level + 1);
    }
  };
  if (of.length > 0) walk(0, 0);
  for (let i = 0; i < of.length; i++) of[i] = number[of[i]!]!;
  return { of, levels: Uint8Array.from(found), count };
}
