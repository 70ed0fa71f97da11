import { conditionPhrase, ruleSentence, sentenceParts } from '@shared/rules/sentence';
import type { Condition, RuleLine } from '@shared/rules/types';
import { describe, expect, test } from 'vitest';
import { ruleOf, WINDOW } from './make-records';

const LABELS = {
  object: 'Account',
  field: (_object: string, api: string) => ({ StageName: 'Stage', VatId: 'VAT ID' })[api] ?? api,
  list: (tableId: string) => ({ t9: 'Erasure requests' })[tableId] ?? tableId,
};

function line(label: string, condition: Condition = { kind: 'filled', field: 'F' }, id = label): RuleLine {
  return { id, label, condition, missing: 'no' };
}

const OPEN: Condition = {
  kind: 'related',
  object: 'Opportunity',
  field: 'AccountId',
  where: [{ kind: 'isNot', field: 'StageName', values: ['Closed Won', 'Closed Lost'] }],
};

describe('the sentence of a rule', () => {
  test('reads as in the drawing', () => {
    const rule = ruleOf({
      includes: [line('legal hold'), line('open balance'), line('open opportunity', OPEN)],
      excludes: [
        line('erasure request'),
        line('test record', undefined, 'test1'),
        line('test record', undefined, 'test2'),
      ],
      window: WINDOW,
    });
    expect(ruleSentence(rule, LABELS)).toBe(
      'Keep an account that has a legal hold, an open balance, or any opportunity whose stage is open. ' +
        'Then drop erasure requests and test records. ' +
        'Keep what was active in the last 24 months before 2026-11-14. A missing date means held for review.',
    );
  });

  test('has its parameters apart, with the line each belongs to', () => {
    const rule = ruleOf({ includes: [line('legal hold')], window: WINDOW });
    expect(sentenceParts(rule, LABELS).filter((part) => part.kind !== 'plain')).toEqual([
      { text: 'a legal hold', kind: 'line', lineId: 'legal hold' },
      { text: '24 months', kind: 'months' },
      { text: '2026-11-14', kind: 'date' },
      { text: 'held for review', kind: 'missing' },
    ]);
  });

  test.each([
    ['nothing but a default', ruleOf({ otherwise: 'keep' }), 'Keep everything.'],
    ['the other default', ruleOf(), 'Drop everything.'],
    [
      'excludes alone',
      ruleOf({ excludes: [line('dissolved company')], otherwise: 'keep' }),
      'Drop dissolved companies. Keep everything else.',
    ],
    [
      'two includes and one month',
      ruleOf({
        includes: [line('legal hold'), line('VIP mark')],
        window: { ...WINDOW, months: 1, missing: 'no' },
      }),
      'Keep an account that has a legal hold or a VIP mark. Keep what was active in the last 1 month before 2026-11-14. A missing date means not active.',
    ],
  ])('with %s', (_name, rule, sentence) => {
    expect(ruleSentence(rule, LABELS)).toBe(sentence);
  });

  test('uses the words of the target system for related objects', () => {
    const rule = ruleOf({ includes: [line('x', { ...OPEN, object: 'deals' })] });
    expect(ruleSentence(rule, { ...LABELS, object: 'Company', related: () => 'Deal' })).toBe(
      'Keep a company that has any deal whose stage is open. Drop everything else.',
    );
  });
});

test.each<[Condition, string]>([
  [{ kind: 'is', field: 'StageName', values: ['Won', 'Lost'] }, 'stage is “Won” or “Lost”'],
  [{ kind: 'isNot', field: 'StageName', values: ['New'] }, 'stage is not “New”'],
  [
    { kind: 'is', field: 'StageName', values: ['a', 'b', 'c', 'd', 'e', 'f'] },
    'stage is “a”, “b”, “c”, “d” or 2 more',
  ],
  [{ kind: 'contains', field: 'VatId', text: 'DE' }, 'VAT ID contains “DE”'],
  [{ kind: 'hasWord', field: 'Name', words: ['test'] }, 'name has the word “test”'],
  [{ kind: 'filled', field: 'Name' }, 'name is filled'],
  [{ kind: 'empty', field: 'Name' }, 'name is empty'],
  [{ kind: 'compare', field: 'Balance', op: '>=', value: 10.5 }, 'balance is at least 10.5'],
  [{ kind: 'within', field: 'Since', months: 12 }, 'since lies in the last 12 months'],
  [{ kind: 'within', field: 'Until', months: 0 }, 'until is not past'],
  [
    { kind: 'inList', field: 'Email', table: 't9', column: 'E-mail' },
    'email stands in the list Erasure requests',
  ],
  [OPEN, 'opportunity has one whose stage is open'],
])('a condition as a clause: %j', (condition, clause) => {
  expect(conditionPhrase('Account', condition, LABELS)).toBe(clause);
});
