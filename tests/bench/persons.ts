import { seededRandom } from '../../src/shared/base/random';
import type { MatchInput } from '../../src/shared/match/types';
import type { Semantic } from '../../src/shared/profile/types';
import { columnOf } from '../../src/shared/table/column';

const SYLLABLES =
  'ba be bi bo da de di do fa fe ga ge ha he ka ke la le li lo ma me mi mo na ne ra re ri ro sa se ta te va we'.split(
    ' ',
  );
const GIVEN =
  'anna peter maria john thomas sarah michael laura daniel julia robert emma david sophie james lena paul clara'.split(
    ' ',
  );
const DOMAINS = ['mail.com', 'web.de', 'example.org', 'firma.de', 'company.co.uk'];

/**
 * Persons with about 30 % duplicates, made from a seed: Zipf-like names, slips, missing values, moved house. Values of
 * one field are drawn from pools that grow with the number of records, as they do in life.
 */
export function persons(count: number, seed: string): MatchInput {
  return personInput(personRows(count, seed).rows);
}

/** The same persons as rows of cells (`PERSON_FIELDS`), with the person of each row: equal numbers are one person. */
export function personRows(
  count: number,
  seed: string,
): { readonly rows: readonly (readonly string[])[]; readonly person: Uint32Array } {
  const random = seededRandom(seed);
  const word = (parts: number): string =>
    Array.from({ length: parts }, () => random.pick(SYLLABLES)).join('');
  const pool = (size: number, parts: number): string[] => Array.from({ length: size }, () => word(parts));
  const families = pool(Math.max(200, Math.ceil(count / 12)), 3);
  const givens = [...GIVEN, ...pool(Math.max(60, Math.ceil(Math.sqrt(count))), 2)];
  const streets = pool(Math.max(100, Math.ceil(count / 40)), 3);
  const cities = pool(Math.max(40, Math.ceil(count / 400)), 3);
  const skewed = (list: readonly string[]): string => list[Math.floor(list.length * random.next() ** 2)]!;
  const slip = (value: string): string => {
    if (value.length < 3) return value;
    const at = 1 + random.int(value.length - 2);
    const kind = random.int(3);
    if (kind === 0) return value.slice(0, at) + value.slice(at + 1);
    if (kind === 1) return value.slice(0, at) + value[at + 1] + value[at] + value.slice(at + 2);
    return value.slice(0, at) + random.pick(SYLLABLES)[0] + value.slice(at + 1);
  };
  const make = (): string[] => {
    const given = skewed(givens);
    const family = skewed(families);
    const city = random.int(cities.length);
    const day = (from: number, span: number): string => String(from + random.int(span)).padStart(2, '0');
    return [
      given,
      family,
      `${given}.${family}${random.int(90)}@${random.pick(DOMAINS)}`,
      `+49${170 + random.int(9)}${1000000 + random.int(8999999)}`,
      `${skewed(streets)} street ${1 + random.int(150)}`,
      String(10000 + city * 37 + random.int(9)),
      cities[city]!,
      `${1940 + random.int(65)}-${day(1, 12)}-${day(1, 28)}`,
    ];
  };
  const rows: string[][] = [];
  const person = Uint32Array.from({ length: count }, (_, row) => row);
  while (rows.length < count) {
    const original = rows.length > 10 && random.next() < 0.3 ? random.int(rows.length) : -1;
    if (original < 0) rows.push(make());
    else {
      person[rows.length] = person[original]!;
      rows.push(
        rows[original]!.map((value) => {
          const dice = random.next();
          return dice < 0.08 ? '' : dice < 0.2 ? slip(value) : value;
        }),
      );
    }
  }
  return { rows, person };
}

/** Columns of the generated persons and what they mean. */
export const PERSON_FIELDS: readonly (readonly [name: string, semantic: Semantic])[] = [
  ['FirstName', 'givenName'],
  ['LastName', 'familyName'],
  ['Email', 'email'],
  ['Phone', 'phone'],
  ['Street', 'street'],
  ['Postcode', 'postcode'],
  ['City', 'city'],
  ['Birthdate', 'birthDate'],
];

function personInput(rows: readonly (readonly string[])[]): MatchInput {
  const count = rows.length;
  return {
    count,
    source: new Uint16Array(count),
    sourceIds: ['persons'],
    fields: PERSON_FIELDS.map(([name, semantic], c) => ({
      name,
      semantic,
      column: columnOf(
        name,
        rows.map((row) => row[c]!),
      ),
    })),
  };
}
