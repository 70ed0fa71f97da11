import type { Constraints } from '../types';
import { CANNOT_LINK, MUST_LINK } from './linkage';

/** What people decided about one record: the other record and MUST_LINK or CANNOT_LINK. */
export interface Decided {
  readonly other: number;
  readonly mark: number;
}

/** Decisions by record: cannot-links before must-links, so that who reads in order lets the must-link stand. */
export type DecisionIndex = ReadonlyMap<number, readonly Decided[]>;

export function indexDecisions(constraints: Constraints): DecisionIndex {
  const byRow = new Map<number, Decided[]>();
  const note = (row: number, other: number, mark: number): void => {
    const list = byRow.get(row);
    if (list) list.push({ other, mark });
    else byRow.set(row, [{ other, mark }]);
  };
  const add = (pairs: readonly (readonly [number, number])[], mark: number): void => {
    for (const [a, b] of pairs) {
      if (a === b) continue;
      note(a, b, mark);
      note(b, a, mark);
    }
  };
  add(constraints.cannotLink, CANNOT_LINK);
  add(constraints.mustLink, MUST_LINK);
  return byRow;
}

/** 1 for each record people decided about; null without decisions. Quicker to ask for many records than the index. */
export function decidedRecords(decisions: DecisionIndex, records: number): Uint8Array | null {
  if (decisions.size === 0) return null;
  const decided = new Uint8Array(records);
  for (const row of decisions.keys()) decided[row] = 1;
  return decided;
}

/** Whether people said two records are one (true), are two (false), or said nothing about just these two (null). */
export function decidedOn(decisions: DecisionIndex, left: number, right: number): boolean | null {
  let verdict: boolean | null = null;
  for (const { other, mark } of decisions.get(left) ?? []) if (other === right) verdict = mark === MUST_LINK;
  return verdict;
}
