import { dateOfDay, dayNumber } from '@shared/profile/calendar';
import { countryCode, countryName } from '@shared/profile/countries';
import { headerKey, headerMatches, headerTokens } from '@shared/profile/header-words';
import { LANGUAGES, LEXICON } from '@shared/profile/lexicon';
import {
  isPlaceholder,
  isPlaceholderDate,
  isPlaceholderEmail,
  isPlaceholderPhone,
} from '@shared/profile/placeholders';
import { countText, foldText, percentText, plural, trimBlank } from '@shared/profile/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('header words', () => {
  it.each([
    ['BillingStreet', ['billing', 'street']],
    ['npe01__Payment_Date__c', ['payment', 'date']],
    ['phone1', ['phone', '1']],
    ['Straße/Hausnr.', ['strasse', 'hausnr']],
    ['  E-Mail ', ['e', 'mail']],
    ['ZIP', ['zip']],
    ['URLPath', ['url', 'path']],
    ['お名前（名）', ['お名前', '名']],
  ])('%s → %j', (header, tokens) => {
    expect(headerTokens(header)).toEqual(tokens);
  });

  it('finds a header in its language', () => {
    expect(headerMatches('Firma')[0]).toEqual({
      concept: 'companyName',
      language: 'de',
      word: 'Firma',
      fit: 'whole',
    });
    expect(headerMatches('e_mail')[0]?.concept).toBe('email');
    expect(headerMatches('전화번호')[0]).toMatchObject({ concept: 'phone', language: 'ko' });
    expect(headerMatches('Kundentelefon')[0]).toMatchObject({ concept: 'phone', fit: 'part' });
    expect(headerMatches('zqx')).toEqual([]);
  });

  it('has words in nine languages for the usual fields', () => {
    for (const concept of [
      'companyName',
      'givenName',
      'familyName',
      'email',
      'phone',
      'mobile',
      'street',
      'city',
      'postcode',
      'region',
      'country',
      'website',
      'industry',
      'revenue',
      'employees',
      'owner',
      'createdDate',
      'lastActivity',
      'stage',
      'amount',
      'closeDate',
      'probability',
      'type',
      'accountNumber',
    ] as const)
      expect([concept, Object.keys(LEXICON[concept]).sort()]).toEqual([
        concept,
        Object.keys(LANGUAGES).sort(),
      ]);
  });

  it('has no empty words', () => {
    for (const words of Object.values<Partial<Record<string, string>>>(LEXICON))
      for (const list of Object.values(words))
        for (const word of (list ?? '').split('|')) expect(headerKey(word)).not.toBe('');
  });

  it('reads any header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (header) => {
        expect(headerTokens(header).every((token) => token !== '')).toBe(true);
        headerMatches(header);
      }),
    );
  });
});

describe('countries', () => {
  it.each([
    ['Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['BRD', 'DE'],
    ['allemagne', 'DE'],
    ['ドイツ', 'DE'],
    ['독일', 'DE'],
    ['DEU', 'DE'],
    ['de', 'DE'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['United States', 'US'],
    ['Estados Unidos', 'US'],
    ['미국', 'US'],
    ['UK', 'GB'],
    ['England', 'GB'],
    ['Großbritannien', 'GB'],
    ['The Netherlands', 'NL'],
    ['Holland', 'NL'],
    ['South Korea', 'KR'],
    ['대한민국', 'KR'],
    ['日本', 'JP'],
    ['SCHWEIZ', 'CH'],
    ['Côte d’Ivoire', null],
    ['Ivory Coast', 'CI'],
    ['Atlantis', null],
    ['', null],
    ['constructor', null],
  ])('%s is %s', (text, code) => {
    expect(countryCode(text)).toBe(code);
  });
  it('names them as CRM lists do', () => {
    expect(['US', 'GB', 'DE', 'KR', 'ZZ'].map(countryName)).toEqual([
      'United States',
      'United Kingdom',
      'Germany',
      'South Korea',
      null,
    ]);
  });
});

describe('placeholders', () => {
  it.each([
    'n/a',
    'N/A',
    'NA',
    '-',
    '--',
    '???',
    'xxx',
    'XXXX',
    'unknown',
    'Unbekannt',
    'nan',
    'NaN',
    '#N/A',
    'k.A.',
    '不明',
    '없음',
    ' - ',
    '.',
  ])('%s says nothing', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });
  it.each(['', 'Nan', 'Nadine', 'x-ray', 'Xaver', 'NC', '0', 'no', 'Unknown Pleasures Ltd', 'C++', '#1'])(
    '%s says something',
    (text) => {
      expect(isPlaceholder(text)).toBe(false);
    },
  );
  it('knows addresses, days and numbers nobody uses', () => {
    expect(
      ['noemail@firma.de', 'a@example.com', 'none@none.com', 'anna@firma.de', 'x'].map(isPlaceholderEmail),
    ).toEqual([true, true, true, false, false]);
    expect(['1900-01-01', '9999-12-31', '2020-01-01'].map(isPlaceholderDate)).toEqual([true, true, false]);
    expect(['000-000-0000', '123-456-7890', '+49 30 901820'].map(isPlaceholderPhone)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('text helpers', () => {
  it('writes counts and shares for people', () => {
    expect([0, 7, 1204, 1234567].map(countText)).toEqual(['0', '7', '1,204', '1,234,567']);
    expect([plural(1, 'row'), plural(1204, 'row'), plural(2, 'city', 'cities')]).toEqual([
      '1 row',
      '1,204 rows',
      '2 cities',
    ]);
    expect([0, 0.001, 0.5, 0.996, 0.9999, 1].map(percentText)).toEqual([
      '0 %',
      'under 1 %',
      '50 %',
      '99.6 %',
      '99.9 %',
      '100 %',
    ]);
  });
  it('folds case, accents and blanks, and leaves Japanese and Korean whole', () => {
    expect(['  Ä  ß Ø ', 'Élan\u00a0vital', 'ガ', '한국', 'ＡＢＣ'].map(foldText)).toEqual([
      'a ss o',
      'elan vital',
      'ガ',
      '한국',
      'abc',
    ]);
  });
  it('trims every kind of blank', () => {
    expect(trimBlank('\u00a0\ufeff a b \u200b\u3000')).toBe('a b');
    expect(trimBlank('   ')).toBe('');
  });
  it('counts days both ways', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2024-02-29')).toBe(19782);
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        expect(dayNumber(dateOfDay(day))).toBe(day);
      }),
    );
  });
});
