import type { Random } from '../../src/shared/base/random';
import { between, chance, fillPattern, weighted } from './chance';
import { daysAgo, daysSince } from './dates';
import type { Address, Company, CompanyKind, CompanyName } from './model';
import type { PhoneBook } from './phones';
import { accentsDropped, umlautsSpelled } from './text-errors';
import { LOCALES, OWNERS } from './words/common';
import type { City, Locale } from './words/locale';

/** Real companies before their branches are added, at full size. */
const HEAD_OFFICES = 2_150;
const GROUP_SHARE = 0.1;

const TEST_NAMES: readonly string[] = [
  'Test GmbH',
  'asdf',
  'Testfirma bitte löschen',
  'Mustermann AG',
  'TEST Kunde 2',
  'xxx',
  'Demo Ltd',
  'ZZZ nicht verwenden',
  'test test',
  'Probe KG',
  'Schulung Account 1',
  'Schulung Account 2',
];

const DEAD_FLAGS: readonly string[] = [
  'insolvent',
  'insolvent',
  'Insolvenz eröffnet',
  'dissolved',
  'dissolved',
  'Firma erloschen',
  'out of business',
  'aufgelöst',
];

/** All companies: customers, prospects, dead ones, sites of one group, test entries. `scale` 1 is full size. */
export function makeCompanies(random: Random, phones: PhoneBook, scale: number): Company[] {
  const taken = new Set<string>();
  const companies: Company[] = [];
  const domains = new Set<string>();
  const add = (company: Omit<Company, 'id'>): Company => {
    const id = `A${String(companies.length + 1).padStart(5, '0')}`;
    const clash = company.headOffice === null && domains.has(company.domain);
    const domain = clash ? company.domain.replace('.', `-${slug(company.address.city)}.`) : company.domain;
    if (domain !== '') domains.add(domain);
    const made = { ...company, id, domain };
    companies.push(made);
    return made;
  };
  for (let i = 0; i < Math.round(HEAD_OFFICES * scale); i++) {
    const locale = weighted(
      random,
      LOCALES.map(({ locale: l, share }) => [l, share] as const),
    );
    const head = add(makeCompany(random, phones, locale, uniqueName(random, locale, taken)));
    if (head.kind === 'dead' || !chance(random, GROUP_SHARE)) continue;
    const sites = between(random, 1, 3);
    for (let s = 0; s < sites; s++) add(branchOf(random, phones, head));
  }
  for (const name of TEST_NAMES) add(testCompany(random, phones, name));
  add(ownCompany(random, phones));
  return companies;
}

function makeCompany(
  random: Random,
  phones: PhoneBook,
  locale: Locale,
  named: NamedCompany,
): Omit<Company, 'id'> {
  const kind = weighted<CompanyKind>(random, [
    ['customer', 0.66],
    ['prospect', 0.23],
    ['dead', 0.11],
  ]);
  const city = random.pick(locale.cities);
  const domain = chance(random, 0.9) ? domainOf(named.name.core) : '';
  const last = lastActivity(random, kind);
  return {
    kind,
    locale,
    name: named.name,
    headOffice: null,
    site: '',
    address: makeAddress(random, locale, city),
    oldAddress: chance(random, 0.18)
      ? makeAddress(random, locale, chance(random, 0.5) ? city : random.pick(locale.cities))
      : null,
    phone: phones.make(random, locale, city.phone),
    otherPhone: phones.make(random, locale, city.phone),
    fax: chance(random, 0.5) ? phones.make(random, locale, city.phone) : null,
    domain,
    vat: locale.vat === '' ? '' : fillPattern(random, locale.vat),
    industry: named.industry,
    employees: Math.round(8 * 2 ** (random.next() * 7.5)),
    revenue: Math.round(4 * 2 ** (random.next() * 9)) * 100_000,
    owner: random.int(OWNERS.length),
    created: createdBefore(random, last),
    lastActivity: last,
    flag: flagOf(random, kind),
  };
}

/** When the company last bought, called or was visited. */
function lastActivity(random: Random, kind: CompanyKind): string {
  if (chance(random, 0.05)) return '';
  if (kind === 'dead') return daysAgo(between(random, 1_900, 7_300));
  const [near, middle] = kind === 'customer' ? [0.6, 0.82] : [0.3, 0.62];
  const where = random.next();
  if (where < near) return daysAgo(between(random, 3, 730));
  if (where < middle) return daysAgo(between(random, 731, 1_825));
  if (where < 0.92) return daysAgo(between(random, 1_826, 3_650));
  return daysAgo(between(random, 3_651, 7_600));
}

/** First entry of a company: some time before anything happened with it. */
function createdBefore(random: Random, last: string): string {
  const lastDays = last === '' ? 1_500 : daysSince(last);
  return daysAgo(lastDays + between(random, 30, Math.max(400, 9_000 - lastDays)));
}

function flagOf(random: Random, kind: CompanyKind): string {
  if (kind === 'dead') return random.pick(DEAD_FLAGS);
  if (chance(random, 0.006)) return 'Rechtsstreit - nicht löschen';
  if (chance(random, 0.02)) return 'Liefersperre';
  if (chance(random, 0.03)) return 'strategisch';
  return '';
}

/** Another site of the same group: same name, same domain, elsewhere, with people and a switchboard of its own. */
function branchOf(random: Random, phones: PhoneBook, head: Company): Omit<Company, 'id'> {
  const { locale } = head;
  const elsewhere = locale.cities.filter((city) => city.latin !== head.address.city);
  const city = random.pick(elsewhere);
  const sameCompany = chance(random, 0.5);
  const site = siteWord(random, locale, city);
  const last = lastActivity(random, head.kind);
  return {
    ...head,
    headOffice: head.id,
    site: chance(random, 0.65) ? site : '',
    address: makeAddress(random, locale, city),
    oldAddress: null,
    phone: phones.make(random, locale, city.phone),
    otherPhone: phones.make(random, locale, city.phone),
    fax: null,
    vat: sameCompany || locale.vat === '' ? head.vat : fillPattern(random, locale.vat),
    employees: Math.max(5, Math.round(head.employees / 3)),
    revenue: Math.round(head.revenue / 4),
    created: createdBefore(random, last),
    lastActivity: last,
    flag: '',
  };
}

function siteWord(random: Random, locale: Locale, city: City): string {
  switch (locale.country) {
    case 'DE':
      return `${random.pick(['Werk', 'Niederlassung', 'NL', 'Vertrieb'])} ${city.latin}`;
    case 'FR':
      return `${random.pick(['Agence', 'Usine'])} ${city.latin}`;
    case 'IT':
      return `${random.pick(['Filiale', 'Stabilimento'])} ${city.latin}`;
    case 'NL':
      return `Vestiging ${city.latin}`;
    default:
      return `${city.latin} ${random.pick(['Branch', 'Works', 'Plant'])}`;
  }
}

interface NamedCompany {
  readonly name: CompanyName;
  readonly industry: string;
}

/** A name no other company of the country has; one in fifty may repeat, as in life. */
function uniqueName(random: Random, locale: Locale, taken: Set<string>): NamedCompany {
  for (;;) {
    const named = makeName(random, locale);
    const key = `${locale.country} ${named.name.core}`;
    if (taken.has(key) && !chance(random, 0.02)) continue;
    taken.add(key);
    return named;
  }
}

function makeName(random: Random, locale: Locale): NamedCompany {
  const trade = random.pick(locale.trades);
  const forms = random.pick(locale.legalForms);
  const [form = '', ...formVariants] = forms;
  const family = locale.familyPatterns.length > 0 && chance(random, 0.65);
  const brand = random.pick(locale.brandWords);
  const surname = random.pick(locale.surnames);
  const other = random.pick(locale.surnames);
  const first = family
    ? random.pick(locale.familyPatterns).replace('{s}', surname.latin).replace('{o}', other.latin)
    : brand.latin;
  const tradeFirst = family && (locale.country === 'IT' || locale.country === 'FR') && chance(random, 0.5);
  const join = (word: string) => (tradeFirst ? `${word} ${first}` : `${first} ${word}`);
  const nativeFirst = family ? surname.native : brand.native;
  const native =
    trade.native === '' || nativeFirst === ''
      ? ''
      : locale.country === 'JP'
        ? `${nativeFirst}${trade.native}株式会社`
        : `${nativeFirst}${trade.native} 주식회사`;
  return {
    name: {
      core: join(trade.latin),
      form,
      formVariants,
      native,
      short: trade.short === '' ? '' : join(trade.short),
    },
    industry: trade.industry,
  };
}

function makeAddress(random: Random, locale: Locale, city: City): Address {
  return {
    street: random.pick(locale.streets).replace('#', String(between(random, 1, 180))),
    postcode: fillPattern(random, city.postcode),
    city: city.latin,
    cityNative: city.native,
    cityAlso: city.also,
    region: city.region,
  };
}

/** Web names end in `.example`, which nobody can own (RFC 2606). */
function domainOf(core: string): string {
  return `${slug(core)}.example`;
}

/** Lower-case ASCII with hyphens, umlauts spelled out. */
export function slug(text: string): string {
  return accentsDropped(umlautsSpelled(text))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function testCompany(random: Random, phones: PhoneBook, core: string): Omit<Company, 'id'> {
  const { locale } = LOCALES[0]!;
  const base = makeCompany(random, phones, locale, {
    name: { core, form: '', formVariants: [''], native: '', short: '' },
    industry: '',
  });
  const address: Address = {
    street: random.pick(['Teststraße 1', 'xxx', '']),
    postcode: random.pick(['12345', '00000', '']),
    city: random.pick(['Teststadt', 'asdf', 'Musterstadt']),
    cityNative: '',
    cityAlso: [],
    region: '',
  };
  return { ...base, kind: 'test', address, oldAddress: null, domain: '', vat: '', flag: '' };
}

/** Northgate itself, which somebody once entered as a customer. */
function ownCompany(random: Random, phones: PhoneBook): Omit<Company, 'id'> {
  const { locale } = LOCALES[0]!;
  const base = makeCompany(random, phones, locale, {
    name: {
      core: 'Northgate Industrial Equipment',
      form: 'SE',
      formVariants: ['', 'GmbH'],
      native: '',
      short: 'Northgate intern',
    },
    industry: 'Maschinenbau',
  });
  return {
    ...base,
    kind: 'internal',
    domain: 'northgate.example',
    flag: 'intern',
    lastActivity: daysAgo(12),
  };
}
