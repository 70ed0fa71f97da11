import { combine } from '@shared/rules/analysis';
import { evaluateRule } from '@shared/rules/evaluate';
import { NO, UNKNOWN, YES } from '@shared/rules/truth';
import { type ActiveRule, NO_DATE, type RuleLine } from '@shared/rules/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf, reasonsOf, ruleOf, verdictsOf, WINDOW } from './make-records';

const HOLD: RuleLine = {
  id: 'hold',
  label: 'legal hold',
  condition: { kind: 'is', field: 'Hold', values: ['true'] },
  missing: 'no',
};
const BALANCE: RuleLine = {
  id: 'balance',
  label: 'open balance',
  condition: { kind: 'compare', field: 'Balance', op: '>', value: 0 },
  missing: 'unknown',
};
const ERASURE: RuleLine = {
  id: 'erasure',
  label: 'erasure request',
  condition: { kind: 'inList', field: 'Email', table: 'erasure', column: 'E-mail' },
  missing: 'no',
};

function outcomeOf(
  rule: ActiveRule,
  rows: Parameters<typeof contextOf>[0],
  more: Parameters<typeof contextOf>[1] = {},
) {
  return evaluateRule(rule, contextOf(rows, more));
}

describe('a rule', () => {
  test('is evaluated in the order includes, excludes, window', () => {
    const rule = ruleOf({ includes: [HOLD], excludes: [ERASURE], window: WINDOW });
    const outcome = outcomeOf(
      rule,
      [
        { Hold: 'true', Email: 'kim@example.org', Last: '' },
        { Hold: '', Email: 'kim@example.org', Last: '2026-11-01' },
        { Hold: '', Email: '', Last: '2024-11-14' },
        { Hold: '', Email: '', Last: '2024-11-13' },
        { Hold: '', Email: '', Last: '' },
      ],
      { lists: { erasure: { 'E-mail': ['Kim@Example.org '] } } },
    );
    expect(verdictsOf(outcome)).toEqual(['keep', 'exclude', 'keep', 'exclude', 'unknown']);
    expect(reasonsOf(outcome)).toEqual([
      'kept: legal hold',
      'excluded: erasure request',
      'kept: active in the last 24 months before 2026-11-14',
      'excluded: no activity in the last 24 months before 2026-11-14',
      'held: no activity date',
    ]);
    expect([...outcome.lastActivity]).toEqual([NO_DATE, 20758, 20041, 20040, NO_DATE]);
  });

  test('names the first line that decides', () => {
    const outcome = outcomeOf(ruleOf({ includes: [BALANCE, HOLD] }), [
      { Hold: 'true', Balance: '5' },
      { Hold: 'true', Balance: '' },
    ]);
    expect(reasonsOf(outcome)).toEqual(['kept: open balance', 'kept: legal hold']);
  });

  test('holds a record only where the unknown could change the verdict', () => {
    const rule = ruleOf({ includes: [BALANCE], excludes: [ERASURE], window: WINDOW });
    const lists = { erasure: { 'E-mail': ['kim@example.org'] } };
    const outcome = outcomeOf(
      rule,
      [
        { Balance: '', Email: '', Last: '2026-01-01' },
        { Balance: '', Email: '', Last: '2020-01-01' },
        { Balance: '', Email: 'kim@example.org', Last: '2026-01-01' },
        { Balance: '0', Email: 'kim@example.org', Last: '' },
      ],
      { lists },
    );
    expect(verdictsOf(outcome)).toEqual(['keep', 'unknown', 'unknown', 'exclude']);
    expect(reasonsOf(outcome)).toEqual([
      'kept: active in the last 24 months before 2026-11-14',
      'held: open balance is not known',
      'held: open balance is not known',
      'excluded: erasure request',
    ]);
  });

  test('an exclude line that is not known holds what would be kept, and lets go what is quiet anyway', () => {
    const dissolved: RuleLine = { ...BALANCE, id: 'dissolved', label: 'dissolved company' };
    const outcome = outcomeOf(ruleOf({ excludes: [dissolved], window: WINDOW }), [
      { Balance: '', Last: '2026-01-01' },
      { Balance: '', Last: '2020-01-01' },
      { Balance: '', Last: '' },
    ]);
    expect(verdictsOf(outcome)).toEqual(['unknown', 'exclude', 'unknown']);
    expect(reasonsOf(outcome)[0]).toBe('held: dissolved company is not known');
  });

  test('takes a missing date as the rule says', () => {
    const rows = [{ Last: '' }];
    const missing = (value: 'yes' | 'no' | 'unknown') => ruleOf({ window: { ...WINDOW, missing: value } });
    expect(reasonsOf(outcomeOf(missing('yes'), rows))).toEqual(['kept: no activity date']);
    expect(reasonsOf(outcomeOf(missing('no'), rows))).toEqual(['excluded: no activity date']);
    expect(reasonsOf(outcomeOf(missing('unknown'), rows))).toEqual(['held: no activity date']);
  });

  test('without a window falls back on its default', () => {
    const rows = [{ Hold: '' }];
    expect(reasonsOf(outcomeOf(ruleOf({ otherwise: 'keep' }), rows))).toEqual(['kept: no line excludes it']);
    expect(reasonsOf(outcomeOf(ruleOf(), rows))).toEqual(['excluded: no line keeps it']);
  });
});

describe('a merged group', () => {
  test('has what any of its records has; the latest date counts', () => {
    const rule = ruleOf({ includes: [HOLD], excludes: [ERASURE], window: WINDOW });
    const outcome = outcomeOf(
      rule,
      [
        { Hold: '', Email: 'kim@new.example', Last: '2019-01-01' },
        { Hold: '', Email: 'kim@old.example', Last: '2026-01-01' },
        { Hold: 'true', Email: '', Last: '' },
        { Hold: '', Email: '', Last: '2020-01-01' },
        { Hold: '', Email: '', Last: '2026-06-01' },
      ],
      { groups: [0, 0, 1, 2, 2], lists: { erasure: { 'E-mail': ['kim@old.example'] } } },
    );
    expect(verdictsOf(outcome)).toEqual(['exclude', 'keep', 'keep']);
    expect(reasonsOf(outcome)[0]).toBe('excluded: erasure request');
  });

  test('is unknown when one record is unknown and none says yes', () => {
    const outcome = outcomeOf(ruleOf({ includes: [BALANCE] }), [{ Balance: '0' }, { Balance: '' }], {
      groups: [0, 0],
    });
    expect(verdictsOf(outcome)).toEqual(['unknown']);
  });
});

test('activity is also what related records say', () => {
  const rule = ruleOf({
    window: {
      ...WINDOW,
      related: [{ object: 'Opportunity', field: 'AccountId', date: 'CloseDate' }],
    },
  });
  const outcome = outcomeOf(rule, [{ Last: '2020-01-01' }, { Last: '' }, { Last: '' }], {
    opportunities: {
      rows: [{ CloseDate: '2026-03-01' }, { CloseDate: '2021-01-01' }, { CloseDate: '2026-03-01' }],
      account: [0, 1, -1],
    },
  });
  expect(verdictsOf(outcome)).toEqual(['keep', 'exclude', 'unknown']);
});

test('no records give an empty outcome', () => {
  expect(outcomeOf(ruleOf({ includes: [HOLD], window: WINDOW }), []).verdict).toHaveLength(0);
});

describe('laws', () => {
  const truth = fc.constantFrom(NO, UNKNOWN, YES);

  test('the verdict is unknown exactly when the unknown parts could turn it', () => {
    const known = (a: number) => (a === UNKNOWN ? [NO, YES] : [a]);
    fc.assert(
      fc.property(truth, truth, truth, (include, exclude, window) => {
        const possible = new Set<number>();
        for (const i of known(include)) {
          for (const e of known(exclude)) {
            for (const w of known(window)) possible.add(i === YES ? YES : e === YES ? NO : w);
          }
        }
        const expected = possible.size === 1 ? [...possible][0] : UNKNOWN;
        expect(combine(include, exclude, window)).toBe(expected);
      }),
    );
  });

  const row = fc.record({
    Hold: fc.constantFrom('true', '', 'false'),
    Balance: fc.constantFrom('', '0', '12', '?'),
    Email: fc.constantFrom('', 'kim@example.org', 'a@b.example'),
    Last: fc.constantFrom('', '2026-01-01', '2024-11-14', '2024-11-13', '2010-05-05', 'never'),
  });
  const rule = fc.record({
    includes: fc.subarray([HOLD, BALANCE]),
    excludes: fc.subarray([ERASURE]),
    window: fc.option(
      fc.constantFrom('unknown', 'no', 'yes').map((missing) => ({ ...WINDOW, missing }) as const),
    ),
    otherwise: fc.constantFrom('keep', 'exclude'),
  });

  test('verdicts partition the records, and every reason says the verdict it goes with', () => {
    fc.assert(
      fc.property(rule, fc.array(row, { maxLength: 20 }), (change, rows) => {
        const outcome = evaluateRule(
          ruleOf(change as Partial<ActiveRule>),
          contextOf(rows, { lists: { erasure: { 'E-mail': ['kim@example.org'] } } }),
        );
        const verdicts = verdictsOf(outcome);
        const counts = ['keep', 'exclude', 'unknown'].map(
          (name) => verdicts.filter((v) => v === name).length,
        );
        expect(counts.reduce((sum, n) => sum + n, 0)).toBe(rows.length);
        verdicts.forEach((verdict, i) => {
          expect(outcome.reasons[outcome.reason[i]!]?.verdict).toBe(verdict);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('the order of records does not matter, nor splitting a group into equal records', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const full = ruleOf({ includes: [HOLD, BALANCE], excludes: [ERASURE], window: WINDOW });
        const lists = { erasure: { 'E-mail': ['kim@example.org'] } };
        const once = verdictsOf(evaluateRule(full, contextOf(rows, { lists })));
        const reversed = verdictsOf(evaluateRule(full, contextOf([...rows].reverse(), { lists })));
        const twice = verdictsOf(
          evaluateRule(
            full,
            contextOf([...rows, ...rows], { lists, groups: [...rows.keys(), ...rows.keys()] }),
          ),
        );
        expect([...reversed].reverse()).toEqual(once);
        expect(twice).toEqual(once);
      }),
    );
  });
});
