import type { Random } from '../../src/shared/base/random';
import { between, chance, weighted } from './chance';
import { daysAgo, daysSince } from './dates';
import type { Company, Opportunity, Person } from './model';
import { OWNERS, PRODUCTS } from './words/common';

/** Business with one company: many small deals with good customers, few with prospects, none after the last activity. */
export function makeOpportunities(
  random: Random,
  companies: readonly Company[],
  people: readonly Person[],
): Opportunity[] {
  const staff = new Map<Company, Person[]>();
  for (const person of people) {
    const list = staff.get(person.company);
    if (list) list.push(person);
    else staff.set(person.company, [person]);
  }
  const made: Opportunity[] = [];
  for (const company of companies) {
    if (company.kind === 'internal') continue;
    const colleagues = staff.get(company) ?? [];
    for (let left = dealCount(random, company); left > 0; left--) {
      made.push({
        ...makeDeal(random, company, colleagues),
        id: `O${String(made.length + 1).padStart(5, '0')}`,
      });
    }
  }
  return made;
}

function dealCount(random: Random, company: Company): number {
  if (company.kind === 'test') return chance(random, 0.4) ? 1 : 0;
  if (company.kind === 'prospect') return random.int(3);
  if (company.kind === 'dead') return random.int(4);
  return weighted(random, [
    [0, 0.12],
    [1, 0.18],
    [2, 0.2],
    [3, 0.16],
    [4, 0.12],
    [6, 0.12],
    [9, 0.1],
  ]);
}

function makeDeal(random: Random, company: Company, colleagues: readonly Person[]): Omit<Opportunity, 'id'> {
  const lastDays = company.lastActivity === '' ? 1_500 : daysSince(company.lastActivity);
  const changed = lastDays + (chance(random, 0.3) ? 0 : between(random, 10, 2_500));
  const created = changed + between(random, 5, 400);
  const fresh = changed < 400;
  const stage = fresh
    ? weighted<Opportunity['stage']>(random, [
        ['open', 0.2],
        ['quoted', 0.2],
        ['negotiation', 0.12],
        ['won', 0.25],
        ['lost', 0.18],
        ['asleep', 0.05],
      ])
    : weighted<Opportunity['stage']>(random, [
        ['won', 0.48],
        ['lost', 0.4],
        // Forgotten ones that nobody closed.
        ['open', 0.05],
        ['asleep', 0.07],
      ]);
  const product = random.pick(PRODUCTS);
  const closed = stage === 'won' || stage === 'lost';
  const amount = Math.round(300 * 2 ** (random.next() * 9.5)) * 10;
  return {
    company,
    person: colleagues.length > 0 && chance(random, 0.6) ? random.pick(colleagues) : null,
    name: `${product} ${company.name.core}`,
    product,
    stage,
    amount: company.locale.currency === 'JPY' || company.locale.currency === 'KRW' ? amount * 120 : amount,
    currency: chance(random, 0.12) ? 'EUR' : company.locale.currency,
    created: daysAgo(created),
    changed: daysAgo(changed),
    close: chance(random, 0.012) ? '' : daysAgo(closed ? changed : changed - between(random, 20, 240)),
    owner: chance(random, 0.85) ? company.owner : random.int(OWNERS.length),
  };
}
