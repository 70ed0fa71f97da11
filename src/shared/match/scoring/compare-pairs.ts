import { breathe, type TaskContext } from '../../base/progress';
import type { Pairs } from '../blocking/pairs';
import type { RecordComparison } from '../compare/record-comparison';
import { findPatterns, joinPatterns, type Patterns } from './patterns';

/** Pairs compared before others get a turn: well below a second. */
const CHUNK = 1 << 18;

/** The pattern of every candidate pair, compared in parts of fixed size; what waits runs between the parts. */
export async function comparePairs(
  pairs: Pairs,
  comparisons: readonly RecordComparison[],
  task: TaskContext,
): Promise<Patterns> {
  const parts: Patterns[] = [];
  for (let start = 0; start < pairs.count; start += CHUNK) {
    const end = Math.min(pairs.count, start + CHUNK);
    task.report({ label: 'Comparing pairs', done: start, total: pairs.count });
    await breathe(task);
    const left = pairs.left.subarray(start, end);
    const right = pairs.right.subarray(start, end);
    parts.push(findPatterns({ left, right, count: end - start }, comparisons));
  }
  return joinPatterns(parts, comparisons.length);
}
