import { type Column, EMPTY } from '../table/types';

/** What checks look at besides the records: the users of the target, and the names of parents. */
export interface Outside {
  /** Whether a user is active, by address and by name in lower case; empty while nobody listed the users. */
  readonly users: ReadonlyMap<string, boolean>;
  /**
   * Parents of an object, as references number them, whose name another parent has too: 1 per such parent. Null where they
   * are not known.
   */
  readonly sharedNames: (object: string, field: string) => Uint8Array | null;
}

/** Nothing is known besides the records. */
export const NOTHING_OUTSIDE: Outside = { users: new Map(), sharedNames: () => null };

/** A list of users for look-ups; of two with one name an active one counts. */
export function usersByName(
  users: readonly { readonly email: string; readonly name: string; readonly active: boolean }[],
): Outside['users'] {
  const known = new Map<string, boolean>();
  for (const { email, name, active } of users)
    for (const key of [nameKey(email), nameKey(name)])
      if (key !== '') known.set(key, active || known.get(key) === true);
  return known;
}

/** A name or an address as it is looked up: without regard to case and blanks around it. */
export function nameKey(text: string): string {
  return text.trim().toLowerCase();
}

/** 1 for each record whose name another record has too, whatever its case and the blanks around it. */
export function recordsSharingName(column: Column): Uint8Array {
  const nameOf = new Map<string, number>();
  const names = column.values.map((value) => {
    const key = nameKey(value);
    const known = nameOf.get(key) ?? nameOf.size;
    nameOf.set(key, known);
    return known;
  });
  const counts = new Uint32Array(nameOf.size);
  for (const code of column.codes) if (code !== EMPTY) counts[names[code]!]!++;
  return Uint8Array.from(column.codes, (code) => (code !== EMPTY && counts[names[code]!]! > 1 ? 1 : 0));
}
