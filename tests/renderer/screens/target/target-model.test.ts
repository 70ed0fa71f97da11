import { builtInTarget, objectNamed } from '@shared/target/catalogue';
import { describe, expect, it } from 'vitest';
import {
  findFields,
  itemId,
  objectDrafts,
  profileDrafts,
  sizeText,
  takesText,
  targetFacts,
} from '../../../../src/renderer/screens/target/target-model';

const salesforce = builtInTarget('salesforce')!;
const account = objectNamed(salesforce, 'Account')!;
const field = (api: string) => account.fields.find((item) => item.api === api)!;
const BUILT_IN = { target: { system: 'salesforce', loader: 'dataLoader' }, profile: null };
const OWN = { ...BUILT_IN, profile: salesforce };

describe('finding fields', () => {
  it('without words lists the object in its order, without the fields only rules look at', () => {
    const items = findFields(salesforce, account, ' ');
    expect(items[0] && itemId(items[0])).toBe('Account.Legacy_Id__c');
    expect(items.some((item) => item.field.working)).toBe(false);
  });

  it.each([
    ['Nachname', 'LastName'],
    ['BillingCity', 'BillingCity'],
    ['close date', 'CloseDate'],
  ])('by %s finds %s first', (words, api) => {
    expect(findFields(salesforce, account, words)[0]?.field.api).toBe(api);
  });

  it('finds nothing for nonsense', () => {
    expect(findFields(salesforce, account, 'qqqqzzzzxxxx')).toEqual([]);
  });
});

describe('words for a field', () => {
  it('say how much it takes', () => {
    expect(sizeText(field('Name'))).toBe('255 characters');
    expect(sizeText(field('AnnualRevenue'))).toBe('18 digits');
    expect(sizeText(field('BillingLatitude'))).toBe('3 + 15 digits');
    expect(sizeText(field('NumberOfEmployees'))).toBe('');
  });

  it('say what it takes', () => {
    expect(takesText(field('Industry'), salesforce)).toBe('32 values');
    expect(takesText(field('ParentId'), salesforce)).toBe('→ Account');
    expect(takesText(field('OwnerId'), salesforce)).toBe('→ User');
    expect(takesText(field('Name'), salesforce)).toBe('');
  });

  it('say whose catalogue it is', () => {
    expect(targetFacts(salesforce, BUILT_IN)).toBe(
      'Salesforce (Sales Cloud), the built-in catalogue: 11 objects with 265 fields.',
    );
    expect(targetFacts(salesforce, OWN)).toContain('your organisation’s own profile');
  });
});

describe('entries of a change', () => {
  it('the first one makes the catalogue the project’s own, later ones carry the object only', () => {
    expect(objectDrafts(BUILT_IN, salesforce, account, 'Account').map(({ kind }) => kind)).toEqual([
      'target.profile',
      'target.object',
    ]);
    expect(objectDrafts(OWN, salesforce, null, 'Event')).toEqual([
      { kind: 'target.object', subject: 'Event', payload: { object: null, replaces: 'Event' } },
    ]);
  });

  it('a profile of another system changes the target with it', () => {
    expect(profileDrafts(BUILT_IN, salesforce).map(({ kind }) => kind)).toEqual(['target.profile']);
    const zoho = profileDrafts(BUILT_IN, builtInTarget('zoho')!);
    expect(zoho.map(({ kind }) => kind)).toEqual(['target.profile', 'target.set']);
    expect(zoho[1]?.payload).toEqual({ system: 'zoho', loader: 'bulkWrite' });
  });
});
