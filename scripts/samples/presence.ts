import type { Random } from '../../src/shared/base/random';
import { chance } from './chance';
import type { Company, Person, World } from './model';

/** Which system knows whom. */
export interface Presence {
  readonly inCrm: ReadonlySet<Company>;
  readonly inAccounting: ReadonlySet<Company>;
  readonly crmPeople: ReadonlySet<Person>;
  readonly accountingPeople: ReadonlySet<Person>;
  readonly salesPeople: ReadonlySet<Person>;
}

const ACCOUNTING_SHARE: Readonly<Record<Company['kind'], number>> = {
  customer: 0.74,
  prospect: 0.12,
  dead: 0.5,
  test: 0.15,
  internal: 0,
};

export function makePresence(random: Random, world: World): Presence {
  const inCrm = new Set<Company>();
  const inAccounting = new Set<Company>();
  for (const company of world.companies) {
    if (chance(random, ACCOUNTING_SHARE[company.kind])) inAccounting.add(company);
    const always = company.kind === 'test' || company.kind === 'internal' || !inAccounting.has(company);
    if (always || chance(random, 0.85)) inCrm.add(company);
  }
  const crmPeople = new Set<Person>();
  const accountingPeople = new Set<Person>();
  const salesPeople = new Set<Person>();
  for (const person of world.people) {
    const { company } = person;
    if (inCrm.has(company) && (person.test || chance(random, 0.93))) crmPeople.add(person);
    if (person.test) continue;
    if (inAccounting.has(company) && chance(random, 0.46)) accountingPeople.add(person);
    const warm = company.kind === 'customer' ? 0.52 : company.kind === 'prospect' ? 0.42 : 0.1;
    if (chance(random, warm)) salesPeople.add(person);
  }
  return { inCrm, inAccounting, crmPeople, accountingPeople, salesPeople };
}
