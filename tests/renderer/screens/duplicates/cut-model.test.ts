import { describe, expect, it } from 'vitest';
import {
  cutStops,
  cutWords,
  leafOrder,
  suggestedStop,
  treeLayout,
} from '../../../../src/renderer/screens/duplicates/cut-model';

const cluster = {
  members: [3, 5, 8, 9],
  steps: [
    { a: [3], b: [8], weight: 9, joined: true },
    { a: [5], b: [9], weight: 4, joined: true },
    { a: [3, 8], b: [5, 9], weight: -2, joined: false },
  ],
};

describe('where a dendrogram can be cut', () => {
  it('goes from all apart to all together, one stop a weight', () => {
    expect(cutStops(cluster)).toEqual([
      { weight: null, groups: [[3], [5], [8], [9]] },
      { weight: 9, groups: [[3, 8], [5], [9]] },
      {
        weight: 4,
        groups: [
          [3, 8],
          [5, 9],
        ],
      },
      { weight: -2, groups: [[3, 5, 8, 9]] },
    ]);
  });

  it('takes steps of one weight together', () => {
    const twins = {
      members: [0, 1, 2],
      steps: [
        { a: [0], b: [1], weight: 7, joined: true },
        { a: [0, 1], b: [2], weight: 7, joined: true },
      ],
    };
    expect(cutStops(twins).map(({ weight }) => weight)).toEqual([null, 7]);
  });

  it('begins at the suggestion', () => {
    expect(suggestedStop(cluster, cutStops(cluster))).toBe(2);
    expect(suggestedStop({ steps: [] }, [{ weight: null, groups: [[1], [2]] }])).toBe(0);
  });

  it('says what a stop leaves', () => {
    expect(cutStops(cluster).map(cutWords)).toEqual([
      '4 alone',
      '2 together, 2 alone',
      '2 together, 2 together',
      '4 together',
    ]);
  });
});

describe('the drawing', () => {
  it('puts joined records side by side', () => {
    expect(leafOrder(cluster)).toEqual([3, 8, 5, 9]);
  });

  it('stands weaker joins and later cuts further right', () => {
    const { cuts, lines, height } = treeLayout(cluster, cutStops(cluster));
    expect(lines).toHaveLength(3);
    expect(height).toBe(72);
    expect([...cuts].sort((a, b) => a - b)).toEqual(cuts);
    expect(new Set(cuts).size).toBe(4);
  });
});
