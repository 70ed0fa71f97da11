import type { OtherTable } from '@shared/mapping/references';
import { sourceWords } from '@shared/mapping/source-words';
import { suggestMapping } from '@shared/mapping/suggest';
import type { FieldSuggestion, MappingSuggestion } from '@shared/mapping/types';
import { profileTable } from '@shared/profile/profile-table';
import type { Table } from '@shared/table/types';
import { builtInTarget } from '@shared/target/catalogue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessesOf, legacyPresent, legacyTable, legacyTree, tableOf } from '../legacy-tables';

interface Options {
  readonly system?: string;
  readonly object?: string;
  readonly others?: readonly OtherTable[];
  readonly tableName?: string;
}

function suggest(table: Table, options: Options = {}): MappingSuggestion {
  const system = builtInTarget(options.system ?? 'salesforce');
  if (!system) throw new Error('no such target');
  return suggestMapping({
    tableId: 't',
    table,
    profile: profileTable(table, guessesOf(table), '2024-06-30'),
    system,
    object: options.object ?? null,
    others: options.others ?? [],
    ...(options.tableName === undefined ? {} : { tableName: options.tableName }),
  });
}

/** `Field=column`, in field order; joins with +, constants quoted. */
function fields(suggestion: MappingSuggestion): string {
  return suggestion.fields.map((item) => `${item.field}=${source(item)}`).join(' ');
}

function source({ mapping: { from } }: FieldSuggestion): string {
  if (from.kind === 'constant') return `"${from.value}"`;
  if (from.kind === 'join') return from.columns.join('+');
  if (from.kind === 'column') return from.column;
  return from.kind === 'reference'
    ? `${from.column}→${from.table}${from.by === null ? '' : `.${from.by}`}`
    : sourceWords(from, (id) => id);
}

function only(suggestion: MappingSuggestion, api: string): FieldSuggestion {
  const found = suggestion.fields.find((item) => item.field === api);
  if (!found) throw new Error(`${api} is not among ${fields(suggestion)}`);
  return found;
}

describe('a column of very many values, called like a list', () => {
  const rows = (distinct: number) =>
    Array.from({ length: 1_200 }, (_, i) => [`Firm ${i} Ltd`, `Trade ${i % distinct}`]);

  it('is to be checked where its values repeat, and is no list where hardly any does', () => {
    const grown = suggest(tableOf([['Company', 'Industry'], ...rows(400)]), { object: 'Lead' });
    expect(only(grown, 'Industry').certainty).toBe('check');
    const own = suggest(tableOf([['Company', 'Industry'], ...rows(1_100)]), { object: 'Lead' });
    expect(fields(own)).not.toContain('Industry=');
  });
});

const german = tableOf([
  [
    'Kd-Nr',
    'Firma',
    'Straße',
    'PLZ',
    'Ort',
    'Land',
    'Tel.',
    'Webseite',
    'Branche',
    'Mitarbeiter',
    'Jahresumsatz',
  ],
  [
    '00017',
    'Müller Maschinenbau GmbH',
    'Hauptstr. 5',
    '10115',
    'Berlin',
    'Deutschland',
    '030 901820',
    'mueller.de',
    'Maschinenbau',
    '250',
    '12.500.000,00',
  ],
  [
    '00018',
    'Huber & Söhne KG',
    'Marktplatz 1',
    '80331',
    'München',
    'Deutschland',
    '089 2180',
    'huber.de',
    'Bau',
    '40',
    '3.100.000,50',
  ],
  [
    '00019',
    'Nordlicht AG',
    'Am Kai 7',
    '20457',
    'Hamburg',
    'Deutschland',
    '040 42828',
    'nordlicht.de',
    'Energie',
    '1200',
    '98.000.000,00',
  ],
]);

describe('a table with German headers', () => {
  const suggestion = suggest(german);

  it('is an account, field by field', () => {
    expect(suggestion.object.object).toBe('Account');
    expect(fields(suggestion)).toBe(
      'Name=Firma BillingStreet=Straße BillingCity=Ort BillingPostalCode=PLZ BillingCountry=Land Phone=Tel. AccountNumber=Kd-Nr Website=Webseite Industry=Branche AnnualRevenue=Jahresumsatz NumberOfEmployees=Mitarbeiter',
    );
    expect(suggestion.keyColumn).toBe('Kd-Nr');
    expect(suggestion.leftOver).toEqual([]);
    expect(suggestion.fields.every((item) => item.certainty === 'sure')).toBe(true);
  });

  it('gives its reasons in words', () => {
    expect(only(suggestion, 'Name').reasons).toEqual([
      'header "Firma" is a German word for Account Name',
      'its values look like company names',
    ]);
    expect(only(suggestion, 'Website').reasons).toEqual([
      'header "Webseite" is a German word for Website',
      '100 % of values are web addresses',
    ]);
    expect(suggestion.object.reasons).toEqual(['11 of 11 columns fit fields of Account']);
  });

  it('proposes what the values need', () => {
    expect(only(suggestion, 'Phone').mapping.transforms).toEqual([{ op: 'phone', country: 'DE' }]);
    expect(only(suggestion, 'AnnualRevenue').mapping.transforms).toEqual([{ op: 'number', decimal: ',' }]);
    expect(only(suggestion, 'BillingCountry').mapping.transforms).toEqual([{ op: 'country', to: 'name' }]);
    expect(only(suggestion, 'Industry').mapping.valueMap).toEqual({
      Maschinenbau: 'Machinery',
      Bau: 'Construction',
      Energie: 'Energy',
    });
  });

  it('is a company for HubSpot, too', () => {
    const hubspot = suggest(german, { system: 'hubspot' });
    expect(hubspot.object.object).toBe('companies');
    expect(only(hubspot, 'website').mapping.from).toEqual({ kind: 'column', column: 'Webseite' });
  });
});

describe.each([
  [
    'French',
    ['Prénom', 'Nom', 'Société', 'Courriel', 'Téléphone portable', 'Ville', 'Code postal'],
    ['Luc', 'Martin', 'Dupont SARL', 'luc@dupont.fr', '06 12 34 56 78', 'Lyon', '69001'],
  ],
  [
    'Spanish',
    ['Nombre', 'Apellidos', 'Empresa', 'Correo electrónico', 'Móvil', 'Ciudad', 'Código postal'],
    ['Ana', 'García', 'Sol SL', 'ana@sol.es', '612 345 678', 'Madrid', '28001'],
  ],
  [
    'Italian',
    ['Nome', 'Cognome', 'Azienda', 'E-mail', 'Cellulare', 'Città', 'CAP'],
    ['Ada', 'Rossi', 'Luce Srl', 'ada@luce.it', '347 1234567', 'Roma', '00184'],
  ],
  [
    'Dutch',
    ['Voornaam', 'Achternaam', 'Bedrijfsnaam', 'E-mailadres', 'Mobiel', 'Plaats', 'Postcode'],
    ['Jan', 'Jansen', 'Molen BV', 'jan@molen.nl', '06 12345678', 'Utrecht', '3511 AB'],
  ],
  [
    'Portuguese',
    ['Nome', 'Sobrenome', 'Empresa', 'E-mail', 'Celular', 'Cidade', 'CEP'],
    ['Ana', 'Silva', 'Mar Lda', 'ana@mar.pt', '912 345 678', 'Lisboa', '1100-148'],
  ],
  [
    'Japanese',
    ['名', '姓', '会社名', 'メールアドレス', '携帯電話', '市区町村', '郵便番号'],
    ['太郎', '山田', '山田株式会社', 'taro@yamada.jp', '090-1234-5678', '千代田区', '100-0001'],
  ],
  [
    'Korean',
    ['이름', '성', '회사명', '이메일', '휴대폰', '시군구', '우편번호'],
    ['민수', '김', '한빛주식회사', 'minsu@hanbit.kr', '010-1234-5678', '강남구', '06236'],
  ],
])('a contact list with %s headers', (_language, header, row) => {
  it('finds every field of a lead', () => {
    const suggestion = suggest(tableOf([header, row]), { object: 'Lead' });
    expect(fields(suggestion)).toBe(
      `LastName=${header[1]} FirstName=${header[0]} Company=${header[2]} City=${header[5]} PostalCode=${header[6]} MobilePhone=${header[4]} Email=${header[3]}`,
    );
  });
});

describe('suggestions', () => {
  it('split whole names into first and last name', () => {
    const suggestion = suggest(
      tableOf([
        ['Ansprechpartner', 'E-Mail'],
        ['Anna van der Berg', 'a@b.de'],
        ['Dr. Uwe Maier', 'u@b.de'],
      ]),
      { object: 'Contact' },
    );
    expect(fields(suggestion)).toBe('LastName=Ansprechpartner Email=E-Mail FirstName=Ansprechpartner');
    expect(only(suggestion, 'LastName').mapping.transforms).toEqual([{ op: 'trim' }, { op: 'nameLast' }]);
    expect(only(suggestion, 'FirstName').mapping.transforms).toEqual([{ op: 'trim' }, { op: 'nameFirst' }]);
  });

  it('join the second line of a street', () => {
    const table = tableOf([
      ['Name', 'Address1', 'Address2', 'City'],
      ['A Inc', '1 High St', 'Suite 4', 'Rome'],
    ]);
    expect(only(suggest(table, { object: 'Account' }), 'BillingStreet').mapping.from).toEqual({
      kind: 'join',
      columns: ['Address1', 'Address2'],
      separator: ', ',
    });
  });

  it('find e-mail addresses under a header that says nothing, and ask', () => {
    const rows = Array.from({ length: 10 }, (_, i) => [`a${i}@b.de`, `${i}`]);
    const email = only(suggest(tableOf([['field_17', 'q'], ...rows]), { object: 'Contact' }), 'Email');
    expect(email).toMatchObject({ certainty: 'check', mapping: { from: { column: 'field_17' } } });
    expect(email.reasons).toEqual(['100 % of values are e-mail addresses']);
  });

  it('fill a required id that no column suits with the record key', () => {
    const salesforce = builtInTarget('salesforce')!;
    const external = { ...salesforce.objects[0]!.fields.find((field) => field.api === 'Fax')! };
    const required = { ...external, api: 'Ext__c', label: 'ERP id', type: 'text', unique: true } as const;
    const system = {
      ...salesforce,
      objects: salesforce.objects.map((object) =>
        object.name === 'Account'
          ? {
              ...object,
              fields: [
                ...object.fields,
                { ...required, required: true },
                { ...required, api: 'Other__c', label: 'Free id' },
              ],
            }
          : object,
      ),
    };
    const table = tableOf([
      ['Account Name', 'City'],
      ['Acme', 'Rome'],
    ]);
    const { fields: found } = suggestMapping({
      tableId: 't',
      table,
      profile: profileTable(table, guessesOf(table), '2024-06-30'),
      system,
      object: 'Account',
      others: [],
    });
    expect(found.map(({ field, mapping, certainty }) => [field, mapping.from.kind, certainty])).toEqual([
      ['Name', 'column', 'sure'],
      ['BillingCity', 'column', 'sure'],
      ['Ext__c', 'key', 'check'],
    ]);
  });

  it('read a misspelled header', () => {
    expect(
      only(
        suggest(
          tableOf([
            ['Fristname', 'Last Naem'],
            ['Ann', 'Lee'],
          ]),
          { object: 'Contact' },
        ),
        'LastName',
      ).reasons[0],
    ).toBe('header "Last Naem" is spelled almost like "LastName" (Last Name)');
  });

  it('do not believe a header that its values contradict', () => {
    const table = tableOf([
      ['Email', 'Last Name'],
      ['see notes', 'Lee'],
      ['unknown', 'Kim'],
      ['ask', 'Ray'],
    ]);
    expect(only(suggest(table, { object: 'Contact' }), 'LastName').certainty).toBe('sure');
    expect(suggest(table, { object: 'Contact' }).leftOver).toEqual(['Email']);
  });

  it('say when the order of day and month is a guess', () => {
    const date = only(
      suggest(
        tableOf([
          ['Last Name', 'Birthdate'],
          ['Lee', '01/02/1980'],
          ['Kim', '03/04/1990'],
        ]),
        { object: 'Contact' },
      ),
      'Birthdate',
    );
    expect(date.certainty).toBe('check');
    expect(date.reasons.at(-1)).toBe(
      'the data does not tell whether the day or the month comes first: day first is assumed',
    );
  });

  it('fill a required picklist that has one choice', () => {
    const deal = suggest(
      tableOf([
        ['Deal Name', 'Stage', 'Amount'],
        ['Big one', 'Won', '100'],
      ]),
      { system: 'hubspot', object: 'deals' },
    );
    expect(only(deal, 'pipeline').mapping.from).toEqual({ kind: 'constant', value: 'default' });
    expect(only(deal, 'dealstage').mapping.valueMap).toEqual({ Won: 'closedwon' });
  });

  it('go by the name of the table where columns say little', () => {
    const table = tableOf([
      ['id', 'name'],
      ['1', 'Spring 2015'],
      ['2', 'Autumn 2015'],
    ]);
    expect(suggest(table, { tableName: 'Campaign' }).object.object).toBe('Campaign');
    expect(suggest(table, { tableName: 'Firmen 2023' }).object.object).toBe('Account');
    expect(suggest(table, { tableName: 'opportunities_export' }).object.object).toBe('Opportunity');
  });

  it('take the object a person chose', () => {
    expect(suggest(german, { object: 'Lead' }).object.object).toBe('Lead');
  });

  it('use each column once and each field once, whatever the table', () => {
    const header = fc.constantFrom(
      'Name',
      'Email',
      'Phone',
      'Firma',
      'PLZ',
      'id',
      'Stage',
      'x',
      'Street',
      'Street2',
      '이름',
      '',
      'Datum',
    );
    const cell = fc.constantFrom('', 'a', '1', 'a@b.de', '030 123456', '2024-01-01', 'Anna Lee', 'GmbH');
    const table = fc
      .uniqueArray(header, { minLength: 1, maxLength: 6 })
      .chain((names) =>
        fc
          .array(fc.array(cell, { minLength: names.length, maxLength: names.length }), { maxLength: 6 })
          .map((rows) => [names, ...rows]),
      );
    fc.assert(
      fc.property(table, fc.constantFrom('salesforce', 'hubspot', 'generic'), (rows, system) => {
        const suggestion = suggest(tableOf(rows), { system });
        const names = suggestion.fields.map((item) => item.field);
        expect(new Set(names).size).toBe(names.length);
        const used = suggestion.fields
          .filter((item) => !item.mapping.transforms.some((step) => step.op === 'nameFirst'))
          .flatMap((item) => source(item).split('+'));
        expect(new Set(used).size).toBe(used.length);
        for (const item of suggestion.fields) {
          expect(item.score).toBeGreaterThan(0);
          expect(item.score).toBeLessThanOrEqual(1);
          expect(item.reasons.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe.skipIf(!legacyPresent)('public tables (skipped where shared/data is absent)', () => {
  const npsp = (): OtherTable[] =>
    ['Account', 'Contact', 'Opportunity', 'Campaign'].map((object) => ({
      tableId: object,
      table: legacyTable(`npsp_1k/${object}.csv`),
      keyColumn: 'id',
      object,
    }));

  it.each([
    ['npsp_1k/Account.csv', 'Account'],
    ['npsp_1k/Contact.csv', 'Contact'],
    ['npsp_1k/Opportunity.csv', 'Opportunity'],
    ['npsp_1k/Campaign.csv', 'Campaign'],
    ['npsp_1k/CampaignMember.csv', 'CampaignMember'],
    ['npsp_1k/OpportunityContactRole.csv', 'OpportunityContactRole'],
    ['us_500/us-500.csv', 'Lead'],
    ['odoo_import_samples/m2m_customers_tags.csv', 'Account'],
    ['odoo_import_samples/o2m_customers_contacts.csv', 'Account'],
    ['messy_hr/messy_HR_data.csv', 'Contact'],
  ])('%s is a %s of Salesforce', (file, object) => {
    expect(suggest(legacyTable(file)).object.object).toBe(object);
  });

  it.each([
    ['salesforce_samples/ebikes__Accounts.json', 'Account'],
    ['salesforce_samples/dreamhouse__contacts-data.json', 'Contact'],
    ['salesforce_samples/dreamhouse__brokers-data.json', 'Contact'],
  ])('%s is a %s', (file, object) => {
    expect(suggest(legacyTree(file)).object.object).toBe(object);
  });

  it.each([
    ['npsp_1k/Account.csv', 'companies'],
    ['npsp_1k/Contact.csv', 'contacts'],
    ['npsp_1k/Opportunity.csv', 'deals'],
    ['us_500/us-500.csv', 'contacts'],
  ])('%s is %s of HubSpot', (file, object) => {
    expect(suggest(legacyTable(file), { system: 'hubspot' }).object.object).toBe(object);
  });

  it.each([
    [
      'npsp_1k/Account.csv',
      'Name=Name Type=npe01__SYSTEM_AccountType__c RecordTypeId=RecordTypeId BillingStreet=BillingStreet BillingCity=BillingCity BillingState=BillingState BillingPostalCode=BillingPostalCode BillingCountry=BillingCountry',
    ],
    [
      'npsp_1k/Contact.csv',
      'AccountId=account_id→Account LastName=LastName FirstName=FirstName Salutation=Salutation Phone=Phone Email=Email Title=Title',
    ],
    [
      'npsp_1k/Opportunity.csv',
      'AccountId=account_id→Account Name=name StageName=stage_name Amount=amount CloseDate=close_date',
    ],
    [
      'npsp_1k/CampaignMember.csv',
      'CampaignId=campaign_id→Campaign ContactId=contact_id→Contact Status=status',
    ],
    [
      'npsp_1k/OpportunityContactRole.csv',
      'OpportunityId=opportunity_id→Opportunity ContactId=contact_id→Contact Role=Role IsPrimary=IsPrimary',
    ],
    [
      'us_500/us-500.csv',
      'LastName=last_name FirstName=first_name Company=company_name Street=address City=city State=state PostalCode=zip Phone=phone1 MobilePhone=phone2 Email=email Website=web',
    ],
    [
      'messy_hr/messy_HR_data.csv',
      'LastName=Name Phone=Phone Number Email=Email Title=Position Department=Department',
    ],
    [
      'odoo_import_samples/o2m_customers_contacts.csv',
      'Name=Name ParentId=Related company→t.Name BillingStreet=Street BillingCity=City BillingState=State BillingPostalCode=ZIP BillingCountry=Country',
    ],
  ])('%s field by field', (file, expected) => {
    expect(fields(suggest(legacyTable(file), { others: npsp() }))).toBe(expected);
  });

  it('links donations to their accounts with the share of keys found as reason', () => {
    expect(
      only(suggest(legacyTable('npsp_1k/Opportunity.csv'), { others: npsp() }), 'AccountId'),
    ).toMatchObject({
      certainty: 'sure',
      reasons: [
        'header "account_id" is the name of Account ID',
        '100 % of its values are found in "id" of the Account table',
      ],
    });
  });
});
