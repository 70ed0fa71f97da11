import type { Random } from '../../src/shared/base/random';
import { chance } from './chance';
import type { Person } from './model';
import { accentNoise, typo } from './text-errors';

export interface WrittenName {
  readonly given: string;
  readonly family: string;
}

/** The name as on the passport. */
export function trueName(person: Person): WrittenName {
  const suffix = person.suffix === '' ? '' : ` ${person.suffix}`;
  return { given: person.given, family: person.family + suffix };
}

/**
 * The name as typed again: short form, initial, slip, umlauts spelled out, maiden name, the two parts swapped.
 * `care` 1 changes little, 0 changes a lot.
 */
export function retypedPerson(random: Random, person: Person, care: number): WrittenName {
  const sloppy = 1 - care;
  let { given, family } = person;
  if (person.givenAlso.length > 0 && chance(random, 0.4 * sloppy)) given = random.pick(person.givenAlso);
  else if (chance(random, 0.1 * sloppy)) given = `${given.slice(0, 1)}.`;
  else if (chance(random, 0.06 * sloppy)) given = '';
  if (person.formerFamily !== '' && chance(random, 0.75 * sloppy)) family = person.formerFamily;
  else if (person.familyAlso.length > 0 && chance(random, 0.25 * sloppy))
    family = random.pick(person.familyAlso);
  if (chance(random, 0.12 * sloppy)) given = typo(random, given);
  if (chance(random, 0.14 * sloppy)) family = typo(random, family);
  if (chance(random, 0.3 * sloppy)) {
    given = accentNoise(random, given);
    family = accentNoise(random, family);
  }
  if (person.suffix !== '') family = `${family} ${person.suffix}`;
  if (given !== '' && chance(random, 0.05 * sloppy)) return { given: family, family: given };
  return { given, family };
}

/** A private address, the address at work, or the one everybody shares; '' when none was noted. */
export function retypedEmail(random: Random, person: Person, care: number): string {
  const sloppy = 1 - care;
  if (person.otherEmail !== '' && chance(random, 0.35 * sloppy)) return person.otherEmail;
  if (chance(random, 0.22 * sloppy)) {
    const { domain } = person.company;
    return domain === '' || chance(random, 0.4)
      ? ''
      : `${random.pick(['info', 'info', 'office', 'kontakt'])}@${domain}`;
  }
  let email = person.email;
  if (email === '') return '';
  if (chance(random, 0.05 * sloppy)) email = brokenEmail(random, email);
  if (chance(random, 0.12 * sloppy)) email = email.replace(/^./, (c) => c.toUpperCase());
  if (chance(random, 0.05 * sloppy)) email = email.toUpperCase();
  return email;
}

/** An address no mail server takes, or a slip in the domain. */
function brokenEmail(random: Random, email: string): string {
  switch (random.int(4)) {
    case 0:
      return email.replace('@', ' @ ');
    case 1:
      return email.replace('@', '(at)');
    case 2:
      return email.replace('.example', '.exampel');
    default:
      return email.replace('@', '');
  }
}
