import { BUILT_IN_SYSTEMS, builtInTarget, objectNamed } from '@shared/target/catalogue';
import { ddlOf, identifier } from '@shared/target/ddl';
import { changeField, newField } from '@shared/target/edit';
import type { TargetSystem } from '@shared/target/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../support/postgres';

const catalogue = (system: string): TargetSystem => {
  const found = builtInTarget(system);
  if (!found) throw new Error(`no ${system}`);
  return found;
};

describe('the tables of a catalogue', () => {
  it.each(BUILT_IN_SYSTEMS.map(({ system }) => system))('are made without an error: %s', async (system) => {
    const database = await testDatabase(`winnow_ddl_${system}`);
    try {
      expect(await database.run(ddlOf(catalogue(system)))).toEqual([]);
      const tables = await database.count(
        'SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()',
      );
      expect(tables).toBe(catalogue(system).objects.length);
    } finally {
      await database.close();
    }
  });

  it('say types, lengths, digits, lists, keys and links in SQL', () => {
    const [account = ''] = ddlOf(catalogue('salesforce'));
    const lines = account.split(',\n').map((line) => line.trim());
    expect(lines[0]).toBe('CREATE TABLE "Account" (\n  "Legacy_Id__c" varchar(255) NOT NULL PRIMARY KEY');
    expect(lines).toContain('"Name" varchar(255) NOT NULL');
    expect(lines).toContain('"AnnualRevenue" numeric(18, 0)');
    expect(lines).toContain(`"Rating" varchar(40) CHECK ("Rating" IN ('Hot', 'Warm', 'Cold'))`);
    expect(lines).toContain('"ParentId" varchar(255)');
    expect(ddlOf(catalogue('salesforce'), { picklists: 'restricted' })[0]).not.toContain('CHECK ("Rating"');
    expect(ddlOf(catalogue('salesforce'))).toContain(
      'ALTER TABLE "Account" ADD FOREIGN KEY ("ParentId") REFERENCES "Account" ("Legacy_Id__c") DEFERRABLE INITIALLY DEFERRED',
    );
    const task = ddlOf(catalogue('salesforce')).find((statement) =>
      statement.startsWith('CREATE TABLE "Task"'),
    );
    expect(task).toContain('"WhoId.Lead" varchar(255) REFERENCES "Lead" ("Legacy_Id__c")');
    expect(task).toContain('CHECK (num_nonnulls("WhoId.Contact", "WhoId.Lead") <= 1)');
    expect(task).not.toContain('winnow_');
  });

  it('quote names, and cut long ones so that they stay apart', () => {
    expect(identifier('a"b')).toBe('"a""b"');
    const long = 'x'.repeat(70);
    expect(identifier(`${long}1`)).not.toBe(identifier(`${long}2`));
    expect(identifier(`${long}1`).length).toBeLessThanOrEqual(65);
    expect(new TextEncoder().encode(identifier('ü'.repeat(60))).length).toBeLessThanOrEqual(65);
  });

  it('hold the values of a list with a quote in it', async () => {
    const account = objectNamed(catalogue('salesforce'), 'Account')!;
    const odd = changeField(account, 'Rating', { picklist: ["It's hot", 'a;b'] });
    const tags = { ...newField('Tags__c', 'Tags', 'multiselect'), picklist: ['x', "y'z"] };
    if (!odd.ok) throw new Error(odd.error.message);
    const object = { ...odd.value, fields: [...odd.value.fields, tags] };
    const database = await testDatabase('winnow_ddl_odd');
    try {
      expect(await database.run(ddlOf({ ...catalogue('salesforce'), objects: [object] }))).toEqual([]);
      const insert = (rating: string, list: string) =>
        `INSERT INTO "Account" ("Legacy_Id__c", "Name", "Rating", "Tags__c") VALUES ('${rating}${list}', 'A', '${rating}', '${list}')`;
      expect(await database.run([insert("It''s hot", "x;y''z")])).toEqual([]);
      expect(await database.run([insert('Hot', 'x')])).toHaveLength(1);
      expect(await database.run([insert('a;b', 'x;q')])).toHaveLength(1);
    } finally {
      await database.close();
    }
  });
});

describe('the database refuses what the loader would', () => {
  let database: TestDatabase;
  const account = (columns: string, values: string) =>
    `INSERT INTO "Account" (${columns}) VALUES (${values})`;

  beforeAll(async () => {
    database = await testDatabase('winnow_ddl_refuse');
    await database.run(ddlOf(catalogue('salesforce')));
    await database.run([account('"Legacy_Id__c", "Name"', "'a1', 'Acme'")]);
  }, 60_000);
  afterAll(() => database.close());

  it.each([
    ['a required field that is empty', account('"Legacy_Id__c"', "'a2'"), 'null value in column "Name"'],
    ['a key that is there already', account('"Legacy_Id__c", "Name"', "'a1', 'B'"), 'duplicate key'],
    ['a text that is too long', account('"Legacy_Id__c", "Name"', `'a3', '${'x'.repeat(256)}'`), 'too long'],
    [
      'a value that is not in the list',
      account('"Legacy_Id__c", "Name", "Industry"', "'a4', 'A', 'Alchemy'"),
      'violates check',
    ],
    [
      'a number with too many digits',
      account('"Legacy_Id__c", "Name", "AnnualRevenue"', "'a5', 'A', '1234567890123456789'"),
      'numeric field overflow',
    ],
    [
      'a parent that is not there',
      `INSERT INTO "Contact" ("Legacy_Id__c", "LastName", "AccountId") VALUES ('c1', 'Berg', 'nobody')`,
      'violates foreign key',
    ],
    [
      'itself as a parent that is not there, at the end of the transaction',
      account('"Legacy_Id__c", "Name", "ParentId"', "'a6', 'A', 'nobody'"),
      'violates foreign key',
    ],
    [
      'neither of a group',
      `INSERT INTO "Campaign" ("Legacy_Id__c", "Name") VALUES ('k1', 'Fair'); INSERT INTO "CampaignMember" ("Legacy_Id__c", "CampaignId") VALUES ('m1', 'k1')`,
      'violates check',
    ],
  ])('%s', async (_what, statement, words) => {
    const refused = await database.run([statement]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toContain(words);
  });

  it('and takes a child whose parent comes later in the same transaction', async () => {
    const both = `BEGIN; ${account('"Legacy_Id__c", "Name", "ParentId"', "'a8', 'Child', 'a9'")}; ${account('"Legacy_Id__c", "Name"', "'a9', 'Parent'")}; COMMIT`;
    expect(await database.run([both])).toEqual([]);
  });
});
