import { unwrap } from '@shared/base/result';
import type { FieldMapping, TableMapping } from '@shared/mapping/types';
import type { ActiveRule } from '@shared/rules/types';
import { describe, expect, it } from 'vitest';
import { testProject, totals } from '../../support/project';

const column = (field: string, name: string): FieldMapping => ({
  field,
  from: { kind: 'column', column: name },
  transforms: [{ op: 'trim' }],
  valueMap: {},
});

const accountMapping: TableMapping = {
  tableId: 'accounts',
  object: 'Account',
  keyColumn: 'No',
  fields: [
    column('Name', 'Company'),
    column('Phone', 'Phone'),
    column('BillingCity', 'City'),
    column('Website', 'Web'),
  ],
};

const contactMapping: TableMapping = {
  tableId: 'contacts',
  object: 'Contact',
  keyColumn: 'Id',
  fields: [
    column('LastName', 'Last'),
    column('FirstName', 'First'),
    column('Email', 'Mail'),
    {
      field: 'AccountId',
      from: { kind: 'reference', column: 'Account', table: 'accounts', by: null },
      transforms: [],
      valueMap: {},
    },
  ],
};

const keepAll = (object: string): ActiveRule => ({
  object,
  includes: [],
  excludes: [],
  window: null,
  otherwise: 'keep',
  referenceDate: '2026-11-14',
  keepParents: false,
});

const ACCOUNTS = `No,Company,Phone,City,Web
1,Hartmann & Söhne GmbH,+49 711 44020,Stuttgart,hartmann-soehne.de
2,Brandt Logistik KG,+49 40 123456,Hamburg,brandt-logistik.de
3,Test GmbH,,Berlin,
`;
const CONTACTS = `Id,First,Last,Mail,Account
10,Anna,Hartmann,anna@hartmann-soehne.de,1
11,Ben,,ben@brandt-logistik.de,2
12,Carla,Rossi,carla@example.org,99
`;

async function mapped() {
  const project = await testProject('salesforce', [
    { id: 'accounts', csv: ACCOUNTS },
    { id: 'contacts', csv: CONTACTS },
  ]);
  await project.add('mapping.set', { mapping: accountMapping });
  await project.add('mapping.set', { mapping: contactMapping });
  return project;
}

describe('the ledger', () => {
  it('holds every row of a table nobody mapped', async () => {
    const project = await testProject('salesforce', [{ id: 'accounts', csv: ACCOUNTS }]);
    expect(await totals(project)).toEqual({
      read: 3,
      exported: 0,
      merged: 0,
      excluded: 0,
      rejected: 0,
      held: 3,
    });
  });

  it('holds mapped rows until a rule says which are active', async () => {
    const project = await mapped();
    expect((await totals(project)).held).toBe(6);
  });

  it('excludes reference lists and tables left behind, with the reason', async () => {
    const project = await testProject('salesforce', [
      { id: 'accounts', csv: ACCOUNTS, role: 'ignored' },
      { id: 'contacts', csv: CONTACTS, role: 'list' },
    ]);
    expect((await totals(project)).excluded).toBe(6);
    const page = unwrap(
      await project.engine.ledgerRows({
        disposition: 'excluded',
        tableId: 'contacts',
        reason: null,
        text: '',
        start: 0,
        count: 1,
      }),
    );
    expect(page.total).toBe(3);
    expect(page.rows[0]?.reason).toBe('Reference list: used by rules, not migrated.');
  });

  it('rejects what the loader would refuse and says why', async () => {
    const project = await mapped();
    await project.add('rule.set', { rule: keepAll('Account') });
    await project.add('rule.set', { rule: keepAll('Contact') });
    const sums = await totals(project);
    expect(sums.read).toBe(6);
    expect(sums.rejected).toBeGreaterThanOrEqual(1);
    const rejected = unwrap(
      await project.engine.ledgerRows({
        disposition: 'rejected',
        tableId: 'contacts',
        reason: null,
        text: 'ben',
        start: 0,
        count: 10,
      }),
    );
    expect(rejected.rows.map((row) => row.key)).toEqual(['contacts:11']);
    expect(rejected.rows[0]?.reason).toContain('REQUIRED_FIELD_MISSING');
  });

  it('takes an undone decision back', async () => {
    const project = await mapped();
    await project.add('rule.set', { rule: keepAll('Account') });
    const before = await totals(project);
    const seq = project.entries.at(-1)!.seq;
    await project.add('entry.undone', { seq });
    expect((await totals(project)).held).toBe(6);
    await project.add('entry.redone', { seq });
    expect(await totals(project)).toEqual(before);
  });
});

describe('rules over related records', () => {
  it('excludes by a rule line and names it', async () => {
    const project = await mapped();
    await project.add('rule.set', {
      rule: {
        ...keepAll('Account'),
        excludes: [
          {
            id: 'test',
            label: 'test records',
            condition: { kind: 'contains', field: 'Name', text: 'test' },
            missing: 'no',
          },
        ],
      },
    });
    const report = unwrap(await project.engine.rule('Account'));
    expect([report.kept, report.excluded, report.unknown]).toEqual([2, 1, 0]);
    expect(report.saved).toBe(true);
  });

  it('drops an erased person even when the record was merged, and counts the check', async () => {
    const project = await testProject('salesforce', [
      { id: 'contacts', csv: CONTACTS },
      { id: 'erasure', csv: 'Email\nANNA@hartmann-soehne.de\n', role: 'list', keyColumn: null },
    ]);
    await project.add('mapping.set', {
      mapping: { ...contactMapping, fields: contactMapping.fields.slice(0, 3) },
    });
    await project.add('rule.set', {
      rule: {
        ...keepAll('Contact'),
        excludes: [
          {
            id: 'erasure',
            label: 'erasure requests',
            condition: { kind: 'inList', field: 'Email', table: 'erasure', column: 'Email' },
            missing: 'no',
          },
        ],
      },
    });
    const page = unwrap(
      await project.engine.ledgerRows({
        disposition: 'excluded',
        tableId: 'contacts',
        reason: null,
        text: '',
        start: 0,
        count: 10,
      }),
    );
    expect(page.rows.map((row) => row.key)).toEqual(['contacts:10']);
  });
});

describe('a change', () => {
  const clusters = async (project: Awaited<ReturnType<typeof mapped>>, object: string): Promise<string[]> => {
    unwrap(await project.engine.clusters(object, 'all', 0, 1));
    return Object.keys(await project.engine.timings());
  };

  it('leaves what does not depend on it as it is: accounts are not compared again for a fixed contact', async () => {
    const project = await mapped();
    expect(await clusters(project, 'Account')).toContain('match');
    await project.add('value.fixed', { object: 'Contact', field: 'LastName', from: 'Rossi', to: 'Russo' });
    expect(await clusters(project, 'Account')).toEqual([]);
    expect(await clusters(project, 'Contact')).toContain('match');
  });

  it('reaches what points to it: contacts are compared again when their accounts change', async () => {
    const project = await mapped();
    await clusters(project, 'Contact');
    await project.add('value.fixed', {
      object: 'Account',
      field: 'BillingCity',
      from: 'Hamburg',
      to: 'Bremen',
    });
    expect(await clusters(project, 'Contact')).toContain('match');
  });

  it('of a child is seen by a rule about its parent', async () => {
    const project = await mapped();
    const anyHartmann = {
      kind: 'related',
      object: 'Contact',
      field: 'AccountId',
      where: [{ kind: 'is', field: 'LastName', values: ['Hartmann'] }],
    } as const;
    await project.add('rule.set', {
      rule: {
        ...keepAll('Account'),
        includes: [{ id: 'family', label: 'family', condition: anyHartmann, missing: 'no' }],
        otherwise: 'exclude',
      },
    });
    expect(unwrap(await project.engine.rule('Account')).kept).toBe(1);
    await project.add('value.fixed', { object: 'Contact', field: 'LastName', from: 'Hartmann', to: 'Hart' });
    expect(unwrap(await project.engine.rule('Account')).kept).toBe(0);
  });
});

describe('questions that cannot be answered', () => {
  it('are answered with a code and a sentence', async () => {
    const project = await testProject('salesforce', [{ id: 'accounts', csv: ACCOUNTS }]);
    const unknownTable = await project.engine.profile('nowhere');
    expect(unknownTable).toMatchObject({ ok: false, error: { code: 'TABLE_UNKNOWN' } });
    const notMapped = await project.engine.rule('Account');
    expect(notMapped).toMatchObject({ ok: false, error: { code: 'OBJECT_NOT_MAPPED' } });
    const closed = await project.engine.buildPackage({
      name: 'x',
      createdAt: '2026-11-14T09:00:00Z',
      checkpoint: { count: 0, head: '', publicKey: '', signature: '' },
    });
    expect(closed).toMatchObject({ ok: false, error: { code: 'GATE_CLOSED' } });
  });
});
