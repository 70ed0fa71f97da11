import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { builtInTarget } from '@shared/target/catalogue';
import { ddlOf } from '@shared/target/ddl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSamples } from '../../../scripts/samples/build';
import { play } from '../../../src/main/cli/demo/play';
import { loadPackage } from '../../support/load-package';
import { type TestDatabase, testDatabase } from '../../support/postgres';

/**
 * Two fifths of the sample estate, from the generator that made the samples: 8,285 rows read, 2,347 loaded. More would take
 * over a minute of processor time.
 */
const SCALE = 2 / 5;

describe('the package of the sample estate in a database with the constraints of Salesforce', () => {
  let folder: string;
  let database: TestDatabase | undefined;
  let exported = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-postgres-'));
    await mkdir(join(folder, 'project'));
    for (const [path, bytes] of buildSamples('postgres-test', SCALE)) {
      const file = join(folder, 'samples', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    const { ledger } = await play({
      projectsFolder: join(folder, 'project'),
      packageFolder: join(folder, 'package'),
      samplesFolder: join(folder, 'samples'),
      version: '0.0.0',
      report: () => undefined,
      tell: () => undefined,
    });
    exported = ledger.total.exported;
  }, 600_000);

  afterAll(async () => {
    await database?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('loads with zero violations, every exported row once', async () => {
    const system = builtInTarget('salesforce');
    if (!system) throw new Error('no Salesforce catalogue');
    database = await testDatabase('winnow_estate');
    expect(await database.run(ddlOf(system))).toEqual([]);
    const { rows, refused } = await loadPackage(join(folder, 'package'), system, database);
    expect(refused).toEqual([]);
    expect(Object.values(rows).reduce((sum, count) => sum + count, 0)).toBe(exported);
    expect(exported).toBeGreaterThan(2000);
    for (const [object, count] of Object.entries(rows))
      expect(await database.count(`SELECT count(*) FROM "${object}"`)).toBe(count);
    // The links are there, too: contacts of accounts, accounts of groups.
    expect(await database.count('SELECT count("AccountId") FROM "Contact"')).toBeGreaterThan(100);
  }, 300_000);
});
