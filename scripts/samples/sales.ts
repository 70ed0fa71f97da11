import type { Random } from '../../src/shared/base/random';
import { between, chance, shuffled } from './chance';
import { spokenName } from './company-names';
import type { Person, SampleRow, World } from './model';
import { retypedEmail, retypedPerson } from './person-names';
import { writePhoneSomehow } from './phones';
import type { Presence } from './presence';
import { carelessCase } from './text-errors';
import { OWNERS } from './words/common';

export const SALES_HEADER: readonly string[] = [
  'Contact',
  'Company',
  'Role',
  'E-mail',
  'Phone',
  'Mobile',
  'City',
  'Country',
  'Opt-in',
  'Last spoken',
  'Owner',
  'Comments',
];

/** The list the sales team keeps: one line per acquaintance, no keys, typed on the road. */
export function salesContacts(random: Random, world: World, presence: Presence): SampleRow[] {
  const rows: SampleRow[] = [];
  for (const person of world.people) {
    if (!presence.salesPeople.has(person)) continue;
    const copies = chance(random, 0.06) ? 2 : 1;
    for (let nth = 0; nth < copies; nth++)
      rows.push({ cells: salesCells(random, person), entity: person.id });
  }
  return shuffled(random, rows);
}

function salesCells(random: Random, person: Person): string[] {
  const { company } = person;
  const employer = person.formerCompany !== null && chance(random, 0.2) ? person.formerCompany : company;
  const { locale } = company;
  const home = locale.callingCode;
  const city =
    company.address.cityNative !== '' && chance(random, 0.4)
      ? company.address.cityNative
      : company.address.city;
  return [
    fullName(random, person),
    spokenName(random, employer),
    chance(random, 0.6) ? person.role : '',
    chance(random, 0.68) ? retypedEmail(random, person, 0.3) : '',
    chance(random, 0.6) ? loosePhone(random, writePhoneSomehow(random, person.phone, home)) : '',
    chance(random, 0.65) ? writePhoneSomehow(random, person.mobile, home) : '',
    chance(random, 0.7) ? carelessCase(random, city) : '',
    chance(random, 0.75) ? random.pick(locale.countryNames) : '',
    optIn(random, person),
    lastSpoken(random, person),
    OWNERS[person.owner]!.name.split(' ')[0]!,
    chance(random, 0.15) ? random.pick(COMMENTS) : '',
  ];
}

const COMMENTS: readonly string[] = [
  'met at Hannover Messe',
  'prefers phone, not mail',
  'ask for her, not the front desk',
  'left? check',
  'golf!',
  'decides together with the boss',
  'wants "everything in writing"',
  'new boss since spring',
  'speaks German, English',
];

/** One column holds the whole name: either order, with or without comma, in kanji or hangul for some. */
function fullName(random: Random, person: Person): string {
  if (person.familyNative !== '' && person.givenNative !== '' && chance(random, 0.5)) {
    const gap = person.company.locale.country === 'KR' ? '' : chance(random, 0.6) ? ' ' : '';
    return `${person.familyNative}${gap}${person.givenNative}`;
  }
  const { given, family } = retypedPerson(random, person, 0.35);
  const title = person.title !== '' && chance(random, 0.6) ? `${person.title} ` : '';
  if (given === '') return `${person.gender === 'm' ? 'Herr' : 'Frau'} ${family}`;
  const text = chance(random, 0.22) ? `${family}, ${given}` : `${title}${given} ${family}`;
  return carelessCase(random, text);
}

function loosePhone(random: Random, phone: string): string {
  if (phone === '') return '';
  const style = random.int(20);
  if (style === 0) return `${phone} (office)`;
  if (style === 1) return `Tel. ${phone}`;
  if (style === 2) return `${phone} ext. ${between(random, 10, 99)}`;
  return phone;
}

function optIn(random: Random, person: Person): string {
  if (person.consent === null) return chance(random, 0.1) ? '?' : '';
  const said = chance(random, 0.12) ? !person.consent : person.consent;
  return said ? random.pick(['yes', 'Yes', 'y', 'x']) : random.pick(['no', 'No', 'n']);
}

function lastSpoken(random: Random, person: Person): string {
  if (person.lastActivity === '' || chance(random, 0.2)) return '';
  return person.lastActivity;
}
