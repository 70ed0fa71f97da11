import { evaluateRule } from '@shared/rules/evaluate';
import type { ActiveRule } from '@shared/rules/types';
import { borderline, whatIf } from '@shared/rules/what-if';
import { columnOf } from '@shared/table/column';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf, recordsOf, ruleOf, verdictsOf, WINDOW } from './make-records';

describe('the what-if curve', () => {
  test('counts kept, excluded and unknown at each length', () => {
    const context = contextOf([
      { Last: '2026-11-01' },
      { Last: '2026-05-14' },
      { Last: '2025-01-01' },
      { Last: '' },
    ]);
    expect(whatIf(ruleOf({ window: WINDOW }), context, [24, 1, 6, 12])).toEqual([
      { months: 24, kept: 3, excluded: 0, unknown: 1 },
      { months: 1, kept: 1, excluded: 2, unknown: 1 },
      { months: 6, kept: 2, excluded: 1, unknown: 1 },
      { months: 12, kept: 2, excluded: 1, unknown: 1 },
    ]);
  });

  test('is flat for a rule without a window', () => {
    const context = contextOf([{ Last: '2026-11-01' }, { Last: '' }]);
    expect(whatIf(ruleOf({ otherwise: 'keep' }), context, [1, 60])).toEqual([
      { months: 1, kept: 2, excluded: 0, unknown: 0 },
      { months: 60, kept: 2, excluded: 0, unknown: 0 },
    ]);
  });

  test('is at every length what evaluating the rule at that length gives', () => {
    const row = fc.record({
      Hold: fc.constantFrom('', 'true', '?'),
      Gone: fc.constantFrom('', '0', '1', '?'),
      Last: fc.oneof(
        fc.constant(''),
        fc
          .date({ min: new Date('2020-01-01'), max: new Date('2027-06-01'), noInvalidDate: true })
          .map((d) => d.toISOString()),
      ),
    });
    const line = (id: string, field: string) =>
      ({ id, label: id, condition: { kind: 'compare', field, op: '>', value: 0 }, missing: 'no' }) as const;
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 25 }),
        fc.constantFrom('unknown', 'no', 'yes'),
        (rows, missing) => {
          const rule: ActiveRule = ruleOf({
            includes: [line('hold', 'Hold')],
            excludes: [line('gone', 'Gone')],
            window: { ...WINDOW, missing },
          });
          const context = contextOf(rows);
          for (const point of whatIf(rule, context, [0, 1, 7, 24, 60])) {
            const window = { ...WINDOW, missing, months: point.months };
            const verdicts = verdictsOf(evaluateRule({ ...rule, window }, context));
            const count = (name: string) => verdicts.filter((verdict) => verdict === name).length;
            expect(point).toEqual({
              months: point.months,
              kept: count('keep'),
              excluded: count('exclude'),
              unknown: count('unknown'),
            });
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('over 60 lengths of a million records stays far from a second', () => {
    const count = 1_000_000;
    const empty = recordsOf('Account', []);
    const days = Array.from({ length: 3_000 }, (_, i) =>
      new Date(Date.UTC(2019, 0, 1 + i)).toISOString().slice(0, 10),
    );
    const codes = Uint32Array.from({ length: count }, (_, i) => (i * 7919) % days.length);
    const raw = { ...empty, count, columns: [{ ...columnOf('Last', days), codes }] };
    const goldenOf = Uint32Array.from({ length: count }, (_, i) => i);
    const golden = { records: raw, goldenOf, master: goldenOf, origin: [], reason: [], reasons: [] };
    const months = Array.from({ length: 60 }, (_, i) => i + 1);
    const started = performance.now();
    const curve = whatIf(ruleOf({ window: WINDOW }), { raw, golden, related: [], lists: new Map() }, months);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(curve).toHaveLength(60);
    expect(curve.every((point) => point.kept + point.excluded + point.unknown === count)).toBe(true);
    expect(curve.every((point, i) => i === 0 || point.kept >= curve[i - 1]!.kept)).toBe(true);
  });
});

describe('the borderline list', () => {
  const hold = {
    id: 'hold',
    label: 'legal hold',
    condition: { kind: 'is', field: 'Hold', values: ['true'] },
    missing: 'no',
  } as const;
  const rule = ruleOf({ includes: [hold], window: WINDOW });

  test('holds what the window decided within 10 % of its length around the cut, nearest first', () => {
    const context = contextOf([
      { Last: '2024-11-19' },
      { Last: '2024-11-10' },
      { Last: '2024-09-02' },
      { Last: '2024-09-01' },
      { Last: '2025-01-26' },
      { Last: '2025-01-27' },
      { Last: '' },
      { Last: '2024-11-14', Hold: 'true' },
      { Last: '2024-11-18' },
    ]);
    // 24 months before 2026-11-14 are 730 days; 73 to either side of 2024-11-14.
    expect([...borderline(rule, evaluateRule(rule, context))]).toEqual([1, 8, 0, 2, 4]);
  });

  test('is empty for a rule without a window', () => {
    const open = ruleOf({ otherwise: 'keep' });
    expect(borderline(open, evaluateRule(open, contextOf([{ Last: '2024-11-14' }])))).toHaveLength(0);
  });
});
