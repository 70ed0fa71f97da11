import Fuse from 'fuse.js';
import { headerKey, headerMatches, headerTokens } from '../profile/header-words';
import { ADDRESS_QUALIFIERS, type Concept, LANGUAGES, type Language } from '../profile/lexicon';
import type { TargetField, TargetObject } from '../target/types';

/** How well a header names a field, 0..1, and why in words. */
export interface HeaderScore {
  readonly score: number;
  readonly reason: string;
}

interface Word {
  readonly field: number;
  readonly text: string;
  readonly key: string;
  readonly tokens: readonly string[];
  readonly kind: 'name' | 'synonym';
}

/** All names and synonyms of an object's fields, ready to be compared with headers. */
export interface FieldWords {
  readonly object: TargetObject;
  readonly byKey: ReadonlyMap<string, readonly Word[]>;
  readonly byToken: ReadonlyMap<string, readonly Word[]>;
  readonly fuse: Fuse<Word>;
}

const NAME_SCORE = 1;
const SYNONYM_SCORE = 0.96;
const PART_SCORE = 0.85;
const FUZZY_SCORE = 0.85;
/** A part of another kind of address than the object has. */
const OTHER_ADDRESS_SCORE = 0.84;
const SECOND_ADDRESS_SCORE = 0.7;
/** Share of letters two phrases must have in common to be compared at all. */
const LEAST_OVERLAP = 0.5;
const SHORTEST_FUZZY = 4;

const cache = new WeakMap<TargetObject, FieldWords>();

/** The words of an object's fields; made once per object. */
export function fieldWords(object: TargetObject): FieldWords {
  let words = cache.get(object);
  if (!words) {
    words = makeWords(object);
    cache.set(object, words);
  }
  return words;
}

function makeWords(object: TargetObject): FieldWords {
  const words = object.fields.flatMap((field, index) => {
    const make = (text: string, kind: Word['kind']): Word => {
      const tokens = headerTokens(text);
      return { field: index, text, key: tokens.join(''), tokens, kind };
    };
    return [
      make(field.api, 'name'),
      make(field.label, 'name'),
      ...field.synonyms.map((synonym) => make(synonym, 'synonym')),
    ].filter((word) => word.key !== '');
  });
  const byKey = new Map<string, Word[]>();
  const byToken = new Map<string, Word[]>();
  for (const word of words) {
    add(byKey, word.key, word);
    for (const token of new Set(word.tokens)) add(byToken, token, word);
  }
  const fuse = new Fuse(words, {
    keys: ['key'],
    includeScore: true,
    threshold: 0.3,
    ignoreLocation: true,
    minMatchCharLength: 3,
  });
  return { object, byKey, byToken, fuse };
}

function add<K>(map: Map<K, Word[]>, key: K, word: Word): void {
  const list = map.get(key);
  if (list) list.push(word);
  else map.set(key, [word]);
}

/**
 * The fields a header may name, with the best score of each: its own name, a word for it in one of nine languages, a
 * phrase that shares most letters, or (when `fuzzy`) a misspelling found by fuse.js.
 */
export function headerScores(
  words: FieldWords,
  header: string,
  fuzzy: boolean,
): ReadonlyMap<number, HeaderScore> {
  const scores = new Map<number, HeaderScore>();
  const offer = (field: number, score: number, reason: () => string): void => {
    if ((scores.get(field)?.score ?? 0) < score) scores.set(field, { score, reason: reason() });
  };
  const key = headerKey(header);
  for (const word of words.byKey.get(key) ?? []) {
    const field = words.object.fields[word.field]!;
    if (word.kind === 'name')
      offer(word.field, NAME_SCORE, () => `header "${header}" is the name of ${field.label}`);
    else
      offer(word.field, SYNONYM_SCORE - orderLoss(word, field), () =>
        synonymReason(header, word.text, field),
      );
  }
  for (const { word, overlap } of sharedWords(words, headerTokens(header))) {
    const field = words.object.fields[word.field]!;
    offer(
      word.field,
      PART_SCORE * overlap,
      () => `header "${header}" shares words with "${word.text}" (${field.label})`,
    );
  }
  const rest = withoutQualifier(headerTokens(header));
  if (rest)
    for (const word of words.byKey.get(rest.key) ?? []) {
      const field = words.object.fields[word.field]!;
      const score = rest.usual ? OTHER_ADDRESS_SCORE : SECOND_ADDRESS_SCORE;
      if (field.group !== null)
        offer(
          word.field,
          score,
          () => `header "${header}" is the ${word.text} of an address (${field.label})`,
        );
    }
  if (!fuzzy || scores.size > 0 || key.length < SHORTEST_FUZZY) return scores;
  for (const hit of words.fuse.search(key.slice(0, 32), { limit: 12 })) {
    const word = hit.item;
    const ratio = Math.min(key.length, word.key.length) / Math.max(key.length, word.key.length);
    if (ratio < 0.75 || word.key.length < SHORTEST_FUZZY) continue;
    const field = words.object.fields[word.field]!;
    const score = FUZZY_SCORE * (1 - (hit.score ?? 1)) * ratio;
    offer(
      word.field,
      score,
      () => `header "${header}" is spelled almost like "${word.text}" (${field.label})`,
    );
  }
  return scores;
}

/** The usual words stand first in a list of synonyms: "state" before "county". */
function orderLoss(word: Word, field: TargetField): number {
  return 0.002 * Math.min(10, Math.max(0, field.synonyms.indexOf(word.text)));
}

/** Qualifier words of addresses, folded; true for the kinds an object without kinds of address would take first. */
const QUALIFIERS: ReadonlyMap<string, boolean> = new Map(
  Object.entries<Readonly<Record<string, string>>>(ADDRESS_QUALIFIERS).flatMap(([qualifier, words]) =>
    Object.values(words)
      .flatMap((list) => list.split('|'))
      .map((word): [string, boolean] => [
        headerKey(word),
        qualifier === 'billing' || qualifier === 'mailing',
      ]),
  ),
);

/** A header that names a kind of address and a part of it ("BillingCity"), without the kind. */
function withoutQualifier(
  tokens: readonly string[],
): { readonly key: string; readonly usual: boolean } | null {
  for (let length = Math.min(3, tokens.length - 1); length >= 1; length--) {
    const usual = QUALIFIERS.get(tokens.slice(0, length).join(''));
    if (usual !== undefined) return { key: tokens.slice(length).join(''), usual };
  }
  return null;
}

/** Last words of a header that do not say what it is about. */
const VAGUE_ENDS = new Set('id nr no num number code name text value field key c'.split(' '));

/** Words with tokens in common, by the share of letters (Dice). What stands last in the header must be in the word. */
function sharedWords(words: FieldWords, tokens: readonly string[]): { word: Word; overlap: number }[] {
  const found: { word: Word; overlap: number }[] = [];
  const seen = new Set<Word>();
  const mine = new Set(tokens);
  const length = lettersIn(tokens);
  const end = tokens.at(-1) ?? '';
  const vagueEnd = VAGUE_ENDS.has(end) || /^\d+$/.test(end);
  for (const token of mine)
    for (const word of words.byToken.get(token) ?? []) {
      if (seen.has(word)) continue;
      seen.add(word);
      const common = lettersIn(word.tokens.filter((item) => mine.has(item)));
      const overlap = (2 * common) / (length + lettersIn(word.tokens));
      const headShared = vagueEnd ? mine.has(word.tokens.at(-1)!) : word.tokens.includes(end);
      if (headShared && overlap >= LEAST_OVERLAP) found.push({ word, overlap: Math.min(1, overlap) });
    }
  return found;
}

function lettersIn(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + token.length, 0);
}

function synonymReason(header: string, word: string, field: TargetField): string {
  const languages = headerMatches(header)
    .filter((match) => match.fit === 'whole' && field.synonyms.includes(match.word))
    .map((match) => match.language);
  const language = languages.includes('en') ? 'en' : languages[0];
  if (language === undefined || language === 'en')
    return `header "${header}" is another word for ${field.label}`;
  return `header "${header}" is ${article(language)} word for ${field.label}${spelled(header, word)}`;
}

function article(language: Language): string {
  const name = LANGUAGES[language];
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
}

function spelled(header: string, word: string): string {
  return header.trim().toLowerCase() === word.toLowerCase() ? '' : ` ("${word}")`;
}

const conceptsOfField = new WeakMap<TargetField, readonly Concept[]>();

/** What a field means in the words of the lexicon: concepts most of whose English words are its synonyms, else by label. */
export function fieldConcepts(field: TargetField): readonly Concept[] {
  let concepts = conceptsOfField.get(field);
  if (!concepts) {
    const votes = new Map<Concept, number>();
    for (const synonym of field.synonyms)
      for (const match of headerMatches(synonym))
        if (match.word === synonym) votes.set(match.concept, (votes.get(match.concept) ?? 0) + 1);
    const most = Math.max(0, ...votes.values());
    const voted = [...votes].filter(([, count]) => count >= most * 0.6).map(([concept]) => concept);
    const label = headerMatches(field.label)[0]?.concept;
    concepts = voted.length > 0 ? voted : label === undefined ? [] : [label];
    conceptsOfField.set(field, concepts);
  }
  return concepts;
}
