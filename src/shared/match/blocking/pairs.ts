import { checkCancelled, type TaskContext } from '../../base/progress';
import { groupRows } from './blocks';
import type { MultiKey } from './keys';
import type { Rule } from './rules';
import type { Twins } from './twins';

/** Candidate pairs, each once; left < right. */
export interface Pairs {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly count: number;
}

/** A growing list of pairs. */
export class PairBuffer {
  left = new Uint32Array(1 << 16);
  right = new Uint32Array(1 << 16);
  count = 0;

  push(left: number, right: number): void {
    if (this.count === this.left.length) this.#grow();
    this.left[this.count] = left;
    this.right[this.count] = right;
    this.count++;
  }

  finish(): Pairs {
    return {
      left: this.left.subarray(0, this.count),
      right: this.right.subarray(0, this.count),
      count: this.count,
    };
  }

  #grow(): void {
    const size = this.left.length * 2;
    const left = new Uint32Array(size);
    const right = new Uint32Array(size);
    left.set(this.left);
    right.set(this.right);
    this.left = left;
    this.right = right;
  }
}

/** Whether two records share a block of the rule. */
export function sharesBlock(rule: Rule, left: number, right: number): boolean {
  if (rule.single) {
    const code = rule.single.codes[left]!;
    return code !== 0 && code === rule.single.codes[right]!;
  }
  return rule.multi !== null && firstShared(rule.multi, left, right) !== 0;
}

/**
 * Twins first, then all pairs of the rules in order. A pair that an earlier rule made is not made again: instead of one large set of
 * pairs, the earlier rules' keys are compared. Only pairs that `accept` lets
 * through are kept; null lets all.
 */
export function generatePairs(
  rules: readonly Rule[],
  twins: Twins,
  accept: ((left: number, right: number) => boolean) | null,
  task: TaskContext,
): Pairs {
  const buffer = new PairBuffer();
  for (let i = 0; i < twins.left.length; i++) buffer.push(twins.left[i]!, twins.right[i]!);
  const total = rules.reduce((sum, rule) => sum + rule.pairs, 0);
  let done = 0;
  rules.forEach((rule, index) => {
    checkCancelled(task);
    task.report({ label: 'Finding pairs to compare', done, total });
    const earlier = rules.slice(0, index);
    const emit = (l: number, r: number): void => {
      if (accept !== null && !accept(l, r)) return;
      for (const before of earlier) if (sharesBlock(before, l, r)) return;
      buffer.push(l, r);
    };
    if (rule.single) singlePairs(rule.single.codes, rule.single.size, emit);
    else if (rule.multi) multiPairs(rule.multi, emit);
    done += rule.pairs;
  });
  return buffer.finish();
}

function singlePairs(codes: Uint32Array, size: number, emit: (l: number, r: number) => void): void {
  const { starts, rows } = groupRows(codes, size);
  for (let code = 1; code < size; code++) {
    const end = starts[code + 1]!;
    for (let i = starts[code]!; i < end; i++) for (let j = i + 1; j < end; j++) emit(rows[i]!, rows[j]!);
  }
}

function multiPairs(key: MultiKey, emit: (l: number, r: number) => void): void {
  const starts = new Uint32Array(key.size + 1);
  for (const code of key.keys) starts[code + 1] = starts[code + 1]! + 1;
  for (let code = 0; code < key.size; code++) starts[code + 1] = starts[code + 1]! + starts[code]!;
  const next = starts.slice(0, key.size);
  const rows = new Uint32Array(key.keys.length);
  for (let row = 0; row + 1 < key.offsets.length; row++) {
    for (let k = key.offsets[row]!; k < key.offsets[row + 1]!; k++) {
      const code = key.keys[k]!;
      const at = next[code]!;
      rows[at] = row;
      next[code] = at + 1;
    }
  }
  for (let code = 1; code < key.size; code++) {
    const end = starts[code + 1]!;
    for (let i = starts[code]!; i < end; i++)
      for (let j = i + 1; j < end; j++) {
        const l = rows[i]!;
        const r = rows[j]!;
        if (firstShared(key, l, r) === code) emit(l, r);
      }
  }
}

/** The smallest key two records share, or 0. */
function firstShared(key: MultiKey, left: number, right: number): number {
  let i = key.offsets[left]!;
  let j = key.offsets[right]!;
  const endI = key.offsets[left + 1]!;
  const endJ = key.offsets[right + 1]!;
  while (i < endI && j < endJ) {
    const x = key.keys[i]!;
    const y = key.keys[j]!;
    if (x === y) return x;
    if (x < y) i++;
    else j++;
  }
  return 0;
}
