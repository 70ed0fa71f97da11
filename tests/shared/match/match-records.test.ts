import { quietTask } from '@shared/base/progress';
import { AppFailure } from '@shared/base/result';
import { clusterRecords } from '@shared/match/cluster';
import { matchRecords } from '@shared/match/match-records';
import {
  type Constraints,
  DEFAULT_MATCH_SETTINGS,
  type MatchInput,
  type MatchSettings,
} from '@shared/match/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differentPeople, peopleInput, secondSights } from './people';

const settings = DEFAULT_MATCH_SETTINGS;
const none: Constraints = { mustLink: [], cannotLink: [] };

async function groupsOf(
  input: MatchInput,
  constraints = none,
  with_: MatchSettings = settings,
): Promise<Uint32Array> {
  return clusterRecords(await matchRecords(input, with_, quietTask), input, with_, constraints).groupOf;
}

const people = differentPeople(60);
const rows = [...people, ...secondSights(people.slice(0, 24))];
const input = peopleInput(rows);
const result = await matchRecords(input, settings, quietTask);

describe('finding duplicates', () => {
  it('joins second sights of one person and nobody else', () => {
    const { groupOf } = clusterRecords(result, input, settings, none);
    expect(Array.from(groupOf.slice(0, 60))).toEqual(Array.from({ length: 60 }, (_, i) => i));
    expect(Array.from(groupOf.slice(60))).toEqual(Array.from({ length: 24 }, (_, i) => i));
  });

  it('gives the same bytes again, pairs in order and each once', async () => {
    const again = await matchRecords(peopleInput(rows), settings, quietTask);
    expect(again).toEqual(result);
    for (let i = 1; i < result.left.length; i++) {
      const before = result.left[i - 1]! * 1000 + result.right[i - 1]!;
      expect(result.left[i]! * 1000 + result.right[i]!).toBeGreaterThan(before);
    }
  });

  it('does not care for the order of the records', async () => {
    const expected = partition(clusterRecords(result, input, settings, none).groupOf, (row) => row);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          rows.map((_, i) => i),
          { minLength: rows.length },
        ),
        async (order) => {
          const found = await groupsOf(peopleInput(order.map((i) => rows[i]!)));
          expect(partition(found, (row) => order[row]!)).toEqual(expected);
        },
      ),
      { numRuns: 5 },
    );
  });

  it('finds a row repeated thousands of times without comparing all with all', async () => {
    const many = [...differentPeople(40), ...Array.from({ length: 1500 }, () => people[0]!)];
    const repeated = peopleInput(many);
    const found = await matchRecords(repeated, settings, quietTask);
    expect(found.candidates).toBeLessThan(20_000);
    expect(found.blocking[0]).toEqual({
      label: 'the same in every field',
      keys: [],
      pairs: 1500,
      dropped: 0,
      droppedNote: null,
      origin: 'generated',
    });
    const { clusters } = clusterRecords(found, repeated, settings, none);
    expect(Math.max(...clusters.map((cluster) => cluster.members.length))).toBeLessThanOrEqual(800);
  });

  it('has nothing to say about nothing', async () => {
    for (const cells of [[], [['Anna', 'Abel']], [[''], [''], ['']]]) {
      const empty = peopleInput(cells);
      const found = await matchRecords(empty, settings, quietTask);
      expect(found.left.length).toBe(0);
      const clusters = clusterRecords(found, empty, settings, none);
      expect(clusters).toEqual({
        groupOf: Uint32Array.from(cells, (_, i) => i),
        clusters: [],
        missed: null,
        relations: [],
        capped: [],
        refused: { expected: 0, low: 0, high: 0 },
        expected: {
          ...{ merges: 0, wrong: 0, low: 0, high: 0, pairs: 0 },
          wrongPairs: { expected: 0, low: 0, high: 0 },
        },
      });
    }
  });

  it('stops when asked', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(matchRecords(input, settings, { ...quietTask, signal: controller.signal })).rejects.toThrow(
      AppFailure,
    );
  });
});

describe('decisions', () => {
  it('are obeyed, whatever the weights say', () => {
    const pair = fc.tuple(fc.nat(rows.length - 1), fc.nat(rows.length - 1)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(
        fc.array(pair, { maxLength: 4 }),
        fc.array(pair, { maxLength: 4 }),
        (mustLink, cannotLink) => {
          const { groupOf } = clusterRecords(result, input, settings, { mustLink, cannotLink: [] });
          for (const [a, b] of mustLink) expect(groupOf[a]).toBe(groupOf[b]);
          const apart = clusterRecords(result, input, settings, { mustLink: [], cannotLink }).groupOf;
          for (const [a, b] of cannotLink) expect(apart[a]).not.toBe(apart[b]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('cost only the cluster they touch and leave the others as they were', () => {
    const before = clusterRecords(result, input, settings, none);
    const after = clusterRecords(result, input, settings, { mustLink: [], cannotLink: [[0, 60]] });
    expect(after.groupOf[60]).toBe(60);
    const untouched = before.clusters.filter((cluster) => cluster.id !== 0);
    for (const cluster of untouched) expect(after.clusters).toContain(cluster);
  });
});

describe('linking one to one', () => {
  it('puts at most one record of a source into a group', async () => {
    const left = differentPeople(30);
    const right = [...secondSights(left), left[0]!];
    const linked = peopleInput([...left, ...right], [...left.map(() => 0), ...right.map(() => 1)]);
    const link = { ...settings, oneToOne: true, withinSource: false };
    const groupOf = await groupsOf(linked, none, link);
    const seen = new Set<string>();
    groupOf.forEach((group, row) => {
      const key = `${group}:${linked.source[row]}`;
      expect(seen.has(key)).toBe(false);
      seen.add(key);
    });
    expect(groupOf[31]).toBe(1);
  });
});

/** Groups as sorted lists of names, independent of labels. */
function partition(groupOf: Uint32Array, name: (row: number) => number): string[] {
  const lists = new Map<number, number[]>();
  groupOf.forEach((group, row) => {
    lists.set(group, [...(lists.get(group) ?? []), name(row)]);
  });
  return [...lists.values()].map((list) => list.sort((a, b) => a - b).join(',')).sort();
}
