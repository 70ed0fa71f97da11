import { sharesBlock } from '@shared/match/blocking/pairs';
import { planBlocking } from '@shared/match/blocking/plan';
import { findTwins } from '@shared/match/blocking/twins';
import { prepareInput } from '@shared/match/prepare/prepare';
import { comparedSources } from '@shared/match/sources';
import { type BlockingEdits, DEFAULT_MATCH_SETTINGS, type MatchInput } from '@shared/match/types';
import { describe, expect, it } from 'vitest';
import { persons } from '../../../bench/persons';
import { differentPeople, peopleInput } from '../people';

function plan(input: MatchInput, blocking: BlockingEdits, more: Partial<typeof DEFAULT_MATCH_SETTINGS> = {}) {
  const settings = { ...DEFAULT_MATCH_SETTINGS, ...more, blocking };
  const prepared = prepareInput(input, settings);
  const twins = findTwins(prepared, input.count, comparedSources(input, settings));
  return { prepared, twins, plan: planBlocking(prepared, input, settings, twins) };
}

const none: BlockingEdits = { off: [], added: [] };
const small = peopleInput(differentPeople(60));
const large = persons(6_000, 'blocking');

describe('planning which records are compared', () => {
  it('compares small tables completely', () => {
    const { rules, report } = plan(small, none).plan;
    expect(rules.length).toBe(1);
    expect(report).toEqual([
      {
        label: 'every record with every other',
        keys: [],
        pairs: (60 * 59) / 2,
        dropped: 0,
        droppedNote: null,
        origin: 'generated',
      },
    ]);
  });

  it('leaves every comparison free in two rules at least, within forty pairs a record', () => {
    const { prepared, plan: found } = plan(large, none);
    prepared.forEach((_, c) => {
      expect(found.rules.filter((rule) => !rule.comparisons.includes(c)).length).toBeGreaterThanOrEqual(2);
    });
    expect(found.rules.reduce((sum, rule) => sum + rule.pairs, 0)).toBeLessThan(40 * 6_000 + 500_000);
  });

  it('offers every key with the pairs that agree in it', () => {
    const { prepared, twins, plan: found } = plan(large, none);
    const { keys } = found;
    const own = keys.find(({ label }) => label === 'same Postcode')!;
    // Later twins follow their first and take no part.
    const codes = prepared[own.comparison]!.column.codes.map((code, row) =>
      twins.first[row] === row ? code : 0,
    );
    let pairs = 0;
    for (let l = 0; l < codes.length; l++)
      for (let r = l + 1; r < codes.length; r++) if (codes[l] !== 0 && codes[l] === codes[r]) pairs++;
    expect(own.pairs).toBe(pairs);
    expect(new Set(keys.map(({ label }) => label)).size).toBe(keys.length);
  });

  it('gives the same plan again', () => {
    const twice = [plan(large, none), plan(large, none)].map(({ plan: { report, keys } }) => ({
      report,
      keys,
    }));
    expect(twice[0]).toEqual(twice[1]);
  });
});

describe('what a person changes about the rules', () => {
  const generated = plan(large, none).plan;

  it('switches a rule off and no other', () => {
    const [first] = generated.report;
    const { rules, report } = plan(large, { off: [first!.label, 'a rule of the past'], added: [] }).plan;
    expect(rules.map(({ label }) => label)).toEqual(generated.rules.slice(1).map(({ label }) => label));
    expect(report.at(-1)).toEqual({ ...first, origin: 'off' });
  });

  it('adds a rule of keys that must all agree, with its pairs', () => {
    const added = [['same Postcode', 'same year and month in Birthdate', 'same FirstName or nickname']];
    const { rules, report } = plan(large, { off: [], added }).plan;
    const own = report.find(({ origin }) => origin === 'added');
    expect(own?.label).toBe(
      'same FirstName or nickname and same Postcode and same year and month in Birthdate',
    );
    const rule = rules.find(({ label }) => label === own?.label)!;
    let pairs = 0;
    for (let l = 0; l < 6_000; l++) for (let r = l + 1; r < 6_000; r++) if (sharesBlock(rule, l, r)) pairs++;
    expect(own?.pairs).toBe(pairs);
  });

  it('takes no notice of keys that are gone, and of rules it has already', () => {
    const { report } = plan(large, {
      off: [],
      added: [['same Shoe size'], ['same Postcode', 'same Shoe size'], [], generated.rules[0]!.keys],
    }).plan;
    expect(report).toEqual(generated.report);
  });

  it('blocks a small table when comparing all with all is switched off', () => {
    const { rules, report } = plan(small, { off: ['every record with every other'], added: [] }).plan;
    expect(rules.every(({ keys }) => keys.length > 0)).toBe(true);
    expect(report.find(({ origin }) => origin === 'off')?.pairs).toBe((60 * 59) / 2);
  });
});

describe('sources', () => {
  const people = differentPeople(30);
  const two = peopleInput([...people, ...people], [...people.map(() => 0), ...people.map(() => 1)]);

  it('without duplicates of their own are not compared within', () => {
    const { report } = plan(two, none, { unique: [two.sourceIds[0]!] }).plan;
    expect(report[0]?.pairs).toBe(30 * 30 + (30 * 29) / 2);
  });

  it('that are kept apart are not compared with each other', () => {
    const [a, b] = [two.sourceIds[0]!, two.sourceIds[1]!];
    const { report } = plan(two, none, { apart: [[a, b]] }).plan;
    expect(report[0]?.pairs).toBe(30 * 29);
  });
});
