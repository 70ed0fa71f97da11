import { defaultRule } from '@shared/rules/default-rule';
import { activeRuleSchema } from '@shared/rules/schema';
import { ruleSentence } from '@shared/rules/sentence';
import type { FieldType, TargetField, TargetObject } from '@shared/target/types';
import { describe, expect, test } from 'vitest';

function field(api: string, type: FieldType, picklist: readonly string[] = []): TargetField {
  return {
    api,
    label: api.replace(/([a-z])([A-Z])/g, '$1 $2').replace('__c', ''),
    type,
    maxLength: null,
    precision: null,
    scale: null,
    required: false,
    requiredGroup: null,
    picklist,
    restricted: false,
    unique: false,
    references: null,
    synonyms: [],
    note: null,
    group: null,
    working: false,
  };
}

function object(name: string, fields: readonly TargetField[]): TargetObject {
  return {
    name,
    label: name,
    labelPlural: `${name}s`,
    loadOrder: 1,
    fileStem: name,
    legacyKeyField: 'Legacy_Id__c',
    fields,
  };
}

const ACCOUNT = object('Account', [
  field('Name', 'text'),
  field('LegalHold__c', 'boolean'),
  field('OpenBalance__c', 'currency'),
  field('BalanceLimit', 'text'),
  field('KeyAccount__c', 'boolean'),
  field('ContractEnd__c', 'date'),
  field('LastActivityDate', 'date'),
  field('LastModifiedDate', 'datetime'),
  field('CreatedDate', 'datetime'),
]);
const STAGES = ['Prospecting', 'Closed Won', 'Closed Lost'];
const OPPORTUNITY = object('Opportunity', [
  field('Name', 'text'),
  field('StageName', 'picklist', STAGES),
  field('CloseDate', 'date'),
  field('LastModifiedDate', 'datetime'),
]);
const CASE = object('Case', [
  field('Status', 'picklist', ['New', 'Closed']),
  field('CreatedDate', 'datetime'),
]);

const all = (of: TargetObject) => of.fields.map((item) => item.api);

describe('the proposed rule', () => {
  const rule = defaultRule(
    ACCOUNT,
    all(ACCOUNT),
    [
      { object: OPPORTUNITY, field: 'AccountId', mapped: all(OPPORTUNITY) },
      { object: CASE, field: 'AccountId', mapped: all(CASE) },
    ],
    [{ tableId: 't9', column: 'E-mail', field: 'Email' }],
    '2026-11-14',
  );

  test('reads as a person would have written it', () => {
    const labels = {
      object: 'Account',
      field: (_object: string, api: string) => (api === 'StageName' ? 'Stage' : api),
      list: () => 'Erasure requests',
    };
    expect(ruleSentence(rule, labels)).toBe(
      'Keep an account that has a legal hold, an open balance, a strategic mark, a contract in force, ' +
        'any opportunity whose stage is open, or any case whose status is open. ' +
        'Then drop erasure requests and test records. ' +
        'Keep what was active in the last 24 months before 2026-11-14. A missing date means held for review.',
    );
  });

  test('takes the best activity dates of its own and those of related records', () => {
    expect(rule.window).toEqual({
      fields: ['LastActivityDate'],
      related: [
        { object: 'Opportunity', field: 'AccountId', date: 'CloseDate' },
        { object: 'Case', field: 'AccountId', date: 'CreatedDate' },
      ],
      months: 24,
      missing: 'unknown',
    });
  });

  test('is a rule the journal accepts', () => {
    expect(activeRuleSchema.safeParse(rule).error).toBeUndefined();
  });
});

describe('with less mapped', () => {
  const propose = (mapped: readonly string[]) => defaultRule(ACCOUNT, mapped, [], [], '2026-11-14');

  test('uses the change date, then the creation date, when nothing says more', () => {
    expect(propose(['LastModifiedDate', 'CreatedDate']).window?.fields).toEqual(['LastModifiedDate']);
    expect(propose(['CreatedDate']).window?.fields).toEqual(['CreatedDate']);
  });

  test('keeps everything when there is no date at all', () => {
    expect(propose(['Name'])).toMatchObject({
      includes: [],
      excludes: [{ id: 'test:Name', label: 'test record' }],
      window: null,
      otherwise: 'keep',
    });
  });
});

describe('for other objects', () => {
  test('an opportunity with an open stage is kept, and its close date is its activity', () => {
    const rule = defaultRule(OPPORTUNITY, all(OPPORTUNITY), [], [], '2026-11-14');
    expect(rule.includes).toEqual([
      {
        id: 'open:StageName',
        label: 'open stage',
        condition: { kind: 'isNot', field: 'StageName', values: ['Closed Won', 'Closed Lost'] },
        missing: 'no',
      },
    ]);
    expect(rule.window?.fields).toEqual(['CloseDate']);
    // "Hydraulic test bench" is a deal like any other.
    expect(rule.excludes).toEqual([]);
  });

  test('a stage without a list of values is closed by the usual words', () => {
    const deal = object('deals', [field('dealstage', 'text')]);
    const [line] = defaultRule(deal, ['dealstage'], [], [], '2026-11-14').includes;
    expect(line?.condition).toMatchObject({
      kind: 'isNot',
      values: expect.arrayContaining(['closed won', 'lost']),
    });
  });

  test('a stage whose values never close gives no line', () => {
    const deal = object('deals', [field('dealstage', 'picklist', ['one', 'two'])]);
    expect(defaultRule(deal, ['dealstage'], [], [], '2026-11-14').includes).toEqual([]);
  });

  test('the names of a person are searched for test words, one line a field', () => {
    const contact = object('contacts', [
      field('firstname', 'text'),
      field('lastname', 'text'),
      field('AssistantName', 'text'),
    ]);
    const rule = defaultRule(contact, all(contact), [], [], '2026-11-14');
    expect(rule.excludes.map((line) => line.id)).toEqual(['test:firstname', 'test:lastname']);
  });
});
