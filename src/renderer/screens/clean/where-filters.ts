import { rangeExpression } from '@shared/clean/range-condition';
import type { StepAction, StepCondition, StepOutcome } from '@shared/clean/types';
import type { Filter, View } from '@shared/table/types';

/**
 * The filters of a view as conditions of a step; null where one of them has no such form, so that a step would touch
 * other rows than those seen.
 */
export function conditionsOf(view: View): readonly StepCondition[] | null {
  const conditions: StepCondition[] = [];
  for (const filter of view.filters) {
    if (filter.kind === 'equals') conditions.push({ ...filter, not: false });
    else if (filter.kind === 'contains') conditions.push({ ...filter, not: false });
    else if (filter.kind === 'blank' || filter.kind === 'pattern') conditions.push(filter);
    else if (filter.kind === 'range') {
      const expression = rangeExpression(filter);
      if (expression === null) return null;
      conditions.push({ kind: 'formula', expression });
    } else return null;
  }
  return conditions;
}

/** Why the rows shown cannot be those of a step, as a sentence; null when they can, or all rows are shown. */
export function whyNoConditions(view: View): string | null {
  if (conditionsOf(view) !== null) return null;
  const check = view.filters.find((filter) => filter.kind === 'check');
  return check
    ? `A step cannot be held to “${check.label}”: it was counted on this extract, and a step must find its rows in the next one. Filter by values, a range or a pattern instead.`
    : 'A step cannot be held to whether a value can be read. Filter by values, a range or a pattern instead.';
}

/** The rows that hold the most frequent values a step changes, before it; null where values do not say which rows. */
export function rowsOf(action: StepAction, outcome: StepOutcome): Filter | null {
  const column =
    action.kind === 'merge'
      ? action.column
      : action.kind === 'change' && action.columns.length === 1
        ? (action.columns[0] ?? null)
        : null;
  if (column === null || outcome.state !== 'applied' || outcome.samples.length === 0) return null;
  return { kind: 'equals', column, values: outcome.samples.map(({ from }) => from) };
}

/** A view without filters and sorting on columns that are not there. */
export function viewWithin(view: View, columns: readonly string[]): View {
  const filters = view.filters.filter((filter) => !('column' in filter) || columns.includes(filter.column));
  const sort = view.sort && columns.includes(view.sort.column) ? view.sort : null;
  return filters.length === view.filters.length && sort === view.sort ? view : { filters, sort };
}
