import { BUILT_IN_SYSTEMS, builtInTarget } from '@shared/target/catalogue';
import { issueId, RULE_NAMES, type RuleName } from '@shared/validate/codes';
import { validateRecords } from '@shared/validate/validate-records';
import { describe, expect, it } from 'vitest';
import { cleanRecords, OUTSIDE, plants } from './planted';

/** Checks of other places: rules of the steward's own, a region without any country, lists no built-in catalogue has. */
const ELSEWHERE: ReadonlySet<RuleName> = new Set([
  'ownRule',
  'stateWithoutCountry',
  'dependentValue',
  'ambiguousOption',
]);

describe.each(BUILT_IN_SYSTEMS)('planted errors for $label', ({ system: name }) => {
  const system = builtInTarget(name)!;

  it('raise no alarm in the clean twin', () => {
    for (const object of system.objects)
      expect([
        object.name,
        validateRecords(cleanRecords(object, system), object, system, true, OUTSIDE).groups,
      ]).toEqual([object.name, []]);
  });

  it('are found, every one, where they are', () => {
    const missed: string[] = [];
    let planted = 0;
    for (const object of system.objects)
      for (const { rule, field, records, outside, expected } of plants(object, system)) {
        planted++;
        const { groups } = validateRecords(records, object, system, true, outside);
        const found = groups.find((group) => group.id === issueId(name, rule, field));
        if (!found || String([...found.records]) !== String(expected))
          missed.push(
            `${object.name}.${field}: ${rule} gave ${groups.map(({ id }) => id).join(' ') || 'nothing'}`,
          );
      }
    expect(planted).toBeGreaterThan(50);
    expect(missed).toEqual([]);
  });
});

it('errors of every kind are planted somewhere', () => {
  const kinds = new Set(
    BUILT_IN_SYSTEMS.flatMap(({ system }) => {
      const target = builtInTarget(system)!;
      return target.objects.flatMap((object) => plants(object, target).map(({ rule }) => rule));
    }),
  );
  expect(RULE_NAMES.filter((rule) => !kinds.has(rule) && !ELSEWHERE.has(rule))).toEqual([]);
});
