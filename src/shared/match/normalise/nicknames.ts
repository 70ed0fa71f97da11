import { NICKNAME_GROUPS } from './nickname-groups';
import { MORE_NICKNAMES, NICKNAME_LIST } from './nickname-list';

/** Groups each name stands in, by number. */
const groupsOf = new Map<string, number[]>();
NICKNAME_GROUPS.trim()
  .split('\n')
  .forEach((line, group) => {
    for (const name of new Set(line.split(' '))) {
      const groups = groupsOf.get(name);
      if (groups) groups.push(group);
      else groupsOf.set(name, [group]);
    }
  });

/** First letters of the names of each group. */
const beginnings: readonly ReadonlySet<string>[] = NICKNAME_GROUPS.trim()
  .split('\n')
  .map((line) => new Set(line.split(' ').map((name) => name.slice(0, 1))));

/** Names of the list with their forms, and forms with their names: both ways. */
const listed = new Map<string, Set<string>>();

function list(name: string, form: string): void {
  const forms = listed.get(name);
  if (forms) forms.add(form);
  else listed.set(name, new Set([form]));
}

/** Short forms per name of the list. */
const formsOf = new Map<string, number>();

for (const entry of `${NICKNAME_LIST} ${MORE_NICKNAMES}`.trim().split(/\s+/)) {
  const [name = '', forms = ''] = entry.split(':');
  const each = forms.split(',');
  formsOf.set(name, (formsOf.get(name) ?? 0) + each.length);
  for (const form of each) {
    list(name, form);
    list(form, name);
  }
}

/** Endings of short forms that are written for each other: "Peggy", "Peggie", "Peggi". */
const ENDING = /(?:ie|ey|i|y)$/;
const ENDINGS: readonly string[] = ['y', 'ie', 'i', 'ey'];

/** The spellings of a name that the tables know. */
function listedForms(name: string): readonly string[] {
  if (name.length < 4 || !ENDING.test(name)) return isKnownGivenName(name) ? [name] : [];
  const stem = name.replace(ENDING, '');
  return ENDINGS.map((ending) => stem + ending).filter(isKnownGivenName);
}

/** True when two folded given names are used for each other: "bob" and "robert". Equal names are not variants. */
export function areNicknames(a: string, b: string): boolean {
  if (a === b) return false;
  return listedForms(a).some((x) => listedForms(b).some((y) => x === y || areListed(x, y)));
}

function areListed(a: string, b: string): boolean {
  if (listed.get(a)?.has(b)) return true;
  const groupsA = groupsOf.get(a);
  const groupsB = groupsA && groupsOf.get(b);
  return groupsB?.some((group) => groupsA?.includes(group)) ?? false;
}

/** Whether a name, or one used for it, begins with a letter: the B in "B. Smith" may be Robert's. */
export function mayBeginWith(name: string, letter: string): boolean {
  if (name.startsWith(letter)) return true;
  return listedForms(name).some(
    (form) =>
      (groupsOf.get(form) ?? []).some((group) => beginnings[group]?.has(letter)) ||
      [...(listed.get(form) ?? [])].some((other) => other.startsWith(letter)),
  );
}

/** Marks of a folded given name: two different names are used for each other exactly when they share one. */
export function nicknameMarks(name: string): string[] {
  const marks = listedForms(name).flatMap((form) => [
    form,
    ...(groupsOf.get(form) ?? []).map(String),
    ...Array.from(listed.get(form) ?? [], (other) => [form, other].sort().join('+')),
  ]);
  return [...new Set(marks)];
}

/** A name that stands for all its variants in blocking keys: the first name of its first group, or the name itself. */
export function nicknameRoot(name: string): string {
  const group = listedForms(name).flatMap((form) => groupsOf.get(form) ?? [])[0];
  return group === undefined ? name : `~${group}`;
}

/** True when the word is a name of the tables, short forms included: only such names can be nicknames of others. */
export function isKnownGivenName(name: string): boolean {
  return groupsOf.has(name) || listed.has(name);
}

/** True when the word is a given name beyond doubt: evidence for the order of a full name. */
export function isUsualGivenName(name: string): boolean {
  return groupsOf.has(name) || (formsOf.get(name) ?? 0) >= 2;
}
