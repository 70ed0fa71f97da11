import type { Random } from '../../src/shared/base/random';
import { between, chance } from './chance';
import { daysAgo, daysSince, slashDate } from './dates';
import type { Person, SampleRow, World } from './model';
import { type CrmAccounts, compare, goneNumbers, ownerLabel } from './old-crm';
import { retypedEmail, retypedPerson, trueName } from './person-names';
import { writePhoneSomehow } from './phones';
import type { Presence } from './presence';
import { carelessCase, strayBlanks } from './text-errors';
import { REMARKS } from './words/common';

export const CRM_CONTACT_HEADER: readonly string[] = [
  'AP-Nr',
  'Kd-Nr',
  'Anrede',
  'Titel',
  'Vorname',
  'Nachname',
  'Funktion',
  'Abteilung',
  'E-Mail',
  'Telefon',
  'Mobil',
  'Geburtstag',
  'Newsletter',
  'Werbesperre',
  'Besitzer',
  'Angelegt am',
  'Letzter Kontakt',
  'Notiz',
];

/** Rows of the contact export and the numbers each person got. */
export interface CrmContacts {
  readonly rows: readonly SampleRow[];
  readonly numbers: ReadonlyMap<Person, readonly string[]>;
}

/** Lines the exporter spoiled: a semicolon in the note was not quoted, so the line has a field too many. */
const SPOILED_LINES = 5;

export function crmContacts(
  random: Random,
  world: World,
  presence: Presence,
  accounts: CrmAccounts,
): CrmContacts {
  const numbers = new Map<Person, string[]>();
  const rows: SampleRow[] = [];
  const gone = goneNumbers(random, [...accounts.numbers.values()].flat(), 70);
  const entries: { person: Person; nth: number; created: string }[] = [];
  for (const person of world.people) {
    if (!presence.crmPeople.has(person)) continue;
    const copies = chance(random, 0.09) ? (chance(random, 0.12) ? 3 : 2) : 1;
    for (let nth = 0; nth < copies; nth++) entries.push({ person, nth, created: entered(random, person) });
  }
  entries.sort((a, b) => compare(a.created, b.created) || compare(a.person.id, b.person.id) || a.nth - b.nth);

  let next = 500_000;
  const spoiledEvery = Math.floor(entries.length / (SPOILED_LINES + 1));
  entries.forEach(({ person, nth, created }, index) => {
    next += between(random, 1, 7);
    const number = `P${next}`;
    numbers.set(person, [...(numbers.get(person) ?? []), number]);
    const employer =
      person.formerCompany !== null && chance(random, 0.6) ? person.formerCompany : person.company;
    const own = accounts.numbers.get(employer) ?? accounts.numbers.get(person.company) ?? [];
    const account = chance(random, 0.013) || own.length === 0 ? random.pick(gone) : random.pick(own);
    const cells = contactCells(random, person, nth, number, account, created);
    const spoiled = index % spoiledEvery === spoiledEvery - 1 && index < spoiledEvery * SPOILED_LINES;
    rows.push({
      cells: spoiled ? [...cells.slice(0, -1), 'Termin offen', ' will Angebot'] : cells,
      entity: person.id,
    });
  });
  return { rows, numbers };
}

function contactCells(
  random: Random,
  person: Person,
  nth: number,
  number: string,
  account: string,
  created: string,
): string[] {
  const care = nth === 0 ? 0.85 : 0.25;
  const written = nth === 0 && chance(random, 0.8) ? trueName(person) : retypedPerson(random, person, care);
  const known = (p: number, text: string): string => (chance(random, p * (nth === 0 ? 1 : 0.75)) ? text : '');
  const family = chance(random, 0.02) ? strayBlanks(random, written.family) : written.family;
  // Somebody noted a department instead of a person.
  const nameless = !person.test && chance(random, 0.004);
  return [
    number,
    account,
    salutation(random, person),
    known(0.9, person.title),
    nameless ? '' : nth > 0 ? carelessCase(random, written.given) : written.given,
    nameless ? '' : family,
    known(0.7, person.role),
    known(0.15, random.pick(['Einkauf', 'Technik', 'Produktion', 'Verwaltung', 'Purchasing'])),
    known(0.88, retypedEmail(random, person, care)),
    known(0.85, writePhoneSomehow(random, person.phone, '49')),
    known(0.7, writePhoneSomehow(random, person.mobile, '49')),
    known(0.8, slashDate(person.birthday)),
    newsletter(random, person, nth),
    chance(random, 0.04) ? 'X' : '',
    ownerLabel(random, person.owner),
    slashDate(created),
    lastSpoken(random, person, nth, created),
    chance(random, 0.1) ? random.pick(REMARKS) : '',
  ];
}

function salutation(random: Random, person: Person): string {
  if (chance(random, 0.06)) return '';
  const german = person.company.locale.country === 'DE' || chance(random, 0.6);
  if (person.gender === 'm') return german ? 'Herr' : 'Mr';
  return german ? 'Frau' : random.pick(['Ms', 'Mrs']);
}

/** Consent as noted; a second record may say the opposite. */
function newsletter(random: Random, person: Person, nth: number): string {
  if (person.consent === null) return '';
  const said = nth > 0 && chance(random, 0.25) ? !person.consent : person.consent;
  return said ? random.pick(['J', 'J', 'ja', '1']) : random.pick(['N', 'N', 'nein', '0']);
}

function lastSpoken(random: Random, person: Person, nth: number, created: string): string {
  if (person.lastActivity === '') return '';
  if (nth === 0) return slashDate(person.lastActivity);
  if (chance(random, 0.3)) return '';
  return slashDate(daysAgo(between(random, daysSince(person.lastActivity), daysSince(created))));
}

/** A contact is entered some time before the last talk with the person. */
function entered(random: Random, person: Person): string {
  const last = person.lastActivity === '' ? 400 : daysSince(person.lastActivity);
  return daysAgo(last + between(random, 0, 3_500));
}
