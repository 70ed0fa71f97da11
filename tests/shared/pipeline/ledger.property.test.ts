import { unwrap } from '@shared/base/result';
import type { ActiveRule } from '@shared/rules/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testProject } from '../../support/project';

const word = fc.constantFrom(
  '',
  'Hartmann',
  'Hartmann GmbH',
  'Brandt',
  'brandt kg',
  'Test',
  'O"Neil',
  'a,b',
  '田中',
);
const row = fc.record({
  key: fc.integer({ min: 1, max: 9 }),
  name: word,
  city: word,
  date: fc.constantFrom('', '2026-01-05', '2011-07-09', 'soon'),
});
const rule = fc.record({
  window: fc.boolean(),
  otherwise: fc.constantFrom('keep' as const, 'exclude' as const),
  excludeTest: fc.boolean(),
  missing: fc.constantFrom('unknown' as const, 'no' as const, 'yes' as const),
});

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('rows read = exported + merged + excluded + rejected + held', () => {
  it('closes for any tables, roles, rules and decisions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 25 }),
        fc.array(row, { maxLength: 10 }),
        fc.option(rule),
        fc.constantFrom('records' as const, 'list' as const, 'ignored' as const),
        fc.array(fc.tuple(fc.nat(24), fc.nat(24), fc.boolean()), { maxLength: 5 }),
        async (first, second, shape, secondRole, decisions) => {
          const csv = (rows: typeof first): string =>
            `No,Company,City,Last contact\n${rows.map((r) => [String(r.key), r.name, r.city, r.date].map(quote).join(',')).join('\n')}\n`;
          const project = await testProject('salesforce', [
            { id: 'a', csv: csv(first) },
            { id: 'b', csv: csv(second), role: secondRole },
          ]);
          for (const tableId of ['a', 'b']) {
            await project.add('mapping.set', {
              mapping: {
                tableId,
                object: 'Account',
                keyColumn: 'No',
                fields: [
                  {
                    field: 'Name',
                    from: { kind: 'column', column: 'Company' },
                    transforms: [],
                    valueMap: {},
                  },
                  {
                    field: 'BillingCity',
                    from: { kind: 'column', column: 'City' },
                    transforms: [],
                    valueMap: {},
                  },
                ],
              },
            });
          }
          if (shape) {
            const active: ActiveRule = {
              object: 'Account',
              includes: [],
              excludes: shape.excludeTest
                ? [
                    {
                      id: 'test',
                      label: 'test',
                      condition: { kind: 'contains', field: 'Name', text: 'test' },
                      missing: 'no',
                    },
                  ]
                : [],
              window: shape.window
                ? { fields: ['LastActivityDate'], related: [], months: 24, missing: shape.missing }
                : null,
              otherwise: shape.otherwise,
              referenceDate: '2026-11-14',
              keepParents: false,
            };
            await project.add('rule.set', { rule: active });
          }
          for (const [x, y, together] of decisions) {
            const keys = [...new Set([`a:${(x % 9) + 1}`, `a:${(y % 9) + 1}`])];
            await project.add('cluster.decided', {
              object: 'Account',
              verdict: together ? 'merge' : 'separate',
              groups: together ? [keys] : keys.map((key) => [key]),
              reason: '',
            });
          }
          const ledger = unwrap(await project.engine.ledger());
          expect(ledger.closes).toBe(true);
          expect(ledger.total.read).toBe(first.length + second.length);
          const everything = unwrap(
            await project.engine.ledgerRows({
              disposition: null,
              tableId: null,
              reason: null,
              text: '',
              start: 0,
              count: 100,
            }),
          );
          expect(everything.total).toBe(ledger.total.read);
          expect(everything.rows.every((r) => r.reason !== '' && r.key !== '')).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});
