import { optimalStringAlignment } from '@shared/base/text/edit-distance';
import { starClusters } from '@shared/clean/clusters/stars';
import { VariantIndex } from '@shared/clean/clusters/variant-index';
import type { ClusterQuery } from '@shared/clean/types';
import { valueClusters } from '@shared/clean/value-clusters';
import { columnOf } from '@shared/table/column';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function near(distance: number): ClusterQuery {
  return { method: { kind: 'neighbours', distance }, minValues: 2, minRows: 1, order: 'name', text: '' };
}

function clusters(distance: number, values: readonly string[]): readonly (readonly string[])[] {
  const found = valueClusters(columnOf('Value', values), near(distance));
  return found.clusters.map((cluster) => cluster.values.map(({ value }) => value));
}

const times = (count: number, value: string): string[] => Array<string>(count).fill(value);

describe('neighbours by edit distance', () => {
  it('are one insert, drop, replacement or swap from the most frequent spelling', () => {
    expect(
      clusters(1, [...times(5, 'Stuttgart'), 'Stutgart', 'Stuttgarrt', 'Stuttgurt', 'Sttutgart', 'Studgard']),
    ).toEqual([['Stuttgart', 'Stuttgarrt', 'Sttutgart', 'Stuttgurt', 'Stutgart']]);
    expect(clusters(2, [...times(5, 'Stuttgart'), 'Studgart'])).toEqual([['Stuttgart', 'Studgart']]);
  });

  it('are compared without regard to case and runs of blanks', () => {
    expect(clusters(1, ['Bad  Homburg', 'BAD HOMBURG', 'Bad Homburk'])).toEqual([
      ['Bad Homburk', 'BAD HOMBURG', 'Bad  Homburg'],
    ]);
  });

  it('have the same digits: two shops are no misspelling of each other', () => {
    expect(clusters(2, ['Filiale 12', 'Filiale 13', 'Fillale 12'])).toEqual([['Filiale 12', 'Fillale 12']]);
  });

  it('may differ in one character for every four: short words are not taken for each other', () => {
    expect(clusters(2, ['Ulm', 'Ulf', 'Köln', 'Kohn', 'Bonn', 'Born', 'Donn'])).toEqual([
      ['Bonn', 'Born', 'Donn'],
    ]);
  });

  it('join no chain of strangers: each is near the survivor, and goes to the nearest one', () => {
    const values = [...times(9, 'Hannover'), ...times(5, 'Hanovers'), 'Hanover', 'Hanoverss'];
    expect(clusters(1, values)).toEqual([
      ['Hannover', 'Hanover'],
      ['Hanovers', 'Hanoverss'],
    ]);
    const star = starClusters({ left: [0, 1, 2], right: [1, 2, 3], distance: [1, 1, 1] }, (a, b) => a - b);
    expect(star).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it('find every pair up to two edits that a comparison of all with all finds', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'ä', ' ', '1'),
      minLength: 1,
      maxLength: 14,
    });
    const value = fc.oneof(
      word,
      fc.tuple(word, word).map(([a, b]) => `${a}${b}${a}`),
    );
    fc.assert(
      fc.property(fc.uniqueArray(value, { maxLength: 25 }), fc.constantFrom(1, 2), (values, distance) => {
        const fold = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();
        const isNear = (a: string, b: string): boolean => {
          const [left, right] = [fold(a), fold(b)];
          const limit = Math.min(distance, Math.floor(Math.min(left.length, right.length) / 4));
          return (
            left !== '' &&
            right !== '' &&
            left.replace(/\D/g, '') === right.replace(/\D/g, '') &&
            optimalStringAlignment(left, right) <= limit
          );
        };
        const found = clusters(distance, values);
        const all = found.flat();
        expect(new Set(all).size).toBe(all.length);
        for (const [first, ...others] of found)
          for (const other of others) expect(isNear(first!, other)).toBe(true);
        const centres = found.map((members) => members[0]!);
        for (const a of centres) for (const b of centres) expect(a !== b && isNear(a, b)).toBe(false);
        const outside = values.filter((v) => v !== '' && !all.includes(v));
        for (const a of outside) for (const b of values) expect(a !== b && isNear(a, b)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('cut the variants of long texts to their beginning and still find pairs that differ far behind', () => {
    const long = 'Zweckverband zur Wasserversorgung der Gemeinden am oberen Neckar und seinen Nebenflüssen';
    expect(clusters(2, [long, long.replace('flüssen', 'flusen'), `${long} Nord`])).toEqual([
      [long, long.replace('flüssen', 'flusen')],
    ]);
  });

  it('say what was not compared', () => {
    const values = ['x'.repeat(2_001), 'Stuttgart', 'Stutgart'];
    expect(valueClusters(columnOf('V', values), near(3)).limits).toBe(
      'Of spellings more than 2 edits apart only those are found that become equal when two characters are left out of each. 1 value longer than 2,000 characters was not compared.',
    );
  });
});

describe('the index of variants', () => {
  it('lets texts meet in many passes as it does in one', () => {
    const texts = ['abcdefgh', 'abcdefg', 'xbcdefgh', 'abdcefgh', 'zzzzzzzz'];
    const meetings = (labels: readonly string[], held?: number): Set<string> => {
      const index = new VariantIndex(texts, labels, () => 2, held);
      const met = new Set<string>();
      const search = index.meetings((earlier, later) => met.add(`${earlier}-${later}`));
      while (!search.next().done) expect(index.skipped).toBe(0);
      expect(index.passes > 1).toBe(held !== undefined);
      return met;
    };
    const same = texts.map(() => '');
    expect(meetings(same)).toEqual(new Set(['0-1', '0-2', '0-3', '1-2', '1-3', '2-3']));
    expect(meetings(same, 40)).toEqual(meetings(same));
    expect(meetings(['1', '1', '2', '1', '1'])).toEqual(new Set(['0-1', '0-3', '1-3']));
  });
});
