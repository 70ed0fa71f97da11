import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterMethod, ClusterQuery, ValueClusters } from '@shared/clean/types';
import { clusterPageOf, foundClusters, valueClusters } from '@shared/clean/value-clusters';
import { columnOf } from '@shared/table/column';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const KEYERS = join(import.meta.dirname, '../../../../shared/data/comparators/facts/openrefine_keyers.json');

function query(method: ClusterMethod, change: Partial<ClusterQuery> = {}): ClusterQuery {
  return { method, minValues: 2, minRows: 1, order: 'rows', text: '', ...change };
}

const FINGERPRINT: ClusterMethod = { kind: 'fingerprint' };

/** The spellings of each cluster, the surviving one first. */
function spellings(found: ValueClusters): readonly (readonly string[])[] {
  return found.clusters.map((cluster) => cluster.values.map(({ value }) => value));
}

const CITIES = columnOf('City', [
  ...['Köln', 'Köln', 'Köln', 'KÖLN', 'Koln', 'köln '],
  ...['St. Gallen', 'Gallen St', 'st gallen'],
  ...['Bern', '', ''],
]);

describe('clusters by key', () => {
  it('hold all spellings with one key, most frequent first, with rows and the key', () => {
    expect(valueClusters(CITIES, query(FINGERPRINT))).toEqual({
      distinct: 8,
      total: 2,
      rows: 9,
      limits: '',
      clusters: [
        {
          key: 'koln',
          to: 'Köln',
          rows: 6,
          values: [
            { value: 'Köln', rows: 3 },
            { value: 'Koln', rows: 1 },
            { value: 'KÖLN', rows: 1 },
            { value: 'köln ', rows: 1 },
          ],
        },
        {
          key: 'gallen st',
          to: 'St. Gallen',
          rows: 3,
          values: [
            { value: 'St. Gallen', rows: 1 },
            { value: 'Gallen St', rows: 1 },
            { value: 'st gallen', rows: 1 },
          ],
        },
      ],
    });
  });

  it('let the better spelling survive at a tie: tidy before untidy, mixed case before one case, longer before shorter', () => {
    const column = columnOf('Name', ['MÜLLER AG', 'Muller AG', 'Müller  AG', 'Müller AG', 'müller ag']);
    expect(spellings(valueClusters(column, query(FINGERPRINT)))).toEqual([
      ['Müller AG', 'Muller AG', 'MÜLLER AG', 'müller ag', 'Müller  AG'],
    ]);
  });

  it('come in the order asked for, cut by size, rows and text', () => {
    const column = columnOf('Name', ['a b', 'b a', 'b  a', 'C d', 'c d', 'c d', 'c d', 'Z', 'Z.', 'Z.']);
    const keys = (change: Partial<ClusterQuery>) =>
      valueClusters(column, query(FINGERPRINT, change)).clusters.map(({ key }) => key);
    expect(keys({ order: 'rows' })).toEqual(['c d', 'a b', 'z']);
    expect(keys({ order: 'values' })).toEqual(['a b', 'c d', 'z']);
    expect(keys({ order: 'name' })).toEqual(['a b', 'c d', 'z']);
    expect(keys({ minValues: 3 })).toEqual(['a b']);
    expect(keys({ minRows: 4 })).toEqual(['c d']);
    expect(keys({ text: 'B A' })).toEqual(['a b']);
  });

  it('by sound: Double Metaphone, Cologne, and Daitch-Mokotoff through any reading of a word', () => {
    const names = columnOf('Name', [
      'Meyer',
      'Meier',
      'Maier',
      'Catherine',
      'Katherine',
      'Müller-Lüdenscheidt',
    ]);
    expect(spellings(valueClusters(names, query({ kind: 'doubleMetaphone' })))).toEqual([
      ['Maier', 'Meier', 'Meyer'],
      ['Catherine', 'Katherine'],
    ]);
    expect(spellings(valueClusters(names, query({ kind: 'cologne' })))).toEqual([
      ['Maier', 'Meier', 'Meyer'],
      ['Catherine', 'Katherine'],
    ]);
    const slavic = columnOf('Name', ['Peters', 'Peterson', 'Moskowitz', 'Moskovitz', 'Auerbach', 'Uhrbach']);
    expect(spellings(valueClusters(slavic, query({ kind: 'daitchMokotoff' })))).toContainEqual([
      'Moskovitz',
      'Moskowitz',
    ]);
  });

  it('leave no value in two clusters, though it may be read in several ways', () => {
    const part = fc.constantFrom('rz', 'ch', 'j', 'a', 'ck', 'sch', 'e', 'ts', 'o', 'b');
    const name = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 40 }), (names) => {
        const column = columnOf('Name', names);
        const all = spellings(valueClusters(column, query({ kind: 'daitchMokotoff' }))).flat();
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  describe.skipIf(!existsSync(KEYERS))('OpenRefine (skipped when ../shared/data is absent)', () => {
    it('bring together exactly what collides under its keys', () => {
      const cases: { keyer: string; input: string; expected: string }[] = JSON.parse(
        readFileSync(KEYERS, 'utf8'),
      );
      for (const keyer of new Set(cases.map((item) => item.keyer))) {
        const method: ClusterMethod =
          keyer === 'fingerprint' ? FINGERPRINT : { kind: 'ngram', size: Number(keyer.at(-1)) };
        const own = cases.filter((item) => item.keyer === keyer && item.input !== '');
        const column = columnOf(
          'Value',
          own.map(({ input }) => input),
        );
        const wanted = new Map<string, Set<string>>();
        for (const { input, expected } of own) {
          if (expected !== '') wanted.set(expected, (wanted.get(expected) ?? new Set()).add(input));
        }
        const found = new Map(
          valueClusters(column, query(method)).clusters.map(({ key, values }) => [
            key,
            new Set(values.map(({ value }) => value)),
          ]),
        );
        expect(found).toEqual(new Map([...wanted].filter(([, inputs]) => inputs.size > 1)));
      }
      expect(cases.length).toBe(53);
    });
  });
});

describe('pages', () => {
  it('put together are the whole list, and count all of it', async () => {
    const values = Array.from({ length: 90 }, (_, i) => [`Name ${i}`, `name ${i}.`]).flat();
    const found = await foundClusters(columnOf('Name', values), FINGERPRINT);
    const all = clusterPageOf(found, query(FINGERPRINT), 0, 1000);
    const pages = [0, 40, 80, 120].map((start) => clusterPageOf(found, query(FINGERPRINT), start, 40));
    expect(pages.map(({ clusters }) => clusters.length)).toEqual([40, 40, 10, 0]);
    expect(pages.flatMap(({ clusters }) => clusters)).toEqual(all.clusters);
    expect(pages.map(({ total, rows }) => [total, rows])).toEqual(pages.map(() => [90, 180]));
  });

  it('are refused to whoever asked to stop', async () => {
    const stop = new AbortController();
    stop.abort();
    const task = { report: () => undefined, signal: stop.signal };
    await expect(foundClusters(CITIES, FINGERPRINT, task)).rejects.toMatchObject({
      error: { code: 'CANCELLED' },
    });
  });
});
