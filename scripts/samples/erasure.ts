import type { Random } from '../../src/shared/base/random';
import { between, chance } from './chance';
import { daysAgo } from './dates';
import type { Person, SampleRow, World } from './model';
import { compare } from './old-crm';
import { retypedPerson } from './person-names';
import type { Presence } from './presence';
import { DE } from './words/de';

export const ERASURE_HEADER: readonly string[] = [
  'Received',
  'Name',
  'E-mail',
  'Company',
  'Channel',
  'Handled by',
];

/** Requests by people nobody has on file. */
const STRANGERS = 22;

/**
 * People who asked to be erased, as the data protection office noted them. Most are in the contact lists under the
 * same address in another spelling, some under another address, some only by name, a few not at all.
 */
export function erasureRequests(random: Random, world: World, presence: Presence): SampleRow[] {
  const rows: { received: string; row: SampleRow }[] = [];
  for (const person of world.people) {
    if (!person.askedErasure) continue;
    if (
      !presence.crmPeople.has(person) &&
      !presence.salesPeople.has(person) &&
      !presence.accountingPeople.has(person)
    )
      continue;
    const received = daysAgo(between(random, 10, 1_500));
    rows.push({ received, row: { entity: person.id, cells: requestCells(random, person, received) } });
  }
  for (let i = 0; i < STRANGERS; i++) {
    const given = random.pick(DE.femaleNames).latin;
    const family = random.pick(DE.surnames).latin;
    const received = daysAgo(between(random, 10, 1_500));
    const email = `${given.toLowerCase()}.${family.toLowerCase()}.${i}@unknown.example`.replace(
      /[^\x21-\x7e]/g,
      '',
    );
    rows.push({
      received,
      row: {
        entity: `X${String(i + 1).padStart(5, '0')}`,
        cells: [received, `${given} ${family}`, email, '', 'e-mail', 'DPO'],
      },
    });
  }
  rows.sort((a, b) => compare(a.received, b.received) || compare(a.row.entity, b.row.entity));
  return rows.map(({ row }) => row);
}

function requestCells(random: Random, person: Person, received: string): string[] {
  const { given, family } = retypedPerson(random, person, 0.7);
  let email = person.email;
  if (person.otherEmail !== '' && (email === '' || chance(random, 0.25))) email = person.otherEmail;
  if (chance(random, 0.12)) email = email.toUpperCase();
  if (chance(random, 0.06) && email !== '') email = ` ${email}`;
  return [
    received,
    `${given} ${family}`.trim(),
    email,
    email === '' || chance(random, 0.5) ? person.company.name.core : '',
    random.pick(['e-mail', 'e-mail', 'letter', 'phone', 'web form']),
    random.pick(['DPO', 'K. Brandt', 'Service desk']),
  ];
}
