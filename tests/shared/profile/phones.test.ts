import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPhone } from '@shared/profile/phones';
import fc from 'fast-check';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';

describe('readPhone', () => {
  it.each([
    ['030 901820', 'DE', '+4930901820', ''],
    ['+49 (0)30 901820', 'DE', '+4930901820', ''],
    ['0049 30 901820', 'DE', '+4930901820', ''],
    ['504-621-8927', 'US', '+15046218927', ''],
    ['(504) 621-8927', 'US', '+15046218927', ''],
    ['1-504-621-8927', 'US', '+15046218927', ''],
    ['+1 504 621 8927', null, '+15046218927', ''],
    ['504-621-8927 x12', 'US', '+15046218927', '12'],
    ['504-621-8927 ext. 12', 'US', '+15046218927', '12'],
    ['020 7946 0018', 'GB', '+442079460018', ''],
    ['06 698 82211', 'IT', '+390669882211', ''],
    ['03-3224-9999', 'JP', '+81332249999', ''],
    ['02-2133-5114', 'KR', '+82221335114', ''],
    ['０３-３２２４-９９９９', 'JP', '+81332249999', ''],
  ] as const)('%s seen from %s is %s', (text, country, e164, extension) => {
    expect(readPhone(text, country)).toEqual({ e164, extension, problem: null });
  });

  it.each([
    ['123', 'DE', 'short'],
    ['0', 'US', 'short'],
    ['123-456', 'US', 'short'],
    ['123456789012345678', 'DE', 'long'],
    ['5046218927', null, 'noCountry'],
    ['5046218927', 'XX', 'noCountry'],
    ['call me', 'DE', 'notNumber'],
    ['', 'DE', 'notNumber'],
    ['nan', 'US', 'notNumber'],
    [`+${'9'.repeat(500)}`, 'US', 'long'],
  ] as const)('%s seen from %s is no number: %s', (text, country, problem) => {
    expect(readPhone(text, country)).toEqual({ e164: null, extension: '', problem });
  });

  it('knows that a calling code may have islands with lengths of their own', () => {
    expect(readPhone('+44162400000', 'DE').e164).toBeNull();
    expect(readPhone('162400000', 'GB').e164).toBeNull();
    expect(readPhone('+441624756789', 'DE').e164).toBe('+441624756789');
  });

  it('reads the plain cases exactly as the library does', () => {
    const countries: readonly CountryCode[] = [
      'DE',
      'US',
      'GB',
      'FR',
      'IT',
      'ES',
      'NL',
      'PT',
      'JP',
      'KR',
      'CH',
      'AT',
      'RU',
      'BR',
      'MX',
      'AU',
      'AR',
      'CN',
      'BY',
      'SM',
    ];
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 4, maxLength: 13 });
    fc.assert(
      fc.property(
        fc.constantFrom('', '+', '0', '00', '+49', '+1', '+39', '+7', '+44', '1', '8'),
        digits,
        fc.constantFrom(...countries),
        (start, rest, country) => {
          const text = start + rest;
          const number = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
          expect([text, country, readPhone(text, country).e164]).toEqual([
            text,
            country,
            number?.isPossible() ? number.number : null,
          ]);
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

const folder = join(import.meta.dirname, '../../../../shared/data/legacy/phones');
const present = existsSync(folder);

function rows(file: string): string[][] {
  return readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replace('\r', '').split(','));
}

describe.skipIf(!present)('on the numbers Google publishes (skipped where shared/data is absent)', () => {
  it('finds the E.164 form of the example of every kind and region, from national and international writing', () => {
    let national = 0;
    let international = 0;
    let all = 0;
    for (const [region, , , , e164, nationalFormat, internationalFormat] of rows(
      'libphonenumber_examples.csv',
    )) {
      if (region === undefined || region === '001') continue;
      all++;
      if (readPhone(nationalFormat ?? '', region).e164 === e164) national++;
      if (readPhone(internationalFormat ?? '', null).e164 === e164) international++;
    }
    expect(all).toBeGreaterThan(1_000);
    expect(international / all).toBeGreaterThan(0.97);
    expect(national / all).toBeGreaterThan(0.97);
  });

  it('reads every stated case that the library reads', () => {
    for (const [input, region, e164, , , agrees] of rows('parse_cases.csv')) {
      if (agrees !== 'yes' || input === undefined || region === undefined) continue;
      const number = parsePhoneNumberFromString(
        input,
        region === 'ZZ' ? {} : { defaultCountry: region as CountryCode },
      );
      if (!number?.isPossible()) continue;
      expect([input, readPhone(input, region).e164]).toEqual([input, e164]);
    }
  });
});
