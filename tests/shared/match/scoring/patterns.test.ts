import { recordComparisons } from '@shared/match/compare/record-comparison';
import { findPatterns, joinPatterns } from '@shared/match/scoring/patterns';
import type { ComparisonColumn } from '@shared/match/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function column(kind: string, cells: readonly string[]): ComparisonColumn {
  const values = ['', ...new Set(cells.filter((cell) => cell !== ''))];
  const codes = Uint32Array.from(cells, (cell) => values.indexOf(cell));
  return { kind, codes, values, frequency: new Float32Array(values.length), partner: -1 };
}

const columns = [
  column('family', ['mueller', 'muellr', 'mueller', 'schmidt', '']),
  column('postcode', ['10115', '10115', '10117', '80331', '10115']),
];
const comparisons = recordComparisons(columns);

const pairsOf = (list: readonly (readonly [number, number])[]) => ({
  left: Uint32Array.from(list, ([l]) => l),
  right: Uint32Array.from(list, ([, r]) => r),
  count: list.length,
});

describe('patterns of pairs', () => {
  it('are the levels of their comparisons, numbered in the order of the levels', () => {
    const found = findPatterns(
      pairsOf([
        [0, 2],
        [0, 1],
        [0, 3],
        [0, 4],
        [1, 3],
      ]),
      comparisons,
    );
    // family: 0 empty · 1 different · 3 near · 5 exact; postcode: 1 different · 3 near · 4 exact.
    expect(Array.from(found.levels)).toEqual([0, 4, 1, 1, 3, 4, 5, 3]);
    expect(Array.from(found.of)).toEqual([3, 2, 1, 0, 1]);
    expect(found.count).toBe(4);
  });

  it('are the same wherever the pairs are cut into parts', () => {
    const row = fc.nat(4);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(row, row), { maxLength: 30 }),
        fc.array(fc.nat(30), { maxLength: 3 }),
        (list, cuts) => {
          const borders = [
            0,
            ...cuts.map((cut) => Math.min(cut, list.length)).sort((a, b) => a - b),
            list.length,
          ];
          const parts = borders
            .slice(1)
            .map((border, i) => findPatterns(pairsOf(list.slice(borders[i], border)), comparisons));
          expect(joinPatterns(parts, comparisons.length)).toEqual(findPatterns(pairsOf(list), comparisons));
        },
      ),
    );
  });
});

describe('comparing records', () => {
  it('sees given and family name in each other’s place', () => {
    const given = { ...column('given', ['anna', 'berg', 'anna']), partner: 1 };
    // One dictionary for both parts, as the preparation makes it.
    const values = ['', 'anna', 'berg', 'bergk'];
    const parts = [
      { ...given, values, codes: Uint32Array.of(1, 2, 1), partner: 1 },
      { ...given, kind: 'family', values, codes: Uint32Array.of(2, 1, 3), partner: 0 },
    ];
    const [first, last] = recordComparisons(parts);
    expect(first!.level(0, 1)).toBe(6);
    expect(last!.level(0, 1)).toBe(4);
    expect(first!.level(1, 2)).toBe(6);
    expect(first!.level(0, 2)).toBe(7);
    const out = new Uint8Array(3);
    last!.levels(Uint32Array.of(0, 0, 1), Uint32Array.of(1, 2, 2), 0, 3, out);
    expect(Array.from(out)).toEqual([last!.level(0, 1), last!.level(0, 2), last!.level(1, 2)]);
  });
});
