import { describe, expect, test } from 'vitest';
import { pastedEntries } from '../../../../src/renderer/components/transforms/lookup-fields';
import { readLengths } from '../../../../src/renderer/screens/clean/editors/column-fields';
import { offersFor } from '../../../../src/renderer/screens/clean/step-offers';
import { conditionsOf } from '../../../../src/renderer/screens/clean/where-filters';

describe('what is offered for a column', () => {
  const column = { name: 'Since', type: 'date', dateOrder: 'MDY', decimalComma: false } as const;
  const groups = offersFor({ column, columns: ['Since', 'Since 1'], semantic: null });
  const all = groups.flatMap((group) => group.offers);

  test('the usual for its type comes first, begun as the column was read', () => {
    expect(groups[0]?.offers.map(({ id }) => id)).toEqual(['date', 'merge']);
    expect(groups[0]?.offers[0]?.action).toMatchObject({ transforms: [{ op: 'date', order: 'MDY' }] });
  });
  test('new columns have names that are free', () => {
    expect(all.find(({ id }) => id === 'split')?.action).toMatchObject({ into: ['Since 1 2', 'Since 2'] });
  });
  test('what must be told something opens its editor, the rest is one press', () => {
    expect(all.find(({ id }) => id === 'replace')?.opens).toBe('edit');
    expect(all.find(({ id }) => id === 'trim')?.opens).toBe('apply');
    expect(all.find(({ id }) => id === 'merge')?.opens).toBe('clusters');
  });
});

describe('what is typed and pasted', () => {
  test('two columns of a spreadsheet are a list; the first of equal values counts', () => {
    expect(pastedEntries('DE\tGermany\r\nFR\tFrance\nDE\tGDR\n')).toEqual([
      { from: 'DE', to: 'Germany' },
      { from: 'FR', to: 'France' },
    ]);
    expect(pastedEntries('Germany')).toEqual([]);
    expect(pastedEntries('a\tb\tc')).toEqual([]);
  });
  test('lengths are whole numbers', () => {
    expect(readLengths('2, 4 4')).toEqual([2, 4, 4]);
    expect(readLengths('2, x')).toEqual([]);
    expect(readLengths('0')).toEqual([]);
  });
});

describe('a step for the rows shown', () => {
  test('takes the filters as conditions', () => {
    expect(
      conditionsOf({ filters: [{ kind: 'equals', column: 'City', values: ['Bonn'] }], sort: null }),
    ).toEqual([{ kind: 'equals', column: 'City', values: ['Bonn'], not: false }]);
  });
  test('is not possible where a filter has no such form', () => {
    expect(
      conditionsOf({
        filters: [{ kind: 'check', column: 'City', check: 'OUTLIER', label: 'outliers' }],
        sort: null,
      }),
    ).toBe(null);
  });
});
