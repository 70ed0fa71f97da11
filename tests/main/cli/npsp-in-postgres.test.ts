import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@shared/base/result';
import { signCheckpoint } from '@shared/journal/checkpoint';
import { DEFAULT_MATCH_SETTINGS } from '@shared/match/types';
import type { Manifest } from '@shared/package/types';
import { builtInTarget } from '@shared/target/catalogue';
import { ddlOf } from '@shared/target/ddl';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCast } from '../../../src/main/cli/demo/cast';
import { writePackageFolder } from '../../../src/main/cli/write-package';
import { loadPackage } from '../../support/load-package';
import { type TestDatabase, testDatabase } from '../../support/postgres';
import { keepAll, type TestProject, testProject, waiveChecklist } from '../../support/project';

/** Sample data of the Salesforce package for non-profits, beside the project and not part of it. */
const FOLDER = join(import.meta.dirname, '../../../../shared/data/legacy/npsp_1k');
const present = existsSync(FOLDER);

/** Tables called like the objects they fill, parents first, so that links to them are found. */
const OBJECTS = ['Account', 'Campaign', 'Contact', 'Opportunity', 'CampaignMember', 'OpportunityContactRole'];

/** Values of the non-profit package that Sales Cloud has no word for, and the place a steward gives them; '' = none. */
const PLACES: Readonly<Record<string, string>> = {
  'Household Account': 'Other',
  Honorable: '',
  Rev: '',
  Pledged: 'Negotiation/Review',
  Donor: 'Other',
  'Soft Credit': 'Other',
  'Household Member': 'Other',
};

/** Reads the tables and maps them as suggested; list values without a home get their place. */
async function mapped(): Promise<TestProject> {
  const tables = await Promise.all(
    OBJECTS.map(async (id) => ({ id, csv: await readFile(join(FOLDER, `${id}.csv`), 'utf8') })),
  );
  const project = await testProject('salesforce', tables);
  for (const object of OBJECTS) {
    const { keyColumn, fields } = unwrap(await project.engine.suggest(object, object));
    const suggested = { tableId: object, object, keyColumn, fields: fields.map(({ mapping }) => mapping) };
    const { unmapped } = unwrap(await project.engine.draftMapping(object, suggested));
    const placed = suggested.fields.map((field) => {
      const open = (unmapped[field.field] ?? []).map(({ value }) => [value, PLACES[value] ?? value]);
      return { ...field, valueMap: { ...field.valueMap, ...Object.fromEntries(open) } };
    });
    await project.add('mapping.set', { mapping: { ...suggested, fields: placed } });
  }
  return project;
}

/**
 * Tables a steward says have no duplicates of their own: donations of one giver repeat each other and contact roles are
 * bare links, so their ids alone tell them apart. Under the default settings hundreds of both would be joined.
 */
const UNIQUE = ['Opportunity', 'OpportunityContactRole'];

/** Most rounds of questions about one object: cutting a cluster can raise another one. */
const ROUNDS = 5;

/** Joins what Winnow joins by itself, and leaves every cluster that waits for a person grouped as suggested. */
async function settleDuplicates(project: TestProject, object: string): Promise<void> {
  const { engine } = project;
  if (UNIQUE.includes(object)) {
    const settings = { ...DEFAULT_MATCH_SETTINGS, unique: [object] };
    await project.add('match.settings', { object, settings });
  }
  for (let round = 0; round < ROUNDS; round++) {
    const { items } = unwrap(await engine.clusters(object, 'open', 0, 10_000));
    if (items.length === 0) return;
    for (const { id } of items) {
      const { records, cluster } = unwrap(await engine.cluster(object, id));
      const keyOf = new Map(records.map(({ index, key }) => [index, key]));
      const groups = cluster.groups.map((members) => members.flatMap((member) => keyOf.get(member) ?? []));
      const verdict = groups.length === 1 ? 'merge' : 'split';
      await project.add('cluster.decided', { object, verdict, groups, reason: 'as suggested' });
    }
  }
}

describe.skipIf(!present)('the package of NPSP sample data (skipped where shared/data is absent)', () => {
  let folder: string;
  let manifest: Manifest;
  let database: TestDatabase | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-npsp-'));
    const project = await mapped();
    const { steward } = await demoCast();
    await project.add('person.registered', { person: steward.person });
    for (const object of OBJECTS) await settleDuplicates(project, object);
    for (const object of OBJECTS) await keepAll(project, object);
    await waiveChecklist(project, OBJECTS);
    const { entries, engine } = project;
    const checkpoint = await signCheckpoint(entries, steward.signer);
    const request = { name: 'NPSP', createdAt: '2026-11-14T10:00:00Z', checkpoint };
    const built = unwrap(await engine.buildPackage(request));
    manifest = built.manifest;
    await writePackageFolder(join(folder, 'package'), built.files);
  }, 300_000);

  afterAll(async () => {
    await database?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('loads with zero violations, and the tables count what the reconciliation says', async () => {
    const system = builtInTarget('salesforce');
    if (!system) throw new Error('no Salesforce catalogue');
    database = await testDatabase('winnow_npsp');
    expect(await database.run(ddlOf(system))).toEqual([]);
    const { refused } = await loadPackage(join(folder, 'package'), system, database);
    expect(refused).toEqual([]);
    const counts = await countsOf(
      database,
      OBJECTS.map((object) => `"${object}"`),
    );
    const exported = new Map(manifest.ledger.map((line) => [line.object, line.exported]));
    expect(counts).toEqual(OBJECTS.map((object) => exported.get(object)));
    // Nothing stays behind but what was joined: rows of the files = rows of the tables + merged ones.
    const lost = manifest.ledger.map(({ excluded, rejected, held }) => [excluded, rejected, held]);
    expect(lost).toEqual(OBJECTS.map(() => [0, 0, 0]));
    expect(manifest.ledger.map(({ object, read }) => [object, read])).toEqual([
      ['Account', 1223],
      ['Campaign', 13],
      ['Contact', 1024],
      ['Opportunity', 1517],
      ['CampaignMember', 1699],
      ['OpportunityContactRole', 3499],
    ]);
  }, 120_000);

  it('keeps every link and every amount', async () => {
    if (!database) throw new Error('nothing was loaded');
    // Neither of these parents was joined with another, so the links are those of the files, row by row.
    expect(await linked(database, 'Opportunity', 'account_id', 'Account')).toBe(1517);
    expect(await linked(database, 'OpportunityContactRole', 'opportunity_id', 'Opportunity')).toBe(3499);
    expect(await linked(database, 'CampaignMember', 'campaign_id', 'Campaign')).toBe(1699);
    // Contacts were joined: whoever pointed to one of them points to the survivor, and nobody to nothing.
    const contacts = await database.count('SELECT count(*) FROM "Contact"');
    expect(contacts).toBeLessThan(1024);
    expect(await database.count('SELECT count("AccountId") FROM "Contact"')).toBe(contacts);
    expect(await database.count('SELECT count("ContactId") FROM "CampaignMember"')).toBe(1699);
    expect(await database.count('SELECT count("ContactId") FROM "OpportunityContactRole"')).toBe(3499);
    expect(await database.count('SELECT sum("Amount") FROM "Opportunity"')).toBe(1_739_555);
  });
});

/** Rows of a table that point to the parent the file names. */
async function linked(
  database: TestDatabase,
  object: string,
  column: string,
  parent: string,
): Promise<number> {
  const text = await readFile(join(FOLDER, `${object}.csv`), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const pairs = data.map((row) => `('${object}:${row['id']}', '${parent}:${row[column]}')`);
  return database.count(
    `SELECT count(*) FROM "${object}" t JOIN (VALUES ${pairs.join(', ')}) v (id, parent)
       ON t."Legacy_Id__c" = v.id AND t."${parent}Id" = v.parent`,
  );
}

async function countsOf(database: TestDatabase, tables: readonly string[]): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const table of tables) counts.push(await database.count(`SELECT count(*) FROM ${table}`));
  return counts;
}
