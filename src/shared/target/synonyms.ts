import { ADDRESS_QUALIFIERS, LEXICON } from '../profile/lexicon';
import { meaningOf } from './field-meaning';
import type { TargetSystem } from './types';

/** How many words of a language are combined with the word for a kind of address. */
const COMBINED = 3;

const known = new Map<string, readonly string[]>();

/** Words people use in headers for a field, in all languages of the lexicon; none where its meaning is not known. */
export function synonymsOf(object: string, api: string): readonly string[] {
  const key = `${object.toLowerCase()}.${api.toLowerCase()}`;
  const found = known.get(key);
  if (found) return found;
  const words = find(object, api);
  if (known.size < 5_000) known.set(key, words);
  return words;
}

/** The system with the synonyms of its fields' names in front of their own. */
export function withSynonyms(system: TargetSystem): TargetSystem {
  return {
    ...system,
    objects: system.objects.map((object) => ({
      ...object,
      fields: object.fields.map((field) => {
        const words = synonymsOf(object.name, field.api);
        if (words.length === 0) return field;
        return { ...field, synonyms: [...new Set([...words, ...field.synonyms])] };
      }),
    })),
  };
}

function find(object: string, api: string): readonly string[] {
  const meaning = meaningOf(object, api);
  const words = new Set<string>();
  for (const concept of meaning.concepts) {
    const byLanguage: Readonly<Record<string, string>> = LEXICON[concept];
    if (meaning.usual)
      for (const list of Object.values(byLanguage)) for (const word of list.split('|')) words.add(word);
    if (meaning.qualifier === null) continue;
    const qualifiers: Readonly<Record<string, string>> = ADDRESS_QUALIFIERS[meaning.qualifier];
    for (const [language, list] of Object.entries(byLanguage)) {
      const first = (qualifiers[language] ?? '').split('|').slice(0, COMBINED);
      for (const qualifier of first)
        for (const word of list.split('|').slice(0, COMBINED))
          if (qualifier) words.add(`${qualifier} ${word}`);
    }
  }
  return [...words];
}
