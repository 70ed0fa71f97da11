import { columnFacts } from '@shared/profile/column-facts';
import { guessCountry } from '@shared/profile/country-guess';
import { keyColumnOf } from '@shared/profile/key-column';
import { semanticOf } from '@shared/profile/semantic';
import { columnOf } from '@shared/table/column';
import { describe, expect, it } from 'vitest';
import { legacyPresent, legacyTable, tableOf } from '../legacy-tables';

describe('semanticOf', () => {
  it.each([
    ['E-Mail', ['a@b.de', 'c@d.com'], 'email'],
    ['field_17', ['a@b.de', 'c@d.com', 'e@f.org'], 'email'],
    ['Telefon', ['030 123456', '0171 1234567'], 'phone'],
    ['col9', ['(504) 621-8927', '(810) 292-9388', '(856) 636-8749'], 'phone'],
    ['Vorname', ['Anna', 'Jürgen'], 'givenName'],
    ['prénom', ['Amélie', 'Luc'], 'givenName'],
    ['姓', ['山田', '佐藤'], 'familyName'],
    ['성', ['김', '이'], 'familyName'],
    ['Firma', ['Müller GmbH', 'Bäckerei Huber'], 'company'],
    ['x', ['Müller GmbH', 'Acme Ltd', 'Foo Inc.'], 'company'],
    ['PLZ', ['10115', '80331'], 'postcode'],
    ['Ort', ['Berlin', 'München'], 'city'],
    ['BillingStreet', ['1 High Street', '2 Low Road'], 'street'],
    ['país', ['España', 'Francia'], 'country'],
    ['c7', ['Germany', 'France', 'Italy', 'Japan'], 'country'],
    ['Geburtsdatum', ['01.02.1980', '03.04.1975'], 'birthDate'],
    ['npe01__Payment_Date__c', ['2018-07-31', '2016-11-19'], 'date'],
    ['Kundennummer', ['00123', '00124'], 'identifier'],
    ['Umsatz', ['1.200,00', '3.400,50'], 'number'],
    ['Aktiv', ['ja', 'nein', 'ja'], 'boolean'],
    ['Is a company', ['1', '0', '1'], 'boolean'],
    ['Webseite', ['www.a.de', 'b.com'], 'url'],
    ['Name', ['Anna Schmidt', 'Peter Maier', 'Eva Braun'], 'personName'],
    ['Name', ['Schmidt GmbH', 'Maier AG', 'Braun KG'], 'company'],
    ['Address Type', ['Invoice', 'Delivery', 'Invoice'], 'category'],
    ['Product Name', ['gadget y', 'widget a'], 'text'],
    ['Phone', ['see notes', 'none', 'ask Bob'], 'text'],
    ['Employer unit number', ['unit 170', 'apt 12', '# 4b'], 'street'],
  ] as const)('header %s with %j is %s', (header, cells, semantic) => {
    expect(semanticOf(header, columnOf(header, cells))).toBe(semantic);
  });

  it('takes codes of which there are few, each on many rows, for what they are codes of', () => {
    const cells = Array.from({ length: 100 }, (_, i) => ['F', 'M', 'X', 'undisclosed'][i % 4]!);
    expect(semanticOf('Gender code', columnOf('Gender code', cells))).toBe('category');
    const own = Array.from({ length: 100 }, (_, i) => `G${i}`);
    expect(semanticOf('Gender code', columnOf('Gender code', own))).toBe('identifier');
  });

  it('takes times of day for text, however rarely they come again', () => {
    const times = Array.from({ length: 40 }, (_, i) => `${String(i % 24).padStart(2, '0')}:${10 + i}:00`);
    const column = columnOf('Last call', times);
    expect(semanticOf('Last call', column)).toBe('text');
    const guess = { name: column.name, type: 'text', dateOrder: null, decimalComma: false } as const;
    expect(keyColumnOf([columnFacts(column, guess)], ['text'])).toBe(null);
  });

  it('takes numbers for keys, but not amounts that happen to differ', () => {
    const keyUnder = (header: string): string | null => {
      const column = columnOf(header, ['10', '20', '30']);
      const guess = { name: header, type: 'integer', dateOrder: null, decimalComma: false } as const;
      return keyColumnOf([columnFacts(column, guess)], [semanticOf(header, column)]);
    };
    expect(['Amount', 'Menge', 'Annual revenue', 'Budget'].map(keyUnder)).toEqual([null, null, null, null]);
    expect(keyUnder('field_1')).toBe('field_1');
  });

  it('goes by the header alone when the column is empty', () => {
    expect(semanticOf('Mobile', columnOf('Mobile', ['', '']))).toBe('phone');
    expect(semanticOf('xyz', columnOf('xyz', []))).toBe('text');
  });
});

describe('guessCountry', () => {
  it('takes the country most rows have', () => {
    const table = tableOf([['country'], ['Deutschland'], ['Germany'], ['France']]);
    expect(guessCountry(table, ['country'])).toEqual({
      country: 'DE',
      reason: 'most rows have the country DE',
    });
  });
  it('knows the USA by its states or the form of its numbers', () => {
    expect(guessCountry(tableOf([['st'], ['CA'], ['NY'], ['TX']]), ['region'])?.country).toBe('US');
    expect(guessCountry(tableOf([['p'], ['504-621-8927'], ['(810) 292-9388']]), ['phone'])?.country).toBe(
      'US',
    );
  });
  it('takes the prefix others wrote, or the ending of their addresses', () => {
    expect(guessCountry(tableOf([['p'], ['+81 3-3224-9999'], ['03-3224-9999']]), ['phone'])?.country).toBe(
      'JP',
    );
    expect(guessCountry(tableOf([['e'], ['a@b.co.uk'], ['c@d.uk'], ['e@f.com']]), ['email'])?.country).toBe(
      'GB',
    );
  });
  it('says nothing when nothing points anywhere', () => {
    expect(guessCountry(tableOf([['n'], ['a']]), ['text'])).toBeNull();
  });
});

describe.skipIf(!legacyPresent)('on public tables (skipped where shared/data is absent)', () => {
  it.each([
    [
      'us_500/us-500.csv',
      'givenName familyName company street city region region postcode phone phone email url',
    ],
    ['npsp_1k/Account.csv', 'identifier company country street region city postcode category identifier'],
    ['npsp_1k/Contact.csv', 'identifier category givenName familyName email phone text identifier number'],
    [
      'odoo_import_samples/res.partner.csv',
      'identifier personName category company boolean boolean category street text city region postcode country url phone phone email',
    ],
    [
      'messy_hr/messy_HR_data.csv',
      'personName number number category category category date category email phone',
    ],
  ])('%s', (file, expected) => {
    const table = legacyTable(file);
    expect(table.columns.map((column) => semanticOf(column.name, column)).join(' ')).toBe(expected);
  });
});
