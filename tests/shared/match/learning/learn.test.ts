import { quietTask } from '@shared/base/progress';
import { clusterRecords } from '@shared/match/cluster';
import { scorerOf } from '@shared/match/cluster/scorers';
import { type Label, labelWeights } from '@shared/match/learning/labels';
import { learnFromLabels } from '@shared/match/learning/learn';
import { matchRecords } from '@shared/match/match-records';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differentPeople, peopleInput, secondSights } from '../people';

const people = differentPeople(80);
const input = peopleInput([...people, ...secondSights(people.slice(0, 40))]);
const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);
const none = { mustLink: [], cannotLink: [] };

const label = (left: number, right: number, match: boolean, decision = left): Label => ({
  left,
  right,
  match,
  decision,
});

/** Weight of the highest level of a comparison. */
const exactWeight = (of: typeof result, name: string): number =>
  of.comparisons.find((comparison) => comparison.name === name)!.levels.at(-1)!.weight;

describe('learning from labels', () => {
  it('leaves the result as it is without labels, and ignores records that do not exist', () => {
    expect(learnFromLabels(result, [])).toBe(result);
    expect(learnFromLabels(result, [label(0, 99_999, true), label(3, 3, true)])).toBe(result);
  });

  it('believes in a field less when people say that what agrees in it is not the same', () => {
    // People who share only the city are told apart; cities say less about people afterwards.
    const apart = [...result.left.keys()]
      .filter((i) => result.weight[i]! < 2)
      .slice(0, 30)
      .map((i) => label(result.left[i]!, result.right[i]!, false, i));
    const learned = learnFromLabels(result, apart);
    for (const { left, right } of apart) {
      const before = scorerOf(result).weight(left, right);
      expect(scorerOf(learned).weight(left, right)).toBeLessThanOrEqual(before + 0.5);
    }
  });

  it('believes in a level more when people say that pairs with it are matches', () => {
    // Second sights 60, 64, … differ in the family name by a slip.
    const same = Array.from({ length: 10 }, (_, i) => label(i * 4, 80 + i * 4, true));
    const learned = learnFromLabels(result, same);
    const slip = (of: typeof result) => of.comparisons.find(({ name }) => name === 'LastName')!.levels[3]!;
    expect(slip(learned).m).toBeGreaterThanOrEqual(slip(result).m);
    expect(learned.comparisons[0]!.levels[1]!.u).toBe(result.comparisons[0]!.levels[1]!.u);
  });

  it('weighs every kept pair as its scorer does, and keeps the order of the levels', () => {
    const learned = learnFromLabels(result, [label(0, 80, true), label(1, 2, false), label(5, 85, false)]);
    for (let i = 0; i < learned.left.length; i += 5)
      expect(learned.weight[i]).toBeCloseTo(scorerOf(learned).weight(learned.left[i]!, learned.right[i]!), 3);
    for (const { levels } of learned.comparisons)
      for (let level = 2; level < levels.length; level++)
        expect(levels[level]!.weight).toBeGreaterThanOrEqual(levels[level - 1]!.weight);
  });

  it('does not care for the order of the labels or of the records in them', () => {
    const record = fc.nat(input.count - 1);
    const labels = fc.array(
      fc.record({ left: record, right: record, match: fc.boolean(), decision: fc.nat(5) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(labels, fc.infiniteStream(fc.nat(1000)), (some, keys) => {
        const shuffled = some
          .map((one) => ({ one, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => ({ ...one, left: one.right, right: one.left }));
        expect(learnFromLabels(result, shuffled)).toEqual(learnFromLabels(result, some));
      }),
      { numRuns: 15 },
    );
  });

  it('is not wrecked by people who are the same in every field and said to be two', () => {
    const before = clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, none).groupOf;
    const twins = Array.from({ length: 12 }, (_, i) => label(i, 80 + i, false));
    const learned = learnFromLabels(result, twins);
    const after = clusterRecords(learned, input, DEFAULT_MATCH_SETTINGS, none).groupOf;
    expect(after.slice(92)).toEqual(before.slice(92));
    for (const name of ['Email', 'Phone', 'Birthdate'])
      expect(Math.abs(exactWeight(learned, name) - exactWeight(result, name))).toBeLessThan(2);
  });

  it('lets one large decision weigh less than ten small ones', () => {
    const large: Label[] = [];
    for (let i = 0; i < 30; i++) for (let j = i + 1; j < 30; j++) large.push(label(i, j, true, 1));
    const small = Array.from({ length: 10 }, (_, i) => label(i, 80 + i, true, i));
    const total = (labels: readonly Label[]): number =>
      labelWeights(labels).reduce((sum, weight) => sum + weight, 0);
    expect(total(large)).toBeLessThan(total(small));
    expect(total(small)).toBe(10);
  });
});
