import type { Column } from '../table/types';
import type { TransformTarget } from './transforms';
import type { Transform } from './types';

/**
 * What source columns became under transforms before, as long as somebody still holds it: a list of transforms that begins
 * like one already applied goes on from its result. Only time depends on it; columns come out the same.
 */

interface Mapped {
  readonly codes: Uint32Array;
  readonly target: string;
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
  const latest = { codes: source.codes, target: words, steps, column: new WeakRef(column) };
  kept.set(source.values, [latest, ...others].slice(0, MOST_KEPT));
}

function textOf(transform: Transform): string {
  return JSON.stringify(transform);
}
