import { unwrap } from '@shared/base/result';
import { objectMark, profileMark, projectTarget, usesProfile } from '@shared/pipeline/project-target';
import { builtInTarget, objectNamed } from '@shared/target/catalogue';
import { changeField, removeField } from '@shared/target/edit';
import { writeObject, writeTarget } from '@shared/target/written';
import { describe, expect, it } from 'vitest';
import { testProject } from '../../support/project';

const salesforce = builtInTarget('salesforce')!;
const account = objectNamed(salesforce, 'Account')!;
const MAPPING = {
  tableId: 't1',
  object: 'Account',
  keyColumn: 'id',
  fields: ['Name', 'Phone'].map((field) => ({
    field,
    from: { kind: 'column', column: field.toLowerCase() } as const,
    transforms: [],
    valueMap: {},
  })),
};

async function mappedProject() {
  const project = await testProject('salesforce', [
    {
      id: 't1',
      csv: 'id,name,phone\n1,Acme Ltd,+49 30 123456\n2,A very long name of a company,+49 30 999999\n',
    },
  ]);
  await project.add('mapping.set', { mapping: MAPPING });
  await project.add('target.profile', { profile: writeTarget(salesforce) });
  return project;
}

/** Codes of issues with their counts. */
async function issues(project: Awaited<ReturnType<typeof mappedProject>>) {
  const [report] = unwrap(await project.engine.issues());
  return report?.groups.map((group) => [group.field, group.code, group.count]);
}

describe('a project with a profile of its own', () => {
  it('checks its records against it', async () => {
    const project = await mappedProject();
    expect(await issues(project)).toEqual([]);
    const tight = unwrap(changeField(account, 'Name', { maxLength: 12 }));
    await project.add('target.object', { object: writeObject(tight), replaces: 'Account' });
    expect(await issues(project)).toEqual([['Name', 'STRING_TOO_LONG', 1]]);
    const must = unwrap(changeField(tight, 'Site', { required: true }));
    await project.add('target.object', { object: writeObject(must), replaces: 'Account' });
    expect(await issues(project)).toEqual([
      ['Name', 'STRING_TOO_LONG', 1],
      ['Site', 'REQUIRED_FIELD_MISSING', 2],
    ]);
    await project.add('target.profile', { profile: null });
    expect(await issues(project)).toEqual([]);
  });

  it('answers every question when a mapped field is gone', async () => {
    const project = await mappedProject();
    const without = unwrap(removeField(account, 'Phone'));
    await project.add('target.object', { object: writeObject(without), replaces: 'Account' });
    const { engine } = project;
    expect((await engine.steps()).ok).toBe(true);
    expect((await engine.ledger()).ok).toBe(true);
    expect((await engine.mapping('t1')).ok).toBe(true);
    expect((await engine.issues()).ok).toBe(true);
    expect((await engine.clusters('Account', 'all', 0, 10)).ok).toBe(true);
    expect((await engine.gate()).ok).toBe(true);
  });

  it('answers every question when a mapped object is gone', async () => {
    const project = await mappedProject();
    await project.add('target.object', { object: null, replaces: 'Account' });
    const { engine } = project;
    expect((await engine.steps()).ok).toBe(true);
    expect((await engine.ledger()).ok).toBe(true);
    expect((await engine.issues()).ok).toBe(true);
    expect((await engine.gate()).ok).toBe(true);
  });
});

describe('which catalogue a project works with', () => {
  const target = { system: 'salesforce', loader: 'dataLoader' };

  it('is the profile while that is of the chosen system, the same object each time', () => {
    const profile = { ...salesforce, label: 'Ours' };
    const state = { target, profile };
    expect(projectTarget(state, builtInTarget)?.label).toBe('Ours');
    expect(projectTarget(state, builtInTarget)).toBe(projectTarget(state, builtInTarget));
    expect(usesProfile(state)).toBe(true);
    const zoho = { target: { system: 'zoho', loader: 'bulkWrite' }, profile };
    expect(projectTarget(zoho, builtInTarget)).toBe(builtInTarget('zoho'));
    expect(projectTarget({ target: null, profile }, builtInTarget)).toBeNull();
  });

  it('marks the results of one object by what that object says, and checks by all of it', () => {
    const changed = {
      ...salesforce,
      objects: salesforce.objects.map((o) => (o === account ? { ...o, label: 'X' } : o)),
    };
    const before = { target, profile: { ...salesforce } };
    const after = { target, profile: changed };
    expect(objectMark(before, 'Contact')).toBe(objectMark(after, 'Contact'));
    expect(objectMark(before, 'Account')).not.toBe(objectMark(after, 'Account'));
    expect(profileMark(before)).not.toBe(profileMark(after));
    expect(profileMark({ target, profile: null })).toBeNull();
  });
});
