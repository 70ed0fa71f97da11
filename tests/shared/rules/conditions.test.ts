import { dayOf } from '@shared/rules/calendar';
import { numberOf, type Reading, recordTruths, type World } from '@shared/rules/conditions';
import { NO, TRUTHS, UNKNOWN } from '@shared/rules/truth';
import type { Condition } from '@shared/rules/types';
import { columnOf } from '@shared/table/column';
import { describe, expect, test } from 'vitest';
import { recordsOf } from './make-records';

const NOTHING: World = { related: [], lists: new Map() };
const reading = (missing: Reading['missing'] = UNKNOWN): Reading => ({
  missing,
  referenceDay: dayOf('2026-11-14'),
});

/** The truth of a condition on the field `F` for each value. */
function truths(condition: Condition, values: readonly string[], missing: Reading['missing'] = UNKNOWN) {
  const records = recordsOf(
    'Account',
    values.map((value) => ({ F: value })),
  );
  return [...recordTruths(condition, records, null, NOTHING, reading(missing))].map((code) => TRUTHS[code]);
}

describe('a condition on a field', () => {
  test('is and isNot compare without case, blanks around and width', () => {
    const values = ['Open', ' open ', 'ＯＰＥＮ', 'closed', ''];
    expect(truths({ kind: 'is', field: 'F', values: ['open'] }, values)).toEqual([
      'yes',
      'yes',
      'yes',
      'no',
      'unknown',
    ]);
    expect(truths({ kind: 'isNot', field: 'F', values: ['open'] }, values)).toEqual([
      'no',
      'no',
      'no',
      'yes',
      'unknown',
    ]);
  });

  test('contains finds a part, hasWord only whole words', () => {
    const values = ['Test GmbH', 'Testo SE', 'Contest AG', 'TEST-Kunde 2', 'ZZZ nicht  verwenden', ''];
    expect(truths({ kind: 'contains', field: 'F', text: 'test' }, values)).toEqual([
      'yes',
      'yes',
      'yes',
      'yes',
      'no',
      'unknown',
    ]);
    expect(truths({ kind: 'hasWord', field: 'F', words: ['Test', 'nicht verwenden'] }, values)).toEqual([
      'yes',
      'no',
      'no',
      'yes',
      'yes',
      'unknown',
    ]);
  });

  test('filled and empty always know', () => {
    expect(truths({ kind: 'filled', field: 'F' }, ['x', '', '  '])).toEqual(['yes', 'no', 'no']);
    expect(truths({ kind: 'empty', field: 'F' }, ['x', '', '  '])).toEqual(['no', 'yes', 'yes']);
  });

  test('compare reads numbers; what is there and is no number is unknown, whatever missing means', () => {
    const above: Condition = { kind: 'compare', field: 'F', op: '>', value: 0 };
    expect(truths(above, ['0.01', '0', '-5', '1,240.50', '', 'n/a'], NO)).toEqual([
      'yes',
      'no',
      'no',
      'yes',
      'no',
      'unknown',
    ]);
    expect(truths({ ...above, op: '>=' }, ['0'])).toEqual(['yes']);
    expect(truths({ ...above, op: '<' }, ['0', '-1'])).toEqual(['no', 'yes']);
    expect(truths({ ...above, op: '<=' }, ['0', '1'])).toEqual(['yes', 'no']);
  });

  test('within counts back from the reference date, the cut itself and the future are inside', () => {
    const values = ['2024-11-14', '2024-11-13', '2027-01-01', '', 'last spring'];
    expect(truths({ kind: 'within', field: 'F', months: 24 }, values, NO)).toEqual([
      'yes',
      'no',
      'yes',
      'no',
      'unknown',
    ]);
    expect(truths({ kind: 'within', field: 'F', months: 0 }, ['2026-11-14', '2026-11-13'])).toEqual([
      'yes',
      'no',
    ]);
  });

  test('inList looks the value up, normalised on both sides; a blank in the list matches nothing', () => {
    const list = { rowCount: 3, columns: [columnOf('E-mail', ['Kim@Example.org ', '', 'a@b.example'])] };
    const world: World = { related: [], lists: new Map([['erasure', list]]) };
    const condition: Condition = { kind: 'inList', field: 'F', table: 'erasure', column: 'E-mail' };
    const records = recordsOf('Contact', [{ F: ' kim@example.ORG' }, { F: 'x@b.example' }, { F: '' }]);
    const codes = recordTruths(condition, records, null, world, reading(NO));
    expect([...codes].map((code) => TRUTHS[code])).toEqual(['yes', 'no', 'no']);
  });

  test('a list that is not loaded, a column it does not have and a field that is not mapped count as missing', () => {
    expect(truths({ kind: 'inList', field: 'F', table: 'gone', column: 'x' }, ['a'])).toEqual(['unknown']);
    expect(truths({ kind: 'empty', field: 'Unmapped' }, ['a'])).toEqual(['unknown']);
    expect(truths({ kind: 'empty', field: 'Unmapped' }, ['a'], NO)).toEqual(['no']);
  });
});

describe('a condition on related records', () => {
  const accounts = recordsOf('Account', [{ Name: 'A' }, { Name: 'B' }, { Name: 'C' }, { Name: 'D' }]);
  const deals = recordsOf(
    'Opportunity',
    [
      { Stage: 'Closed Won' },
      { Stage: 'Prospecting' },
      { Stage: 'Closed Lost' },
      { Stage: '' },
      { Stage: 'Prospecting' },
    ],
    [{ field: 'AccountId', object: 'Account', target: [0, 0, 1, 2, -2] }],
  );
  const open: Condition = { kind: 'isNot', field: 'Stage', values: ['Closed Won', 'Closed Lost'] };
  const world: World = { related: [{ object: 'Opportunity', records: deals }], lists: new Map() };
  const ask = (condition: Condition, missing: Reading['missing'] = UNKNOWN) =>
    [...recordTruths(condition, accounts, null, world, reading(missing))].map((code) => TRUTHS[code]);
  const related = { kind: 'related', object: 'Opportunity', field: 'AccountId' } as const;

  test('is yes when any of them satisfies all of it, unknown when one might', () => {
    expect(ask({ ...related, where: [open] })).toEqual(['yes', 'no', 'unknown', 'no']);
    expect(ask({ ...related, where: [open] }, NO)).toEqual(['yes', 'no', 'no', 'no']);
  });

  test('without more is whether there is any', () => {
    expect(ask({ ...related, where: [] })).toEqual(['yes', 'yes', 'yes', 'no']);
  });

  test('asks all parts of the same related record', () => {
    const won: Condition = { kind: 'is', field: 'Stage', values: ['Closed Won'] };
    expect(ask({ ...related, where: [open, won] }, NO)).toEqual(['no', 'no', 'no', 'no']);
  });

  test('on an object that is not loaded counts as missing', () => {
    expect(ask({ kind: 'related', object: 'Case', field: 'AccountId', where: [] })).toEqual(
      Array(4).fill('unknown'),
    );
    expect(ask({ ...related, field: 'PartnerId', where: [] }, NO)).toEqual(Array(4).fill('no'));
  });

  test('reaches through a chain: accounts with a deal that has a task', () => {
    const tasks = recordsOf(
      'Task',
      [{ Subject: 'call' }],
      [{ field: 'WhatId', object: 'Opportunity', target: [2] }],
    );
    const both: World = { ...world, related: [...world.related, { object: 'Task', records: tasks }] };
    const condition: Condition = {
      ...related,
      where: [{ kind: 'related', object: 'Task', field: 'WhatId', where: [] }],
    };
    expect([...recordTruths(condition, accounts, null, both, reading())].map((code) => TRUTHS[code])).toEqual(
      ['no', 'yes', 'no', 'no'],
    );
  });
});

test('asked about a few records, a condition says the same as about all', () => {
  const records = recordsOf('Account', [{ F: 'a' }, { F: '' }, { F: 'b' }]);
  const condition: Condition = { kind: 'is', field: 'F', values: ['b'] };
  const some = recordTruths(condition, records, Uint32Array.of(2, 1), NOTHING, reading());
  expect([...some].map((code) => TRUTHS[code])).toEqual(['yes', 'unknown']);
});

test.each([
  ['12', 12],
  [' -0.5 ', -0.5],
  ['+3.', 3],
  ['.5', 0.5],
  ['1,234,567.8', 1234567.8],
  ['1,23', null],
  ['12 €', null],
  ['', null],
  ['1e3', null],
])('"%s" is the number %s', (text, number) => {
  expect(numberOf(text)).toBe(number);
});
