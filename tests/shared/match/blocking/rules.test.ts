import { counted, multiRule } from '@shared/match/blocking/rules';
import { ruleWithin } from '@shared/match/blocking/subdivide';
import { describe, expect, it } from 'vitest';
import { keyOf, multiKeyOf } from './keys';

const rows = Array.from({ length: 1_000 }, (_, row) => row);

describe('a rule of keys that must all agree', () => {
  const halves = keyOf(
    0,
    rows.map((row) => 1 + (row % 2)),
  );
  const tens = keyOf(
    1,
    rows.map((row) => 1 + (row % 10)),
  );
  const fifty = keyOf(
    2,
    rows.map((row) => 1 + (Math.floor(row / 2) % 50)),
  );

  it('counts its pairs exactly', () => {
    const rule = ruleWithin([halves, tens], [halves, tens, fifty], 1e9, null)!;
    expect(rule).toMatchObject({
      label: 'key 0 and key 1',
      pairs: (10 * 100 * 99) / 2,
      dropped: 0,
      reach: 1_000,
    });
    expect(rule.droppedNote).toBe(null);
  });

  it('splits blocks that are too large by the most selective other key and says what that leaves out', () => {
    const rule = ruleWithin([halves], [halves, tens, fifty], 100_000, null)!;
    // Two blocks of 500, each split into fifty of ten.
    expect(rule.pairs).toBe(100 * 45);
    expect(rule.dropped).toBe(500 * 499 - 100 * 45);
    expect(rule.droppedNote).toBe(
      '2 blocks hold more than 400 records, the largest (key 0 "value 1") 500; they were split by key 2; ' +
        '245,000 pairs that differ there were not compared by this rule.',
    );
  });

  it('names a single large block by its value', () => {
    const one = keyOf(
      0,
      rows.map((row) => (row < 600 ? 1 : 0)),
    );
    expect(ruleWithin([one], [one, fifty], 100_000, null)!.droppedNote).toBe(
      'The block with key 0 "value 1" holds 600 records; it was split by key 2; ' +
        '176,400 pairs that differ there were not compared by this rule.',
    );
  });

  it('is given up when it makes twenty times the pairs it may', () => {
    expect(ruleWithin([halves], [halves, tens], 10_000, null)).toBe(null);
    expect(ruleWithin([halves], [halves, tens], 10_000, null, Number.POSITIVE_INFINITY)?.pairs).toBe(49_500);
  });

  it('cuts what no key splits into runs of neighbours', () => {
    const same = keyOf(
      0,
      Array.from({ length: 5_000 }, () => 1),
    );
    const rule = ruleWithin([same], [same], 5_000_000, null)!;
    expect(rule.pairs).toBe(2 * ((2_000 * 1_999) / 2) + (1_000 * 999) / 2);
    expect(rule.droppedNote).toContain('split by their place in the tables, 2,000 at a time');
  });
});

describe('a rule of several keys a record', () => {
  it('leaves out keys that too many records have and says so', () => {
    // Word 1 in every record, and a word each two neighbours share.
    const words = multiKeyOf(
      0,
      rows.map((row) => [1, 2 + Math.floor(row / 2)]),
    );
    const rule = multiRule(words, 10_000, null);
    expect(rule).toMatchObject({ pairs: 500, dropped: 499_500, reach: 1_000 });
    expect(rule.droppedNote).toBe(
      'One key that 1,000 records have was left out; ' +
        '499,500 pairs that share nothing rarer were not compared by this rule.',
    );
    expect(multiRule(words, Number.POSITIVE_INFINITY, null).dropped).toBe(499_500);
  });
});

describe('a count in words', () => {
  it('has commas between thousands', () => {
    expect([0, 999, 1_000, 1_234_567].map(counted)).toEqual(['0', '999', '1,000', '1,234,567']);
  });
});
