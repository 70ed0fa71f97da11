import { describe, expect, it } from 'vitest';
import { hasNames, judgeNames, type NameSet, shareRight } from '../../../accuracy/names';

describe.skipIf(!hasNames)('names of public sets (skipped when ../shared/data is absent)', () => {
  let sets: readonly NameSet[] | null = null;

  // Shares reached, rounded down: a rule that loses some shows here.
  it.each([
    ['full names, parts stated (nameparser)', 0.98],
    ['full names, words labelled (probablepeople)', 0.97],
    ['pairs of names (OpenSanctions), persons', 0.78],
    ['nicknames of a public list', 0.99],
    ['house numbers of US addresses (usaddress)', 0.97],
    ['postal codes of full US addresses (usaddress)', 0.95],
    ['companies with and without legal form (cleanco, probablepeople)', 0.9],
  ])('%s: at least %d are right', (name, least) => {
    sets ??= judgeNames();
    const set = sets.find((each) => each.name === name);
    expect(set && shareRight(set)).toBeGreaterThanOrEqual(least);
  });
});
