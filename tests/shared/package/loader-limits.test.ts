import type { PackageInput } from '@shared/package/types';
import { writePackage } from '@shared/package/write';
import { builtInTarget } from '@shared/target/catalogue';
import { describe, expect, it } from 'vitest';
import { packageInput, type RowSpec, SALESFORCE, type TableSpec } from './fixture';

const rows = (count: number, values: (at: number) => Record<string, string>): readonly RowSpec[] =>
  Array.from({ length: count }, (_, at) => ({ key: `k${at}`, fate: 'exported', values: values(at) }));

const accounts: TableSpec = {
  id: 'crm',
  object: 'Account',
  rows: rows(5, (at) => ({ Name: `Firm ${at}`, Phone: `${at}` })),
};

const withLoader = (input: PackageInput, change: Partial<PackageInput['loader']>): PackageInput => ({
  ...input,
  loader: { ...input.loader, ...change },
});

const refusal = (input: PackageInput) => {
  const result = writePackage(input);
  return result.ok ? 'written' : `${result.error.code}: ${result.error.message}`;
};

function textOf(input: PackageInput, path: string): string {
  const result = writePackage(input);
  if (!result.ok) throw new Error(result.error.message);
  const file = result.value.files.find((item) => item.path === path);
  if (!file) throw new Error(result.value.files.map((item) => item.path).join(', '));
  return new TextDecoder().decode(file.bytes);
}

describe('the limits of a loader', () => {
  it('refuse an object it does not take, with what to do', async () => {
    const input = await packageInput({ tables: [accounts] });
    expect(refusal(withLoader(input, { objects: ['Contact'] }))).toBe(
      'LOADER_OBJECT: Data Loader does not take Accounts, only Contact. Choose another loader on the Map screen, or leave Accounts out of this package.',
    );
    expect(refusal(withLoader(input, { objects: ['Account'] }))).toBe('written');
  });

  it('do not matter for an object without rows to load', async () => {
    const none = { ...accounts, rows: [{ key: 'k0', fate: 'excluded', reason: 'old', values: {} }] } as const;
    const input = await packageInput({ tables: [none] });
    expect(refusal(withLoader(input, { objects: ['Contact'], maxColumns: 1 }))).toBe('written');
  });

  it('refuse more columns than it reads, the legacy key among them', async () => {
    const input = await packageInput({ tables: [accounts] });
    expect(refusal(withLoader(input, { maxColumns: 3 }))).toBe('written');
    expect(refusal(withLoader(input, { maxColumns: 2 }))).toContain(
      'LOADER_COLUMNS: The file of Accounts would have 3 columns; Data Loader takes 2.',
    );
  });

  it('cut files at its rows', async () => {
    const input = await packageInput({ tables: [accounts] });
    const result = writePackage(withLoader(input, { maxRows: 2 }));
    expect(result.ok && result.value.manifest.objects[0]?.files).toEqual([
      '01_Account_part01of03.csv',
      '01_Account_part02of03.csv',
      '01_Account_part03of03.csv',
    ]);
  });
});

describe('a loader that links by name', () => {
  const pipedrive = builtInTarget('pipedrive')!;

  it('finds the name of the parent beside its key, and nothing where there is no link', async () => {
    const input = await packageInput({
      system: pipedrive,
      tables: [
        {
          id: 'firms',
          object: 'organization',
          rows: [
            { key: 'firms:1', fate: 'exported', values: { name: 'Acme, Inc.' } },
            { key: 'firms:2', fate: 'exported', values: { name: 'Bolt' } },
            { key: 'firms:3', fate: 'excluded', reason: 'old', values: { name: 'Gone' } },
          ],
        },
        {
          id: 'people',
          object: 'person',
          rows: [
            { key: 'people:a', fate: 'exported', values: { name: 'Ann', org_id: 'firms:1' } },
            { key: 'people:b', fate: 'exported', values: { name: 'Bo', org_id: '' } },
            { key: 'people:c', fate: 'exported', values: { name: 'Cy', org_id: 'firms:3' } },
          ],
        },
      ],
    });
    expect(textOf(input, '02_person.csv')).toBe(
      [
        'Person - Legacy ID,Person - Name,Organization - Legacy ID,Organization - Name',
        'people:b,Bo,,',
        'people:c,Cy,,',
        'people:a,Ann,firms:1,"Acme, Inc."',
        '',
      ].join('\r\n'),
    );
  });

  it('changes nothing for loaders that link by key', async () => {
    expect(SALESFORCE.objects.flatMap((item) => item.fields).some((item) => item.references?.byName)).toBe(
      false,
    );
    const system = builtInTarget('salesforce')!;
    expect(system.objects.flatMap((item) => item.fields).some((item) => item.references?.byName)).toBe(false);
  });
});
