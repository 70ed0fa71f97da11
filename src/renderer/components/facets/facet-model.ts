import type { ColumnGuess } from '@shared/ingest/types';
import { dateOfDay, dayNumber } from '@shared/profile/calendar';
import type { FacetQuestion, Filter, Reading, View } from '@shared/table/types';

/** What facets are, as values: which kinds a column has, what they ask, which filters they set. */

export type FacetKind = 'text' | 'number' | 'date' | 'blank' | 'pattern' | 'error';

/** One facet beside a grid. */
export interface FacetChoice {
  readonly column: string;
  readonly kind: FacetKind;
}

export const FACET_KINDS: readonly { readonly kind: FacetKind; readonly label: string }[] = [
  { kind: 'text', label: 'Values' },
  { kind: 'number', label: 'Numbers' },
  { kind: 'date', label: 'Dates' },
  { kind: 'pattern', label: 'Patterns' },
  { kind: 'blank', label: 'Filled or empty' },
  { kind: 'error', label: 'Errors' },
];

/** Values and masks shown at once. */
export const FACET_LIMIT = 200;
const BINS = 32;

/** How the values of a column are read for its type, or null for plain text. */
export function readingOf({ type, dateOrder, decimalComma }: ColumnGuess): Reading | null {
  const decimal = decimalComma ? ',' : '.';
  switch (type) {
    case 'integer':
    case 'number':
      return { as: type, decimal };
    case 'date':
    case 'datetime':
      return { as: 'date', order: dateOrder ?? 'YMD' };
    case 'boolean':
      return { as: 'boolean' };
    case 'text':
    case 'empty':
      return null;
  }
}

/** Kinds a column can be looked at in: errors only where there is a type to fail. */
export function kindsOf(column: ColumnGuess): readonly FacetKind[] {
  const typed = readingOf(column) !== null;
  return FACET_KINDS.map(({ kind }) => kind).filter((kind) => kind !== 'error' || typed);
}

/** The kind that says most about a column. */
export function firstKind(column: ColumnGuess): FacetKind {
  const reading = readingOf(column);
  if (reading?.as === 'date') return 'date';
  return reading?.as === 'number' || reading?.as === 'integer' ? 'number' : 'text';
}

/** The reading a facet of this kind compares by. */
function readingFor(column: ColumnGuess, kind: 'number' | 'date'): Reading {
  if (kind === 'date') return { as: 'date', order: column.dateOrder ?? 'YMD' };
  return { as: column.type === 'integer' ? 'integer' : 'number', decimal: column.decimalComma ? ',' : '.' };
}

/** What is asked of the engine. */
export function questionOf(column: ColumnGuess, kind: FacetKind): FacetQuestion {
  const { name } = column;
  switch (kind) {
    case 'text':
    case 'pattern':
      return { kind, column: name, limit: FACET_LIMIT };
    case 'blank':
      return { kind, column: name };
    case 'number':
    case 'date':
      return { kind: 'range', column: name, reading: readingFor(column, kind), bins: BINS };
    case 'error':
      return {
        kind,
        column: name,
        reading: readingOf(column) ?? { as: 'number', decimal: '.' },
        limit: FACET_LIMIT,
      };
  }
}

/** Kinds of filters a facet sets; taking the facet away takes these of its column with it. */
const SETS: Readonly<Record<FacetKind, readonly Filter['kind'][]>> = {
  text: ['equals', 'contains'],
  number: ['range', 'readable'],
  date: ['range', 'readable'],
  pattern: ['pattern'],
  blank: ['blank'],
  error: ['readable', 'equals'],
};

/** True when the facet narrows the rows. */
export function isSet(view: View, { column, kind }: FacetChoice): boolean {
  return view.filters.some((filter) => filter.column === column && SETS[kind].includes(filter.kind));
}

/** The view without what a facet set. */
export function withoutFacet(view: View, { column, kind }: FacetChoice): View {
  return {
    ...view,
    filters: view.filters.filter((filter) => filter.column !== column || !SETS[kind].includes(filter.kind)),
  };
}

/** The kind of facet that shows the filters already set on a column; null without any. */
export function kindOfFilters(view: View, column: string): FacetKind | null {
  const filter = view.filters.find((item) => item.column === column);
  switch (filter?.kind) {
    case 'equals':
    case 'contains':
      return 'text';
    case 'pattern':
      return 'pattern';
    case 'blank':
      return 'blank';
    case 'range':
      return filter.reading.as === 'date' ? 'date' : 'number';
    case 'readable':
      return 'error';
    default:
      return null;
  }
}

/** A bound as it stands in its field. */
export function boundField(reading: Reading, bound: number): string {
  return reading.as === 'date' ? dateOfDay(Math.round(bound)) : String(Number(bound.toFixed(6)));
}

/** The bound a person typed; null when it is none. */
export function parseBound(reading: Reading, text: string): number | null {
  const typed = text.trim();
  if (reading.as === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? dayNumber(typed) : null;
  const number = Number(typed.replace(',', '.'));
  return typed === '' || !Number.isFinite(number) ? null : number;
}

/** The filter for a range; none when it reaches over the whole span. */
export function rangeFilter(
  column: string,
  reading: Reading,
  span: { readonly min: number; readonly max: number },
  from: number,
  to: number,
): Filter | null {
  const low = Math.min(from, to);
  const high = Math.max(from, to);
  if (low <= span.min && high >= span.max) return null;
  return {
    kind: 'range',
    column,
    reading,
    from: low <= span.min ? null : low,
    to: high >= span.max ? null : high,
  };
}

/** What a column's type calls a value that fails it. */
export function errorWords(column: ColumnGuess): string {
  switch (readingOf(column)?.as) {
    case 'integer':
      return 'not a whole number';
    case 'date':
      return 'not a date';
    case 'boolean':
      return 'neither yes nor no';
    default:
      return 'not a number';
  }
}
