import type { Random } from '../../src/shared/base/random';
import { between, chance, shuffled } from './chance';
import { registeredName, retypedAddress, retypedName } from './company-names';
import { daysAgo, daysSince, slashDate } from './dates';
import type { Company, SampleRow, World } from './model';
import { writePhoneSomehow } from './phones';
import type { Presence } from './presence';
import { strayBlanks, typo } from './text-errors';
import { OWNERS, REMARKS } from './words/common';

export const CRM_ACCOUNT_HEADER: readonly string[] = [
  'Kd-Nr',
  'Firma',
  'Firma 2',
  'Straße',
  'PLZ',
  'Ort',
  'Bundesland',
  'Land',
  'Telefon',
  'Fax',
  'E-Mail',
  'Web',
  'Branche',
  'Kundenart',
  'Mitarbeiter',
  'Jahresumsatz',
  'Währung',
  'USt-IdNr',
  'Mutterfirma',
  'Besitzer',
  'Sperrvermerk',
  'Angelegt am',
  'Letzter Kontakt',
  'Notes',
];

/** Rows of the account export and the numbers each company got. */
export interface CrmAccounts {
  readonly rows: readonly SampleRow[];
  readonly numbers: ReadonlyMap<Company, readonly string[]>;
}

/** One planned record: a company and which of its entries this is (0 = the first). */
interface Entry {
  readonly company: Company;
  readonly nth: number;
  readonly created: string;
}

/**
 * Accounts of the old CRM in order of their number. A duplicate was typed in later, by someone else, with less care,
 * often with the old address.
 */
export function crmAccounts(random: Random, world: World, presence: Presence): CrmAccounts {
  const entries: Entry[] = [];
  for (const company of world.companies) {
    if (!presence.inCrm.has(company)) continue;
    const copies = chance(random, 0.07) ? (chance(random, 0.15) ? 3 : 2) : 1;
    for (let nth = 0; nth < copies; nth++) {
      const created = nth === 0 ? company.created : secondEntry(random, company);
      entries.push({ company, nth, created });
    }
  }
  entries.sort(
    (a, b) => compare(a.created, b.created) || compare(a.company.id, b.company.id) || a.nth - b.nth,
  );

  const numbers = new Map<Company, string[]>();
  const numbered: { entry: Entry; number: string }[] = [];
  let next = 10_000;
  for (const entry of entries) {
    next += between(random, 1, 4);
    const number = String(next);
    numbered.push({ entry, number });
    numbers.set(entry.company, [...(numbers.get(entry.company) ?? []), number]);
  }
  const heads = new Map(world.companies.map((company) => [company.id, company]));
  const rows = numbered.map(({ entry, number }) => {
    const head = entry.company.headOffice === null ? undefined : heads.get(entry.company.headOffice);
    const parent = head && chance(random, 0.6) ? (numbers.get(head)?.[0] ?? '') : '';
    return { cells: accountCells(random, entry, number, parent), entity: entry.company.id };
  });
  return { rows, numbers };
}

function accountCells(random: Random, entry: Entry, number: string, parent: string): string[] {
  const { company, nth } = entry;
  const care = nth === 0 ? 0.85 : 0.3;
  const place =
    company.oldAddress !== null && chance(random, nth === 0 ? 0.25 : 0.6)
      ? company.oldAddress
      : company.address;
  const { street, postcode, city } = retypedAddress(random, place, care);
  const phone = chance(random, nth === 0 ? 0.05 : 0.3) ? company.otherPhone : company.phone;
  const known = (p: number, text: string): string => (chance(random, p * (nth === 0 ? 1 : 0.7)) ? text : '');
  const name =
    nth === 0 && chance(random, 0.75) ? registeredName(company) : retypedName(random, company, care);
  const home = '49';
  return [
    number,
    chance(random, 0.03) ? strayBlanks(random, name) : name,
    company.name.native !== '' && chance(random, 0.4) ? company.name.native : '',
    street,
    postcode,
    city,
    known(0.3, place.region),
    country(random, company),
    known(0.85, writePhoneSomehow(random, phone, home)),
    known(0.4, writePhoneSomehow(random, company.fax, home)),
    company.domain === ''
      ? ''
      : known(0.35, `${random.pick(['info', 'info', 'kontakt', 'office'])}@${company.domain}`),
    company.domain === ''
      ? ''
      : known(0.55, `${random.pick(['www.', 'http://www.', 'https://', ''])}${company.domain}`),
    known(0.8, industry(random, company.industry)),
    kindLabel(random, company),
    known(0.5, String(company.employees)),
    known(0.35, germanAmount(company.revenue)),
    chance(random, 0.9) ? company.locale.currency : '',
    known(0.4, company.vat),
    parent,
    ownerLabel(random, company.owner),
    company.flag,
    slashDate(entry.created),
    lastContact(random, entry),
    remark(random, company),
  ];
}

/** When a company was entered again: between its first entry and its last activity. */
function secondEntry(random: Random, company: Company): string {
  const first = daysSince(company.created);
  const last = company.lastActivity === '' ? 0 : daysSince(company.lastActivity);
  return daysAgo(between(random, last, first));
}

/** Last contact on this entry; a second entry has some of the history, or none. */
function lastContact(random: Random, { company, nth, created }: Entry): string {
  if (company.lastActivity === '') return chance(random, 0.3) ? '00/00/0000' : '';
  if (nth === 0) return slashDate(company.lastActivity);
  if (chance(random, 0.25)) return '';
  return slashDate(daysAgo(between(random, daysSince(company.lastActivity), daysSince(created))));
}

function country(random: Random, company: Company): string {
  const [usual = '', ...others] = company.locale.countryNames.filter((name) => !/[^\x20-\xff]/.test(name));
  if (company.locale.country === 'DE' && chance(random, 0.2)) return '';
  return chance(random, 0.8) || others.length === 0 ? usual : random.pick(others);
}

function industry(random: Random, label: string): string {
  if (label === '' || chance(random, 0.85)) return label;
  return random.pick([label.toUpperCase(), `${label} `, typo(random, label), 'Sonstige']);
}

function kindLabel(random: Random, company: Company): string {
  if (company.kind === 'prospect') return random.pick(['Interessent', 'Interessent', 'Prospect', 'Lead']);
  if (company.flag === 'strategisch') return 'A-Kunde';
  if (company.kind === 'dead') return random.pick(['Kunde', 'Ehemalig', 'inaktiv']);
  if (company.kind === 'test') return random.pick(['', 'Kunde', 'Test']);
  return random.pick(['Kunde', 'Kunde', 'Kunde', 'Customer', 'Händler', '']);
}

/** Owner as the system shows it: full name, login, or a leaver's name with a note. */
export function ownerLabel(random: Random, owner: number): string {
  const person = OWNERS[owner]!;
  if (person.left && chance(random, 0.4)) return `${person.name} (ausgeschieden)`;
  return chance(random, 0.15) ? person.login : person.name;
}

function remark(random: Random, company: Company): string {
  if (company.kind === 'dead' && chance(random, 0.3)) return `${company.flag} laut Auskunft`;
  return chance(random, 0.16) ? random.pick(REMARKS) : '';
}

/** 12500.5 → `12.500,50`. */
export function germanAmount(value: number): string {
  const [whole = '', cents = ''] = value.toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
}

/** Plain code-unit order. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Numbers that look right and belong to nobody: the record they meant was deleted long ago. */
export function goneNumbers(random: Random, taken: Iterable<string>, count: number): string[] {
  const used = new Set(taken);
  const free: string[] = [];
  for (let n = 10_001; n < 18_000; n++) if (!used.has(String(n))) free.push(String(n));
  return shuffled(random, free).slice(0, count);
}
