import { dateOfDay } from '@shared/profile/calendar';
import type { Filter, Reading, View } from '@shared/table/types';

/** Changes of a view, as values. */

export const WHOLE_TABLE: View = { filters: [], sort: null };

/** Ascending, then descending, then as in the file. */
export function cycleSort(view: View, column: string): View {
  if (view.sort?.column !== column) return { ...view, sort: { column, descending: false } };
  return { ...view, sort: view.sort.descending ? null : { column, descending: true } };
}

/** Puts one filter of a kind on a column; null takes it away. Others stay. */
export function withFilter(view: View, column: string, kind: Filter['kind'], filter: Filter | null): View {
  const others = view.filters.filter((item) => item.column !== column || item.kind !== kind);
  return { ...view, filters: filter ? [...others, filter] : others };
}

/** Takes one filter away. */
export function withoutFilter(view: View, gone: Filter): View {
  return { ...view, filters: view.filters.filter((item) => item !== gone) };
}

/** The values an `equals` filter lets through, or null when there is none. */
export function tickedValues(view: View, column: string): readonly string[] | null {
  const filter = view.filters.find((item) => item.kind === 'equals' && item.column === column);
  return filter?.kind === 'equals' ? filter.values : null;
}

/** Ticks or unticks one value; without any tick there is no filter. */
export function toggleValue(view: View, column: string, value: string): View {
  const ticked = tickedValues(view, column) ?? [];
  const values = ticked.includes(value) ? ticked.filter((item) => item !== value) : [...ticked, value];
  return withFilter(view, column, 'equals', values.length > 0 ? { kind: 'equals', column, values } : null);
}

const READINGS: Readonly<Record<Reading['as'], string>> = {
  number: 'a number',
  integer: 'a whole number',
  date: 'a date',
  boolean: 'yes or no',
};

/** A bound as people write it: dates as ISO days, numbers with at most six decimals. */
export function boundText(reading: Reading, bound: number): string {
  return reading.as === 'date' ? dateOfDay(Math.round(bound)) : String(Number(bound.toFixed(6)));
}

function rangeWords(from: number | null, to: number | null, text: (bound: number) => string): string {
  if (from === null && to === null) return 'has any value';
  if (from === null) return `is ${text(to!)} or less`;
  if (to === null) return `is ${text(from)} or more`;
  return from === to ? `is ${text(from)}` : `is from ${text(from)} to ${text(to)}`;
}

/** What a filter does, for its chip. */
export function filterSentence(filter: Filter): string {
  switch (filter.kind) {
    case 'equals': {
      const [first = ''] = filter.values;
      const shown = first === '' ? 'empty' : first;
      return filter.values.length === 1
        ? `${filter.column} is ${shown}`
        : `${filter.column} is ${shown} or ${filter.values.length - 1} more`;
    }
    case 'contains':
      return `${filter.column} contains “${filter.text}”`;
    case 'blank':
      return filter.blank ? `${filter.column} is empty` : `${filter.column} is filled`;
    case 'pattern':
      return `${filter.column} looks like ${filter.mask}`;
    case 'check':
      return filter.label;
    case 'range':
      return `${filter.column} ${rangeWords(filter.from, filter.to, (bound) => boundText(filter.reading, bound))}`;
    case 'readable':
      return `${filter.column} ${filter.readable ? 'reads' : 'does not read'} as ${READINGS[filter.reading.as]}`;
  }
}
