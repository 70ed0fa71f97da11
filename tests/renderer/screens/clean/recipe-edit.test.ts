import type { Recipe, Step } from '@shared/clean/types';
import { moveStep, setStep } from '@shared/journal/recipe-steps';
import { describe, expect, test } from 'vitest';
import {
  draftOf,
  placeOneOff,
  stepAfter,
  stepsBefore,
  stepsThrough,
} from '../../../../src/renderer/screens/clean/recipe-edit';

const step = (id: string, note = ''): Step => ({
  id,
  action: { kind: 'fillDown', columns: ['City'] },
  where: [],
  enabled: true,
  note,
});
const RECIPE: Recipe = [step('a'), step('b'), step('c')];
const ids = (recipe: Recipe): string => recipe.map((item) => item.id).join('');

describe('the part of a recipe that has run', () => {
  test('before a step', () => expect(ids(stepsBefore(RECIPE, 'b'))).toBe('a'));
  test('through a step', () => expect(ids(stepsThrough(RECIPE, 'b'))).toBe('ab'));
  test('all of it without a step', () => expect(ids(stepsThrough(RECIPE, null))).toBe('abc'));
  test('all of it for a step that is gone', () => expect(ids(stepsBefore(RECIPE, 'x'))).toBe('abc'));
});

describe('a recipe the engine is asked about', () => {
  test('names the steps that are saved as they stand, and holds the others whole', () => {
    const changed = step('b', 'changed');
    expect(draftOf(setStep(RECIPE, changed, null), RECIPE)).toEqual(['a', changed, 'c']);
  });
});

describe('a step put into a recipe', () => {
  test('a known one is replaced where it stands, the later ones stay', () => {
    const changed = setStep(RECIPE, step('b', 'changed'), null);
    expect(ids(changed)).toBe('abc');
    expect(changed[1]?.note).toBe('changed');
  });
  test('a new one comes before another', () => expect(ids(setStep(RECIPE, step('n'), 'b'))).toBe('anbc'));
  test('or at the end', () => expect(ids(setStep(RECIPE, step('n'), null))).toBe('abcn'));
});

describe('a step moved', () => {
  test('to the top', () => expect(ids(moveStep(RECIPE, 'c', 'a'))).toBe('cab'));
  test('to the end', () => expect(ids(moveStep(RECIPE, 'a', null))).toBe('bca'));
  test('before itself nothing moves', () => expect(ids(moveStep(RECIPE, 'b', 'b'))).toBe('abc'));
  test('one place up', () => expect(placeOneOff(RECIPE, 'c', 'up')).toBe('b'));
  test('one place down, to the end', () => expect(placeOneOff(RECIPE, 'b', 'down')).toBe(null));
  test('one place down, in the middle', () => expect(placeOneOff(RECIPE, 'a', 'down')).toBe('c'));
  test('the first cannot go up, the last not down', () => {
    expect(placeOneOff(RECIPE, 'a', 'up')).toBe(undefined);
    expect(placeOneOff(RECIPE, 'c', 'down')).toBe(undefined);
  });
  test('the step after', () => {
    expect(stepAfter(RECIPE, 'a')).toBe('b');
    expect(stepAfter(RECIPE, 'c')).toBe(null);
  });
});
