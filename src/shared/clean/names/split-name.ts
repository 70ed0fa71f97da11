import { parseName } from './parse-name';

/** A person's name in two parts. `last` is never empty when the name is not. */
export interface NameParts {
  readonly first: string;
  readonly last: string;
}

/**
 * First and last name of a full name: `Dr. Anna van der Berg` → Anna · van der Berg; `Butt, James` → James · Butt. Titles
 * are left out, middle names go with the first and suffixes with the last name, a single word is the last name.
 */
export function splitName(text: string): NameParts {
  const { first, middle, last, suffix } = parseName(text);
  const given = [first, middle].filter((part) => part !== '').join(' ');
  if (last === '')
    return { first: '', last: given === '' ? text.normalize('NFC').replace(/\s+/g, ' ').trim() : given };
  return { first: given, last: suffix === '' ? last : `${last} ${suffix}` };
}
