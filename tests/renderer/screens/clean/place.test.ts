import type { Recipe } from '@shared/clean/types';
import { describe, expect, test } from 'vitest';
import { END, insertAt, placeIn, READ, stepsAt } from '../../../../src/renderer/screens/clean/place';

const RECIPE: Recipe = ['a', 'b'].map((id) => ({
  id,
  action: { kind: 'fillDown', columns: ['City'] },
  where: [],
  enabled: true,
  note: '',
}));
const AT_A = { at: 'step', stepId: 'a' } as const;

describe('where a table is looked at', () => {
  test('as read nothing has run, at a step all up to it, at the end everything', () => {
    expect(stepsAt(RECIPE, READ)).toEqual([]);
    expect(stepsAt(RECIPE, AT_A).map(({ id }) => id)).toEqual(['a']);
    expect(stepsAt(RECIPE, END)).toBe(RECIPE);
  });
  test('a new step goes where it works on what is seen', () => {
    expect(insertAt(RECIPE, READ)).toBe('a');
    expect(insertAt(RECIPE, AT_A)).toBe('b');
    expect(insertAt(RECIPE, END)).toBe(null);
    expect(insertAt([], READ)).toBe(null);
  });
  test('a step that is gone is the end', () => {
    expect(placeIn(RECIPE, { at: 'step', stepId: 'gone' })).toBe(END);
    expect(placeIn(RECIPE, AT_A)).toBe(AT_A);
  });
});
