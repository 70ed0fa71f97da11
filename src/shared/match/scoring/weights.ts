import { type Kind, kindOf } from '../compare/kinds';
import type { ComparisonColumn, ComparisonLevel } from '../types';

/**
 * The levels of a comparison with their weights. More similar never weighs less: neighbouring levels that contradict
 * this are pooled (pool adjacent violators). The exact level never speaks against a match.
 */
export function comparisonLevels(kind: Kind, m: Float64Array, u: Float64Array): ComparisonLevel[] {
  const blocks: { m: number; u: number; levels: number }[] = [];
  for (let level = 1; level < m.length; level++) {
    blocks.push({ m: m[level]!, u: u[level]!, levels: 1 });
    while (blocks.length > 1) {
      const top = blocks[blocks.length - 1]!;
      const below = blocks[blocks.length - 2]!;
      if (top.m / top.u >= below.m / below.u) break;
      blocks.splice(-2, 2, { m: below.m + top.m, u: below.u + top.u, levels: below.levels + top.levels });
    }
  }
  const out: ComparisonLevel[] = [{ label: 'empty on one side', m: 0, u: 0, weight: 0 }];
  let level = 1;
  for (const block of blocks) {
    const weight = Math.log2(block.m / block.u);
    for (let k = 0; k < block.levels; k++, level++) {
      const spec = kind.levels[level - 1]!;
      const isExact = level === m.length - 1;
      const bounded = Math.max(-kind.limit, Math.min(kind.limit, isExact ? Math.max(0, weight) : weight));
      out.push({ label: spec.label, m: m[level]!, u: u[level]!, weight: bounded });
    }
  }
  return out;
}

/**
 * What the frequency of the values adds to a level's weight (log2): agreement on a rare value says more than on a
 * common one. Fully for exact agreement, half for a slip, nothing below.
 */
export function frequencyAdjustment(
  column: ComparisonColumn,
  levels: readonly ComparisonLevel[],
  level: number,
  codeA: number,
  codeB: number,
): number {
  const kind = kindOf(column.kind);
  if (level < kind.nearFrom || level === 0) return 0;
  const exact = levels.length - 1;
  const base = levels[exact]!.u;
  if (level === exact && codeA === codeB) {
    const full = Math.log2(base / column.frequency[codeA]!);
    const room = kind.limit - levels[exact]!.weight;
    return Math.max(-Math.max(0, levels[exact]!.weight), Math.min(full, room));
  }
  const common = Math.max(column.frequency[codeA]!, column.frequency[codeB]!);
  const half = Math.log2(base / common) / 2;
  return Math.max(-Math.max(0, levels[level]!.weight), Math.min(half, 3));
}
