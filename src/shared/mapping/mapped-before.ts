import type { Column } from '../table/types';
import type { TransformTarget } from './transforms';
import type { Transform } from './types';

/**
 * What source columns became under transforms before, as long as somebody still holds it: a list of transforms that begins
 * like one already applied goes on from its result, and one that ends like it only looks at values that come to that end
 * otherwise. Only time depends on it; columns come out the same.
 */

interface Mapped {
  readonly codes: Uint32Array;
  readonly target: string;
  readonly transforms: readonly Transform[];
  readonly steps: readonly string[];
  readonly column: WeakRef<Column>;
}

/** Results kept in mind per source column: one for each of the few fields it fills. */
const MOST_KEPT = 4;

/** By the values of the source column. */
const kept = new WeakMap<readonly string[], readonly Mapped[]>();

/** A column that some first transforms of a list are applied to already, and the transforms still to come. */
export interface Started {
  readonly column: Column;
  readonly rest: readonly Transform[];
}

/** The furthest a list of transforms has come on a column before; the column itself where nothing is known. */
export function startedMapping(
  source: Column,
  transforms: readonly Transform[],
  target: TransformTarget,
): Started {
  const steps = transforms.map(textOf);
  const words = JSON.stringify(target);
  let started: Started = { column: source, rest: transforms };
  for (const mapped of kept.get(source.values) ?? []) {
    if (mapped.codes !== source.codes || mapped.target !== words) continue;
    const rest = transforms.slice(mapped.steps.length);
    const begins = mapped.steps.every((step, at) => step === steps[at]);
    const column = begins && rest.length < started.rest.length ? mapped.column.deref() : undefined;
    if (column) started = { column, rest };
  }
  return started;
}

/** A column that the same last transforms gave: only what comes before them is another list. */
export interface Alike {
  readonly column: Column;
  readonly before: readonly Transform[];
  readonly now: readonly Transform[];
  readonly rest: readonly Transform[];
}

/**
 * The column before whose list of transforms ends most like this one; null where going on from the beginning of a list
 * (`started`) saves as much.
 */
export function alikeMapping(
  source: Column,
  transforms: readonly Transform[],
  target: TransformTarget,
  started: Started,
): Alike | null {
  const steps = transforms.map(textOf);
  const words = JSON.stringify(target);
  let alike: Alike | null = null;
  let most = weightOf(transforms) - weightOf(started.rest);
  for (const mapped of kept.get(source.values) ?? []) {
    if (mapped.codes !== source.codes || mapped.target !== words) continue;
    const same = commonEnd(mapped.steps, steps);
    const before = mapped.transforms.slice(0, mapped.transforms.length - same);
    const rest = transforms.slice(transforms.length - same);
    const saved = weightOf(rest) - weightOf(before);
    const column = saved > most ? mapped.column.deref() : undefined;
    if (!column) continue;
    most = saved;
    alike = { column, before, now: transforms.slice(0, transforms.length - same), rest };
  }
  return alike;
}

function commonEnd(left: readonly string[], right: readonly string[]): number {
  const most = Math.min(left.length, right.length);
  let same = 0;
  while (same < most && left[left.length - 1 - same] === right[right.length - 1 - same]) same++;
  return same;
}

/** Transforms that take a fraction of what reading a phone, a date or a name takes. */
const LIGHT: ReadonlySet<Transform['op']> = new Set([
  'trim',
  'squeeze',
  'case',
  'replace',
  'truncate',
  'default',
]);

/** What a list of transforms costs, about. */
function weightOf(transforms: readonly Transform[]): number {
  return transforms.reduce((sum, { op }) => sum + (LIGHT.has(op) ? 1 : 5), 0);
}

/** Keeps in mind what a source column became, without keeping it alive. */
export function rememberMapping(
  source: Column,
  transforms: readonly Transform[],
  target: TransformTarget,
  column: Column,
): void {
  const [words, steps] = [JSON.stringify(target), transforms.map(textOf)];
  const others = (kept.get(source.values) ?? []).filter(
    (mapped) => mapped.target !== words || mapped.steps.join('\n') !== steps.join('\n'),
  );
  const latest = { codes: source.codes, target: words, transforms, steps, column: new WeakRef(column) };
  kept.set(source.values, [latest, ...others].slice(0, MOST_KEPT));
}

function textOf(transform: Transform): string {
  return JSON.stringify(transform);
}
