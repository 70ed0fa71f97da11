import { unwrap } from '@shared/base/result';
import type { FieldMapping, TableMapping } from '@shared/mapping/types';
import type { OwnCheck } from '@shared/rules/check-types';
import { describe, expect, it } from 'vitest';
import { type TestProject, testProject } from '../../support/project';

const ACCOUNTS = 'id,name,site\n1,Acme,acme.example\n2,Bolt,not a page\n3,Bolt,not a page\n';
const CONTACTS = 'id,last,account,primary\n7,Ann,1,true\n8,Bob,1,true\n9,Cem,99,false\n';

const field = (api: string, column: string): FieldMapping => ({
  field: api,
  from: { kind: 'column', column },
  transforms: [],
  valueMap: {},
});
const accounts: TableMapping = {
  tableId: 'a',
  object: 'Account',
  keyColumn: 'id',
  fields: [field('Name', 'name'), field('Website', 'site')],
};
const contacts: TableMapping = {
  tableId: 'c',
  object: 'Contact',
  keyColumn: 'id',
  fields: [
    field('LastName', 'last'),
    { ...field('AccountId', ''), from: { kind: 'reference', column: 'account', table: 'a', by: null } },
    field('DoNotCall', 'primary'),
  ],
};

const KEEP_ALL = {
  includes: [],
  excludes: [],
  window: null,
  otherwise: 'keep',
  referenceDate: '2026-11-01',
  keepParents: false,
} as const;

async function project(): Promise<TestProject> {
  const made = await testProject('salesforce', [
    { id: 'a', csv: ACCOUNTS },
    { id: 'c', csv: CONTACTS },
  ]);
  await made.add('mapping.set', { mapping: accounts });
  await made.add('mapping.set', { mapping: contacts });
  for (const object of ['Account', 'Contact']) await made.add('rule.set', { rule: { object, ...KEEP_ALL } });
  return made;
}

async function groups(made: TestProject, object: string): Promise<readonly (readonly [string, number])[]> {
  const reports = unwrap(await made.engine.issues());
  const report = reports.find((item) => item.object === object);
  return report?.groups.map(({ id, count }) => [id, count] as const) ?? [];
}

async function fates(made: TestProject): Promise<Readonly<Record<string, string>>> {
  const query = { disposition: null, tableId: null, reason: null, text: '', start: 0, count: 100 };
  const { rows } = unwrap(await made.engine.ledgerRows(query));
  const ledger = unwrap(await made.engine.ledger());
  expect(ledger.closes).toBe(true);
  return Object.fromEntries(rows.map((row) => [row.key, `${row.disposition}: ${row.reason}`]));
}

const URL_ISSUE = 'INVALID_TYPE_ON_FIELD_IN_RECORD:Website';
const ORPHANS = 'INVALID_FIELD:AccountId';

describe('corrections', () => {
  it('change one record as long as its value is what the person saw', async () => {
    const made = await project();
    expect(await groups(made, 'Account')).toEqual([[URL_ISSUE, 2]]);
    const fix = { object: 'Account', field: 'Website', key: 'a:2', from: 'not a page', to: 'bolt.example' };
    await made.add('record.fixed', fix);
    expect(await groups(made, 'Account')).toEqual([[URL_ISSUE, 1]]);
    await made.add('record.fixed', { ...fix, key: 'a:3', from: 'something else' });
    expect(await groups(made, 'Account')).toEqual([[URL_ISSUE, 1]]);
  });

  it('change many values at once', async () => {
    const made = await project();
    await made.add('values.fixed', {
      object: 'Account',
      field: 'Website',
      fixes: [{ from: 'not a page', to: '' }],
      reason: 'not pages',
    });
    expect(await groups(made, 'Account')).toEqual([]);
  });
});

describe('records with an issue', () => {
  it('are refused, or wait when a person holds them', async () => {
    const made = await project();
    expect((await fates(made))['a:2']).toMatch(/^rejected: /);
    await made.add('issue.held', {
      object: 'Account',
      issueId: URL_ISSUE,
      keys: ['a:2'],
      reason: 'asked the owner',
    });
    const after = await fates(made);
    expect(after['a:2']).toBe('held: Held on the Validate screen: asked the owner');
  });
});

describe('orphans', () => {
  it('are an error until somebody says what becomes of them', async () => {
    const made = await project();
    expect(await groups(made, 'Contact')).toContainEqual([ORPHANS, 1]);
    expect((await fates(made))['c:9']).toMatch(/^rejected: /);
  });

  it('load without a parent, or under a catch-all record', async () => {
    const made = await project();
    const settle = (choice: Parameters<typeof made.add<'orphans.settled'>>[1]['choice']) =>
      made.add('orphans.settled', { object: 'Contact', field: 'AccountId', choice });
    await settle({ kind: 'empty' });
    expect(await groups(made, 'Contact')).not.toContainEqual([ORPHANS, 1]);
    expect((await fates(made))['c:9']).toMatch(/^exported: /);
    await settle({ kind: 'attach', key: 'a:1' });
    expect((await fates(made))['c:9']).toMatch(/^exported: /);
    await settle({ kind: 'attach', key: 'a:gone' });
    expect(await groups(made, 'Contact')).toContainEqual([ORPHANS, 1]);
  });

  it('wait, or stay behind with the reason', async () => {
    const made = await project();
    const settle = (kind: 'hold' | 'exclude') =>
      made.add('orphans.settled', {
        object: 'Contact',
        field: 'AccountId',
        choice: { kind, reason: 'no such company' },
      });
    await settle('hold');
    expect((await fates(made))['c:9']).toBe('held: Its Account ID is nowhere to be found: no such company');
    await settle('exclude');
    expect((await fates(made))['c:9']).toBe(
      'excluded: Its Account ID is nowhere to be found: no such company',
    );
  });
});

describe("the steward's own checks", () => {
  const check: OwnCheck = {
    id: 'primary',
    object: 'Account',
    label: 'One primary contact per account',
    field: 'Name',
    severity: 'error',
    when: [],
    must: {
      kind: 'count',
      of: {
        object: 'Contact',
        field: 'AccountId',
        where: [{ kind: 'is', field: 'DoNotCall', values: ['true'] }],
      },
      least: null,
      most: 1,
    },
    referenceDate: '2026-11-01',
  };

  it('are issues like those of the loader, refuse records, and go away with the check', async () => {
    const made = await project();
    await made.add('check.set', { check });
    const [report] = unwrap(await made.engine.issues());
    expect(report?.groups.at(-1)).toMatchObject({
      id: 'FIELD_CUSTOM_VALIDATION_EXCEPTION:Name:primary',
      sentence:
        '1 account breaks your rule “One primary contact per account”: An account must have at most 1 contact whose do not call is “true”.',
      count: 1,
    });
    expect((await fates(made))['a:1']).toMatch(/^rejected: .*FIELD_CUSTOM_VALIDATION_EXCEPTION/);
    await made.add('check.removed', { checkId: 'primary' });
    expect(await groups(made, 'Account')).toEqual([[URL_ISSUE, 2]]);
  });
});

describe('a change of one transform', () => {
  it('maps and checks one field anew', async () => {
    const made = await project();
    await made.engine.issues();
    const trimmed = {
      ...accounts,
      fields: accounts.fields.map((item) =>
        item.field === 'Website' ? { ...item, transforms: [{ op: 'trim' as const }] } : item,
      ),
    };
    await made.add('mapping.set', { mapping: trimmed });
    await made.engine.issues();
    const timings = unwrapTimings(await made.engine.timings());
    expect(timings).not.toContain('rows');
    expect(timings).not.toContain('linkField');
    expect(timings).toContain('field');
  });
});

function unwrapTimings(timings: Readonly<Record<string, number>>): string[] {
  return Object.keys(timings);
}
