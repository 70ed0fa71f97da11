import { MAX_CROSS_PAIRS, pairConstraints } from '@shared/journal/constraints';
import type { ClusterDecision } from '@shared/journal/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

function decisions(...all: readonly (readonly (readonly string[])[])[]): ClusterDecision[] {
  return all.map((groups, i) => ({
    seq: i + 1,
    actor: 'mara',
    at: '2026-11-14T09:00:00.000Z',
    object: 'Account',
    verdict: groups.length === 1 ? 'merge' : 'split',
    groups,
    reason: '',
  }));
}

const pairs = (...all: readonly (readonly (readonly string[])[])[]) => {
  const { mustLink, cannotLink } = pairConstraints(decisions(...all), 'Account');
  return { must: mustLink.map((p) => p.join('')), cannot: cannotLink.map((p) => p.join('')) };
};

describe('decisions as pairs', () => {
  test('a merge links every record to the first', () => {
    expect(pairs([['c', 'a', 'b']])).toEqual({ must: ['ac', 'bc'], cannot: [] });
  });

  test('a separation keeps every two apart', () => {
    expect(pairs([['a'], ['b'], ['c']])).toEqual({ must: [], cannot: ['ab', 'ac', 'bc'] });
  });

  test('a split does both', () => {
    expect(
      pairs([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual({ must: ['ab', 'cd'], cannot: ['ac', 'ad', 'bc', 'bd'] });
  });

  test('other objects do not count', () => {
    const other = decisions([['a', 'b']]).map((decision) => ({ ...decision, object: 'Contact' }));
    expect(pairConstraints(other, 'Account')).toEqual({ mustLink: [], cannotLink: [] });
  });
});

describe('a later decision', () => {
  test('takes back an earlier one about the same records', () => {
    expect(pairs([['a', 'b']], [['a'], ['b']])).toEqual({ must: [], cannot: ['ab'] });
    expect(pairs([['a'], ['b']], [['a', 'b']])).toEqual({ must: ['ab'], cannot: [] });
  });

  test('about two of three leaves the rest together', () => {
    expect(pairs([['a', 'b', 'c']], [['a'], ['b']])).toEqual({ must: ['ac'], cannot: ['ab'] });
    expect(pairs([['a', 'b', 'c', 'd']], [['a'], ['b']], [['a'], ['c']])).toEqual({
      must: ['bc', 'ad'],
      cannot: ['ac', 'ab'],
    });
  });

  test('that two are the same lifts what kept them apart through others', () => {
    expect(pairs([['a'], ['b', 'c']], [['a', 'b']])).toEqual({ must: ['ab', 'bc'], cannot: [] });
  });
});

describe('records that are gone after a new extract', () => {
  test('do not take the link between the others with them', () => {
    const result = pairConstraints(decisions([['a', 'b', 'c']]), 'Account', (key) => key !== 'a');
    expect(result).toEqual({ mustLink: [['b', 'c']], cannotLink: [] });
  });
});

describe('size', () => {
  const group = (name: string, size: number) => Array.from({ length: size }, (_, i) => `${name}${i}`);

  test('up to the cap every pair across groups is given', () => {
    const { cannotLink } = pairConstraints(decisions([group('a', 64), group('b', 64)]), 'Account');
    expect(cannotLink).toHaveLength(MAX_CROSS_PAIRS);
  });

  test('above it one pair for every two groups, and still one link for every further record', () => {
    const large = decisions([group('a', 65), group('b', 64), group('c', 2)]);
    const { mustLink, cannotLink } = pairConstraints(large, 'Account');
    expect(mustLink).toHaveLength(64 + 63 + 1);
    expect(cannotLink).toEqual([
      ['a0', 'b0'],
      ['a0', 'c0'],
      ['b0', 'c0'],
    ]);
  });

  test('100,000 decisions are turned into pairs in seconds', () => {
    const many = decisions(...Array.from({ length: 100_000 }, (_, i) => [[`a${i}`, `b${i}`], [`c${i}`]]));
    const started = performance.now();
    const { mustLink, cannotLink } = pairConstraints(many, 'Account');
    expect(performance.now() - started).toBeLessThan(15_000);
    expect([mustLink.length, cannotLink.length]).toEqual([100_000, 200_000]);
  });
});

describe('laws', () => {
  const key = fc.constantFrom(...'abcdefgh');
  const decided = fc
    .uniqueArray(key, { minLength: 2, maxLength: 6 })
    .chain((keys) =>
      fc
        .array(fc.integer({ min: 0, max: 2 }), { minLength: keys.length, maxLength: keys.length })
        .map((sides) =>
          [0, 1, 2].map((s) => keys.filter((_, i) => sides[i] === s)).filter((g) => g.length > 0),
        ),
    );

  test('no two records are both held together and kept apart', () => {
    fc.assert(
      fc.property(fc.array(decided, { maxLength: 8 }), (all) => {
        const { mustLink, cannotLink } = pairConstraints(decisions(...all), 'Account');
        const groupOf = closure(mustLink);
        for (const [a, b] of cannotLink) expect(groupOf(a)).not.toBe(groupOf(b));
      }),
      { numRuns: 500 },
    );
  });

  test('the last decision holds in full', () => {
    fc.assert(
      fc.property(fc.array(decided, { minLength: 1, maxLength: 8 }), (all) => {
        const { mustLink, cannotLink } = pairConstraints(decisions(...all), 'Account');
        const groupOf = closure(mustLink);
        const apart = new Set(cannotLink.map((pair) => pair.join('')));
        const last = all.at(-1)!;
        for (const group of last) for (const k of group) expect(groupOf(k)).toBe(groupOf(group[0]!));
        for (const a of last.flat()) {
          for (const b of last.flat()) {
            const together = last.some((group) => group.includes(a) && group.includes(b));
            if (a < b && !together) expect(apart.has(a + b)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  /** Naive transitive closure: relabels everything on every link. */
  function closure(links: readonly (readonly [string, string])[]): (key: string) => string {
    const label = new Map([...'abcdefgh'].map((k) => [k, k]));
    for (const [a, b] of links) {
      const [from, to] = [label.get(a)!, label.get(b)!];
      for (const [k, l] of label) if (l === from) label.set(k, to);
    }
    return (k) => label.get(k)!;
  }
});
