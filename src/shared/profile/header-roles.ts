import type { Semantic } from './types';

/** Words beside "name" that say whose name it is, or which part of it. */
const NAME_WORDS: ReadonlyMap<string, Semantic> = new Map<string, Semantic>([
  ...words('company', 'org organization organisation company business firm firma'),
  ...words('givenName', 'first given middle'),
  ...words('familyName', 'last family maiden birth'),
  ...words('personName', 'full native person display alias'),
]);

function words(semantic: Semantic, list: string): [string, Semantic][] {
  return list.split(' ').map((word) => [word, semantic]);
}

/**
 * Whose name a header of several words asks for: `PRIMARY_NAME_LAST` → family name, `name_org` → company. Null when it
 * says nothing of a name, or nothing beyond it.
 */
export function nameRole(tokens: readonly string[]): Semantic | null {
  if (!tokens.includes('name') && !tokens.includes('names')) return null;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const role = NAME_WORDS.get(tokens[i]!);
    if (role) return role;
  }
  return null;
}

/** Numbers an authority gives to a person or an organisation, by the words of their headers. */
const DOCUMENTS =
  /\b(?:passport|pass(?:port)? ?(?:no|nr)|reisepass|passeport|pasaporte|passaporto|paspoort|ssn|soc(?:ial)? sec(?:urity)?|sozialversicherung|national (?:id|insurance)|nino|(?:drivers?|driving) licen[cs]e|fuhrerschein|personalausweis|identity (?:card|number|document)|dni|nie|curp|cpf|cnpj|bsn|codice fiscale|numero de securite sociale|nir|ahv|emirates id|aadhaar|pan (?:no|number))\b/;

/** Ends of headers that say something about a document, not its number: where from, what sort, until when. */
const ABOUT_DOCUMENT =
  /\b(?:country|land|pays|pais|paese|state|region|province|issuer|authority|type|typ|date|expiry|expires|until|status)$/;

/** What the header says of an official document: its number, something about it, or nothing (null). */
export function documentRole(tokens: readonly string[]): 'number' | 'about' | null {
  const text = tokens.join(' ');
  const isTaxed = /\b(?:tax|vat) id\b/.test(text);
  if (!isTaxed && !DOCUMENTS.test(text)) return null;
  return ABOUT_DOCUMENT.test(text) ? 'about' : 'number';
}
