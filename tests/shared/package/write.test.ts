import { sha256Hex } from '@shared/base/canonical';
import { unwrap } from '@shared/base/result';
import { readRecipe } from '@shared/clean/recipe-file';
import type { Recipe } from '@shared/clean/types';
import type { TableMapping } from '@shared/mapping/types';
import type { PackageInput } from '@shared/package/types';
import { writePackage } from '@shared/package/write';
import { columnOf } from '@shared/table/column';
import type { Loader, TargetSystem } from '@shared/target/types';
import { describe, expect, it } from 'vitest';
import { DIALECT, ESTATE, field, object, packageInput, reference, SALESFORCE, textOf } from './fixture';

const loader = (limits: Partial<Loader>): Loader => ({ ...SALESFORCE.loaders[0]!, ...limits });

describe('the files of a package', () => {
  it('are named by load order, second pass and disposition', async () => {
    const { files } = unwrap(writePackage(await packageInput({ tables: ESTATE })));
    expect(files.map((file) => file.path)).toEqual([
      '01_Account.csv',
      '01_Account.sdl',
      'second_pass/01_Account_Parent.csv',
      'second_pass/01_Account_Parent.sdl',
      '02_Contact.csv',
      '02_Contact.sdl',
      'crosswalk.csv',
      'excluded/Account.csv',
      'excluded/Loschliste.csv',
      'rejected/Account.csv',
      'rejected/Contact.csv',
      'mapping.csv',
      'reconciliation.csv',
      'reconciliation.html',
      'report.html',
      'audit.jsonl',
      'audit.checkpoint.json',
      'ballots.json',
      'README_implementer.md',
      'manifest.json',
      'manifest.sha256',
    ]);
  });

  it('hold the recipe of every table that was cleaned, as a recipe file', async () => {
    const steps: Recipe = [
      { id: 's1', action: { kind: 'remove', columns: ['Fax'] }, where: [], enabled: true, note: '' },
    ];
    const { files, manifest } = unwrap(
      writePackage(
        await packageInput({
          tables: ESTATE,
          recipes: [
            { tableName: 'Kunden 2019', steps },
            { tableName: 'kunden/2019', steps },
            { tableName: 'Listen', steps: [] },
          ],
        }),
      ),
    );
    expect(files.map(({ path }) => path).filter((path) => path.startsWith('recipes/'))).toEqual([
      'recipes/Kunden_2019.json',
      'recipes/kunden_2019_2.json',
    ]);
    expect(readRecipe(textOf(files, 'recipes/Kunden_2019.json'))).toEqual({
      ok: true,
      value: { table: 'Kunden 2019', steps },
    });
    expect(manifest.files.find(({ path }) => path === 'recipes/Kunden_2019.json')?.role).toBe('mapping');
    expect(textOf(files, 'README_implementer.md')).toContain(
      '- `recipes/Kunden_2019.json`: the cleaning steps a table went through before it was mapped',
    );
  });

  it('are the same bytes for the same input', async () => {
    const input = await packageInput({ tables: ESTATE });
    const hashes = (): string[] => unwrap(writePackage(input)).files.map((file) => sha256Hex(file.bytes));
    expect(hashes()).toEqual(hashes());
  });
});

describe('load files', () => {
  it('hold exported golden records only, legacy key first, quoted where needed, nothing guarded', async () => {
    const { files } = unwrap(writePackage(await packageInput({ tables: ESTATE })));
    expect(textOf(files, '01_Account.csv')).toBe(
      [
        'Legacy_Id__c,Name,Phone,Owner.Email',
        'crm-a:2,"Brandt, ""Logistik"" KG",,',
        'crm-a:1,"Hartmann\n& Söhne",+49 711 44020,eva@example.com',
        '',
      ].join('\n'),
    );
  });

  it('carry the parent key under the loader header, empty where the parent stays behind, siblings together', async () => {
    const { files } = unwrap(writePackage(await packageInput({ tables: ESTATE })));
    expect(textOf(files, '02_Contact.csv')).toBe(
      [
        'Legacy_Id__c,LastName,Account.Legacy_Id__c',
        'erp-c:12,Cole,',
        'erp-c:11,Abel,crm-a:1',
        'erp-c:13,Dahl,crm-a:1',
        'erp-c:10,Ömer,crm-a:2',
        '',
      ].join('\n'),
    );
    expect(textOf(files, 'README_implementer.md')).toContain(
      '- Contact: 1 link in AccountId left empty, because the record it points to is not in this package.',
    );
  });

  it('leave self references to a second pass', async () => {
    const { files } = unwrap(writePackage(await packageInput({ tables: ESTATE })));
    expect(textOf(files, 'second_pass/01_Account_Parent.csv')).toBe(
      'Legacy_Id__c,Parent.Legacy_Id__c\ncrm-a:2,crm-a:1\n',
    );
  });

  it('leave references to objects loaded later to a second pass as well', async () => {
    const system: TargetSystem = {
      ...SALESFORCE,
      objects: [
        object('Account', 1, [reference('MainContactId', 'MainContact.Legacy_Id__c', ['Contact'])]),
        object('Contact', 2, [field('LastName')]),
      ],
    };
    const { files } = unwrap(
      writePackage(
        await packageInput({
          system,
          tables: [
            {
              id: 'a',
              object: 'Account',
              rows: [{ key: 'a:1', fate: 'exported', values: { MainContactId: 'c:1' } }],
            },
            {
              id: 'c',
              object: 'Contact',
              rows: [{ key: 'c:1', fate: 'exported', values: { LastName: 'X' } }],
            },
          ],
        }),
      ),
    );
    expect(textOf(files, '01_Account.csv')).toBe('Legacy_Id__c\na:1\n');
    expect(textOf(files, 'second_pass/01_Account_MainContact.csv')).toBe(
      'Legacy_Id__c,MainContact.Legacy_Id__c\na:1,c:1\n',
    );
  });

  it('give each parent type of a polymorphic reference a column of its own', async () => {
    const tables = [
      ...ESTATE,
      {
        id: 't',
        object: 'Task',
        rows: [
          { key: 't:1', fate: 'exported', values: { Subject: 'Call', WhoId: 'erp-c:10', WhatId: 'crm-a:2' } },
          { key: 't:2', fate: 'exported', values: { Subject: 'Follow up', WhatId: 't:1' } },
        ],
      },
    ] as const;
    const { files } = unwrap(writePackage(await packageInput({ tables })));
    expect(textOf(files, '09_Task.csv')).toBe(
      [
        'Legacy_Id__c,Subject,Contact:Who.Legacy_Id__c,Account:What.Legacy_Id__c',
        't:2,Follow up,,',
        't:1,Call,erp-c:10,crm-a:2',
        '',
      ].join('\n'),
    );
    expect(textOf(files, 'second_pass/09_Task_What.csv')).toBe(
      'Legacy_Id__c,Task:What.Legacy_Id__c\nt:2,t:1\n',
    );
    expect(textOf(files, '09_Task.sdl')).toBe(
      [
        '#Mapping values',
        'Legacy_Id__c=Legacy_Id__c',
        'Subject=Subject',
        'Contact\\:Who.Legacy_Id__c=Who\\:Contact-Legacy_Id__c',
        'Account\\:What.Legacy_Id__c=What\\:Account-Legacy_Id__c',
        '',
      ].join('\n'),
    );
  });

  it('follow the dialect: labels, delimiter, byte order mark, line ending', async () => {
    const system: TargetSystem = {
      ...SALESFORCE,
      system: 'elsewhere',
      file: { ...DIALECT, header: 'label', delimiter: ';', bom: true, lineEnding: '\r\n' },
    };
    const { files } = unwrap(writePackage(await packageInput({ system, tables: ESTATE.slice(0, 1) })));
    expect(textOf(files, '01_Account.csv').split('\r\n').slice(0, 2)).toEqual([
      '\ufeffLegacy ID;Account Name;Phone;Owner.Email',
      'crm-a:2;"Brandt, ""Logistik"" KG";;',
    ]);
    expect(files.some((file) => file.path.endsWith('.sdl'))).toBe(false);
  });

  it('are split by rows, header in each part, and the crosswalk names the part', async () => {
    const input = { ...(await packageInput({ tables: ESTATE })), loader: loader({ maxRows: 3 }) };
    const { files, manifest } = unwrap(writePackage(input));
    expect(textOf(files, '02_Contact_part01of02.csv')).toBe(
      'Legacy_Id__c,LastName,Account.Legacy_Id__c\nerp-c:12,Cole,\nerp-c:11,Abel,crm-a:1\nerp-c:13,Dahl,crm-a:1\n',
    );
    expect(textOf(files, '02_Contact_part02of02.csv')).toBe(
      'Legacy_Id__c,LastName,Account.Legacy_Id__c\nerp-c:10,Ömer,crm-a:2\n',
    );
    expect(manifest.objects[1]!.files).toEqual(['02_Contact_part01of02.csv', '02_Contact_part02of02.csv']);
    expect(textOf(files, 'crosswalk.csv')).toContain(
      'ERP,Kontakte,,2,erp-c:10,exported,Contact,erp-c:10,02_Contact_part02of02.csv,erp-c\r\n',
    );
  });

  it('are split by bytes, not by characters', async () => {
    // Header 13 bytes; a row is "k:1,Ää…" with two bytes for each umlaut.
    const name = 'ä'.repeat(20);
    const rows = [1, 2, 3].map((n) => ({
      key: `k:${n}`,
      fate: 'exported' as const,
      values: { Name: name },
    }));
    const tables = [{ id: 'k', object: 'Account', rows }];
    const head = 'Legacy_Id__c,Name\n'.length;
    const row = 'k:1,'.length + 40 + 1;
    const parts = async (maxBytes: number): Promise<number[]> => {
      const input = { ...(await packageInput({ tables })), loader: loader({ maxBytes }) };
      const { files } = unwrap(writePackage(input));
      return files.filter((file) => /^01_Account.*csv$/.test(file.path)).map((file) => file.bytes.length);
    };
    expect(await parts(head + 2 * row)).toEqual([head + 2 * row, head + row]);
    expect(await parts(head + 2 * row - 1)).toEqual([head + row, head + row, head + row]);
  });

  it('refuse a record that no file can take', async () => {
    const tables = [
      {
        id: 'k',
        object: 'Account',
        rows: [{ key: 'k:1', fate: 'exported', values: { Name: 'x'.repeat(100) } }],
      },
    ] as const;
    const input = { ...(await packageInput({ tables })), loader: loader({ maxBytes: 100 }) };
    expect(writePackage(input)).toMatchObject({ ok: false, error: { code: 'ROW_TOO_LARGE' } });
  });

  it('leave working fields out, and the mapping sheet says so', async () => {
    const system: TargetSystem = {
      ...SALESFORCE,
      objects: [object('Account', 1, [field('Name'), field('winnow_open_balance', { working: true })])],
    };
    const values = { Name: 'Brandt', winnow_open_balance: '120.50' };
    const fields = ['Name', 'winnow_open_balance'].map((api) => ({
      field: api,
      from: { kind: 'column', column: api } as const,
      transforms: [],
      valueMap: {},
    }));
    const { files } = unwrap(
      writePackage(
        await packageInput({
          system,
          tables: [{ id: 'k', object: 'Account', rows: [{ key: 'k:1', fate: 'exported', values }] }],
          mappings: [{ tableId: 'k', object: 'Account', keyColumn: null, fields }],
        }),
      ),
    );
    expect(textOf(files, '01_Account.csv')).toBe('Legacy_Id__c,Name\nk:1,Brandt\n');
    expect(textOf(files, 'mapping.csv')).toContain(
      'Account,winnow_open_balance,winnow_open_balance,text,no,"not loaded, for rules only",',
    );
  });

  it('are left out where nothing is exported, and the README says so', async () => {
    const tables = [
      { id: 'k', object: 'Account', rows: [{ key: 'k:1', fate: 'excluded', values: {} }] },
    ] as const;
    const { files } = unwrap(writePackage(await packageInput({ tables })));
    expect(files.some((file) => file.path.startsWith('01_'))).toBe(false);
    expect(textOf(files, 'README_implementer.md')).toContain(
      'No record is exported. There is nothing to load.',
    );
  });
});

describe('lists for people', () => {
  it('tell every row of every source in the crosswalk', async () => {
    const { files } = unwrap(writePackage(await packageInput({ tables: ESTATE })));
    const lines = textOf(files, 'crosswalk.csv').split('\r\n');
    expect(lines.slice(0, 6)).toEqual([
      '\ufeffsource,table,part,line,record_key,disposition,target_object,surviving_key,load_file,table_id',
      'Old CRM,Accounts,,2,crm-a:2,exported,Account,crm-a:2,01_Account.csv,crm-a',
      'Old CRM,Accounts,,3,crm-a:1,exported,Account,crm-a:1,01_Account.csv,crm-a',
      'Old CRM,Accounts,,4,crm-a:3,merged,Account,crm-a:1,01_Account.csv,crm-a',
      'Old CRM,Accounts,,5,crm-a:4,excluded,Account,,,crm-a',
      'Old CRM,Accounts,,6,crm-a:line 6,rejected,Account,,,crm-a',
    ]);
    expect(lines).toHaveLength(1 + 11 + 1);
  });

  it('give each row left behind its reason, guarded against formulas', async () => {
    const { files } = unwrap(writePackage(await packageInput({ tables: ESTATE })));
    expect(textOf(files, 'excluded/Account.csv').split('\r\n')[1]).toBe(
      "Old CRM,Accounts,,5,crm-a:4,'=cmd|calc,test,It is a test record.,,crm-a",
    );
    expect(textOf(files, 'rejected/Account.csv').split('\r\n')[1]).toBe(
      "Old CRM,Accounts,,6,crm-a:line 6,'-broken;row,MALFORMED_ROW,Too few cells.,crm-a",
    );
    expect(textOf(files, 'excluded/Loschliste.csv').split('\r\n')[1]).toBe(
      'DPO,Löschliste,,2,list:line 2,Line 2,reference-list,Reference list.,,list',
    );
  });

  it('list held rows only under a waiver', async () => {
    const tables = [
      { id: 'k', object: 'Account', rows: [{ key: 'k:1', fate: 'held', values: {} }] },
    ] as const;
    expect(writePackage(await packageInput({ tables }))).toMatchObject({
      ok: false,
      error: { code: 'HELD_WITHOUT_WAIVER', details: { held: 1 } },
    });
    const waivers = [{ subject: 'held', reason: 'Goes with the next wave.', actor: 'dora' }];
    const { files } = unwrap(writePackage(await packageInput({ tables, waivers })));
    expect(textOf(files, 'held/Account.csv')).toContain('Old CRM,k,,2,k:1,,held,it is held,k\r\n');
    expect(textOf(files, 'report.html')).toContain('Goes with the next wave.');
  });

  it('show the mapping in words, long value maps in full in picklists.csv', async () => {
    const values = Object.fromEntries(
      Array.from({ length: 12 }, (_, n) => [`old ${String(n).padStart(2, '0')}`, 'New']),
    );
    const mappings: readonly TableMapping[] = [
      {
        tableId: 'crm-a',
        object: 'Account',
        keyColumn: 'No',
        fields: [
          {
            field: 'Name',
            from: { kind: 'join', columns: ['Company', 'Branch'], separator: ', ' },
            transforms: [{ op: 'trim' }, { op: 'truncate', length: 255 }],
            valueMap: {},
          },
          { field: 'Phone', from: { kind: 'column', column: '=Tel' }, transforms: [], valueMap: values },
          {
            field: 'ParentId',
            from: { kind: 'reference', column: 'Head office', table: 'crm-a', by: null },
            transforms: [],
            valueMap: {},
          },
        ],
      },
    ];
    const { files } = unwrap(writePackage(await packageInput({ tables: ESTATE, mappings })));
    const lines = textOf(files, 'mapping.csv').split('\r\n');
    expect(lines.slice(1, 3)).toEqual([
      'Account,Legacy_Id__c,Legacy key,text,yes,Legacy_Id__c,Old CRM,Accounts,table id and No,,',
      'Account,Name,Account Name,text,yes,Name,Old CRM,Accounts,"Company + Branch (joined by "", "")",trim blanks; cut after 255 characters,',
    ]);
    expect(lines[3]).toContain(",'=Tel,,old 00 → New; old 01 → New;");
    expect(lines[3]).toMatch(/and 2 more in picklists\.csv$/);
    expect(lines[4]).toContain(
      'ParentId,ParentId,lookup,no,Parent.Legacy_Id__c,Old CRM,Accounts,Head office (key of Accounts)',
    );
    expect(textOf(files, 'picklists.csv').split('\r\n')).toHaveLength(1 + 12 + 1);
  });

  it('add up in the reconciliation', async () => {
    const { files } = unwrap(writePackage(await packageInput({ tables: ESTATE })));
    expect(textOf(files, 'reconciliation.csv').split('\r\n').slice(0, 4)).toEqual([
      '\ufeffsource,table,target_object,read,made,exported,merged,excluded,rejected,held,difference,table_id',
      'Old CRM,Accounts,Account,5,0,2,1,1,1,0,0,crm-a',
      'ERP,Kontakte,Contact,5,0,4,0,0,1,0,0,erp-c',
      'DPO,Löschliste,,1,0,0,0,1,0,0,0,list',
    ]);
    const page = textOf(files, 'reconciliation.html');
    expect(page).toContain('11 rows read = 6 exported + 1 merged + 2 excluded + 2 rejected + 0 held.');
    expect(page).toContain('<td>Accounts</td><td class="n">73.4 %</td><td class="n">91.2 %</td>');
  });
});

describe('pages for print', () => {
  it('escape everything, run no script and load nothing', async () => {
    const evil = '<script>alert(1)</script>"\'&';
    const tables = [
      {
        id: 'k',
        name: evil,
        source: evil,
        object: 'Account',
        rows: [{ key: 'k:1', fate: 'excluded', reason: evil, code: evil, values: {} }],
      },
    ] as const;
    const waivers = [{ subject: evil, reason: evil, actor: 'dora' }];
    const { files } = unwrap(writePackage(await packageInput({ tables, waivers })));
    for (const path of ['report.html', 'reconciliation.html']) {
      const text = textOf(files, path);
      expect(text).not.toMatch(/<script|https?:|src=|style="/i);
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
      expect(text).toMatch(
        /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'/,
      );
    }
    expect(textOf(files, 'README_implementer.md')).not.toContain('<script');
  });
});

describe('the description for programs', () => {
  it('is written for the generic target', async () => {
    const system: TargetSystem = {
      ...SALESFORCE,
      system: 'generic',
      objects: [
        object('organization', 1, [field('name', { required: true, maxLength: 255 })]),
        object('person', 2, [
          field('born', { type: 'date' }),
          field('vip', { type: 'boolean' }),
          reference('org', 'organization_key', ['organization']),
        ]),
      ],
    };
    const tables = [
      { id: 'o', object: 'organization', rows: [{ key: 'o:1', fate: 'exported', values: { name: 'X' } }] },
      {
        id: 'p',
        object: 'person',
        rows: [{ key: 'p:1', fate: 'exported', values: { born: '1980-02-29', vip: 'true', org: 'o:1' } }],
      },
    ] as const;
    const { files } = unwrap(writePackage(await packageInput({ system, tables })));
    const described = JSON.parse(textOf(files, 'datapackage.json')) as { resources: unknown[] };
    expect(described.resources[1]).toMatchObject({
      name: '02_person',
      path: '02_person.csv',
      hash: `sha256:${sha256Hex(files.find((file) => file.path === '02_person.csv')!.bytes)}`,
      schema: {
        fields: [
          { name: 'Legacy_Id__c', constraints: { required: true, unique: true } },
          { name: 'born', type: 'date' },
          { name: 'vip', type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
          { name: 'organization_key', type: 'string' },
        ],
        primaryKey: ['Legacy_Id__c'],
        foreignKeys: [
          {
            fields: ['organization_key'],
            reference: { resource: '01_organization', fields: ['Legacy_Id__c'] },
          },
        ],
      },
    });
  });
});

describe('refusals', () => {
  const broken = async (change: (input: PackageInput) => Partial<PackageInput>) => {
    const input = await packageInput({ tables: ESTATE });
    return writePackage({ ...input, ...change(input) });
  };

  it('a ledger that differs from the rows, with the numbers', async () => {
    const result = await broken(({ ledger }) => ({
      ledger: ledger.map((line) => (line.tableId === 'crm-a' ? { ...line, exported: 1, merged: 2 } : line)),
    }));
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'LEDGER_DOES_NOT_CLOSE',
        message: expect.stringContaining('the ledger counts 1 exported, the crosswalk 2') as string,
        details: { 'crm-a.read': 5, 'crm-a.exported': 1, 'crm-a.merged': 2 },
      },
    });
  });

  it('a row nobody accounts for, or a table missing in the ledger', async () => {
    const one = await broken(({ ledger }) => ({
      ledger: ledger.map((line) => (line.tableId === 'list' ? { ...line, read: 2 } : line)),
    }));
    expect(one).toMatchObject({ ok: false, error: { code: 'LEDGER_DOES_NOT_CLOSE' } });
    const none = await broken(({ ledger }) => ({ ledger: ledger.slice(0, 2) }));
    expect(none).toMatchObject({ ok: false, error: { code: 'LEDGER_DOES_NOT_CLOSE' } });
  });

  it('an excluded record in a load file', async () => {
    const result = await broken(({ objects }) => ({
      objects: objects.map((item) =>
        item.object.name === 'Account' ? { ...item, exported: item.exported.map(() => 1) } : item,
      ),
    }));
    expect(result).toMatchObject({ ok: false, error: { code: 'EXCLUDED_KEY_IN_LOAD_FILE' } });
    expect(!result.ok && result.error.message).toContain('crm-a:4 is excluded, and yet it is in a load file');
  });

  it('an exported record that is in no load file', async () => {
    const result = await broken(({ objects }) => ({
      objects: objects.map((item) =>
        item.object.name === 'Contact' ? { ...item, exported: Uint8Array.of(1, 0, 1, 1, 0) } : item,
      ),
    }));
    expect(result).toMatchObject({ ok: false, error: { code: 'LEDGER_DOES_NOT_CLOSE' } });
  });

  it('a legacy key that stands twice', async () => {
    const result = await broken(({ objects }) => ({
      objects: objects.map((item) => ({
        ...item,
        golden: { ...item.golden, keys: item.golden.keys.map((key) => key.replace('erp-c:11', 'erp-c:10')) },
      })),
    }));
    expect(result).toMatchObject({ ok: false, error: { code: 'KEY_NOT_UNIQUE' } });
  });

  it('a field the target does not have', async () => {
    const result = await broken(({ objects }) => ({
      objects: objects.map((item) => ({
        ...item,
        golden: {
          ...item.golden,
          columns: [...item.golden.columns, columnOf('Nonsense', item.golden.keys)],
        },
      })),
    }));
    expect(result).toMatchObject({ ok: false, error: { code: 'FIELD_UNKNOWN' } });
  });

  it('two columns with one header', async () => {
    const system: TargetSystem = {
      ...SALESFORCE,
      objects: [object('Account', 1, [field('A'), reference('B', 'A', ['User'])])],
    };
    const tables = [
      { id: 'k', object: 'Account', rows: [{ key: 'k:1', fate: 'exported', values: { A: 'x', B: 'y' } }] },
    ] as const;
    expect(writePackage(await packageInput({ system, tables }))).toMatchObject({
      ok: false,
      error: { code: 'HEADER_TWICE' },
    });
  });

  it('a checkpoint that does not cover the journal', async () => {
    const behind = await broken(({ checkpoint }) => ({
      checkpoint: { ...checkpoint, count: checkpoint.count - 1 },
    }));
    expect(behind).toMatchObject({ ok: false, error: { code: 'CHECKPOINT_DOES_NOT_COVER' } });
    const other = await broken(({ checkpoint }) => ({ checkpoint: { ...checkpoint, head: 'f'.repeat(64) } }));
    expect(other).toMatchObject({ ok: false, error: { code: 'CHECKPOINT_DOES_NOT_COVER' } });
    const stranger = await broken(() => ({ people: [] }));
    expect(stranger).toMatchObject({ ok: false, error: { code: 'CHECKPOINT_BY_STRANGER' } });
  });
});
