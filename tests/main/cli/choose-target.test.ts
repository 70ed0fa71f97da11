import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInTarget } from '@shared/target/catalogue';
import { profileText } from '@shared/target/profile-file';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseTarget } from '../../../src/main/cli/choose-target';

describe('--target', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-target-'));
    const zoho = builtInTarget('zoho')!;
    await writeFile(join(folder, 'zoho.profile.json'), profileText({ ...zoho, label: 'Our Zoho' }));
    await writeFile(join(folder, 'other.json'), '{"a":1}');
    await writeFile(
      join(folder, 'account.json'),
      JSON.stringify({
        name: 'Account',
        fields: [{ name: 'Name', type: 'string', length: 40, nillable: false, createable: true }],
      }),
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is a built-in system by name', async () => {
    expect(await chooseTarget('zoho', 'Leads')).toEqual({
      ok: true,
      value: { system: builtInTarget('zoho'), notes: [] },
    });
  });

  it('is the file of a saved profile, complete with header words', async () => {
    const chosen = await chooseTarget(join(folder, 'zoho.profile.json'), null);
    if (!chosen.ok) throw new Error(chosen.error.message);
    expect(chosen.value.system).toEqual({ ...builtInTarget('zoho'), label: 'Our Zoho' });
  });

  it('is the metadata of the organisation, with what is to be known about it', async () => {
    const chosen = await chooseTarget(join(folder, 'account.json'), 'Account');
    if (!chosen.ok) throw new Error(chosen.error.message);
    const account = chosen.value.system.objects.find((object) => object.name === 'Account');
    expect(account?.fields.find((field) => field.api === 'Name')?.maxLength).toBe(40);
    expect(chosen.value.notes[0]).toContain('has no field “Legacy_Id__c” yet');
  });

  it.each([
    ['nothing', null, 'NO_TARGET'],
    ['a name nobody knows', 'sugar', 'TARGET_UNKNOWN'],
    ['a file that is not there', './none.json', 'FILE_MISSING'],
  ])('is refused as %s', async (_what, named, code) => {
    expect(await chooseTarget(named, null)).toMatchObject({ ok: false, error: { code } });
  });

  it('is refused as a file of another kind, and with an object it does not have', async () => {
    expect(await chooseTarget(join(folder, 'other.json'), null)).toMatchObject({
      ok: false,
      error: { code: 'METADATA_UNKNOWN' },
    });
    expect(await chooseTarget('generic', 'Account')).toMatchObject({
      ok: false,
      error: { code: 'OBJECT_UNKNOWN' },
    });
  });
});
