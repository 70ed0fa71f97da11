import { quietTask } from '@shared/base/progress';
import { clusterRecords } from '@shared/match/cluster';
import { explainPair } from '@shared/match/explain';
import { matchRecords } from '@shared/match/match-records';
import {
  type Constraints,
  DEFAULT_MATCH_SETTINGS,
  type MatchInput,
  type MatchResult,
  type MatchSettings,
} from '@shared/match/types';
import { columnOf } from '@shared/table/column';
import { describe, expect, it } from 'vitest';
import { differentPeople, peopleInput, secondSights } from '../people';

const settings = DEFAULT_MATCH_SETTINGS;
const none: Constraints = { mustLink: [], cannotLink: [] };
const people = differentPeople(60);
const input = peopleInput([...people, ...secondSights(people.slice(0, 24))]);
const result = await matchRecords(input, settings, quietTask);

function explain(
  left: number,
  right: number,
  constraints = none,
  of: { input: MatchInput; result: MatchResult; settings: MatchSettings } = { input, result, settings },
) {
  const clusters = clusterRecords(of.result, of.input, of.settings, constraints);
  return explainPair({ ...of, constraints, clusters }, left, right);
}

describe('explaining a pair', () => {
  it('adds up to its weight', () => {
    const context = { input, result, settings, constraints: none };
    const clusters = clusterRecords(result, input, settings, none);
    for (let i = 0; i < result.left.length; i += 7) {
      const why = explainPair({ ...context, clusters }, result.left[i]!, result.right[i]!);
      expect(why.weight).toBeCloseTo(result.weight[i]!, 4);
      expect(why.prior + why.parts.reduce((sum, part) => sum + part.weight, 0)).toBeCloseTo(why.weight, 9);
    }
  });

  it('shows the values compared and the level they reach', () => {
    expect(explain(0, 60).parts.find((part) => part.comparison === 'LastName')).toMatchObject({
      level: 'near (a slip)',
      leftValue: 'Abel',
      rightValue: 'Abl',
    });
    expect(explain(2, 62).parts[0]?.level).toBe('given and family name swapped');
  });
});

describe('what would change the answer', () => {
  it('says when nothing alone would undo a match', () => {
    expect(explain(0, 60).counterfactual).toBe('Would still match if any one of the fields differed.');
  });

  it('names the only field there is, whose words speak for themselves', async () => {
    const names = [
      'Bell Precision Works',
      'Bell Precision Works',
      'Curie Glass',
      'Dane Timber',
      'Eiger Trust',
    ];
    const only: MatchInput = {
      count: names.length,
      source: new Uint16Array(names.length),
      sourceIds: ['a'],
      fields: [{ name: 'Name', semantic: 'company', column: columnOf('Name', names) }],
    };
    const found = await matchRecords(only, settings, quietTask);
    const why = explain(0, 1, none, { input: only, result: found, settings });
    expect(why.whyNot).toBe(null);
    expect(why.counterfactual).toBe('Would not match if “Name” differed (both say “Bell Precision Works”).');
  });

  it('names the field and what both say where its difference would undo a match', () => {
    // Only name and mailbox are there: without the mailbox nobody would join them.
    const few = peopleInput([
      ...people,
      ['Nora', 'Quandt', 'nora.quandt@example.org'],
      ['Nora', 'Quandt', 'nora.quandt@example.org'],
      ['Nora', 'Ritter', 'nr@example.org'],
    ]);
    return matchRecords(few, settings, quietTask).then((found) => {
      const why = explain(60, 61, none, { input: few, result: found, settings });
      expect(why.whyNot).toBe(null);
      expect(why.counterfactual).toMatch(
        /^Would (still match if any|not match if “\w+” differed \(both say “)/,
      );
      const apart = explain(60, 62, none, { input: few, result: found, settings });
      expect(apart.counterfactual).toMatch(/^Would (match if “\w+” agreed \(“.*” and “.*”\)|not match even)/);
    });
  });
});

describe('why not', () => {
  it('says nothing of records in one group', () => {
    expect(explain(0, 60).whyNot).toBe(null);
  });

  it('says so when people decided, also about others of the groups', () => {
    expect(explain(0, 60, { mustLink: [], cannotLink: [[0, 60]] }).whyNot).toBe('Kept apart by a decision.');
    const through = { mustLink: [[1, 2] as const], cannotLink: [[0, 60] as const, [1, 0] as const] };
    expect(explain(0, 2, through).whyNot).toBe(
      'Kept apart by a decision: “Bernd Falk” and “Anna Abel”, which are in their groups, are two.',
    );
  });

  it('says when the differences weigh more', () => {
    expect(explain(3, 5).whyNot).toBe('Below the cut: the differences weigh more than the agreements.');
  });

  it('says when sources are not compared, or a group may hold one record of each', () => {
    const left = differentPeople(30);
    const both = peopleInput(
      [...left, ...secondSights(left), left[0]!],
      [...left.map(() => 0), ...left.map(() => 1), 1],
    );
    const linking = { ...settings, oneToOne: true, withinSource: false };
    return matchRecords(both, linking, quietTask).then((found) => {
      const of = { input: both, result: found, settings: linking };
      expect(explain(0, 1, none, of).whyNot).toBe('Not compared: both come from the same source.');
      const clusters = clusterRecords(found, both, linking, none);
      const groupOf = clusters.groupOf.map((group, row) =>
        row === 60 || row === 0 ? 0 : row === 30 ? 30 : group,
      );
      expect(
        explainPair({ ...of, constraints: none, clusters: { ...clusters, groupOf } }, 0, 30).whyNot,
      ).toBe('Kept apart: their groups hold records of the same source, of which a group may hold only one.');
      const apart = { ...of, settings: { ...settings, apart: [['source 0', 'source 1'] as const] } };
      expect(explain(0, 30, none, apart).whyNot).toBe(
        'Not compared: records of these two sources are not compared with each other.',
      );
    });
  });

  it('names the rules that came close when none brought two records together', () => {
    const unblocked: MatchResult = {
      ...result,
      left: new Uint32Array(0),
      right: new Uint32Array(0),
      weight: new Float32Array(0),
      foundBy: new Uint8Array(0),
      blocking: [
        rule(['same LastName', 'same Birthdate'], 0),
        rule(['same City', 'same Phone'], 0),
        rule(['same month and day in Birthdate', 'LastName sounds alike'], 0, 'off'),
      ],
    };
    const of = { input, result: unblocked, settings };
    expect(explain(0, 60, none, of).whyNot).toBe(
      'Not compared: the rule “same month and day in Birthdate and LastName sounds alike” would bring them together, and it is switched off. By their values they look like a match: decide about them here.',
    );
    const close = { ...of, result: { ...unblocked, blocking: unblocked.blocking.slice(0, 1) } };
    expect(explain(0, 60, none, close).whyNot).toContain(
      'Closest: “same LastName and same Birthdate”, where only “same LastName” fails.',
    );
    const large = { ...of, result: { ...unblocked, blocking: [rule(['same Birthdate'], 900)] } };
    expect(explain(0, 60, none, large).whyNot).toContain('but the block was too large. 900 left out.');
  });

  it('names the members that do not fit where linkage split a component', () => {
    // 0 and 1 are strong together and so are 1 and 2, but 0 and 2 are two for sure.
    const chain: MatchResult = {
      ...result,
      left: Uint32Array.of(0, 0, 1),
      right: Uint32Array.of(1, 2, 2),
      weight: Float32Array.of(12, -14, 9),
      foundBy: Uint8Array.of(1, 1, 1),
      patterns: { ...result.patterns, of: result.patterns.of.slice(0, 3) },
    };
    const clusters = clusterRecords(chain, input, settings, none);
    expect([clusters.groupOf[0], clusters.groupOf[1], clusters.groupOf[2]]).toEqual([0, 0, 2]);
    const unlikely = explainPair({ input, result: chain, settings, constraints: none, clusters }, 1, 2);
    // The pair's own values differ; what is stored says it is strong, so it is below the cut by its values.
    expect(unlikely.whyNot).toBe('Below the cut: the differences weigh more than the agreements.');
    const likely = explainPair(
      { input, result: chain, settings, constraints: none, clusters: apart(clusters.groupOf.length) },
      0,
      60,
    );
    expect(likely.whyNot).toBe(
      'Split by linkage: the pair alone is strong enough, but the records around it do not fit together: “Bernd Falk” speaks against it.',
    );
  });
});

function rule(keys: readonly string[], dropped: number, origin: 'generated' | 'off' = 'generated') {
  const label = keys.join(' and ');
  const droppedNote = dropped > 0 ? `${dropped} left out.` : null;
  return { label, keys, pairs: 100, dropped, droppedNote, origin };
}

/** Clusters in which 0 stands with 1, apart from 60 of the same component. */
function apart(records: number) {
  const groupOf = Uint32Array.from({ length: records }, (_, row) => (row === 1 ? 0 : row));
  const clusters = clusterRecords(result, input, settings, none);
  const component = {
    ...{ id: 0, members: [0, 1, 60], groups: [[0, 1], [60]], outcome: 'match' as const, probability: 0.9 },
    steps: [],
  };
  return { ...clusters, groupOf, clusters: [component] };
}
