import { recordComparisons } from '@shared/match/compare/record-comparison';
import { chanceOfLevels, chancePairs } from '@shared/match/scoring/chance';
import { findPatterns } from '@shared/match/scoring/patterns';
import { oddsAmongSiblings } from '@shared/match/scoring/sibling-odds';
import { learnSiblings } from '@shared/match/scoring/siblings';
import type { ComparisonColumn } from '@shared/match/types';
import { describe, expect, it } from 'vitest';

function column(kind: string, cells: readonly string[]): ComparisonColumn {
  const values = ['', ...new Set(cells)];
  const codes = Uint32Array.from(cells, (cell) => values.indexOf(cell));
  const frequency = Float32Array.from(
    values,
    (_, code) => codes.filter((c) => c === code).length / codes.length,
  );
  return { kind, codes, values, frequency, partner: -1 };
}

const SYLLABLES = 'ba de fi go hu ka le mi no pu ra se ti wo zu'.split(' ');
const givenName = (seed: number): string =>
  [7, 11, 13].map((step) => SYLLABLES[(seed * step) % (step + 2)]).join('');
const digits = (seed: number, length: number): string =>
  String(((seed * 7919 + 104729) * 15485863) % 10 ** length).padStart(length, '0');

/** Two records of each of `homes` homes: one person twice in `same` of them, two relatives in the others. */
async function learned(homes: number, same: number) {
  const rows = Array.from({ length: homes }, (_, home) =>
    [0, 1].map((k) => {
      const person = home < same ? home : home + k * homes;
      const year = 1940 + (person % 61);
      return [
        `${home}|street${digits(home, 5)}`,
        givenName(person),
        `${year}0${1 + (person % 9)}${10 + ((person * 11) % 18)}`,
        digits(home + 1, 6),
        `49${digits(home, 7)}`,
      ];
    }),
  ).flat();
  const kinds = ['street', 'given', 'date', 'family', 'phone'];
  const columns = kinds.map((kind, c) =>
    column(
      kind,
      rows.map((row) => row[c]!),
    ),
  );
  const comparisons = recordComparisons(columns);
  const all = Uint32Array.from(rows.keys());
  const chances = chanceOfLevels(columns, findPatterns(chancePairs(all), comparisons), all);
  const compare = async (pairs: Parameters<typeof findPatterns>[0]) => findPatterns(pairs, comparisons);
  const one = await learnSiblings([0], [], columns, compare, chances);
  const odds = (left: number, right: number): number =>
    oddsAmongSiblings(
      one!.siblings,
      Uint8Array.from(comparisons, (comparison) => comparison.level(left, right)),
      0,
    );
  return { odds };
}

describe('records of one home', () => {
  it.each([
    ['nearly all pairs are one person', 1000, 990],
    ['most pairs are one person', 400, 250],
    ['few pairs are one person', 400, 40],
  ])('are told apart where %s', async (_, homes, same) => {
    const { odds } = await learned(homes, same);
    const relatives = 2 * (homes - 1);
    expect(odds(0, 1)).toBeGreaterThan(5);
    expect(odds(relatives, relatives + 1)).toBeLessThan(-5);
  });
});
