import { unwrap } from '@shared/base/result';
import { signerFromSeed } from '@shared/govern/identity';
import { signCheckpoint } from '@shared/journal/checkpoint';
import { verifyPackage } from '@shared/package/verify';
import { describe, expect, it } from 'vitest';
import { keepAll, type TestProject, testProject, waiveChecklist } from '../../support/project';

const CONTACTS =
  'No,Name,Company,City\n1,Ada Moser,Bell AG,Basel\n2,Ben Keller,Bell AG,Basel\n3,Dora Huber,Dane GmbH,Kiel\n4,Eve Frei,,Thun\n';

const OBJECTS = ['Account', 'Contact'];

const column = (field: string, from: string) => ({
  field,
  from: { kind: 'column' as const, column: from },
  transforms: [],
  valueMap: {},
});

/** People of a list, and the companies made from it, mapped, with every question settled. */
async function settled(): Promise<TestProject> {
  const project = await testProject('salesforce', [{ id: 'list', csv: CONTACTS }]);
  await project.add('table.derived', {
    tableId: 'firms',
    name: 'Firms',
    derivation: { kind: 'distinct', from: 'list', by: ['Company'], columns: ['City'] },
    keyColumn: 'Company',
  });
  await project.add('mapping.set', {
    mapping: {
      tableId: 'firms',
      object: 'Account',
      keyColumn: 'Company',
      fields: [column('Name', 'Company'), column('BillingCity', 'City')],
    },
  });
  const link = { kind: 'reference' as const, column: 'Company', table: 'firms', by: null };
  await project.add('mapping.set', {
    mapping: {
      tableId: 'list',
      object: 'Contact',
      keyColumn: 'No',
      fields: [column('LastName', 'Name'), { field: 'AccountId', from: link, transforms: [], valueMap: {} }],
    },
  });
  for (const object of OBJECTS) await keepAll(project, object);
  await waiveChecklist(project, OBJECTS);
  return project;
}

describe('a package with tables made from other tables', () => {
  it('is verified without the project: rows read and rows made are all accounted for', async () => {
    const project = await settled();
    const signer = await signerFromSeed(new Uint8Array(32).fill(7));
    const person = {
      id: 'mara',
      name: 'Mara',
      title: 'Data',
      roles: ['steward' as const],
      publicKey: signer.publicKey,
    };
    await project.add('person.registered', { person });
    const checkpoint = await signCheckpoint(project.entries, signer);
    const request = { name: 'Two objects', createdAt: '2026-11-14T10:00:00Z', checkpoint };
    const { files, manifest } = unwrap(await project.engine.buildPackage(request));
    expect(manifest.ledger).toMatchObject([
      { tableId: 'list', read: 4, exported: 4 },
      { tableId: 'firms', read: 0, made: 2, exported: 2 },
    ]);
    const bytes = new Map(files.map((file) => [file.path, file.bytes]));
    const report = await verifyPackage({
      list: async () => [...bytes.keys()],
      bytes: async (path) => bytes.get(path)!,
    });
    expect(report.findings.filter(({ ok }) => !ok)).toEqual([]);
    const sums = report.findings.find(({ check }) => check === 'reconciliation');
    expect(sums?.sentence).toMatch(/^4 rows read \+ 2 made from them = 6 exported/);
    const text = (path: string) => new TextDecoder().decode(bytes.get(path));
    expect(text('README_implementer.md')).toContain('- Firms: One row for every Company in list.');
    const contacts = [...bytes.keys()].find((path) => path.endsWith('_Contact.csv'))!;
    expect(text(contacts)).toContain('firms:Bell AG');
  });
});
