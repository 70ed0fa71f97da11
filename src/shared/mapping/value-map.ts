import Fuse from 'fuse.js';
import { foldText } from '../profile/text';
import type { TargetField } from '../target/types';
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
  const makeFuse = () =>
    new Fuse(
      picklist.flatMap((value, at) => {
        const label = labels[at] ?? value;
        const names = label === value ? [value] : [value, label];
        return names.map((name) => ({ value, key: foldText(name) }));
      }),
      { keys: ['key'], includeScore: true, threshold: 0.35, ignoreLocation: true, minMatchCharLength: 2 },
    );
  let fuse: ReturnType<typeof makeFuse> | null = null;
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
      fuse ??= makeFuse();
      return fuzzyMatch(fuse, value);
    },
  };
}

function fuzzyMatch(
  fuse: Fuse<{ readonly value: string; readonly key: string }>,
  value: string,
): ValueMatch | null {
  const folded = foldText(value).slice(0, 32);
  if (folded.length < 3) return null;
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
