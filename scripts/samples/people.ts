import type { Random } from '../../src/shared/base/random';
import { between, chance, weighted } from './chance';
import { slug } from './companies';
import { daysAgo, daysSince } from './dates';
import type { Company, Person } from './model';
import type { PhoneBook } from './phones';
import { OWNERS } from './words/common';

const FREE_MAIL: readonly string[] = [
  'mailbox.example',
  'post.example',
  'freemail.example',
  'webmail.example',
];
const TITLES: readonly (readonly [string, number])[] = [
  ['', 0.9],
  ['Dr.', 0.07],
  ['Dr.-Ing.', 0.02],
  ['Prof.', 0.01],
];

/** Everybody Northgate knows, company by company, with relatives, name changes and job changes among them. */
export function makePeople(random: Random, phones: PhoneBook, companies: readonly Company[]): Person[] {
  const people: Person[] = [];
  const taken = new Set<string>();
  const customers = companies.filter((company) => company.kind === 'customer');
  const add = (person: Omit<Person, 'id'>): void => {
    people.push({ ...person, id: `P${String(people.length + 1).padStart(5, '0')}` });
  };
  for (const company of companies) {
    if (company.kind === 'test') {
      for (const tester of testPeople(company)) add(tester);
      continue;
    }
    const count = headcount(random, company);
    for (let i = 0; i < count; i++) {
      const person = makePerson(random, phones, company, taken, customers);
      add(person);
      if (chance(random, 0.04)) add(relativeOf(random, phones, person, taken));
    }
  }
  return people;
}

function headcount(random: Random, company: Company): number {
  const base = weighted(random, [
    [0, 0.14],
    [1, 0.24],
    [2, 0.25],
    [3, 0.16],
    [4, 0.1],
    [5, 0.06],
    [7, 0.05],
  ]);
  return company.kind === 'prospect' || company.kind === 'dead' ? Math.min(base, 2) : base;
}

function makePerson(
  random: Random,
  phones: PhoneBook,
  company: Company,
  taken: Set<string>,
  customers: readonly Company[],
): Omit<Person, 'id'> {
  const { locale } = company;
  for (;;) {
    const gender = chance(random, 0.68) ? 'm' : 'f';
    const given = random.pick(gender === 'm' ? locale.maleNames : locale.femaleNames);
    const family = random.pick(locale.surnames);
    const key = `${company.name.core} ${given.latin} ${family.latin}`;
    if (taken.has(key)) continue;
    taken.add(key);
    const married = gender === 'f' && chance(random, 0.05);
    const moved = chance(random, 0.015);
    const formerFamily = married ? random.pick(locale.surnames).latin : '';
    const formerCompany = moved ? random.pick(customers) : null;
    return {
      company,
      formerCompany: formerCompany === company ? null : formerCompany,
      gender,
      given: given.latin,
      givenAlso: given.also,
      givenNative: given.native,
      family: family.latin,
      familyAlso: family.also,
      familyNative: family.native,
      formerFamily,
      title: weighted(random, TITLES),
      suffix: '',
      role: random.pick(locale.roles),
      email: chance(random, 0.85) ? emailOf(random, given.latin, family.latin, company) : '',
      otherEmail: otherEmail(random, given.latin, formerFamily || family.latin, formerCompany),
      phone: chance(random, 0.75)
        ? chance(random, 0.7)
          ? phones.directLine(random, locale, company.phone)
          : company.phone
        : null,
      mobile: chance(random, 0.55) ? phones.make(random, locale, locale.mobile) : null,
      birthday: chance(random, 0.18) ? daysAgo(between(random, 24 * 365, 66 * 365)) : '',
      consent: weighted<boolean | null>(random, [
        [true, 0.4],
        [false, 0.25],
        [null, 0.35],
      ]),
      lastActivity: personActivity(random, company),
      owner: chance(random, 0.8) ? company.owner : random.int(OWNERS.length),
      askedErasure: chance(random, 0.08),
      test: company.kind === 'internal',
    };
  }
}

/** Contacts are spoken to no later than their company was active. */
function personActivity(random: Random, company: Company): string {
  if (company.lastActivity === '' || chance(random, 0.06)) return '';
  return daysAgo(daysSince(company.lastActivity) + (chance(random, 0.5) ? 0 : between(random, 0, 900)));
}

function emailOf(random: Random, given: string, family: string, company: Company): string {
  const domain = company.domain === '' ? random.pick(FREE_MAIL) : company.domain;
  const g = slug(given);
  const f = slug(family).replaceAll('-', '');
  // One habit per company, so that colleagues look alike.
  switch (company.name.core.length % 4) {
    case 0:
      return `${g}.${f}@${domain}`;
    case 1:
      return `${g.slice(0, 1)}.${f}@${domain}`;
    case 2:
      return `${f}@${domain}`;
    default:
      return `${g.slice(0, 1)}${f}@${domain}`;
  }
}

function otherEmail(random: Random, given: string, family: string, former: Company | null): string {
  if (former !== null && former.domain !== '') return emailOf(random, given, family, former);
  if (chance(random, 0.88)) return '';
  return `${slug(given)}.${slug(family)}${between(random, 1, 99)}@${random.pick(FREE_MAIL)}`;
}

/**
 * A brother, daughter or husband in the same firm: same surname, switchboard and often initial, yet another person.
 * One in twelve is father or son with the very same name, told apart only by "jun.".
 */
function relativeOf(
  random: Random,
  phones: PhoneBook,
  person: Omit<Person, 'id'>,
  taken: Set<string>,
): Omit<Person, 'id'> {
  const { locale } = person.company;
  const namesake = person.gender === 'm' && chance(random, 0.08);
  const base = {
    ...person,
    formerCompany: null,
    formerFamily: '',
    otherEmail: '',
    title: '',
    mobile: chance(random, 0.5) ? phones.make(random, locale, locale.mobile) : null,
    birthday: '',
    role: random.pick(locale.roles),
    askedErasure: false,
  };
  if (namesake) {
    return {
      ...base,
      suffix: 'jun.',
      email: person.email === '' ? '' : person.email.replace('@', '.jun@'),
      birthday: daysAgo(between(random, 22 * 365, 40 * 365)),
    };
  }
  for (;;) {
    const gender = chance(random, 0.5) ? 'm' : 'f';
    const names = gender === 'm' ? locale.maleNames : locale.femaleNames;
    const alike = names.filter((name) => name.latin[0] === person.given[0] && name.latin !== person.given);
    const given = random.pick(alike.length > 0 && chance(random, 0.6) ? alike : names);
    const key = `${person.company.name.core} ${given.latin} ${person.family}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return {
      ...base,
      gender,
      given: given.latin,
      givenAlso: given.also,
      givenNative: given.native,
      email: chance(random, 0.7) ? relativeEmail(given.latin, person) : '',
    };
  }
}

function relativeEmail(given: string, person: Omit<Person, 'id'>): string {
  const domain = person.company.domain;
  return domain === '' ? '' : `${slug(given)}.${slug(person.family).replaceAll('-', '')}@${domain}`;
}

function testPeople(company: Company): Omit<Person, 'id'>[] {
  const base: Omit<Person, 'id'> = {
    company,
    formerCompany: null,
    gender: 'm',
    given: 'Max',
    givenAlso: [],
    givenNative: '',
    family: 'Mustermann',
    familyAlso: [],
    familyNative: '',
    formerFamily: '',
    title: '',
    suffix: '',
    role: 'Test',
    email: 'test@test.example',
    otherEmail: '',
    phone: null,
    mobile: null,
    birthday: '',
    consent: null,
    lastActivity: company.lastActivity,
    owner: company.owner,
    askedErasure: false,
    test: true,
  };
  if (company.name.core === 'Test GmbH') return [base];
  if (company.name.core === 'asdf') return [{ ...base, given: 'asdf', family: 'asdf', email: 'asdf@asdf' }];
  if (company.name.core === 'TEST Kunde 2') return [{ ...base, given: 'Test', family: 'Test', email: '' }];
  return [];
}
