import { activeRuleSchema, conditionSchema } from '@shared/rules/schema';
import type { Condition, RuleLine } from '@shared/rules/types';
import { describe, expect, test } from 'vitest';
import { ruleOf, WINDOW } from './make-records';

const line = (id: string): RuleLine => ({
  id,
  label: 'x',
  condition: { kind: 'filled', field: 'F' },
  missing: 'no',
});

describe('a rule from outside', () => {
  test('passes when it is one', () => {
    const rule = ruleOf({ includes: [line('a')], excludes: [line('b')], window: WINDOW });
    expect(activeRuleSchema.parse(rule)).toEqual(rule);
  });

  test.each([
    ['a day that does not exist', { referenceDate: '2026-02-30' }],
    ['two lines of the same id', { includes: [line('a')], excludes: [line('a')] }],
    ['an id that means something else in outcomes', { includes: [line('window')] }],
    ['a negative window', { window: { ...WINDOW, months: -1 } }],
    ['half a month', { window: { ...WINDOW, months: 1.5 } }],
    ['a key nobody knows', { script: 'x' }],
  ])('is refused with %s', (_name, change) => {
    expect(activeRuleSchema.safeParse({ ...ruleOf(), ...change }).success).toBe(false);
  });
});

test('conditions about related records may be nested three deep, not more', () => {
  const nest = (depth: number): Condition =>
    depth === 0
      ? { kind: 'filled', field: 'F' }
      : { kind: 'related', object: 'O', field: 'P', where: [nest(depth - 1)] };
  expect(conditionSchema.safeParse(nest(3)).success).toBe(true);
  expect(conditionSchema.safeParse(nest(4)).success).toBe(false);
});
