import { describe, expect, it } from 'vitest';
import { groupLetters, partitionOf, verdictOf } from '../../../../src/renderer/screens/duplicates/partition';

describe('groups of records as a grouping of the columns shown', () => {
  it('numbers groups in the order of the columns', () => {
    expect(
      partitionOf(
        [3, 5, 8, 9],
        [
          [5, 9],
          [3, 8],
        ],
      ),
    ).toEqual({ groups: [0, 1, 0, 1] });
  });

  it('leaves records that no group names alone', () => {
    expect(partitionOf([3, 5, 8], [[3, 8]])).toEqual({ groups: [0, 1, 0] });
    expect(verdictOf(partitionOf([3, 5, 8], [[3, 8]]))).toBe('split');
  });

  it('names groups by letters only where there are several', () => {
    expect(groupLetters({ groups: [0, 1, 0, 1, 2] })).toEqual(['A', 'B', 'A', 'B', null]);
    expect(groupLetters({ groups: [0, 0, 1] })).toEqual([null, null, null]);
  });
});
