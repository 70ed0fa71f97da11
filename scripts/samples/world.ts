import { seededRandom } from '../../src/shared/base/random';
import { makeCompanies } from './companies';
import type { World } from './model';
import { makeOpportunities } from './opportunities';
import { makePeople } from './people';
import { PhoneBook } from './phones';

/** The estate as it truly is. Each part has its own sequence, so that a change in one leaves the others alone. */
export function makeWorld(seed: string, scale: number): World {
  const phones = new PhoneBook();
  const companies = makeCompanies(seededRandom(`${seed}/companies`), phones, scale);
  const people = makePeople(seededRandom(`${seed}/people`), phones, companies);
  const opportunities = makeOpportunities(seededRandom(`${seed}/opportunities`), companies, people);
  return { companies, people, opportunities };
}
