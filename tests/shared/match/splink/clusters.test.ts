import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../../src/shared/base/result';
import { importSplinkClusters } from '../../../../src/shared/match/splink/import/read-clusters';
import { suggestClusters } from '../../../../src/shared/match/splink/import/suggest-clusters';
import { DEFAULT_MATCH_SETTINGS } from '../../../../src/shared/match/types';
import { columnOf } from '../../../../src/shared/table/column';
import type { Table } from '../../../../src/shared/table/types';
import { generatedPersons, match } from './small';

const table = (rows: readonly (readonly [id: string, cluster: string])[]): Table => ({
  rowCount: rows.length,
  columns: [
    columnOf(
      'Unique_ID ',
      rows.map(([id]) => id),
    ),
    columnOf(
      'cluster_id',
      rows.map(([, cluster]) => cluster),
    ),
  ],
});

describe('clusters from Splink', () => {
  it('become groups of records', () => {
    const read = unwrap(
      importSplinkClusters(
        table([
          ['a', 'c1'],
          ['b', 'c2'],
          ['c', 'c1'],
          ['d', 'c2'],
          ['e', 'c3'],
        ]),
        ['a', 'b', 'c', 'd', 'e'],
      ),
    );
    expect(Array.from(read.groupOf)).toEqual([0, 1, 0, 1, 4]);
    expect(read).toMatchObject({
      groups: 2,
      grouped: 4,
      unnamed: 0,
      empty: 0,
      unknown: { count: 0, examples: [] },
    });
  });

  it('are counted where they do not fit', () => {
    const read = unwrap(
      importSplinkClusters(
        table([
          ['a', '1'],
          ['zz', '1'],
          ['b', '1'],
          ['b', '1'],
          ['b', '2'],
          ['', '3'],
          ['c', ''],
          ['yy', '9'],
        ]),
        ['a', 'b', 'c', 'd'],
      ),
    );
    expect(Array.from(read.groupOf)).toEqual([0, 0, 2, 3]);
    expect(read).toMatchObject({
      groups: 1,
      grouped: 2,
      unknown: { count: 2, examples: ['zz', 'yy'] },
      repeated: { count: 2, contradicting: 1 },
      empty: 2,
      unnamed: 2,
    });
  });

  it('are refused without their columns, and when not one id is known', () => {
    const wrong: Table = { rowCount: 1, columns: [columnOf('id', ['a']), columnOf('cluster_id', ['1'])] };
    expect(importSplinkClusters(wrong, ['a'])).toMatchObject({
      ok: false,
      error: { code: 'NO_CLUSTER_COLUMNS' },
    });
    expect(importSplinkClusters(table([['x', '1']]), ['a'])).toMatchObject({
      ok: false,
      error: { code: 'NO_KNOWN_ID' },
    });
  });

  it('always give a partition: every record in one group, named by its first record', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', ' a ', '');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, fc.constantFrom('1', '2', '3', '', '__proto__')), { maxLength: 30 }),
        (rows) => {
          const read = importSplinkClusters(table(rows), ['a', 'b', 'c', '__proto__', 'constructor']);
          if (!read.ok) return;
          const { groupOf } = read.value;
          expect(groupOf.length).toBe(5);
          groupOf.forEach((group, record) => {
            expect(group).toBeLessThanOrEqual(record);
            expect(groupOf[group]).toBe(group);
          });
        },
      ),
    );
  });
});

describe('clusters suggested for review', () => {
  it('stay what they are, weighed by what Winnow learned, the doubtful first', async () => {
    const input = generatedPersons(400);
    const result = await match(input);
    const best = result.weight.indexOf(Math.max(...result.weight));
    const [left, right] = [result.left[best]!, result.right[best]!];
    const others = [0, 1, 2, 3, 4, 5].filter((record) => record !== left && record !== right);
    // A pair Winnow is sure of, and two strangers.
    const groupOf = Uint32Array.from({ length: 400 }, (_, record) => record);
    groupOf[right] = left;
    groupOf[others[1]!] = others[0]!;
    const {
      clusters,
      expected,
      groupOf: kept,
    } = suggestClusters(groupOf, result, DEFAULT_MATCH_SETTINGS.matchThreshold);
    expect(clusters.map(({ members }) => members)).toEqual([
      [others[0], others[1]],
      [left, right],
    ]);
    expect(clusters[0]!.probability).toBeLessThan(0.01);
    expect(clusters[1]!.probability).toBeGreaterThan(0.99);
    expect(expected.merges).toBe(2);
    expect(kept).toEqual(groupOf);
  }, 60_000);

  it('names a group too large to weigh instead of weighing it for hours', async () => {
    const result = await match(generatedPersons(900));
    const { capped, clusters } = suggestClusters(new Uint32Array(900), result, 0.7);
    expect(capped).toEqual([{ id: 0, members: 900 }]);
    expect(clusters[0]).toMatchObject({ id: 0, steps: [], probability: 0 });
  }, 60_000);
});
