import { grown } from '../../base/grown';
import { breathe, type TaskContext } from '../../base/progress';
import { type Groups, groupRows, groupRowsByKeys, pairsAmong } from './blocks';
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
    if (this.count === this.left.length) {
      this.left = grown(this.left);
      this.right = grown(this.right);
    }
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
}

/** Whether two records share a block of the rule. */
export function sharesBlock(rule: Rule, left: number, right: number): boolean {
  if (rule.single) {
    const code = rule.single.codes[left]!;
    return code !== 0 && code === rule.single.codes[right]!;
  }
  return rule.multi !== null && firstShared(rule.multi, left, right) !== 0;
}

/** Pairs made before others get a turn, by one rule or by several small ones. */
const TURN = 1 << 21;

/** Which pairs are kept; null keeps all. */
export type Accept = ((left: number, right: number) => boolean) | null;

/**
 * Twins first, then all pairs of the rules. A pair that several rules make is made by the first of them: instead of one
 * large set of pairs, the keys of the rules before are compared. Only pairs that `accept` lets through are kept.
 */
export async function generatePairs(
  rules: readonly Rule[],
  twins: Twins,
  accept: Accept,
  task: TaskContext,
): Promise<Pairs> {
  const buffer = new PairBuffer();
  for (let i = 0; i < twins.left.length; i++) buffer.push(twins.left[i]!, twins.right[i]!);
  const ordered = [...rules.filter((rule) => rule.single), ...rules.filter((rule) => rule.multi)];
  const keys = new KeyTable(ordered);
  const total = ordered.reduce((sum, rule) => sum + rule.pairs, 0);
  let done = 0;
  let since = 0;
  task.report({ label: 'Finding pairs to compare', done, total });
  for (const [index, rule] of ordered.entries()) {
    const groups = groupsOf(rule);
    for (let code = 1; code > 0; ) {
      if (since + rule.pairs > TURN) {
        task.report({ label: 'Finding pairs to compare', done, total });
        await breathe(task);
        since = 0;
      }
      code = makePairs(rule, index, groups, code, keys, accept, buffer);
    }
    since += rule.pairs;
    done += rule.pairs;
  }
  await breathe(task);
  return buffer.finish();
}

function groupsOf({ single, multi }: Rule): Groups {
  if (single) return groupRows(single.codes, single.size);
  return multi
    ? groupRowsByKeys(multi.offsets, multi.keys, multi.size)
    : { starts: new Uint32Array(1), rows: new Uint32Array(0) };
}

/** Makes pairs of the blocks from `from` on until the turn is over; the block to go on with, or 0 at the end. */
function makePairs(
  { multi }: Rule,
  index: number,
  { starts, rows }: Groups,
  from: number,
  keys: KeyTable,
  accept: Accept,
  buffer: PairBuffer,
): number {
  let left = TURN;
  for (let code = from; code + 1 < starts.length; code++) {
    const end = starts[code + 1]!;
    for (let i = starts[code]!; i < end; i++) {
      const l = rows[i]!;
      for (let j = i + 1; j < end; j++) {
        const r = rows[j]!;
        if (keys.isMadeBefore(index, l, r)) continue;
        if (multi !== null && firstShared(multi, l, r) !== code) continue;
        if (accept === null || accept(l, r)) buffer.push(l, r);
      }
    }
    left -= pairsAmong(end - starts[code]!);
    if (left < 0) return code + 1;
  }
  return 0;
}

/** The keys of all rules, those of one record side by side, so that two records are compared in one place. */
class KeyTable {
  readonly #width: number;
  readonly #keys: Uint32Array;
  readonly #multis: readonly MultiKey[];

  /** Rules with single keys come first. */
  constructor(rules: readonly Rule[]) {
    const singles = rules.flatMap((rule) => (rule.single ? [rule.single.codes] : []));
    this.#multis = rules.flatMap((rule) => (rule.multi ? [rule.multi] : []));
    this.#width = singles.length;
    this.#keys = new Uint32Array(singles.length * (singles[0]?.length ?? 0));
    singles.forEach((codes, at) => {
      for (let row = 0; row < codes.length; row++) this.#keys[row * singles.length + at] = codes[row]!;
    });
  }

  /** Whether a rule before `index` makes the pair. */
  isMadeBefore(index: number, left: number, right: number): boolean {
    const keys = this.#keys;
    const width = this.#width;
    const to = left * width + Math.min(index, width);
    for (let a = left * width, b = right * width; a < to; a++, b++)
      if (keys[a] === keys[b] && keys[a] !== 0) return true;
    for (let m = 0; m < index - width; m++) if (firstShared(this.#multis[m]!, left, right) !== 0) return true;
    return false;
  }

  /** How many of the rules bring two records together. */
  count(left: number, right: number): number {
    const keys = this.#keys;
    const width = this.#width;
    let found = 0;
    const to = (left + 1) * width;
    for (let a = left * width, b = right * width; a < to; a++, b++)
      if (keys[a] === keys[b] && keys[a] !== 0) found++;
    for (const multi of this.#multis) if (firstShared(multi, left, right) !== 0) found++;
    return found;
  }
}

/** By how many rules each pair is made, at most 255. */
export function foundByRules(rules: readonly Rule[], { left, right, count }: Pairs): Uint8Array {
  const keys = new KeyTable([...rules.filter((rule) => rule.single), ...rules.filter((rule) => rule.multi)]);
  const found = new Uint8Array(count);
  for (let i = 0; i < count; i++) found[i] = Math.min(255, keys.count(left[i]!, right[i]!));
  return found;
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
