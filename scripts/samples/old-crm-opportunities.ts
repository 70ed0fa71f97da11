import type { Random } from '../../src/shared/base/random';
import { between, chance } from './chance';
import { retypedName } from './company-names';
import { daysAgo, daysSince, slashDate } from './dates';
import type { Opportunity, SampleRow, World } from './model';
import { type CrmAccounts, compare, germanAmount, goneNumbers, ownerLabel } from './old-crm';
import type { CrmContacts } from './old-crm-contacts';

export const CRM_OPPORTUNITY_HEADER: readonly string[] = [
  'Chance-Nr',
  'Bezeichnung',
  'Kd-Nr',
  'AP-Nr',
  'Phase',
  'Wahrscheinlichkeit',
  'Betrag',
  'Währung',
  'Erwarteter Abschluss',
  'Besitzer',
  'Quelle',
  'Angelegt am',
  'Geändert am',
  'Nächster Schritt',
  'Description',
];

const PHASES: Readonly<Record<Opportunity['stage'], readonly string[]>> = {
  open: ['Offen', 'Qualifizierung', 'Qualification', 'Erstgespräch'],
  quoted: ['Angebot', 'Angebot', 'Angebot erstellt', 'Proposal'],
  negotiation: ['Verhandlung', 'Negotiation'],
  won: ['Gewonnen', 'Gewonnen', 'Gewonnen', 'Closed Won', 'Auftrag'],
  lost: ['Verloren', 'Verloren', 'Closed Lost', 'Absage'],
  asleep: ['Ruht', 'On hold'],
};

const LIKELIHOOD: Readonly<Record<Opportunity['stage'], string>> = {
  open: '20',
  quoted: '50',
  negotiation: '75',
  won: '100',
  lost: '0',
  asleep: '10',
};

const SPOILED_LINES = 7;

/** Opportunities of the old CRM; one in thirty was entered twice, a few point at accounts that are gone. */
export function crmOpportunities(
  random: Random,
  world: World,
  accounts: CrmAccounts,
  contacts: CrmContacts,
): SampleRow[] {
  const gone = goneNumbers(random, [...accounts.numbers.values()].flat(), 40);
  const entries: { deal: Opportunity; nth: number; created: string }[] = [];
  for (const deal of world.opportunities) {
    if (!accounts.numbers.has(deal.company)) continue;
    entries.push({ deal, nth: 0, created: deal.created });
    if (chance(random, 0.033)) entries.push({ deal, nth: 1, created: later(random, deal.created) });
  }
  entries.sort((a, b) => compare(a.created, b.created) || compare(a.deal.id, b.deal.id) || a.nth - b.nth);
  const spoiledEvery = Math.floor(entries.length / (SPOILED_LINES + 1));
  return entries.map(({ deal, nth, created }, index) => {
    const account = chance(random, 0.012)
      ? random.pick(gone)
      : random.pick(accounts.numbers.get(deal.company)!);
    const people = deal.person === null ? [] : (contacts.numbers.get(deal.person) ?? []);
    const number = `C-${String(index + 1).padStart(5, '0')}`;
    const cells = dealCells(random, deal, nth, {
      number,
      account,
      person: people.length > 0 ? random.pick(people) : '',
      created,
    });
    const spoiled = index % spoiledEvery === spoiledEvery - 1 && index < spoiledEvery * SPOILED_LINES;
    return {
      cells: spoiled ? [...cells.slice(0, -1), 'siehe Mail', ' Anlage 2'] : cells,
      entity: deal.id,
    };
  });
}

function later(random: Random, created: string): string {
  return daysAgo(Math.max(1, daysSince(created) - between(random, 0, 20)));
}

function dealCells(
  random: Random,
  deal: Opportunity,
  nth: number,
  refs: { number: string; account: string; person: string; created: string },
): string[] {
  const amount = nth > 0 && chance(random, 0.4) ? Math.round(deal.amount * 1.05) : deal.amount;
  const name = nth > 0 ? `${deal.product} ${retypedName(random, deal.company, 0.4)}` : deal.name;
  return [
    refs.number,
    chance(random, 0.003) ? '' : name,
    refs.account,
    refs.person,
    random.pick(PHASES[deal.stage]),
    chance(random, 0.8) ? LIKELIHOOD[deal.stage] : '',
    chance(random, 0.05) ? '' : germanAmount(amount),
    chance(random, 0.93) ? deal.currency : '',
    slashDate(deal.close),
    ownerLabel(random, deal.owner),
    chance(random, 0.6)
      ? random.pick(['Messe', 'Web', 'Empfehlung', 'Kaltakquise', 'Bestandskunde', 'Telefon'])
      : '',
    slashDate(refs.created),
    slashDate(deal.changed),
    chance(random, 0.12)
      ? random.pick(['nachfassen', 'Termin vereinbaren', 'send revised offer', 'Muster schicken'])
      : '',
    chance(random, 0.06)
      ? random.pick(['Option: 2. Linie\nPreis "auf Anfrage"', 'per Mail; siehe Akte', 'Budget Q3'])
      : '',
  ];
}
