import { assignBest, withoutRegrets } from '@shared/mapping/assign';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The largest total by trying everything. */
function bruteForce(weights: readonly (readonly number[])[], row = 0, taken = new Set<number>()): number {
  if (row === weights.length) return 0;
  let best = bruteForce(weights, row + 1, taken);
  for (const [column, weight] of weights[row]!.entries()) {
    if (taken.has(column) || weight <= 0) continue;
    taken.add(column);
    best = Math.max(best, weight + bruteForce(weights, row + 1, taken));
    taken.delete(column);
  }
  return best;
}

function total(weights: readonly (readonly number[])[], assigned: readonly number[]): number {
  return assigned.reduce((sum, column, row) => sum + (column < 0 ? 0 : weights[row]![column]!), 0);
}

describe('assignBest', () => {
  it('gives up a best single pair for a better whole', () => {
    expect(
      assignBest([
        [0.9, 0.8],
        [0.8, 0.1],
      ]),
    ).toEqual([1, 0]);
  });

  it('leaves rows and columns alone that have nothing to do with each other', () => {
    expect(
      assignBest([
        [0, 0],
        [0, 0.5],
        [0.4, 0],
      ]),
    ).toEqual([-1, 1, 0]);
    expect(assignBest([])).toEqual([]);
    expect(assignBest([[], []])).toEqual([-1, -1]);
    expect(assignBest([[-1, -2]])).toEqual([-1]);
  });

  it('is as good as trying everything, one to one, on any small matrix', () => {
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: -2, max: 9 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(matrix, (weights) => {
        const assigned = assignBest(weights);
        const given = assigned.filter((column) => column >= 0);
        expect(assigned).toHaveLength(weights.length);
        expect(new Set(given).size).toBe(given.length);
        expect(total(weights, assigned)).toBe(bruteForce(weights));
        expect(assignBest(weights)).toEqual(assigned);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an assignment without regrets', () => {
  const small = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

  it('gives the better column its field, though the total falls', () => {
    const weights = [
      [9, 6],
      [8, 0],
    ];
    expect(assignBest(weights)).toEqual([1, 0]);
    expect(withoutRegrets([1, 0], weights)).toEqual([0, -1]);
  });

  it('hands on what became free', () => {
    expect(
      withoutRegrets(
        [1, 0],
        [
          [9, 6],
          [8, 3],
        ],
      ),
    ).toEqual([0, 1]);
  });

  it('leaves no two that would rather have each other, one to one, on any small matrix', () => {
    fc.assert(
      fc.property(small, (weights) => {
        const assigned = withoutRegrets(assignBest(weights), weights);
        const given = assigned.filter((column) => column >= 0);
        expect(new Set(given).size).toBe(given.length);
        const weightOf = (row: number, column: number): number => (column < 0 ? 0 : weights[row]![column]!);
        for (const [row, line] of weights.entries())
          for (const [column, weight] of line.entries()) {
            const other = assigned.indexOf(column);
            if (other < 0 || other === row) continue;
            const bothRather = weight > weightOf(row, assigned[row]!) && weight > weightOf(other, column);
            expect(bothRather).toBe(false);
          }
      }),
      { numRuns: 500 },
    );
  });
});
