import type { IngestedTable } from '@shared/ingest/types';
import type { ClusterResult, MatchResult } from '@shared/match/types';
import { describe, expect, it } from 'vitest';
import { clusterLines, numberClusters, pairLines } from '../../../src/main/cli/dedupe-output';
import type { OpenedTable } from '../../../src/main/cli/opened-table';

/** Five records: 0 and 3 are joined at weight 6, 1 and 4 at weight 4 then with 2 at weight 3. */
const result: ClusterResult = {
  missed: null,
  relations: [],
  capped: [],
  groupOf: Uint32Array.from([0, 1, 1, 0, 1]),
  clusters: [
    {
      id: 0,
      members: [0, 3],
      groups: [[0, 3]],
      outcome: 'match',
      probability: 0.98,
      steps: [{ a: [0], b: [3], weight: 6, joined: true }],
    },
    {
      id: 1,
      members: [1, 2, 4],
      groups: [[1, 2, 4]],
      outcome: 'match',
      probability: 0.89,
      steps: [
        { a: [1], b: [4], weight: 4, joined: true },
        { a: [1, 4], b: [2], weight: 3, joined: true },
      ],
    },
  ],
  refused: { expected: 0, low: 0, high: 0 },
  expected: {
    ...{ merges: 3, wrong: 0.2, low: 0, high: 1 },
    pairs: 3,
    wrongPairs: { expected: 0.2, low: 0, high: 1 },
  },
};

function opened(fileName: string, lines: number[], rejected: number[]): OpenedTable {
  const ingested: IngestedTable = {
    table: { rowCount: lines.length, columns: [] },
    lines: Uint32Array.from(lines),
    rejected: rejected.map((line) => ({ line, raw: '', reason: '' })),
    columns: [],
    warnings: [],
  };
  return {
    path: fileName,
    fileName,
    format: 'delimited',
    ingested,
    proposal: {
      name: fileName,
      options: {
        kind: 'delimited',
        encoding: 'utf-8',
        delimiter: ',',
        quote: '"',
        escape: '"',
        headerRow: 0,
        firstRow: 1,
        types: {},
        dateOrders: {},
      },
      evidence: [],
      columns: [],
      preview: [],
      rawRows: [],
      rowCount: null,
      hidden: false,
    },
  };
}

describe('numberClusters', () => {
  it('numbers clusters in order of their first record and keeps the weakest join', () => {
    const numbers = numberClusters(result, 5);
    expect([...numbers.numberOf]).toEqual([1, 2, 2, 1, 2]);
    expect(numbers.clusters).toBe(2);
    expect([numbers.size[1], numbers.size[2]]).toEqual([2, 3]);
    expect(numbers.probability[1]).toBeCloseTo(64 / 65, 12);
    expect(numbers.probability[2]).toBeCloseTo(8 / 9, 12);
  });

  it('gives a record alone the probability 1, also where a join was refused', () => {
    const refused: ClusterResult = {
      ...result,
      groupOf: Uint32Array.from([0, 1]),
      clusters: [
        {
          id: 0,
          members: [0, 1],
          groups: [[0], [1]],
          outcome: 'possible',
          probability: 0.6,
          steps: [{ a: [0], b: [1], weight: 0.6, joined: false }],
        },
      ],
    };
    const numbers = numberClusters(refused, 2);
    expect([...numbers.numberOf]).toEqual([1, 2]);
    expect([numbers.probability[1], numbers.probability[2]]).toEqual([1, 1]);
  });
});

describe('clusterLines', () => {
  it('lists every data row once, spoiled ones alone, in file order', () => {
    const sources = {
      tables: [opened('a.csv', [2, 4], [3]), opened('b,1.csv', [2, 3, 4], [5])],
      names: ['a.csv', 'b,1.csv'],
    };
    expect([...clusterLines(sources, numberClusters(result, 5))]).toEqual([
      'a.csv,1,1,2,0.984615',
      'a.csv,2,3,1,1',
      'a.csv,3,2,3,0.888889',
      '"b,1.csv",1,2,3,0.888889',
      '"b,1.csv",2,1,2,0.984615',
      '"b,1.csv",3,2,3,0.888889',
      '"b,1.csv",4,4,1,1',
    ]);
  });
});

describe('pairLines', () => {
  it('names both rows with weight and probability', () => {
    const match: MatchResult = {
      comparisons: [],
      blocking: [],
      prior: -10,
      left: Uint32Array.from([0, 1]),
      right: Uint32Array.from([3, 4]),
      weight: Float32Array.from([6, -2]),
      candidates: 2,
      totalPairs: 10,
      columns: [],
      dependences: [],
      siblings: [],
      rivals: null,
      patterns: {
        of: Uint32Array.from([0, 0]),
        levels: new Uint8Array(0),
        candidates: Float64Array.from([2]),
        matched: Float64Array.from([1]),
      },
      foundBy: Uint8Array.from([1, 1]),
      keys: [],
    };
    const sources = {
      tables: [opened('a.csv', [2, 4], [3]), opened('b.csv', [2, 3, 4], [])],
      names: ['a.csv', 'b.csv'],
    };
    expect([...pairLines(sources, match)]).toEqual(['a.csv,1,b.csv,2,6,0.984615', 'a.csv,3,b.csv,3,-2,0.2']);
  });
});
