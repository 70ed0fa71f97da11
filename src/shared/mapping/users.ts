import Papa from 'papaparse';
import { fail, ok, type Result } from '../base/result';
import { countText, foldText } from '../profile/text';
import { isEmail, parseBoolean } from '../profile/values';

/** A user of the target system, as a list of its users names one. */
export interface TargetUser {
  readonly email: string;
  /** '' where the list has none. */
  readonly name: string;
  /** Other names it goes by: a login, an alias, an employee number. */
  readonly aliases: readonly string[];
  readonly active: boolean;
}

/** Most users of one list. */
export const MOST_USERS = 20_000;
/** Other names kept of one user. */
export const MOST_ALIASES = 6;
/** Longest name and other name, in UTF-16 units. */
export const LONGEST_NAME = 100;
/** Longest address (RFC 5321: 254 octets). */
export const LONGEST_ADDRESS = 254;
const ACTIVE = /^(?:is[ _]?)?(?:active|aktiv|actif|activo|attivo|enabled|status|state)$/i;
const INACTIVE =
  /^(?:inactive|inaktiv|disabled|deactivated|left|terminated|deleted|gesperrt|ausgeschieden)$/i;
const NAME = /name|benutzer|nom|nombre|nome/i;
const ADDRESS = /e-?mail|courriel|correo/i;

/**
 * Users in a pasted list or the text of a CSV file: one e-mail address a line, or a table with any columns of which one
 * holds addresses. A header tells names and who is active; without one every text beside the address is a name. Lines
 * without an address are left out; of two lines with one address the first counts. Texts that several users share (a
 * profile, a time zone) name nobody and are dropped, so that little of an export of users is kept. Errors: `USERS_NONE`,
 * `USERS_TOO_MANY`.
 */
export function readUsers(text: string): Result<readonly TargetUser[]> {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: ['\t', ';'].find((sign) => text.includes(sign)) ?? ',',
    skipEmptyLines: 'greedy',
  });
  const rows = data.map((row) => row.map((cell) => cell.trim()));
  const [first = []] = rows;
  const header = first.some((cell) => isEmail(cell)) ? null : first;
  const users = new Map<string, TargetUser>();
  for (const row of header ? rows.slice(1) : rows) {
    const user = userOf(row, header);
    if (user && !users.has(user.email.toLowerCase())) users.set(user.email.toLowerCase(), user);
  }
  if (users.size === 0)
    return fail(
      'USERS_NONE',
      'No e-mail address was found in it. Export the users with their addresses and try again.',
    );
  if (users.size > MOST_USERS)
    return fail(
      'USERS_TOO_MANY',
      `This list has ${countText(users.size)} users, and at most ${countText(MOST_USERS)} are kept. Nothing was taken over; export only those who may own records and try again.`,
      { users: users.size },
    );
  const list = [...users.values()];
  const held = new Map<string, number>();
  for (const { aliases } of list)
    for (const alias of new Set(aliases)) held.set(alias, (held.get(alias) ?? 0) + 1);
  return ok(
    list.map((user) => ({
      ...user,
      aliases: [...new Set(user.aliases)].filter((alias) => held.get(alias) === 1).slice(0, MOST_ALIASES),
    })),
  );
}

function userOf(row: readonly string[], header: readonly string[] | null): TargetUser | null {
  const isAddress = (cell: string): boolean => cell.length <= LONGEST_ADDRESS && isEmail(cell);
  // Logins look like addresses, too: where a heading says which column has them, that one counts.
  const titled = row.findIndex((cell, place) => ADDRESS.test(header?.[place] ?? '') && isAddress(cell));
  const at = titled >= 0 ? titled : row.findIndex(isAddress);
  if (at < 0) return null;
  const flag = header?.findIndex((title) => ACTIVE.test(title)) ?? -1;
  const state = flag < 0 ? '' : (row[flag] ?? '');
  const texts = row.flatMap((cell, place) =>
    place === at || place === flag || cell === '' || cell.length > LONGEST_NAME
      ? []
      : [{ cell, isName: header ? NAME.test(header[place] ?? '') : place === (at === 0 ? 1 : 0) }],
  );
  const names = texts.filter(({ isName }) => isName).map(({ cell }) => cell);
  const joined = names.slice(0, 2).join(' ');
  const whole = names.find((text) => /\s/.test(text)) ?? (joined.length <= LONGEST_NAME ? joined : names[0]!);
  return {
    email: row[at]!,
    name: whole,
    aliases: texts.map(({ cell }) => cell).filter((cell) => cell !== whole),
    active: !INACTIVE.test(state) && parseBoolean(state) !== false,
  };
}

/** The user an owner of the legacy system is, and why; `left` users are known and no longer active. */
export interface UserMatch {
  readonly user: TargetUser;
  readonly reason: 'same address' | 'same name' | 'same login' | 'initials';
}

/**
 * Finds the user an owner stands for: by address, by whole name in either order, by the part before the @ or an alias, by
 * initials. Nothing is found where two users fit equally well.
 */
export function userFinder(users: readonly TargetUser[]): (owner: string) => UserMatch | null {
  const byAddress = uniqueIndex(users, ({ email }) => [email.toLowerCase()]);
  const byName = uniqueIndex(users, ({ name }) => [nameKey(name)]);
  const byLogin = uniqueIndex(users, ({ email, aliases }) => [
    ...new Set([plain(email.split('@')[0] ?? ''), ...aliases.map(plain)]),
  ]);
  const byInitials = uniqueIndex(users, ({ name }) => [initials(name)]);
  return (owner) => {
    const found = (user: TargetUser | undefined | null, reason: UserMatch['reason']): UserMatch | null =>
      user ? { user, reason } : null;
    return (
      found(byAddress.get(owner.trim().toLowerCase()), 'same address') ??
      found(byName.get(nameKey(owner)), 'same name') ??
      found(byLogin.get(plain(owner)), 'same login') ??
      found(byInitials.get(plain(owner)), 'initials')
    );
  };
}

/** Users by each of their keys; null where two share one. Empty keys name nobody. */
function uniqueIndex(
  users: readonly TargetUser[],
  keysOf: (user: TargetUser) => readonly string[],
): ReadonlyMap<string, TargetUser | null> {
  const index = new Map<string, TargetUser | null>();
  for (const user of users)
    for (const key of keysOf(user)) if (key !== '') index.set(key, index.has(key) ? null : user);
  return index;
}

function plain(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a name whatever their order: "Voss, Mara" is "Mara Voss". One word alone is no whole name. */
function nameKey(name: string): string {
  const words = foldText(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 2 ? '' : [...words].sort().join(' ');
}

function initials(name: string): string {
  const words = foldText(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 2 ? '' : words.map((word) => word.charAt(0)).join('');
}
