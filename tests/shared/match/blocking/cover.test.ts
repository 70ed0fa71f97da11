import { groupRows, pairsAmong } from '@shared/match/blocking/blocks';
import type { Candidate } from '@shared/match/blocking/candidates';
import { cover } from '@shared/match/blocking/cover';
import type { KeyColumn } from '@shared/match/blocking/keys';
import { describe, expect, it } from 'vitest';

const RECORDS = 400;
const COMPARISONS = 20;

/** A key that no two records have in common but the first ones, each with its neighbour: `matches` pairs of them. */
function keyOf(comparison: number, matches: number): KeyColumn {
  const codes = Uint32Array.from({ length: RECORDS }, (_, row) =>
    row < 2 * matches ? 1 + (row >> 1) : 1 + row,
  );
  return { comparison, label: `key ${comparison}`, codes, size: RECORDS + 1, fineness: 0, valueAt: () => '' };
}

/** A rule that brings every record together with every other. It rests on all fields, so it is taken for its worth alone. */
function everything(label: string): Candidate {
  const { starts, rows } = groupRows(new Uint32Array(RECORDS).fill(1), 2);
  return {
    label,
    comparisons: Array.from({ length: COMPARISONS }, (_, c) => c),
    pairs: pairsAmong(RECORDS),
    groups: { starts, rows },
    shares: () => true,
    make: () => null,
  };
}

/** How many of two hundred draws take the rule, where so many of its 79,800 pairs are matches. */
function taken(matches: number): number {
  const keys = [0, 1, 2].map((comparison) => keyOf(comparison, matches));
  const draws = Array.from({ length: 200 }, (_, draw) => everything(`draw ${draw}`));
  return draws.filter((candidate) => cover([candidate], keys, COMPARISONS, RECORDS, 1e6, null).length > 0)
    .length;
}

describe('choosing rules on a sample of their pairs', () => {
  it('takes a rule that brings matches, but for draws that see hardly one of them', () => {
    expect(taken(200)).toBeGreaterThan(170);
  });

  it('takes none on the word of a single pair that chance has drawn', () => {
    expect(taken(1)).toBe(0);
  });
});
