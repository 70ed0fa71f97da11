import { quietTask } from '@shared/base/progress';
import { clusterRecords } from '@shared/match/cluster';
import { matchRecords } from '@shared/match/match-records';
import { ownDomain } from '@shared/match/relations/domains';
import { relatedGroups, withOutcome } from '@shared/match/relations/outcome';
import { findRelations } from '@shared/match/relations/relations';
import type { Cluster, MatchInput } from '@shared/match/types';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import type { Semantic } from '@shared/profile/types';
import { columnOf } from '@shared/table/column';
import { describe, expect, it } from 'vitest';
import { differentPeople } from '../people';

const FIELDS: readonly [string, Semantic][] = [
  ['First', 'givenName'],
  ['Last', 'familyName'],
  ['Email', 'email'],
  ['Phone', 'phone'],
  ['City', 'city'],
  ['Born', 'birthDate'],
  ['Street', 'street'],
];

function inputOf(rows: readonly (readonly string[])[]): MatchInput {
  return {
    count: rows.length,
    source: new Uint16Array(rows.length),
    sourceIds: ['people'],
    fields: FIELDS.map(([name, semantic], c) => ({
      name,
      semantic,
      column: columnOf(
        name,
        rows.map((row) => row[c] ?? ''),
      ),
    })),
  };
}

const strangers = differentPeople(60).map((row, i) => [...row, `Ringstraße ${i + 1}`]);
const family = [
  ['Sabine', 'Vogel', 'sabine@vogel-family.example', '+4930777001', 'Kiel', '1970-01-02', 'Am Hafen 7'],
  ['Uwe', 'Vogel', '', '+4930777001', 'Kiel', '1968-11-23', 'Am Hafen 7'],
  ['Uwe', 'Vogel', '', '+4930777001', 'Kiel', '1968-11-23', 'Am Hafen 7'],
];
const rows = [...strangers, ...family];

describe('relations', () => {
  it('shows relatives at one address and phone as one household of their groups', async () => {
    const input = inputOf(rows);
    const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);
    const groupOf = Uint32Array.from({ length: 63 }, (_, row) => (row === 62 ? 61 : row));
    expect(findRelations(input, result, groupOf).filter(({ kind }) => kind === 'household')).toEqual([
      { kind: 'household', groups: [60, 61], because: 'same family name and address and phone' },
    ]);
  });

  it('does not join relatives told apart by a person, and still relates them', async () => {
    const input = inputOf(rows);
    const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);
    const decided = { mustLink: [], cannotLink: [[60, 61] as const] };
    const { groupOf, relations } = clusterRecords(result, input, DEFAULT_MATCH_SETTINGS, decided);
    expect(groupOf[60]).not.toBe(groupOf[61]);
    expect(relations.find(({ kind }) => kind === 'household')?.groups).toContain(groupOf[61]);
  });

  it('takes two records of one given name for doubtful, not for relatives', async () => {
    const input = inputOf([...strangers, family[1]!, ['Uwe', 'Vogel', 'uwe@x.example', '+4930777001']]);
    const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);
    const alone = Uint32Array.from({ length: input.count }, (_, row) => row);
    expect(findRelations(input, result, alone).filter(({ kind }) => kind === 'household')).toEqual([]);
  });

  it('never makes one of a value that very many share', async () => {
    const crowd = Array.from({ length: 2000 }, (_, i) => [
      `Name${i}`,
      'Smith',
      '',
      '',
      'Leeds',
      '',
      'Main Street 1',
    ]);
    const input = inputOf([...strangers, ...crowd]);
    const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);
    const alone = Uint32Array.from({ length: input.count }, (_, row) => row);
    expect(findRelations(input, result, alone).filter(({ kind }) => kind === 'household')).toEqual([]);
  });

  it('relates people by an e-mail domain of their own, not by a provider', async () => {
    const colleagues = [
      ['Ada', 'Quist', 'ada@quist-marine.example', '', 'Oslo', '1980-02-03'],
      ['Bo', 'Rasmus', 'bo@quist-marine.example', '', 'Oslo', '1971-02-03'],
      ['Cy', 'Sand', 'cy@gmail.com', '', 'Oslo', '1962-02-03'],
      ['Di', 'Tveit', 'di@gmail.com', '', 'Oslo', '1953-02-03'],
    ];
    const input = inputOf([...strangers, ...colleagues]);
    const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);
    const alone = Uint32Array.from({ length: input.count }, (_, row) => row);
    const companies = findRelations(input, result, alone).filter(({ groups }) => groups[0]! >= 60);
    expect(companies).toEqual([{ kind: 'sameCompany', groups: [60, 61], because: 'same e-mail domain' }]);
  });

  it('gives a doubtful cluster of relatives the outcome related, and leaves the others', async () => {
    const input = inputOf(rows);
    const result = await matchRecords(input, DEFAULT_MATCH_SETTINGS, quietTask);
    const areRelated = relatedGroups(result, [{ kind: 'household', groups: [60, 61], because: '' }]);
    const doubtful: Cluster = {
      ...{ id: 60, members: [60, 61], groups: [[60], [61]], outcome: 'possible', probability: 0.6 },
      steps: [{ a: [60], b: [61], weight: 0.6, joined: false }],
    };
    expect(withOutcome(doubtful, result, -99, areRelated).outcome).toBe('related');
    expect(withOutcome(doubtful, result, -99, () => false).outcome).toBe('possible');
    expect(withOutcome({ ...doubtful, outcome: 'match' }, result, -99, areRelated).outcome).toBe('match');
  });
});

describe('domains', () => {
  it.each([
    ['Jane.Doe@Acme.example', 'acme.example'],
    ['https://www.acme.example/about', 'acme.example'],
    ['someone@gmail.com', ''],
    ['someone@yahoo.co.uk', ''],
    ['no address', ''],
    ['', ''],
  ])('%s → %s', (text, domain) => {
    expect(ownDomain(text)).toBe(domain);
  });
});
