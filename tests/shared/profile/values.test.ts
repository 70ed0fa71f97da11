import {
  canonicalNumber,
  canonicalUrl,
  hostOf,
  isEmail,
  isUrl,
  parseBoolean,
  parseDate,
  parseDateTime,
  parseNumber,
} from '@shared/profile/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('parseDate', () => {
  it.each([
    ['2024-03-05', 'DMY', '2024-03-05'],
    ['2024/3/5', 'MDY', '2024-03-05'],
    ['2024.03.05.', 'DMY', '2024-03-05'],
    ['05.03.2024', 'DMY', '2024-03-05'],
    ['5. 3. 2024', 'DMY', '2024-03-05'],
    ['05/03/2024', 'MDY', '2024-05-03'],
    ['05/03/2024', 'DMY', '2024-03-05'],
    ['5-3-24', 'DMY', '2024-03-05'],
    ['05 03 2024', 'DMY', '2024-03-05'],
    ['24-03-05', 'YMD', '2024-03-05'],
    ['20240305', 'YMD', '2024-03-05'],
    ['12 Mar 2020', 'DMY', '2020-03-12'],
    ['12-Mar-20', 'DMY', '2020-03-12'],
    ['Mar 12, 2020', 'DMY', '2020-03-12'],
    ['April 5, 2018', 'MDY', '2018-04-05'],
    ['12th of March 2020', 'DMY', '2020-03-12'],
    ['Thursday, 12 March 2020', 'DMY', '2020-03-12'],
    ['12. März 2020', 'DMY', '2020-03-12'],
    ['12. Maerz 2020', 'DMY', '2020-03-12'],
    ['1er février 2021', 'DMY', '2021-02-01'],
    ['12 août 1999', 'DMY', '1999-08-12'],
    ['12 de marzo de 2020', 'DMY', '2020-03-12'],
    ['3 gennaio 2022', 'DMY', '2022-01-03'],
    ['3 ottobre 2022', 'DMY', '2022-10-03'],
    ['2020 Dez 24', 'DMY', '2020-12-24'],
    ['2020年3月12日', 'YMD', '2020-03-12'],
    ['2020년 3월 12일', 'DMY', '2020-03-12'],
    ['２０２０-０３-１２', 'YMD', '2020-03-12'],
    [' 2024-03-05\u00a0', 'YMD', '2024-03-05'],
    ['2024-03-06 00:00:00.000', 'YMD', '2024-03-06'],
    ['2024-03-06T23:59:59+02:00', 'YMD', '2024-03-06'],
    ['5/19/2006 0:00:00', 'MDY', '2006-05-19'],
    ['5/19/2006 11:30 PM', 'MDY', '2006-05-19'],
    ['29.02.2024', 'DMY', '2024-02-29'],
    ['0001-01-01', 'YMD', '0001-01-01'],
  ] as const)('reads %s (%s) as %s', (text, order, iso) => {
    expect(parseDate(text, order)).toBe(iso);
  });

  it.each([
    ['29.02.2023', 'DMY'],
    ['31.04.2024', 'DMY'],
    ['20/02/2020', 'MDY'],
    ['02/20/2020', 'DMY'],
    ['20/02/2020', 'YMD'],
    ['00.00.0000', 'DMY'],
    ['0000-00-00', 'YMD'],
    ['1.2.3', 'DMY'],
    ['1.2.345', 'DMY'],
    ['1-2/2020', 'DMY'],
    ['March 2020', 'DMY'],
    ['Mar Apr 2020', 'DMY'],
    ['12 Foo 2020', 'DMY'],
    ['2020 March 2021', 'DMY'],
    ['2024-03-05T25:00', 'YMD'],
    ['5/19/2006 13:00 PM', 'MDY'],
    ['20240305', 'DMY'],
    ['20241345', 'YMD'],
    ['43895', 'YMD'],
    ['nan', 'YMD'],
    ['', 'YMD'],
    ['2024-03-05 and more', 'YMD'],
    ['9'.repeat(100_000), 'YMD'],
    ['= 1 + 1', 'DMY'],
  ] as const)('refuses %s (%s)', (text, order) => {
    expect(parseDate(text, order)).toBeNull();
  });

  it('takes two-digit years below 30 as 20xx and the others as 19xx', () => {
    expect(parseDate('01.01.29', 'DMY')).toBe('2029-01-01');
    expect(parseDate('01.01.30', 'DMY')).toBe('1930-01-01');
    expect(parseDate('12 Mar 99', 'DMY')).toBe('1999-03-12');
  });

  it('reads back every day it could have written, in every order', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500_000, max: 1_000_000 }), (seconds) => {
        const iso = new Date(seconds * 86_400_00).toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-');
        expect(parseDate(iso, 'DMY')).toBe(iso);
        expect(parseDate(`${day}.${month}.${year}`, 'DMY')).toBe(iso);
        expect(parseDate(`${month}/${day}/${year}`, 'MDY')).toBe(iso);
      }),
    );
  });
});

describe('parseDateTime', () => {
  it.each([
    ['2024-03-06 10:20', '2024-03-06T10:20:00.000'],
    ['2024-03-06T10:20:30.5Z', '2024-03-06T10:20:30.500'],
    ['2024-03-06T23:30:00-05:00', '2024-03-07T04:30:00.000'],
    ['2024-01-01T00:30:00+02:00', '2023-12-31T22:30:00.000'],
    ['2024-03-06', '2024-03-06T00:00:00.000'],
    ['06.03.2024, 9:05 pm', '2024-03-06T21:05:00.000'],
    ['06.03.2024 12:05 AM', '2024-03-06T00:05:00.000'],
  ])('reads %s as %s', (text, iso) => {
    expect(parseDateTime(text, 'DMY')).toBe(iso);
  });

  it('refuses what is not a time', () => {
    expect(parseDateTime('2024-03-06 10:60', 'DMY')).toBeNull();
    expect(parseDateTime('10:20', 'DMY')).toBeNull();
  });
});

describe('numbers', () => {
  it.each([
    ['1234.5', '.', '1234.5'],
    ['1,234.50', '.', '1234.50'],
    ['1.234,50', ',', '1234.50'],
    ['1 234 567,8', ',', '1234567.8'],
    ["1'234'567.80", '.', '1234567.80'],
    ['1\u202f234,5', ',', '1234.5'],
    ['12,34,567', '.', '1234567'],
    ['$1,200', '.', '1200'],
    ['1.200 €', ',', '1200'],
    ['EUR 1.200,00', ',', '1200.00'],
    ['R$ 1.200,00', ',', '1200.00'],
    ['¥1,200', '.', '1200'],
    ['1,200円', '.', '1200'],
    ['1.200,- €', ',', '1200'],
    ['(1,200.00)', '.', '-1200.00'],
    ['($1,200)', '.', '-1200'],
    ['-1,200', '.', '-1200'],
    ['1,200-', '.', '-1200'],
    ['−5', '.', '-5'],
    ['-€5', '.', '-5'],
    ['€-5', '.', '-5'],
    ['60 %', '.', '60'],
    ['+7', '.', '7'],
    ['007', '.', '7'],
    ['0', '.', '0'],
    ['-0', '.', '0'],
    ['.5', '.', '0.5'],
    ['5.', '.', '5'],
    ['1.5E+03', '.', '1500'],
    ['１２３', '.', '123'],
    ['12345678901234567890.12', '.', '12345678901234567890.12'],
  ] as const)('reads %s with decimal %s as %s', (text, decimal, canonical) => {
    expect(canonicalNumber(text, decimal)).toBe(canonical);
  });

  it.each([
    ['1,5', '.'],
    ['1.5', ','],
    ['1.234.5', '.'],
    ['1,23,4', '.'],
    ['12,3456', '.'],
    ['1234,567', '.'],
    ['1 23', '.'],
    ['1.2.3', ','],
    ['SIXTY THOUSAND', '.'],
    ['12 pcs', '.'],
    ['1.5k', '.'],
    ['--5', '.'],
    ['(-5', '.'],
    ['0x1F', '.'],
    ['Infinity', '.'],
    ['1e999', '.'],
    ['', '.'],
    ['-', '.'],
    ['€', '.'],
    [',', ','],
    ['NaN', '.'],
    ['2.278.845', '.'],
  ] as const)('refuses %s with decimal %s', (text, decimal) => {
    expect(canonicalNumber(text, decimal)).toBeNull();
    expect(parseNumber(text, decimal)).toBeNull();
  });

  it('gives back every number written in either style', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const sign = whole < 0 ? '-' : '';
        const grouped = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, '.');
        const text = `${sign}${grouped},${String(cents).padStart(2, '0')}`;
        const value = (whole < 0 ? -1 : 1) * (Math.abs(whole) + cents / 100);
        expect(parseNumber(text, ',')).toBeCloseTo(value, 6);
      }),
    );
  });
});

describe('parseBoolean', () => {
  it.each(['true', 'YES', 'y', '1', 'ja', 'Wahr', 'oui', 'Sí', 'sim', 'はい', '예', 'x', '✓'])(
    '%s is yes',
    (text) => {
      expect(parseBoolean(text)).toBe(true);
    },
  );
  it.each(['false', 'No', 'n', '0', 'nein', 'FAUX', 'não', 'nee', 'いいえ', '아니요'])('%s is no', (text) => {
    expect(parseBoolean(text)).toBe(false);
  });
  it.each(['', 'maybe', '2', 'yes please', '-', 'constructor', '__proto__'])('%s is neither', (text) => {
    expect(parseBoolean(text)).toBeNull();
  });
});

describe('isEmail', () => {
  it.each(['jane.doe@example.com', "o'neil@x.co", 'a+b@sub.firma.de', 'x_y-z@xn--mnchen-3ya.de', '1@2.io'])(
    '%s is one',
    (text) => {
      expect(isEmail(text)).toBe(true);
    },
  );
  it.each([
    '',
    'jane',
    'jane@',
    '@example.com',
    'jane@example',
    'jane@@example.com',
    'jane doe@example.com',
    'jane@exa mple.com',
    '.jane@example.com',
    'jane.@example.com',
    'ja..ne@example.com',
    'jane@-example.com',
    'jane@example-.com',
    'jane@example.c',
    'jane@example.123',
    'jané@example.com',
    'jane@example.com;joe@example.com',
    'Jane <jane@example.com>',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
    'jane@example.com ',
    'jane,doe@example.com',
  ])('%s is not', (text) => {
    expect(isEmail(text)).toBe(false);
  });
});

describe('web addresses', () => {
  it.each([
    ['groceryoutlet.com', 'https://groceryoutlet.com', 'groceryoutlet.com'],
    ['http://www.bentonjohnbjr.com', 'http://www.bentonjohnbjr.com', 'bentonjohnbjr.com'],
    ['HTTPS://WWW.Example.COM/Path?q=1#x', 'https://www.example.com/Path?q=1#x', 'example.com'],
    ['müller.de/über', 'https://müller.de/über', 'müller.de'],
    ['example.com:8080/x', 'https://example.com:8080/x', 'example.com'],
  ])('%s', (text, url, host) => {
    expect(canonicalUrl(text)).toBe(url);
    expect(hostOf(text)).toBe(host);
    expect(isUrl(text)).toBe(true);
  });
  it.each([
    '',
    'http://',
    'localhost',
    'javascript:alert(1)',
    'ftp://x.com',
    'a b.com',
    'jane@example.com',
    '1.5',
    'x..com',
    'n/a',
  ])('%s is none', (text) => {
    expect(isUrl(text)).toBe(false);
    expect(canonicalUrl(text)).toBeNull();
  });
});

describe('every parser', () => {
  it('answers for any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const order of ['DMY', 'MDY', 'YMD'] as const) {
          expect(parseDate(text, order) ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
          parseDateTime(text, order);
        }
        for (const decimal of ['.', ','] as const)
          expect(canonicalNumber(text, decimal) ?? '0').toMatch(/^-?\d+(\.\d+)?$/);
        parseBoolean(text);
        isEmail(text);
        canonicalUrl(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays fast on long hostile text', () => {
    for (const text of [
      ' '.repeat(1_000_000),
      `a${'.a'.repeat(500_000)}`,
      `${'1,'.repeat(500_000)}x`,
      `${'a'.repeat(500_000)}@`,
    ]) {
      parseDate(text, 'DMY');
      canonicalNumber(text, '.');
      isEmail(text);
      isUrl(text);
      parseBoolean(text);
    }
  }, 2_000);
});
