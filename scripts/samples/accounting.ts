import type { Random } from '../../src/shared/base/random';
import { between, chance } from './chance';
import { ledgerName, retypedAddress } from './company-names';
import { daysAgo } from './dates';
import type { Company, Person, SampleRow, World } from './model';
import { compare, germanAmount } from './old-crm';
import { retypedEmail, retypedPerson } from './person-names';
import { writePhone, writePhoneSomehow } from './phones';
import type { Presence } from './presence';
import { shout } from './text-errors';

export const DEBTOR_HEADER: readonly string[] = [
  'Kunden-Nr.',
  'Name 1',
  'Name 2',
  'Straße / Street',
  'PLZ',
  'Ort',
  'Land',
  'USt-IdNr.',
  'Telefon',
  'E-Mail Rechnung',
  'Zahlungsziel',
  'Währung',
  'Saldo offen',
  'Letzte Rechnung',
  'Umsatz 2025',
  'Sperre',
];

export const PARTNER_HEADER: readonly string[] = [
  'AP-ID',
  'Kunden-Nr.',
  'Anrede',
  'Name',
  'Vorname',
  'Funktion',
  'Telefon',
  'E-Mail',
  'Geändert am',
];

export const OPEN_ITEM_HEADER: readonly string[] = [
  'Beleg-Nr.',
  'Kunden-Nr.',
  'Belegdatum',
  'Fällig',
  'Betrag',
  'Mahnstufe',
];

/** The three lists of the accounting workbook. Dates are ISO here; the workbook writer makes them Excel dates. */
export interface Accounting {
  readonly debtors: readonly SampleRow[];
  readonly partners: readonly SampleRow[];
  readonly openItems: readonly (readonly string[])[];
}

export function makeAccounting(random: Random, world: World, presence: Presence): Accounting {
  const numbers = new Map<Company, string[]>();
  const debtors: SampleRow[] = [];
  const openItems: string[][] = [];
  let next = 17_400;
  const listed = world.companies.filter((company) => presence.inAccounting.has(company));
  for (const company of [...listed].sort((a, b) => compare(a.created, b.created) || compare(a.id, b.id))) {
    const copies = chance(random, 0.035) ? 2 : 1;
    for (let nth = 0; nth < copies; nth++) {
      next += between(random, 1, 9);
      const number = String(next).padStart(7, '0');
      numbers.set(company, [...(numbers.get(company) ?? []), number]);
      const items = nth === 0 ? itemsOf(random, company, number) : [];
      openItems.push(...items.map((item) => item.cells));
      const balance = items.reduce((sum, item) => sum + item.amount, 0);
      debtors.push({ cells: debtorCells(random, company, nth, number, balance), entity: company.id });
    }
  }
  return { debtors, partners: partnersOf(random, world, presence, numbers), openItems };
}

interface OpenItem {
  readonly cells: string[];
  readonly amount: number;
}

function itemsOf(random: Random, company: Company, number: string): OpenItem[] {
  const live = company.lastActivity >= daysAgo(500) || (company.kind === 'dead' && chance(random, 0.06));
  if (!live || !chance(random, 0.42)) return [];
  return Array.from({ length: between(random, 1, 4) }, () => {
    const age = between(random, 3, 160);
    const amount = Math.round(40 * 2 ** (random.next() * 9) * 100) / 100;
    return {
      amount,
      cells: [
        `RE${between(random, 2_600_000, 2_699_999)}`,
        number,
        daysAgo(age),
        daysAgo(age - 30),
        germanAmount(amount),
        age > 75 ? String(between(random, 1, 3)) : '',
      ],
    };
  });
}

function debtorCells(
  random: Random,
  company: Company,
  nth: number,
  number: string,
  balance: number,
): string[] {
  const care = nth === 0 ? 0.6 : 0.3;
  const [name1, name2] = ledgerName(random, company);
  const moved = company.oldAddress !== null && chance(random, 0.3);
  const place = moved && company.oldAddress !== null ? company.oldAddress : company.address;
  const { street, postcode, city } = retypedAddress(random, place, care);
  const capitals = name1 === shout(name1);
  const invoiced = company.kind === 'prospect' ? '' : company.lastActivity;
  return [
    number,
    name1,
    name2,
    capitals ? shout(street) : street,
    postcode,
    capitals ? shout(city) : city,
    landCode(random, company),
    chance(random, 0.85) ? vatText(random, company.vat) : '',
    chance(random, 0.6)
      ? writePhone(chance(random, 0.12) ? company.otherPhone : company.phone, 'national')
      : '',
    company.domain === '' || chance(random, 0.4)
      ? ''
      : `${random.pick(['rechnung', 'buchhaltung', 'invoice', 'accounts'])}@${company.domain}`,
    random.pick(['30 Tage netto', '14 Tage 2%', '30', 'sofort']),
    company.locale.currency === 'JPY' || company.locale.currency === 'KRW' ? 'EUR' : company.locale.currency,
    balance === 0 ? (chance(random, 0.7) ? '0,00' : '') : germanAmount(balance),
    invoiced,
    company.kind === 'prospect' ? '0' : String(Math.round((company.revenue / 400) * random.next())),
    company.flag === 'Liefersperre' || company.kind === 'dead' ? random.pick(['X', 'gesperrt', 'S']) : '',
  ];
}

function landCode(random: Random, company: Company): string {
  const { country } = company.locale;
  if (country === 'DE') return random.pick(['DE', 'DE', 'D', '']);
  return country === 'GB' && chance(random, 0.3) ? 'UK' : country;
}

function vatText(random: Random, vat: string): string {
  return vat === '' || chance(random, 0.8) ? vat : `${vat.slice(0, 2)} ${vat.slice(2, 5)} ${vat.slice(5)}`;
}

function partnersOf(
  random: Random,
  world: World,
  presence: Presence,
  numbers: ReadonlyMap<Company, readonly string[]>,
): SampleRow[] {
  const rows: SampleRow[] = [];
  for (const person of world.people) {
    if (!presence.accountingPeople.has(person)) continue;
    const number = random.pick(numbers.get(person.company)!);
    const copies = chance(random, 0.02) ? 2 : 1;
    for (let nth = 0; nth < copies; nth++) {
      const id = `K${String(rows.length + 1).padStart(5, '0')}`;
      const account = chance(random, 0.006)
        ? String(between(random, 90_000, 99_999)).padStart(7, '0')
        : number;
      rows.push({ cells: partnerCells(random, person, id, account), entity: person.id });
    }
  }
  return rows;
}

function partnerCells(random: Random, person: Person, id: string, account: string): string[] {
  const written = retypedPerson(random, person, 0.6);
  const capitals = chance(random, 0.35);
  return [
    id,
    account,
    chance(random, 0.7) ? (person.gender === 'm' ? 'Herr' : 'Frau') : '',
    capitals ? shout(written.family) : written.family,
    capitals ? shout(written.given) : written.given,
    chance(random, 0.4) ? person.role : '',
    chance(random, 0.65) ? writePhoneSomehow(random, person.phone, '49') : '',
    chance(random, 0.75) ? retypedEmail(random, person, 0.6) : '',
    person.lastActivity,
  ];
}
