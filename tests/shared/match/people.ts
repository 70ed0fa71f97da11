import type { MatchInput } from '@shared/match/types';
import type { Semantic } from '@shared/profile/types';
import { columnOf } from '@shared/table/column';

const FIELDS: readonly [string, Semantic][] = [
  ['FirstName', 'givenName'],
  ['LastName', 'familyName'],
  ['Email', 'email'],
  ['Phone', 'phone'],
  ['City', 'city'],
  ['Birthdate', 'birthDate'],
];

/** Match input from rows of person cells: first name, last name, e-mail, phone, city, date of birth. */
export function peopleInput(rows: readonly (readonly string[])[], sources?: readonly number[]): MatchInput {
  return {
    count: rows.length,
    source: Uint16Array.from(sources ?? rows.map(() => 0)),
    sourceIds: [...new Set(sources ?? [0])].sort().map((source) => `source ${source}`),
    fields: FIELDS.map(([name, semantic], c) => ({
      name,
      semantic,
      column: columnOf(
        name,
        rows.map((row) => row[c] ?? ''),
      ),
    })),
  };
}

const GIVEN = 'Anna Bernd Clara David Emma Frank Greta Hans Ines Jakob Katja Lukas'.split(' ');
const FAMILY = 'Abel Brandt Conrad Dietz Ebert Falk Gruber Heller Imhof Jansen Krause Lorenz Mertens'.split(
  ' ',
);
const CITIES = ['Berlin', 'Hamburg', 'Leipzig', 'Kassel', 'Bonn'];

/** `n` different people, each told apart by every field that can. */
export function differentPeople(n: number): string[][] {
  return Array.from({ length: n }, (_, i) => {
    const given = GIVEN[i % GIVEN.length]!;
    const family = FAMILY[(i * 5 + Math.floor(i / 12)) % FAMILY.length]!;
    return [
      given,
      family,
      `${given}.${family}${i}@example.org`.toLowerCase(),
      `+49301${String(100000 + i * 7919).slice(0, 6)}`,
      CITIES[i % CITIES.length]!,
      `19${50 + (i % 45)}-0${1 + (i % 9)}-${10 + (i % 18)}`,
    ];
  });
}

/** The same people with a slip, a nickname, a gap and a swap each, in that order again and again. */
export function secondSights(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row, i) => {
    const [given = '', family = '', email = '', phone = '', city = '', birth = ''] = row;
    switch (i % 4) {
      case 0:
        return [given, `${family.slice(0, 2)}${family.slice(3)}`, email, phone, city, birth];
      case 1:
        return [given, family, '', phone, city, birth];
      case 2:
        return [family, given, email, '', city, birth];
      default:
        return [given.toUpperCase(), family, email, phone, '', `${birth.slice(0, 9)}0`];
    }
  });
}
