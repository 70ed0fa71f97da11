import { quietTask } from '@shared/base/progress';
import { clusterRecords } from '@shared/match/cluster';
import { matchRecords } from '@shared/match/match-records';
import { DEFAULT_MATCH_SETTINGS, type MatchInput } from '@shared/match/types';
import type { Semantic } from '@shared/profile/types';
import { columnOf } from '@shared/table/column';
import { describe, expect, it } from 'vitest';

function table(fields: Readonly<Record<string, Semantic>>, ...rows: readonly string[]): MatchInput {
  const cells = rows.map((row) => row.split('|'));
  return {
    count: rows.length,
    source: new Uint16Array(rows.length),
    sourceIds: ['a'],
    fields: Object.entries(fields).map(([name, semantic], at) => ({
      name,
      semantic,
      column: columnOf(
        name,
        cells.map((row) => row[at] ?? ''),
      ),
    })),
  };
}

async function groups(input: MatchInput): Promise<readonly (readonly number[])[]> {
  const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);
  const { groupOf } = clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, { mustLink: [], cannotLink: [] });
  const members = new Map<number, number[]>();
  groupOf.forEach((group, record) => {
    members.set(group, [...(members.get(group) ?? []), record]);
  });
  return [...members.values()].filter((group) => group.length > 1);
}

describe('tables too small to learn from', () => {
  const people = { Name: 'personName', Company: 'company' } as const;

  it('keep people of one company apart, however rare its name', async () => {
    expect(
      await groups(
        table(people, 'Ada Moser|Bell AG', 'Ben Keller|Bell AG', 'Dora Huber|Dane GmbH', 'Eve Frei|'),
      ),
    ).toEqual([]);
  });

  it('join one name of one company', async () => {
    expect(
      await groups(
        table(people, 'Ada Moser|Bell AG', 'Ben Keller|Bell AG', 'Moser, Ada|Bell AG', 'Eve Frei|Dane GmbH'),
      ),
    ).toEqual([[0, 2]]);
  });

  it('join companies of one name', async () => {
    expect(
      await groups(
        table({ Company: 'company' }, 'Bell AG', 'Curie SA', 'Bell A.G.', 'Dane GmbH', 'Eiger Trust'),
      ),
    ).toEqual([[0, 2]]);
  });
});
