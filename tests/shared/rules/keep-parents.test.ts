import { keepParents, type ParentCandidate } from '@shared/rules/keep-parents';
import { type RuleOutcome, VERDICT_CODES } from '@shared/rules/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goldenSetOf, reasonsOf, recordsOf, verdictsOf } from './make-records';

const REASONS = [
  { lineId: 'window', verdict: 'keep', sentence: 'kept: active' },
  { lineId: 'window', verdict: 'exclude', sentence: 'excluded: no activity' },
  { lineId: 'window', verdict: 'unknown', sentence: 'held: no activity date' },
  { lineId: 'erasure', verdict: 'exclude', sentence: 'excluded: erasure request' },
  { lineId: 'settled', verdict: 'exclude', sentence: 'Left behind by Mara: closed' },
  { lineId: 'default', verdict: 'exclude', sentence: 'excluded: no line keeps it' },
  { lineId: 'balance', verdict: 'unknown', sentence: 'held: open balance is not known' },
] as const;
const [ACTIVE, QUIET, NO_DATE_HELD, ERASED, SETTLED, DEFAULT, BALANCE] = REASONS.keys();

function candidate(object: string, reasons: readonly (number | undefined)[], keep = true): ParentCandidate {
  const reason = Uint16Array.from(reasons, (index) => index ?? 0);
  const outcome: RuleOutcome = {
    object,
    verdict: Uint8Array.from(reason, (index) => VERDICT_CODES.indexOf(REASONS[index]!.verdict)),
    reason,
    reasons: REASONS,
    lastActivity: new Int32Array(reason.length),
  };
  return {
    object,
    outcome,
    golden: goldenSetOf(
      recordsOf(
        object,
        reasons.map(() => ({})),
      ),
    ),
    keepParents: keep,
  };
}

const link = (child: string, parent: string, target: readonly number[]) => ({
  child,
  parent,
  target: Int32Array.from(target),
});

describe('the parent of an exported record', () => {
  test('is kept when only the window or the default spoke against it, or its date is missing', () => {
    const result = keepParents(
      [
        candidate('Account', [QUIET, DEFAULT, NO_DATE_HELD, QUIET]),
        candidate('Contact', [ACTIVE, ACTIVE, ACTIVE, QUIET]),
      ],
      [link('Contact', 'Account', [0, 1, 2, 3])],
    );
    expect(verdictsOf(result.get('Account')!)).toEqual(['keep', 'keep', 'keep', 'exclude']);
    expect(reasonsOf(result.get('Account')!)).toEqual([
      'kept: parent of an exported contact',
      'kept: parent of an exported contact',
      'kept: parent of an exported contact',
      'excluded: no activity',
    ]);
  });

  test('stays out when an exclude line or a person said so, and waits when a line is not known', () => {
    const result = keepParents(
      [candidate('Account', [ERASED, SETTLED, BALANCE]), candidate('Contact', [ACTIVE, ACTIVE, ACTIVE])],
      [link('Contact', 'Account', [0, 1, 2])],
    );
    expect(verdictsOf(result.get('Account')!)).toEqual(['exclude', 'exclude', 'unknown']);
  });

  test('stays out when its rule does not keep parents', () => {
    const accounts = candidate('Account', [QUIET], false);
    const result = keepParents([accounts, candidate('Contact', [ACTIVE])], [link('Contact', 'Account', [0])]);
    expect(result.get('Account')).toBe(accounts.outcome);
  });

  test('keeps its own parent in turn, through several objects and through its own', () => {
    const result = keepParents(
      [
        candidate('Account', [QUIET, QUIET, QUIET]),
        candidate('Contact', [QUIET]),
        candidate('Task', [ACTIVE]),
      ],
      [link('Account', 'Account', [-1, 0, 1]), link('Contact', 'Account', [2]), link('Task', 'Contact', [0])],
    );
    expect(verdictsOf(result.get('Contact')!)).toEqual(['keep']);
    expect(reasonsOf(result.get('Account')!)).toEqual([
      'kept: parent of an exported account',
      'kept: parent of an exported account',
      'kept: parent of an exported contact',
    ]);
  });

  test('a chain ends at a parent that an exclude line removed', () => {
    const result = keepParents(
      [candidate('Account', [QUIET, ERASED, ACTIVE])],
      [link('Account', 'Account', [-1, 0, 1])],
    );
    expect(verdictsOf(result.get('Account')!)).toEqual(['exclude', 'exclude', 'keep']);
  });

  test('in a ring of parents is kept once', () => {
    const result = keepParents(
      [candidate('Account', [QUIET, QUIET, ACTIVE])],
      [link('Account', 'Account', [1, 0, 0])],
    );
    expect(verdictsOf(result.get('Account')!)).toEqual(['keep', 'keep', 'keep']);
  });

  test('leaves its input and untouched outcomes as they were', () => {
    const accounts = candidate('Account', [QUIET]);
    const contacts = candidate('Contact', [ACTIVE]);
    const result = keepParents([accounts, contacts], [link('Contact', 'Account', [0])]);
    expect(verdictsOf(accounts.outcome)).toEqual(['exclude']);
    expect(result.get('Contact')).toBe(contacts.outcome);
  });
});

test('no exported record is left with a parent that could have been kept', () => {
  const size = 8;
  const reasons = fc.array(fc.constantFrom(...REASONS.keys()), { minLength: size, maxLength: size });
  const target = fc.array(fc.integer({ min: -1, max: size - 1 }), { minLength: size, maxLength: size });
  fc.assert(
    fc.property(reasons, reasons, target, target, (accounts, contacts, up, of) => {
      const links = [link('Account', 'Account', up), link('Contact', 'Account', of)];
      const result = keepParents([candidate('Account', accounts), candidate('Contact', contacts)], links);
      const kept = (object: string, index: number) => verdictsOf(result.get(object)!)[index] === 'keep';
      for (const { child, parent, target: targets } of links) {
        targets.forEach((at, index) => {
          if (at < 0 || !kept(child, index)) return;
          expect(kept(parent, at) || [ERASED, SETTLED, BALANCE].includes(accounts[at])).toBe(true);
        });
      }
    }),
    { numRuns: 500 },
  );
});
