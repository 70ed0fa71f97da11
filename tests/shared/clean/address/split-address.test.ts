import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { splitAddress } from '@shared/clean/address/split-address';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const file = resolve(
  import.meta.dirname,
  '../../../../../shared/data/comparators/parsing/us_addresses_labelled.csv',
);
const present = existsSync(file);

const KEYS = ['street', 'houseNumber', 'unit', 'postcode', 'city', 'region', 'country'] as const;

/** street | number | unit | postcode | city | region | country */
function parts(text: string, country: string): string {
  const address = splitAddress(text, country);
  return address === null ? 'unread' : KEYS.map((key) => address[key]).join(' | ');
}

describe('splitAddress', () => {
  it.each([
    ['Hauptstraße 12a, 10115 Berlin', 'DE', 'Hauptstraße | 12a |  | 10115 | Berlin |  | '],
    ['Am Markt 5-7, D-50667 Köln, Deutschland', '', 'Am Markt | 5-7 |  | 50667 | Köln |  | Deutschland'],
    ['Hauptstr. 12 10115 Berlin', 'DE', 'Hauptstr. | 12 |  | 10115 | Berlin |  | '],
    ['Postfach 12 34, 80331 München', 'DE', 'Postfach 12 34 |  |  | 80331 | München |  | '],
    ['Straße des 17. Juni 135, 10623 Berlin', 'DE', 'Straße des 17. Juni | 135 |  | 10623 | Berlin |  | '],
    [
      'Müller GmbH, Industriestr. 4, Geb. 3, 70565 Stuttgart',
      'DE',
      'Industriestr. | 4 | Müller GmbH, Geb. 3 | 70565 | Stuttgart |  | ',
    ],
    ['Mariahilfer Straße 1/2/3, 1060 Wien', 'AT', 'Mariahilfer Straße | 1 | 2/3 | 1060 | Wien |  | '],
    ['Rue du Lac 4, 1003 Lausanne VD', 'CH', 'Rue du Lac | 4 |  | 1003 | Lausanne | VD | '],
    ['12 bis rue de la Paix, 75002 Paris', 'FR', 'rue de la Paix | 12 bis |  | 75002 | Paris |  | '],
    [
      '5, avenue Foch, bât. B, 75007 PARIS CEDEX 07, France',
      '',
      'avenue Foch | 5 | bât. B | 75007 | PARIS CEDEX 07 |  | France',
    ],
    ['Keizersgracht 123-II, 1015CJ Amsterdam', 'NL', 'Keizersgracht | 123 | II | 1015 CJ | Amsterdam |  | '],
    [
      'Calle Mayor, 5, 2º B, 28013 Madrid (Madrid)',
      'ES',
      'Calle Mayor | 5 | 2º B | 28013 | Madrid | Madrid | ',
    ],
    ['Via Garibaldi, 12/A, 10122 Torino (TO)', 'IT', 'Via Garibaldi | 12/A |  | 10122 | Torino | TO | '],
    ['10 Downing Street, London SW1A2AA', 'GB', 'Downing Street | 10 |  | SW1A 2AA | London |  | '],
    [
      'Flat 3, 25 High Street, Oxford, OX3 7AA, UK',
      '',
      'High Street | 25 | Flat 3 | OX3 7AA | Oxford |  | UK',
    ],
    [
      'Church Lane, Bourton, Gloucestershire GL54 2AB',
      'GB',
      'Church Lane |  |  | GL54 2AB | Bourton | Gloucestershire | ',
    ],
    ['100 Queen St W, Toronto, ON M5H2N2', 'CA', 'Queen St W | 100 |  | M5H 2N2 | Toronto | ON | '],
    ['350 5th Ave Fl 34\nNew York NY 10118', '', '5th Ave | 350 | Fl 34 | 10118 | New York | NY | '],
    [
      '1600 Pennsylvania Ave NW, Washington, DC 20500, USA',
      '',
      'Pennsylvania Ave NW | 1600 |  | 20500 | Washington | DC | USA',
    ],
    ['PO Box 637 Powder Springs, GA 30127', 'US', 'PO Box 637 |  |  | 30127 | Powder Springs | GA | '],
    ['12 Oak St, Boston MA 2134', 'US', 'Oak St | 12 |  | 02134 | Boston | MA | '],
    ['just some text', 'DE', 'unread'],
    ['', 'DE', 'unread'],
  ])('%j (%s) → %s', (text, country, expected) => {
    expect(parts(text, country)).toBe(expected);
  });

  it('answers any text quickly, and never with letters that were not there', () => {
    const word = fc.constantFrom(
      '12',
      'St',
      'Rue',
      'de',
      ',',
      '10115',
      'Berlin',
      'MA',
      '#',
      'Apt',
      'B',
      'PO Box',
      'Straße',
      '\n',
      'UK',
      '1/2',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(word, { maxLength: 12 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('', 'US', 'GB', 'DE', 'FR', 'NL', 'IT'), (line, country) => {
        const address = splitAddress(line, country);
        if (address === null) return;
        const letters = (some: string): string =>
          some
            .normalize('NFKC')
            .toUpperCase()
            .replace(/[^\p{L}]/gu, '');
        expect(letters(KEYS.map((key) => address[key]).join('')).length).toBeLessThanOrEqual(
          letters(line).length,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe.skipIf(!present)('splitAddress on labelled US addresses (skipped where the data is absent)', () => {
  it('has every part as labelled for at least 77 % of the addresses whose labels have a part here', () => {
    const tokens = z.array(z.tuple([z.string(), z.string()]));
    const rows = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const share = new Map<string, { all: number; right: number }>();
    const count = (key: string, isRight: boolean): void => {
      const one = share.get(key) ?? { all: 0, right: 0 };
      share.set(key, { all: one.all + 1, right: one.right + (isRight ? 1 : 0) });
    };
    for (const row of rows) {
      const labelled = tokens.parse(JSON.parse(row.tokens ?? '[]'));
      if (!labelled.every(([, label]) => PART.has(label))) continue;
      const wanted = {
        street: '',
        houseNumber: '',
        unit: '',
        postcode: '',
        city: '',
        region: '',
        country: '',
      };
      for (const [text, label] of labelled) wanted[PART.get(label) ?? 'unit'] += plain(text);
      const got = splitAddress(row.text ?? '', 'US');
      for (const key of KEYS) if (wanted[key] !== '') count(key, plain(got?.[key] ?? '') === wanted[key]);
      count(
        'all',
        KEYS.every((key) => plain(got?.[key] ?? '') === wanted[key]),
      );
    }
    const reached = (key: string): number => {
      const { all, right } = share.get(key) ?? { all: 1, right: 0 };
      return right / all;
    };
    expect(share.get('all')?.all).toBe(1022);
    expect(reached('all')).toBeGreaterThanOrEqual(0.77);
    expect(reached('houseNumber')).toBeGreaterThanOrEqual(0.95);
    expect(reached('street')).toBeGreaterThanOrEqual(0.8);
    expect(reached('unit')).toBeGreaterThanOrEqual(0.68);
    expect(reached('city')).toBeGreaterThanOrEqual(0.85);
    expect(reached('region')).toBeGreaterThanOrEqual(0.98);
    expect(reached('postcode')).toBeGreaterThanOrEqual(0.98);
  });
});

/** Labels of the published set by part; recipients, landmarks and crossings have none. */
const PART: ReadonlyMap<string, (typeof KEYS)[number]> = new Map([
  ['AddressNumber', 'houseNumber'],
  ['AddressNumberPrefix', 'houseNumber'],
  ['AddressNumberSuffix', 'houseNumber'],
  ['PlaceName', 'city'],
  ['StateName', 'region'],
  ['ZipCode', 'postcode'],
  ['ZipPlus4', 'postcode'],
  ['CountryName', 'country'],
  ['OccupancyIdentifier', 'unit'],
  ['OccupancyType', 'unit'],
  ['SubaddressType', 'unit'],
  ['SubaddressIdentifier', 'unit'],
  ['BuildingName', 'unit'],
  ['StreetName', 'street'],
  ['StreetNamePostType', 'street'],
  ['StreetNamePreDirectional', 'street'],
  ['StreetNamePreType', 'street'],
  ['StreetNamePostDirectional', 'street'],
  ['StreetNamePreModifier', 'street'],
  ['StreetNamePostModifier', 'street'],
  ['USPSBoxType', 'street'],
  ['USPSBoxID', 'street'],
  ['USPSBoxGroupType', 'street'],
  ['USPSBoxGroupID', 'street'],
]);
