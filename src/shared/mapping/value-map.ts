import Fuse from 'fuse.js';
import { foldText } from '../profile/text';
import type { TargetField } from '../target/types';
import { nearestNames } from './nearest-names';
import { PICKLIST_GROUPS } from './picklist-words';

/** A picklist value proposed for a source value. */
export interface ValueMatch {
  readonly to: string;
  /** `same`: already the value; `spelling`: but for case and punctuation; `meaning`: same meaning; `fuzzy`: spelled alike. */
  readonly how: 'same' | 'spelling' | 'meaning' | 'fuzzy';
  /** 0..1; from 0.85 on it is proposed without asking. */
  readonly score: number;
}

/** Matches below this are offered, not filled in. */
export const SURE_MATCH = 0.85;
const LONGEST_VALUE = 120;
/** Fuzzy matches below this are not offered. */
const LEAST_LIKENESS = 0.55;

/** Finds the picklist value a source value stands for, or null. */
export interface ValueMatcher {
  /** By value, spelling and meaning: a few lookups. */
  known(value: string): ValueMatch | null;
  /** The same, then by likeness with fuse.js: up to a millisecond. */
  closest(value: string): ValueMatch | null;
}

const matchers = new WeakMap<TargetField, ValueMatcher>();

/** The matcher of a picklist field; made once per field. Fields without values match nothing. */
export function valueMatcher(field: TargetField): ValueMatcher {
  let matcher = matchers.get(field);
  if (!matcher) {
    matcher = makeMatcher(field.picklist, field.optionLabels ?? []);
    matchers.set(field, matcher);
  }
  return matcher;
}

/** `labels` run beside the values: what people see, which is what legacy data usually holds. */
function makeMatcher(picklist: readonly string[], labels: readonly string[]): ValueMatcher {
  const exact = new Set(picklist);
  const byKey = new Map<string, string>();
  for (const value of picklist) {
    const key = valueKey(value);
    if (key !== '' && !byKey.has(key)) byKey.set(key, value);
  }
  for (const [at, value] of picklist.entries()) {
    const key = valueKey(labels[at] ?? '');
    if (key !== '' && !byKey.has(key)) byKey.set(key, value);
  }
  const byMeaning = new Map<string, string>();
  for (const group of PICKLIST_GROUPS) {
    const target = group.map((word) => byKey.get(valueKey(word))).find((value) => value !== undefined);
    if (target === undefined) continue;
    for (const word of group) {
      const key = valueKey(word);
      if (!byMeaning.has(key)) byMeaning.set(key, target);
    }
  }
  let fuzzy: ((value: string) => ValueMatch | null) | null = null;
  const looked = new Map<string, ValueMatch | null>();
  const known = (value: string): ValueMatch | null => {
    if (exact.has(value)) return { to: value, how: 'same', score: 1 };
    if (value.length > LONGEST_VALUE || picklist.length === 0) return null;
    const key = valueKey(value);
    const spelled = byKey.get(key);
    if (spelled !== undefined) return { to: spelled, how: 'spelling', score: 0.98 };
    const meant = byMeaning.get(key);
    return meant === undefined ? null : { to: meant, how: 'meaning', score: 0.9 };
  };
  return {
    known,
    closest: (value) => {
      const match = known(value);
      if (match || value.length > LONGEST_VALUE || picklist.length === 0) return match;
      const before = looked.get(value);
      if (before !== undefined) return before;
      fuzzy ??= fuzzyMatcher(picklist, labels);
      const found = fuzzy(value);
      if (looked.size < MOST_LOOKED) looked.set(value, found);
      return found;
    },
  };
}

/** A value of the list under the name it is compared by. */
interface Name {
  readonly value: string;
  readonly key: string;
}

/** Names beyond which a text is compared only with those that share most pairs of letters with it. */
const FEW_NAMES = 200;
const NEAREST = 40;
/** Answers kept in mind per list: every change of a value map asks the same again. */
const MOST_LOOKED = 10_000;

function fuzzyMatcher(
  picklist: readonly string[],
  labels: readonly string[],
): (value: string) => ValueMatch | null {
  const names = picklist.flatMap((value, at): Name[] => {
    const label = labels[at] ?? value;
    return (label === value ? [value] : [value, label]).map((name) => ({ value, key: foldText(name) }));
  });
  const fuseOf = (some: readonly Name[]) =>
    new Fuse(some, {
      keys: ['key'],
      includeScore: true,
      threshold: 0.35,
      ignoreLocation: true,
      minMatchCharLength: 2,
    });
  const whole = names.length <= FEW_NAMES ? fuseOf(names) : null;
  const nearest = whole ? null : nearestNames(names.map(({ key }) => key));
  return (value) => {
    const folded = foldText(value).slice(0, 32);
    if (folded.length < 3) return null;
    const fuse = whole ?? fuseOf(nearest!.find(folded, NEAREST).map((at) => names[at]!));
    return fuzzyMatch(fuse, folded);
  };
}

function fuzzyMatch(fuse: Fuse<Name>, folded: string): ValueMatch | null {
  let best: ValueMatch | null = null;
  for (const hit of fuse.search(folded, { limit: 8 })) {
    const ratio = Math.min(folded.length, hit.item.key.length) / Math.max(folded.length, hit.item.key.length);
    const score = (1 - (hit.score ?? 1)) * (0.5 + 0.5 * ratio);
    if (score >= LEAST_LIKENESS && score > (best?.score ?? 0))
      best = { to: hit.item.value, how: 'fuzzy', score };
  }
  return best;
}

/** Letters and digits only, folded; a value of signs alone has the empty key. */
function valueKey(value: string): string {
  return foldText(value).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The value map for the given source values: every sure match that changes something, in the order given. */
export function suggestValueMap(field: TargetField, values: readonly string[]): Record<string, string> {
  const matcher = valueMatcher(field);
  const entries: [string, string][] = [];
  for (const value of values) {
    const found = value === '' ? null : matcher.closest(value);
    if (found && found.how !== 'same' && found.score >= SURE_MATCH) entries.push([value, found.to]);
  }
  return Object.fromEntries(entries);
}
