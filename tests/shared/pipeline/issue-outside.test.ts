import { unwrap } from '@shared/base/result';
import type { FieldMapping, TableMapping } from '@shared/mapping/types';
import { describe, expect, it } from 'vitest';
import { type TestProject, testProject } from '../../support/project';

const column = (api: string, name: string): FieldMapping => ({
  field: api,
  from: { kind: 'column', column: name },
  transforms: [],
  valueMap: {},
});
const table = (tableId: string, object: string, fields: readonly FieldMapping[]): TableMapping => ({
  tableId,
  object,
  keyColumn: 'id',
  fields,
});

const KEEP_ALL = {
  includes: [],
  excludes: [],
  window: null,
  otherwise: 'keep',
  referenceDate: '2026-11-01',
  keepParents: false,
} as const;

async function groups(made: TestProject, object: string) {
  const reports = unwrap(await made.engine.issues());
  return reports
    .find((item) => item.object === object)
    ?.groups.map(({ id, severity, count, sentence }) => [id, severity, count, sentence]);
}

describe('owners held against the list of users', () => {
  const user = (email: string, active: boolean) => ({ email, name: '', aliases: [], active });

  it('are issues where the list does not know them, and where they left', async () => {
    const made = await testProject('salesforce', [
      {
        id: 'a',
        csv: 'id,name,owner\n1,Acme,mara@x.example\n2,Bolt,KARL@x.example\n3,Cole,nobody@x.example\n',
      },
    ]);
    await made.add('mapping.set', {
      mapping: table('a', 'Account', [column('Name', 'name'), column('OwnerId', 'owner')]),
    });
    expect(await groups(made, 'Account')).toEqual([]);
    await made.add('users.listed', { users: [user('mara@x.example', true), user('karl@x.example', false)] });
    expect(await groups(made, 'Account')).toEqual([
      [
        'INVALID_FIELD:OwnerId:ownerUnknown',
        'warning',
        1,
        '1 account has an Owner ID that is not in the list of users.',
      ],
      [
        'INACTIVE_OWNER_OR_USER:OwnerId',
        'error',
        1,
        '1 account has an Owner ID that names a user who is no longer active; Salesforce (Sales Cloud) refuses it.',
      ],
    ]);
    await made.add('users.listed', {
      users: ['mara', 'karl', 'nobody'].map((name) => user(`${name}@x.example`, true)),
    });
    expect(await groups(made, 'Account')).toEqual([]);
  });
});

describe('parents of one name, where the loader links by name', () => {
  const ORGANISATIONS = 'id,name,town\n1,Müller GmbH,Köln\n2,müller gmbh ,Bonn\n3,Berg AG,Ulm\n';
  const PEOPLE = 'id,name,firm\n7,Ann,1\n8,Bob,2\n9,Cem,3\n10,Dan,\n';
  const ISSUE = 'PARENT_NAME_NOT_UNIQUE:org_id';

  async function project(heard: (label: string) => void = () => undefined): Promise<TestProject> {
    const made = await testProject(
      'pipedrive',
      [
        { id: 'o', csv: ORGANISATIONS },
        { id: 'p', csv: PEOPLE },
      ],
      ({ label }) => heard(label),
    );
    const organisations = [column('name', 'name'), column('address', 'town')];
    await made.add('mapping.set', { mapping: table('o', 'organization', organisations) });
    const firm = { kind: 'reference', column: 'firm', table: 'o', by: null } as const;
    await made.add('mapping.set', {
      mapping: table('p', 'person', [column('name', 'name'), { ...column('org_id', ''), from: firm }]),
    });
    return made;
  }

  it('are an issue of the records that point to them, and of no others', async () => {
    const made = await project();
    expect(await groups(made, 'person')).toEqual([
      [
        ISSUE,
        'warning',
        2,
        '2 persons point to an Organization whose name others have, too; Pipedrive links by name and may take the wrong one.',
      ],
    ]);
    const { rows } = unwrap(await made.engine.issueRows('person', ISSUE, 0, 10));
    expect(rows.map(({ key }) => key)).toEqual(['p:7', 'p:8']);
  });

  it('are found by the names of the parents, whose other fields are left alone', async () => {
    const labels: string[] = [];
    const made = await project((label) => labels.push(label));
    unwrap(await made.engine.issueRows('person', ISSUE, 0, 10));
    expect(labels.filter((label) => label.startsWith('Mapping Organizations'))).toEqual([
      'Mapping Organizations: Organization - Name',
    ]);
  });

  it('are refused as they would be loaded, unless the parents are one record', async () => {
    const made = await project();
    for (const object of ['organization', 'person'])
      await made.add('rule.set', { rule: { object, ...KEEP_ALL } });
    const fate = async () => {
      const query = { disposition: null, tableId: 'p', reason: null, text: '', start: 0, count: 9 };
      const { rows } = unwrap(await made.engine.ledgerRows(query));
      return rows.map(({ key, disposition }) => `${key} ${disposition}`);
    };
    const decide = (verdict: 'merge' | 'separate', groups: readonly (readonly string[])[]) =>
      made.add('cluster.decided', { object: 'organization', verdict, groups, reason: '' });
    await decide('separate', [['o:1'], ['o:2']]);
    expect(await fate()).toEqual(['p:7 rejected', 'p:8 rejected', 'p:9 exported', 'p:10 exported']);
    await decide('merge', [['o:1', 'o:2']]);
    expect(await fate()).toEqual(['p:7 exported', 'p:8 exported', 'p:9 exported', 'p:10 exported']);
  });

  it('are none once a name was told apart', async () => {
    const made = await project();
    await made.add('record.fixed', {
      object: 'organization',
      field: 'name',
      key: 'o:1',
      from: 'Müller GmbH',
      to: 'Müller GmbH (Köln)',
    });
    expect(await groups(made, 'person')).toEqual([]);
  });
});
