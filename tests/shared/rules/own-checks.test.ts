import { NO_REFERENCE, type RecordSet } from '@shared/mapping/types';
import { ownCheckSchema } from '@shared/rules/check-schema';
import { checkSentence } from '@shared/rules/check-sentence';
import type { OwnCheck, Requirement } from '@shared/rules/check-types';
import { brokenBy } from '@shared/rules/own-checks';
import type { Condition } from '@shared/rules/types';
import { columnOf } from '@shared/table/column';
import { describe, expect, it } from 'vitest';

function records(
  object: string,
  fields: Readonly<Record<string, readonly string[]>>,
  parent?: { readonly field: string; readonly object: string; readonly target: readonly number[] },
): RecordSet {
  const columns = Object.entries(fields).map(([name, cells]) => columnOf(name, cells));
  const count = columns[0]?.codes.length ?? 0;
  return {
    object,
    count,
    keys: Array.from({ length: count }, (_, i) => `t:${i}`),
    tables: ['t'],
    table: new Uint16Array(count),
    row: Uint32Array.from({ length: count }, (_, i) => i),
    columns,
    references: parent ? [{ ...parent, target: Int32Array.from(parent.target) }] : [],
  };
}

function check(must: Requirement, when: readonly Condition[] = [], object = 'Account'): OwnCheck {
  return {
    id: 'c',
    object,
    label: 'a rule',
    field: 'Name',
    severity: 'error',
    when,
    must,
    referenceDate: '2026-11-01',
  };
}

const accounts = records('Account', {
  Name: ['A', 'B', 'C', 'D'],
  Type: ['Customer', 'Customer', 'Prospect', ''],
  Since: ['2020-01-01', '2021-06-30', '', '2022-02-02'],
  Until: ['2019-12-31', '2021-06-30', '2020-01-01', 'unknown'],
  Total: ['100.30', '50', '10', ''],
});
const contacts = records(
  'Contact',
  { Primary: ['true', 'true', 'false', 'true'], Joined: ['2019-05-01', '2022-01-01', '2020-01-01', ''] },
  { field: 'AccountId', object: 'Account', target: [0, 0, 1, NO_REFERENCE] },
);
const sales = records(
  'Sale',
  { Kind: ['Sale', 'Refund', 'Refund', 'Refund'], Amount: ['100.10', '-0.20', '-60', 'n/a'] },
  { field: 'AccountId', object: 'Account', target: [0, 0, 1, 1] },
);
const world = {
  related: [
    { object: 'Account', records: accounts },
    { object: 'Contact', records: contacts },
    { object: 'Sale', records: sales },
  ],
  lists: new Map(),
};
const broken = (item: OwnCheck, of = accounts): number[] => [...brokenBy(item, of, world)];

const ofContacts = (where: readonly Condition[] = []) => ({ object: 'Contact', field: 'AccountId', where });
const primary: Condition = { kind: 'is', field: 'Primary', values: ['true'] };

describe("a steward's own checks", () => {
  it('ask for conditions; what is missing breaks none but "is filled"', () => {
    const customer: Condition = { kind: 'is', field: 'Type', values: ['Customer'] };
    expect(broken(check({ kind: 'conditions', all: [customer] }))).toEqual([2]);
    expect(broken(check({ kind: 'conditions', all: [{ kind: 'filled', field: 'Type' }] }))).toEqual([3]);
    expect(
      broken(check({ kind: 'conditions', all: [{ kind: 'filled', field: 'Since' }] }, [customer])),
    ).toEqual([]);
  });

  it('ask for dates in order, on the record and against its parent', () => {
    const order = {
      kind: 'order',
      earlier: { via: null, field: 'Since' },
      later: { via: null, field: 'Until' },
    } as const;
    expect(broken(check({ ...order, orEqual: true }))).toEqual([0]);
    expect(broken(check({ ...order, orEqual: false }))).toEqual([0, 1]);
    const joined: Requirement = {
      kind: 'order',
      earlier: { via: 'AccountId', field: 'Since' },
      later: { via: null, field: 'Joined' },
      orEqual: true,
    };
    expect(broken(check(joined, [], 'Contact'), contacts)).toEqual([0, 2]);
  });

  it('ask for one primary contact per account', () => {
    const one: Requirement = { kind: 'count', of: ofContacts([primary]), least: 1, most: 1 };
    expect(broken(check(one))).toEqual([0, 1, 2, 3]);
    expect(broken(check({ ...one, least: null }))).toEqual([0]);
    expect(broken(check({ ...one, least: 1, most: null }))).toEqual([1, 2, 3]);
  });

  it('ask for totals that agree, in decimal fractions, with signs of either custom', () => {
    const all = { object: 'Sale', field: 'AccountId', where: [] };
    const total: Requirement = {
      kind: 'sum',
      of: all,
      amount: 'Amount',
      compare: '=',
      total: 'Total',
      tolerance: 0,
    };
    expect(broken(check(total))).toEqual([1, 2]);
    expect(broken(check({ ...total, tolerance: 10 }))).toEqual([]);
  });

  it('find refunds larger than the sale, and refunds that are missing', () => {
    const refund: Condition = { kind: 'is', field: 'Kind', values: ['Refund'] };
    const refunds = { object: 'Sale', field: 'AccountId', where: [refund] };
    const larger: Requirement = {
      kind: 'sum',
      of: refunds,
      amount: 'Amount',
      compare: '<=',
      total: 'Total',
      tolerance: 0,
    };
    expect(broken(check(larger))).toEqual([1]);
    const prospect: Condition = { kind: 'is', field: 'Type', values: ['Prospect'] };
    expect(broken(check({ kind: 'count', of: refunds, least: 1, most: null }, [prospect]))).toEqual([2]);
  });

  it('break nothing where the field or the other object is not there', () => {
    const gone: Requirement = {
      kind: 'count',
      of: { object: 'Case', field: 'AccountId', where: [] },
      least: 1,
      most: null,
    };
    expect(broken(check(gone))).toEqual([]);
    const noField: Requirement = {
      kind: 'order',
      earlier: { via: null, field: 'Nope' },
      later: { via: null, field: 'Until' },
      orEqual: true,
    };
    expect(broken(check(noField))).toEqual([]);
  });

  it('read as a sentence', () => {
    const labels = {
      object: 'Account',
      field: (_object: string, api: string) =>
        ({ Primary: 'Is primary', Since: 'Start', Until: 'End' })[api] ?? api,
      list: (id: string) => id,
      related: (object: string) => object,
    };
    expect(
      checkSentence(check({ kind: 'count', of: ofContacts([primary]), least: null, most: 1 }), labels),
    ).toBe('An account must have at most 1 contact whose is primary is “true”.');
    const order: Requirement = {
      kind: 'order',
      earlier: { via: null, field: 'Since' },
      later: { via: null, field: 'Until' },
      orEqual: true,
    };
    expect(checkSentence(check(order, [{ kind: 'filled', field: 'Type' }]), labels)).toBe(
      'An account whose type is filled must have its start not after its end.',
    );
    expect(
      checkSentence(check({ kind: 'conditions', all: [{ kind: 'filled', field: 'Type' }] }), labels),
    ).toBe('An account must have a type that is filled.');
  });

  it('come from files through a strict schema', () => {
    const good = check({ kind: 'count', of: ofContacts(), least: null, most: 1 });
    expect(ownCheckSchema.safeParse(good).success).toBe(true);
    expect(ownCheckSchema.safeParse({ ...good, extra: 1 }).success).toBe(false);
    expect(ownCheckSchema.safeParse({ ...good, must: { kind: 'script', code: 'x' } }).success).toBe(false);
  });
});
