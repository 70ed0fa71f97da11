import { describe, expect, it } from 'vitest';
import {
  cycleSort,
  filterSentence,
  tickedValues,
  toggleValue,
  WHOLE_TABLE,
  withFilter,
  withoutFilter,
} from '../../../src/renderer/components/data-grid/grid-view';

describe('cycleSort', () => {
  it('goes up, down, and back to the order of the file', () => {
    const up = cycleSort(WHOLE_TABLE, 'City');
    const down = cycleSort(up, 'City');
    expect(up.sort).toEqual({ column: 'City', descending: false });
    expect(down.sort).toEqual({ column: 'City', descending: true });
    expect(cycleSort(down, 'City').sort).toBeNull();
  });
  it('begins anew on another column', () => {
    const down = { ...WHOLE_TABLE, sort: { column: 'City', descending: true } };
    expect(cycleSort(down, 'Name').sort).toEqual({ column: 'Name', descending: false });
  });
});

describe('filters', () => {
  it('has one filter of a kind per column', () => {
    const once = withFilter(WHOLE_TABLE, 'City', 'contains', {
      kind: 'contains',
      column: 'City',
      text: 'Stu',
    });
    const twice = withFilter(once, 'City', 'contains', { kind: 'contains', column: 'City', text: 'Stutt' });
    expect(twice.filters).toEqual([{ kind: 'contains', column: 'City', text: 'Stutt' }]);
    expect(withFilter(twice, 'City', 'contains', null).filters).toEqual([]);
  });
  it('ticks and unticks values; without a tick there is no filter', () => {
    const one = toggleValue(WHOLE_TABLE, 'City', 'Ulm');
    const two = toggleValue(one, 'City', '');
    expect(tickedValues(two, 'City')).toEqual(['Ulm', '']);
    expect(toggleValue(toggleValue(two, 'City', 'Ulm'), 'City', '').filters).toEqual([]);
  });
  it('takes exactly one filter away', () => {
    const view = toggleValue(toggleValue(WHOLE_TABLE, 'City', 'Ulm'), 'Country', 'DE');
    const [first] = view.filters;
    expect(first && withoutFilter(view, first).filters.map((filter) => filter.column)).toEqual(['Country']);
  });
  it('says what each does', () => {
    expect(filterSentence({ kind: 'equals', column: 'City', values: ['Ulm'] })).toBe('City is Ulm');
    expect(filterSentence({ kind: 'equals', column: 'City', values: ['', 'Ulm', 'Bonn'] })).toBe(
      'City is empty or 2 more',
    );
    expect(filterSentence({ kind: 'blank', column: 'City', blank: false })).toBe('City is filled');
    expect(filterSentence({ kind: 'pattern', column: 'PLZ', mask: '9999' })).toBe('PLZ looks like 9999');
  });
});
