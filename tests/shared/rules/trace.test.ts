import { evaluateRule } from '@shared/rules/evaluate';
import { traceRecord } from '@shared/rules/trace';
import type { RuleLine } from '@shared/rules/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf, ruleOf, WINDOW } from './make-records';

const LINES: Record<'hold' | 'balance' | 'open' | 'erasure', RuleLine> = {
  hold: {
    id: 'hold',
    label: 'legal hold',
    condition: { kind: 'is', field: 'Hold', values: ['true'] },
    missing: 'no',
  },
  balance: {
    id: 'balance',
    label: 'open balance',
    condition: { kind: 'compare', field: 'Balance', op: '>', value: 0 },
    missing: 'no',
  },
  open: {
    id: 'open',
    label: 'open opportunity',
    condition: {
      kind: 'related',
      object: 'Opportunity',
      field: 'AccountId',
      where: [{ kind: 'isNot', field: 'StageName', values: ['Closed Won', 'Closed Lost'] }],
    },
    missing: 'no',
  },
  erasure: {
    id: 'erasure',
    label: 'erasure request',
    condition: { kind: 'inList', field: 'Email', table: 'erasure', column: 'E-mail' },
    missing: 'no',
  },
};
const RULE = ruleOf({
  includes: [LINES.hold, LINES.balance, LINES.open],
  excludes: [LINES.erasure],
  window: WINDOW,
});

const CONTEXT = contextOf(
  [
    { Hold: '', Balance: '0', Email: '', Last: '2024-11-10' },
    { Hold: 'true', Balance: '12', Email: 'kim@example.org', Last: '' },
    { Hold: '', Balance: '12', Email: 'kim@old.example', Last: '2026-11-14' },
    { Hold: '', Balance: '', Email: '', Last: '2027-02-01' },
  ],
  {
    groups: [0, 1, 1, 2],
    opportunities: {
      rows: [
        { StageName: 'Closed Won' },
        { StageName: 'Closed Won' },
        { StageName: 'Closed Lost' },
        { StageName: '' },
      ],
      account: [0, 0, 1, 1],
    },
    lists: { erasure: { 'E-mail': ['kim@example.org'] } },
  },
);

describe('the trace of a record', () => {
  test('says what each line saw, and which one decided', () => {
    expect(traceRecord(RULE, CONTEXT, 0)).toEqual([
      { label: 'legal hold', truth: 'no', detail: 'legal hold (empty)', decisive: false },
      { label: 'open balance', truth: 'no', detail: 'open balance (0)', decisive: false },
      { label: 'open opportunity', truth: 'no', detail: 'open opportunity (2 Closed Won)', decisive: false },
      { label: 'erasure request', truth: 'no', detail: 'erasure request (empty)', decisive: false },
      {
        label: 'last activity',
        truth: 'no',
        detail: 'last activity 2024-11-10, 24 months and 4 days',
        decisive: true,
      },
    ]);
  });

  test('shows the values of every merged record; the first include that says yes is decisive', () => {
    expect(traceRecord(RULE, CONTEXT, 1)).toEqual([
      { label: 'legal hold', truth: 'yes', detail: 'legal hold (empty, true)', decisive: true },
      { label: 'open balance', truth: 'yes', detail: 'open balance (12)', decisive: false },
      {
        label: 'open opportunity',
        truth: 'no',
        detail: 'open opportunity (1 Closed Lost, 1 empty)',
        decisive: false,
      },
      {
        label: 'erasure request',
        truth: 'yes',
        detail: 'erasure request (kim@example.org, kim@old.example)',
        decisive: false,
      },
      {
        label: 'last activity',
        truth: 'yes',
        detail: 'last activity 2026-11-14, the reference date itself',
        decisive: false,
      },
    ]);
  });

  test('knows the future and the absence of related records', () => {
    const details = traceRecord(RULE, CONTEXT, 2).map((line) => line.detail);
    expect(details).toContain('open opportunity (none)');
    expect(details).toContain('last activity 2027-02-01, after the reference date');
  });

  test.each([
    ['2026-11-13', 'last activity 2026-11-13, 1 day'],
    ['2026-10-14', 'last activity 2026-10-14, 1 month'],
    ['2026-10-10', 'last activity 2026-10-10, 1 month and 4 days'],
    ['', 'no activity date'],
  ])('words the age of %s', (last, detail) => {
    const rule = ruleOf({ window: WINDOW });
    expect(traceRecord(rule, contextOf([{ Last: last }]), 0)).toMatchObject([{ detail, decisive: true }]);
  });

  test('shortens long values and long lists, and says what is not mapped', () => {
    const rows = ['a', 'b', 'c', 'd', 'x'.repeat(100)].map((Hold) => ({ Hold }));
    const context = contextOf(rows, { groups: [0, 0, 0, 0, 0] });
    expect(traceRecord(RULE, context, 0).map((line) => line.detail)).toEqual([
      'legal hold (a, b, c and 2 more)',
      'open balance (not mapped)',
      'open opportunity (not loaded)',
      'erasure request (not mapped)',
      'no activity date',
    ]);
    const long = contextOf([{ Hold: 'x'.repeat(100) }]);
    expect(traceRecord(RULE, long, 0)[0]?.detail).toBe(`legal hold (${'x'.repeat(59)}…)`);
  });

  test('ends with the default where there is no window', () => {
    expect(traceRecord(ruleOf({ otherwise: 'keep' }), contextOf([{}]), 0)).toEqual([
      { label: 'default', truth: 'yes', detail: 'everything else is kept', decisive: true },
    ]);
  });

  test('has exactly one decisive line, the one of the verdict', () => {
    const row = fc.record({
      Hold: fc.constantFrom('', 'true'),
      Balance: fc.constantFrom('', '1', '?'),
      Email: fc.constantFrom('', 'kim@example.org'),
      Last: fc.constantFrom('', '2026-01-01', '2010-01-01'),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const context = contextOf(rows, { lists: { erasure: { 'E-mail': ['kim@example.org'] } } });
        const outcome = evaluateRule(RULE, context);
        rows.forEach((_, golden) => {
          const decisive = traceRecord(RULE, context, golden).filter((line) => line.decisive);
          expect(decisive).toHaveLength(1);
          const { lineId } = outcome.reasons[outcome.reason[golden]!]!;
          const label = { window: 'last activity' }[lineId] ?? LINES[lineId as 'hold'].label;
          expect(decisive[0]?.label).toBe(label);
        });
      }),
      { numRuns: 200 },
    );
  });
});
