import type { Result } from '@shared/base/result';
import { builtInTarget, fieldNamed, objectNamed } from '@shared/target/catalogue';
import {
  addField,
  changeField,
  newField,
  newObject,
  otherPicklist,
  removeField,
  withObject,
} from '@shared/target/edit';
import type { TargetObject } from '@shared/target/types';
import { describe, expect, it } from 'vitest';

const salesforce = builtInTarget('salesforce')!;
const account = objectNamed(salesforce, 'Account')!;

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error('was accepted');
  expect(result.error.code).toBe('PROFILE_EDIT');
  return result.error.message;
}

const field = (object: TargetObject, api: string) => fieldNamed(object, api);

describe('fields', () => {
  it('are added behind the others', () => {
    const next = done(addField(account, newField('Region__c', 'Region', 'picklist')));
    expect(next.fields.at(-1)).toMatchObject({
      api: 'Region__c',
      type: 'picklist',
      maxLength: 255,
      required: false,
    });
    expect(account.fields.some((item) => item.api === 'Region__c')).toBe(false);
  });

  it('are refused when there is one of that name, or the name cannot be used', () => {
    expect(refusal(addField(account, newField('Name', 'Name again', 'text')))).toContain(
      '"Name" occurs twice',
    );
    expect(refusal(addField(account, newField('', 'Nothing', 'text')))).toContain('api');
    expect(refusal(addField(account, newField('__proto__', 'Trick', 'text')))).toContain('reserved');
  });

  it('are changed: required, length, picklist', () => {
    const next = done(changeField(account, 'Phone', { required: true, maxLength: 20, label: 'Main phone' }));
    expect(field(next, 'Phone')).toMatchObject({
      required: true,
      maxLength: 20,
      label: 'Main phone',
      type: 'phone',
    });
  });

  it('keep labels and default only for values that stay', () => {
    const deals = objectNamed(builtInTarget('hubspot')!, 'deals')!;
    const next = done(changeField(deals, 'dealstage', { picklist: ['closedwon', 'onhold'] }));
    expect(field(next, 'dealstage')).toMatchObject({
      picklist: ['closedwon', 'onhold'],
      optionLabels: ['Closed Won', 'onhold'],
    });
    const lead = objectNamed(salesforce, 'Lead')!;
    const tight = done(changeField(lead, 'Status', { picklist: ['New', 'Old'] }));
    expect(field(tight, 'Status')).not.toHaveProperty('defaultValue');
    const same = done(changeField(lead, 'Status', { picklist: ['Open - Not Contacted', 'New'] }));
    expect(field(same, 'Status')?.defaultValue).toBe('Open - Not Contacted');
  });

  it('take the list other organisations begin with, and back', () => {
    const before = field(account, 'Type')!;
    const next = done(changeField(account, 'Type', otherPicklist(before)));
    expect(field(next, 'Type')?.picklist).toContain('Competitor');
    const back = done(changeField(next, 'Type', otherPicklist(field(next, 'Type')!)));
    expect(field(back, 'Type')).toEqual(before);
    expect(otherPicklist(field(account, 'Name')!)).toEqual({});
  });

  it.each<[string, Parameters<typeof changeField>[2], string]>([
    ['a length of nothing', { maxLength: 0 }, 'maxLength'],
    ['more decimals than digits', { precision: 4, scale: 6 }, 'scale 6 is larger than precision 4'],
    ['a value twice', { picklist: ['a', 'b', 'a'] }, 'value "a" occurs twice'],
    ['a group with a stranger', { requiredGroup: 'Name|Nobody' }, 'requiredGroup names "Nobody"'],
  ])('refuse %s', (_what, change, words) => {
    expect(refusal(changeField(account, 'Site', change))).toContain(words);
  });

  it('leave their groups when they go; the legacy key has to stay', () => {
    const companies = objectNamed(builtInTarget('hubspot')!, 'companies')!;
    const next = done(removeField(companies, 'domain'));
    expect(field(next, 'domain')).toBeNull();
    expect(field(next, 'name')?.requiredGroup).toBe('name');
    expect(refusal(removeField(account, 'Legacy_Id__c'))).toContain('has to stay');
    expect(refusal(changeField(account, 'Nope', { required: true }))).toContain('no field "Nope"');
  });
});

describe('objects', () => {
  it('begin with the legacy key, load last and write a file of their own', () => {
    const object = newObject(salesforce, 'Projekt Ä__c', 'Projekt', 'Projekte');
    expect(object).toMatchObject({ loadOrder: 12, fileStem: 'Projekt___c', legacyKeyField: 'Legacy_Id__c' });
    expect(object.fields.map((item) => [item.api, item.unique])).toEqual([['Legacy_Id__c', true]]);
    const next = done(withObject(salesforce, object, null));
    expect(next.objects.at(-1)?.name).toBe('Projekt Ä__c');
    expect(newObject(next, 'Projekt Ö__c', 'P', 'P').fileStem).toBe('Projekt___c_2');
  });

  it('are replaced and removed by name', () => {
    const next = done(withObject(salesforce, { ...account, label: 'Customer' }, 'Account'));
    expect(next.objects[0]?.label).toBe('Customer');
    expect(next.objects).toHaveLength(salesforce.objects.length);
    expect(done(withObject(salesforce, null, 'Event')).objects).toHaveLength(10);
    expect(refusal(withObject(salesforce, null, 'Nobody'))).toContain('no object "Nobody"');
    expect(refusal(withObject(salesforce, account, null))).toContain('object "Account" occurs twice');
  });

  it('are never fewer than one', () => {
    const one = { ...salesforce, objects: [account] };
    expect(refusal(withObject(one, null, 'Account'))).toContain('at least one object');
  });
});
