import type { ClusterDecision } from '@shared/journal/types';
import { labelsOf, MAX_LABELS_OF_DECISION } from '@shared/pipeline/labels';
import { describe, expect, it } from 'vitest';

const decision = (seq: number, ...groups: string[][]): ClusterDecision => ({
  seq,
  groups,
  object: 'Contact',
  actor: 'mara',
  at: '2026-11-14T09:00:00Z',
  verdict: groups.length === 1 ? 'merge' : 'split',
  reason: '',
});

const ROWS = new Map(['a', 'b', 'c', 'd'].map((key, row) => [key, row]));
const indexOf = (key: string): number | undefined => ROWS.get(key);

describe('decisions as labels', () => {
  it('inside a group is a match, across groups is not', () => {
    expect(labelsOf([decision(7, ['a', 'b'], ['c'])], 'Contact', indexOf)).toEqual([
      { left: 0, right: 1, match: true, decision: 7 },
      { left: 0, right: 2, match: false, decision: 7 },
      { left: 1, right: 2, match: false, decision: 7 },
    ]);
  });

  it('the latest decision about a pair counts', () => {
    const labels = labelsOf([decision(1, ['a', 'b']), decision(2, ['b'], ['a'])], 'Contact', indexOf);
    expect(labels).toEqual([{ left: 0, right: 1, match: false, decision: 2 }]);
  });

  it('leaves out records that are gone and objects that are not asked for', () => {
    expect(labelsOf([decision(1, ['a', 'gone'], ['d'])], 'Contact', indexOf)).toEqual([
      { left: 0, right: 3, match: false, decision: 1 },
    ]);
    expect(labelsOf([decision(1, ['a', 'b'])], 'Account', indexOf)).toEqual([]);
  });

  it('takes pairs evenly from a decision on very many records', () => {
    const keys = Array.from({ length: 200 }, (_, at) => String(at));
    const labels = labelsOf([decision(1, keys)], 'Contact', Number);
    expect(labels.length).toBeLessThanOrEqual(MAX_LABELS_OF_DECISION);
    expect(labels.length).toBeGreaterThan(MAX_LABELS_OF_DECISION * 0.9);
    expect(labels.at(-1)!.left).toBeGreaterThan(150);
    expect(new Set(labels.map(({ left, right }) => `${left}:${right}`)).size).toBe(labels.length);
  });
});
