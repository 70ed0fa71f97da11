import { DEFAULT_MATCH_SETTINGS as DEFAULTS } from '@shared/match/types';
import { describe, expect, it } from 'vitest';
import {
  bits,
  comparesTheSame,
  isSame,
  roundedThreshold,
  STOPS,
  stopsWith,
  withAdded,
  withApart,
  withoutAdded,
  withRule,
  withThreshold,
  withUnique,
} from '../../../../src/renderer/screens/duplicates/settings/settings-draft';

describe('trying other match settings', () => {
  it('never puts the review threshold above the match threshold', () => {
    expect(withThreshold(DEFAULTS, 'match', 0.4)).toMatchObject({
      matchThreshold: 0.4,
      reviewThreshold: 0.4,
    });
    expect(withThreshold(DEFAULTS, 'review', 0.9)).toMatchObject({
      matchThreshold: 0.9,
      reviewThreshold: 0.9,
    });
  });

  it('knows that thresholds compare nothing anew, and everything else does', () => {
    expect(comparesTheSame(DEFAULTS, withThreshold(DEFAULTS, 'match', 0.99))).toBe(true);
    expect(comparesTheSame(DEFAULTS, withUnique(DEFAULTS, 'crm', true))).toBe(false);
    expect(isSame(DEFAULTS, withThreshold(DEFAULTS, 'match', 0.99))).toBe(false);
  });

  it('switches a rule off and on again without a trace', () => {
    const off = withRule(DEFAULTS, 'same Email', false);
    expect(off.blocking.off).toEqual(['same Email']);
    expect(isSame(withRule(off, 'same Email', true), DEFAULTS)).toBe(true);
  });

  it('adds a rule once, whatever the order of its keys', () => {
    const one = withAdded(DEFAULTS, ['same City', 'same Phone']);
    expect(withAdded(one, ['same Phone', 'same City'])).toBe(one);
    expect(withoutAdded(one, ['same Phone', 'same City']).blocking.added).toEqual([]);
    expect(withAdded(DEFAULTS, [])).toBe(DEFAULTS);
  });

  it('keeps two sources apart once, whichever is named first', () => {
    const apart = withApart(withApart(DEFAULTS, 'b', 'a', true), 'a', 'b', true);
    expect(apart.apart).toEqual([['a', 'b']]);
    expect(withApart(apart, 'b', 'a', false).apart).toEqual([]);
  });

  it('has stops in order and takes in any threshold agreed before', () => {
    expect([...STOPS].sort((a, b) => a - b)).toEqual(STOPS);
    expect(stopsWith(0.7)).toBe(STOPS);
    expect(stopsWith(0.71)).toContain(0.71);
    expect(bits(0.5)).toBe(0);
    expect(bits(0.8)).toBeCloseTo(2, 12);
  });
});

describe('a suggested threshold', () => {
  it('is taken to the hundredth, and never to certainty', () => {
    expect([0.4312, 0.7, 0.9999, 0.0001].map(roundedThreshold)).toEqual([0.43, 0.7, 0.99, 0.01]);
  });
});
