import type { ColumnGuess } from '@shared/ingest/types';
import { describe, expect, it } from 'vitest';
import {
  boundField,
  errorWords,
  firstKind,
  isSet,
  kindOfFilters,
  kindsOf,
  parseBound,
  questionOf,
  rangeFilter,
  withoutFacet,
} from '../../../src/renderer/components/facets/facet-model';

const column = (type: ColumnGuess['type'], more: Partial<ColumnGuess> = {}): ColumnGuess => ({
  name: 'Since',
  type,
  dateOrder: null,
  decimalComma: false,
  ...more,
});
const DAY = { as: 'date', order: 'DMY' } as const;

describe('kinds of facets', () => {
  it('begin with what says most about the column', () => {
    expect(firstKind(column('date'))).toBe('date');
    expect(firstKind(column('integer'))).toBe('number');
    expect(firstKind(column('boolean'))).toBe('text');
  });
  it('offer errors only where there is a type to fail', () => {
    expect(kindsOf(column('text'))).not.toContain('error');
    expect(kindsOf(column('datetime'))).toContain('error');
    expect(errorWords(column('boolean'))).toBe('neither yes nor no');
  });
  it('ask with the order of day and month and the decimal sign of the column', () => {
    expect(questionOf(column('date', { dateOrder: 'DMY' }), 'date')).toEqual({
      kind: 'range',
      column: 'Since',
      reading: DAY,
      bins: 32,
    });
    expect(questionOf(column('number', { decimalComma: true }), 'error')).toMatchObject({
      reading: { as: 'number', decimal: ',' },
    });
  });
});

describe('filters of facets', () => {
  const view = {
    filters: [
      { kind: 'equals', column: 'City', values: ['Bern'] },
      { kind: 'range', column: 'Since', reading: DAY, from: 1, to: null },
    ],
    sort: null,
  } as const;
  it('go with the facet that set them, others stay', () => {
    expect(isSet(view, { column: 'Since', kind: 'date' })).toBe(true);
    expect(isSet(view, { column: 'Since', kind: 'text' })).toBe(false);
    expect(withoutFacet(view, { column: 'Since', kind: 'date' }).filters).toEqual([view.filters[0]]);
  });
  it('set elsewhere open in the kind they belong to', () => {
    expect(kindOfFilters(view, 'Since')).toBe('date');
    expect(kindOfFilters(view, 'City')).toBe('text');
    expect(kindOfFilters(view, 'Street')).toBeNull();
  });
});

describe('bounds', () => {
  it('are open at the ends of the span, and none at all over the whole of it', () => {
    const span = { min: 0, max: 10 };
    expect(rangeFilter('a', DAY, span, 0, 10)).toBeNull();
    expect(rangeFilter('a', DAY, span, 0, 4)).toMatchObject({ from: null, to: 4 });
    expect(rangeFilter('a', DAY, span, 7, 2)).toMatchObject({ from: 2, to: 7 });
  });
  it('stand as ISO days or plain numbers and are read back', () => {
    expect(boundField(DAY, 18_293)).toBe('2020-02-01');
    expect(parseBound(DAY, ' 2020-02-01 ')).toBe(18_293);
    expect(parseBound(DAY, '1.2.2020')).toBeNull();
    expect(boundField({ as: 'number', decimal: '.' }, 0.1 + 0.2)).toBe('0.3');
    expect(parseBound({ as: 'number', decimal: '.' }, '3,5')).toBe(3.5);
    expect(parseBound({ as: 'number', decimal: '.' }, '')).toBeNull();
  });
});
