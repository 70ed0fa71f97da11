import { countCodes } from './column';
import { countRows, facetOfCounts } from './facet-counts';
import { filterMask, NO_CHECKS, needColumn } from './filter-rows';
import { masksOf } from './pattern';
import { readingsOf } from './readings';
import {
  type CheckRows,
  type Column,
  EMPTY,
  type FacetAnswer,
  type FacetQuestion,
  type Filter,
  type RangeFacet,
  type Reading,
  type Table,
  type ValueReader,
  type View,
} from './types';
import { facetOf } from './view';

/** Most bins of a histogram. */
const MAX_BINS = 200;

/**
 * One facet of a column over the rows of a view, the filter it sets itself left out. Linear in rows and distinct values;
 * masks and readings of values are computed once per column. Throws `UNKNOWN_COLUMN`.
 */
export function answerFacet(
  table: Table,
  view: View,
  question: FacetQuestion,
  read: ValueReader,
  checks: CheckRows = NO_CHECKS,
): FacetAnswer {
  const column = needColumn(table, question.column);
  const without = (kinds: readonly Filter['kind'][]): Uint32Array =>
    countRows(
      column,
      filterMask(
        table,
        view.filters.filter((filter) => filter.column !== column.name || !kinds.includes(filter.kind)),
        checks,
        read,
      ),
    );
  switch (question.kind) {
    case 'text':
      return { kind: 'text', facet: facetOf(table, view, column.name, question.limit, checks, read) };
    case 'range':
      return { kind: 'range', facet: rangeFacet(column, without(['range']), question, read) };
    case 'blank': {
      const counts = without(['blank']);
      const blank = counts[EMPTY]!;
      return { kind: 'blank', facet: { column: column.name, blank, filled: sum(counts) - blank } };
    }
    case 'pattern':
      return { kind: 'pattern', facet: patternFacet(column, without(['pattern']), question.limit) };
    case 'error':
      return errorFacet(column, without(['readable', 'equals']), question, read);
  }
}

function rangeFacet(
  column: Column,
  counts: Uint32Array,
  { reading, bins }: { readonly reading: Reading; readonly bins: number },
  read: ValueReader,
): RangeFacet {
  const readings = readingsOf(column, reading, read);
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of readings) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const span = min <= max ? { min, max } : null;
  const wanted = Math.max(1, Math.min(MAX_BINS, Math.trunc(bins)));
  // Whole values get no more bins than there are values, else every other bin would be empty.
  const count = !span
    ? 0
    : max === min
      ? 1
      : reading.as === 'number'
        ? wanted
        : Math.min(wanted, Math.trunc(max - min) + 1);
  const shown = new Array<number>(count).fill(0);
  const all = new Array<number>(count).fill(0);
  const everywhere = countCodes(column);
  const width = max > min ? count / (reading.as === 'number' ? max - min : max - min + 1) : 0;
  let readable = 0;
  let unreadable = 0;
  for (let code = 1; code < readings.length; code++) {
    const value = readings[code]!;
    if (Number.isNaN(value)) {
      unreadable += counts[code]!;
      continue;
    }
    const bin = Math.min(count - 1, Math.floor((value - min) * width));
    shown[bin]! += counts[code]!;
    all[bin]! += everywhere[code]!;
    readable += counts[code]!;
  }
  return {
    column: column.name,
    reading,
    span,
    bins: shown,
    allBins: all,
    readable,
    unreadable,
    blank: counts[EMPTY]!,
  };
}

function patternFacet(column: Column, counts: Uint32Array, limit: number) {
  const { masks, maskOf } = masksOf(column);
  const perMask = new Uint32Array(masks.length);
  for (let code = 0; code < counts.length; code++) perMask[maskOf[code]!]! += counts[code]!;
  // Code 0 is the empty value, and its mask comes first: the masks stand like the values of a column.
  return facetOfCounts({ name: column.name, values: masks }, perMask, limit);
}

function errorFacet(
  column: Column,
  counts: Uint32Array,
  { reading, limit }: { readonly reading: Reading; readonly limit: number },
  read: ValueReader,
): FacetAnswer {
  const readings = readingsOf(column, reading, read);
  const wrong = new Uint32Array(counts.length);
  let readable = 0;
  for (let code = 1; code < counts.length; code++) {
    if (Number.isNaN(readings[code])) wrong[code] = counts[code]!;
    else readable += counts[code]!;
  }
  wrong[EMPTY] = counts[EMPTY]!;
  const facet = facetOfCounts(column, wrong, limit);
  return { kind: 'error', facet, readable, unreadable: sum(wrong) - wrong[EMPTY]! };
}

function sum(counts: Uint32Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
