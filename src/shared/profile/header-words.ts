import { type Concept, type Language, LEXICON } from './lexicon';
import { foldText } from './text';

/** A header word found in the lexicon. */
export interface HeaderMatch {
  readonly concept: Concept;
  readonly language: Language;
  /** The word as the lexicon writes it. */
  readonly word: string;
  /** `whole`: the header is this word. `part`: the word is in it among others ("Billing Street", "npe01__Payment_Date__c"). */
  readonly fit: 'whole' | 'part';
}

const LONGEST_HEADER = 200;

/**
 * The words of a header: custom-field endings and package prefixes of Salesforce names removed, camelCase and letter-digit
 * borders split, folded. `npe01__Payment_Date__c` → payment, date; `phone1` → phone, 1; `Straße/Nr.` → strasse, nr.
 */
export function headerTokens(header: string): string[] {
  const plain = header
    .slice(0, LONGEST_HEADER)
    .trim()
    .replace(/__(?:c|r|pc)$/i, '')
    .replace(/^[A-Za-z0-9]{1,15}__(?=\w)/, '');
  const split = plain
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2');
  return foldText(split)
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((token) => token !== '');
}

/** A header as one comparable word: its tokens without anything between. */
export function headerKey(header: string): string {
  return headerTokens(header).join('');
}

interface Entry {
  readonly concept: Concept;
  readonly language: Language;
  readonly word: string;
}

const entriesByKey = new Map<string, Entry[]>();
for (const [concept, languages] of entriesOf(LEXICON))
  for (const [language, words] of entriesOf<Language, string>(languages))
    for (const word of words.split('|')) {
      const key = headerKey(word);
      const entries = entriesByKey.get(key);
      if (entries) entries.push({ concept, language, word });
      else entriesByKey.set(key, [{ concept, language, word }]);
    }

function entriesOf<K extends string, V>(record: Readonly<Partial<Record<K, V>>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}

/** Shortest word found inside a longer one without a border, as in German compounds ("Kundentelefon"). */
const SHORTEST_TAIL = 5;
/** Most tokens looked at together. */
const LONGEST_PHRASE = 5;

/**
 * What a header may mean, best first: whole matches; then words at its end (the noun stands last: an "address type" is a
 * type), then other words in it, longer ones before shorter. Empty when no word is known.
 */
export function headerMatches(header: string): readonly HeaderMatch[] {
  const tokens = headerTokens(header);
  const whole = entriesByKey.get(tokens.join(''));
  if (whole) return whole.map((entry) => ({ ...entry, fit: 'whole' }));
  const found: { entry: Entry; length: number; end: number }[] = [];
  for (let start = 0; start < tokens.length; start++)
    for (let end = start + 1; end <= Math.min(tokens.length, start + LONGEST_PHRASE); end++) {
      const key = tokens.slice(start, end).join('');
      if (key.length < 2) continue;
      for (const entry of entriesByKey.get(key) ?? []) found.push({ entry, length: key.length, end });
    }
  const last = tokens.at(-1) ?? '';
  if (found.length === 0)
    for (let cut = 1; cut <= last.length - SHORTEST_TAIL; cut++)
      for (const entry of entriesByKey.get(last.slice(cut)) ?? [])
        found.push({ entry, length: last.length - cut, end: tokens.length });
  return found
    .sort((a, b) => {
      const lastA = a.end === tokens.length;
      const lastB = b.end === tokens.length;
      return lastA === lastB ? b.length - a.length || b.end - a.end : lastA ? -1 : 1;
    })
    .map(({ entry }): HeaderMatch => ({ ...entry, fit: 'part' }));
}
