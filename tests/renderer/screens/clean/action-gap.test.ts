import type { StepAction } from '@shared/clean/types';
import { describe, expect, test } from 'vitest';
import { actionGap } from '../../../../src/renderer/screens/clean/action-gap';

const change = (...transforms: Extract<StepAction, { kind: 'change' }>['transforms']): StepAction => ({
  kind: 'change',
  columns: ['City'],
  transforms,
});

const JOIN: Extract<StepAction, { kind: 'join' }> = {
  kind: 'join',
  columns: ['City', 'Street'],
  separator: ' ',
  skipEmpty: true,
  into: 'Place',
  keep: true,
};

describe('what a step lacks before it can be kept', () => {
  test.each<[string, StepAction, string | null]>([
    ['a transform', change(), 'Choose what is done to each value.'],
    ['a country', change({ op: 'phone', country: '' }), 'Choose the country.'],
    ['nothing', change({ op: 'trim' }), null],
    ['a second column to join', { ...JOIN, columns: ['City'] }, 'Choose at least two columns.'],
    ['names of its own', { ...JOIN, into: '  ' }, 'Every new column needs a name.'],
    ['another name', { kind: 'rename', column: 'City', to: 'City' }, 'Give it another name.'],
    [
      'different names',
      { kind: 'extract', column: 'City', pattern: '(a)(b)', ignoreCase: false, into: ['A', 'A'] },
      'Two new columns have the same name.',
    ],
  ])('%s', (_what, action, gap) => {
    expect(actionGap(action)).toBe(gap);
  });

  test('a pattern and a formula that can be read', () => {
    expect(actionGap(change({ op: 'replacePattern', pattern: '(', with: '', ignoreCase: false }))).toContain(
      'pattern',
    );
    expect(actionGap({ kind: 'formula', into: 'A', expression: 'upper(' })).not.toBe(null);
    expect(actionGap({ kind: 'formula', into: 'A', expression: 'upper([City])' })).toBe(null);
  });
});
