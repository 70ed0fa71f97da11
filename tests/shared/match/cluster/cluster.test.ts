import { quietTask } from '@shared/base/progress';
import { clusterRecords } from '@shared/match/cluster';
import { growComponents, listComponents, MAX_COMPONENT } from '@shared/match/cluster/components';
import { cutAt } from '@shared/match/cluster/linkage';
import { expectedChange } from '@shared/match/cluster/queue';
import { matchRecords } from '@shared/match/match-records';
import {
  type Cluster,
  DEFAULT_MATCH_SETTINGS,
  type DendrogramStep,
  type MatchInput,
  type MatchSettings,
} from '@shared/match/types';
import { columnOf } from '@shared/table/column';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differentPeople, peopleInput, secondSights } from '../people';
import { resultOf } from '../results';

const none = { mustLink: [], cannotLink: [] };

/** An input that says nothing but where records come from. */
function inputOf(records: number, source: readonly number[] = []): MatchInput {
  return {
    count: records,
    fields: [],
    source: Uint16Array.from({ length: records }, (_, row) => source[row] ?? 0),
    sourceIds: ['a', 'b'],
  };
}

const step = (a: number[], b: number[], weight: number, joined: boolean): DendrogramStep => ({
  ...{ a, b, weight, joined },
});

function clusterOf(steps: readonly DendrogramStep[]): Cluster {
  const members = [...new Set(steps.flatMap(({ a, b }) => [...a, ...b]))].sort((a, b) => a - b);
  return { id: members[0]!, members, groups: [members], outcome: 'match', probability: 0.9, steps };
}

describe('components', () => {
  it('are listed by their smallest record, members ascending, single records left out', () => {
    const { count, starts, rows } = listComponents(Uint32Array.of(0, 1, 0, 3, 1, 1));
    expect(count).toBe(2);
    expect([...starts]).toEqual([0, 2, 5]);
    expect([...rows]).toEqual([0, 2, 1, 4, 5]);
  });

  it('stay within the limit, strongest pairs first, and say which were capped', () => {
    // A chain of 2,000 records, its second half weaker.
    const n = 2000;
    const left = Uint32Array.from({ length: n - 1 }, (_, i) => i);
    const right = left.map((row) => row + 1);
    const weight = Float32Array.from(left, (row) => (row < n / 2 ? 9 : 5));
    const { sets, capped } = growComponents(n, left, right, weight, 0);
    expect(sets.largest).toBeLessThanOrEqual(MAX_COMPONENT);
    expect(capped).toEqual([{ id: 0, members: n }]);
    expect(growComponents(n, left, right, weight, 20).capped).toEqual([]);
  });
});

describe('clusters', () => {
  it('join two records by their weight alone', () => {
    const { clusters, groupOf } = clusterRecords(
      resultOf(4, [
        [0, 1, 5],
        [2, 3, 0.5],
      ]),
      inputOf(4),
      DEFAULT_MATCH_SETTINGS,
      none,
    );
    expect([...groupOf]).toEqual([0, 0, 2, 3]);
    expect(clusters.map(({ members, groups, outcome }) => ({ members, groups, outcome }))).toEqual([
      { members: [2, 3], groups: [[2], [3]], outcome: 'possible' },
      { members: [0, 1], groups: [[0, 1]], outcome: 'match' },
    ]);
  });

  it('hold at most one record of a source without duplicates of its own, and join nothing across sources apart', () => {
    const result = resultOf(3, [
      [0, 1, 9],
      [0, 2, 8],
      [1, 2, 7],
    ]);
    const input = inputOf(3, [0, 0, 1]);
    const groups = (settings: Partial<MatchSettings>): number[] => [
      ...clusterRecords(result, input, { ...DEFAULT_MATCH_SETTINGS, ...settings }, none).groupOf,
    ];
    expect(groups({})).toEqual([0, 0, 0]);
    expect(groups({ unique: ['a'] })).toEqual([0, 1, 0]);
    expect(groups({ apart: [['a', 'b']] })).toEqual([0, 0, 2]);
  });

  it('obey decisions of people with the weights as they are', () => {
    const result = resultOf(4, [
      [0, 1, 9],
      [2, 3, 9],
    ]);
    const decided = { mustLink: [[1, 2] as const], cannotLink: [[0, 1] as const] };
    const { groupOf } = clusterRecords(
      result,
      { ...inputOf(4), fields: [] },
      DEFAULT_MATCH_SETTINGS,
      decided,
    );
    expect(groupOf[0]).not.toBe(groupOf[1]);
    expect(groupOf[1]).toBe(groupOf[2]);
  });

  it('never become one giant cluster when 50,000 records share a value', async () => {
    const n = 50_000;
    const column = (name: string, of: (row: number) => string) =>
      columnOf(
        name,
        Array.from({ length: n }, (_, row) => of(row)),
      );
    const input: MatchInput = {
      ...inputOf(n),
      fields: [
        { name: 'Email', semantic: 'email', column: column('Email', () => 'info@shared.example') },
        { name: 'Last', semantic: 'familyName', column: column('Last', (row) => `Name${row % 4999}`) },
        { name: 'First', semantic: 'givenName', column: column('First', (row) => `Given${row % 3001}`) },
      ],
    };
    const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);
    const { clusters, capped, groupOf } = clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, none);
    const largest = clusters.reduce((most, { members }) => Math.max(most, members.length), 0);
    expect(largest).toBeLessThanOrEqual(MAX_COMPONENT);
    expect(groupOf.length).toBe(n);
    for (const { members } of capped) expect(members).toBeGreaterThan(MAX_COMPONENT);
  }, 60_000);
});

describe('cutting one cluster elsewhere', () => {
  const cluster = clusterOf([
    step([0], [1], 9, true),
    step([2], [3], 6, true),
    step([0, 1], [2, 3], 2, false),
  ]);

  it('gives the groups at that weight', () => {
    expect(cutAt(cluster, 10)).toEqual([[0], [1], [2], [3]]);
    expect(cutAt(cluster, 7)).toEqual([[0, 1], [2], [3]]);
    expect(cutAt(cluster, 6)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(cutAt(cluster, -99)).toEqual([[0, 1, 2, 3]]);
  });

  it('never parts what people joined', () => {
    expect(cutAt(clusterOf([step([0], [1], 15, true), step([0, 1], [2], 3, true)]), 1000)).toEqual([
      [0, 1],
      [2],
    ]);
  });

  it('agrees with the suggestion at the suggested cut', async () => {
    const people = differentPeople(40);
    const input = peopleInput([...people, ...secondSights(people)]);
    const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);
    const { clusters } = clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, none);
    fc.assert(
      fc.property(fc.constantFrom(...clusters), (one) => {
        expect(cutAt(one, Math.log2(0.7 / 0.3))).toEqual(one.groups);
      }),
    );
  });
});

describe('the order of the queue', () => {
  it('puts an even bet before a sure one, and many pairs before few', () => {
    const even = expectedChange(clusterOf([step([0], [1], 0, false)]));
    const sure = expectedChange(clusterOf([step([0], [1], 12, true)]));
    const many = expectedChange(clusterOf([step([0, 1, 2], [3, 4, 5], 0, false)]));
    expect(even).toBeCloseTo(0.5 + 1, 6);
    expect(sure).toBeLessThan(0.01);
    expect(many).toBeCloseTo(4.5 + 1, 6);
  });
});
