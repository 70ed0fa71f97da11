import type { ColumnFacts } from './column-facts';
import { headerKey, headerMatches, headerTokens } from './header-words';
import { meaningOf } from './semantic';
import type { Semantic } from './types';
import { isClockTime } from './values';

/** True when every row has its own filled value and the values are short enough to be a key. */
export function isLikelyKey(facts: ColumnFacts, semantic: Semantic): boolean {
  if (facts.rows < 2 || facts.filled !== facts.rows || facts.distinct !== facts.rows) return false;
  if (facts.placeholderRows > 0 || facts.maxLength > 120) return false;
  return KEY_MEANINGS.has(semantic) && facts.type !== 'date' && facts.type !== 'datetime';
}

const KEY_MEANINGS: ReadonlySet<Semantic> = new Set(['identifier', 'email', 'text', 'number']);

const KEY_TOKENS: ReadonlySet<string> = new Set(
  'id key nr no num number code uid guid uuid nummer numero codigo codice ref reference kennung schluessel'.split(
    ' ',
  ),
);

const ID_TOKENS: ReadonlySet<string> = new Set(['id', 'uid', 'guid', 'uuid']);

/**
 * The best column to recognise a row by in the next extract: unique and filled everywhere, ids before numbers before
 * e-mail addresses, earlier columns before later ones. Null when there is none; names, amounts and free text are never taken.
 */
export function keyColumnOf(facts: readonly ColumnFacts[], semantics: readonly Semantic[]): string | null {
  let best: { name: string; points: number } | null = null;
  for (const [index, column] of facts.entries()) {
    const semantic = semantics[index] ?? 'text';
    if (!isLikelyKey(column, semantic)) continue;
    const points = pointsOf(column, semantic);
    if (points > 0 && (!best || points > best.points)) best = { name: column.column.name, points };
  }
  return best?.name ?? null;
}

function pointsOf(facts: ColumnFacts, semantic: Semantic): number {
  const header = facts.column.name;
  if (headerKey(header) === 'id') return 10;
  const matches = headerMatches(header).filter((match) => match.fit === 'whole');
  if (matches.some((match) => match.concept === 'legacyId')) return 9;
  if (matches.some((match) => match.concept === 'accountNumber')) return 8;
  const tokens = headerTokens(header);
  // "Contact ID" before "Account ID" names the rows as well as a customer number does; the earlier one counts.
  if (ID_TOKENS.has(tokens.at(-1) ?? '')) return 8;
  if (tokens.some((token) => KEY_TOKENS.has(token)) || /(?:id|nr|key|code)$/i.test(header)) return 7;
  if (semantic === 'identifier') return 6;
  // Amounts, quantities and the like differ from row to row by chance.
  if (matches.some(({ concept }) => meaningOf(concept) === 'number')) return 0;
  if (facts.type === 'integer' && !facts.column.values.some((value) => value.includes('.'))) return 4;
  if (semantic === 'email') return 3;
  return semantic === 'text' && facts.maxLength <= 40 && isCode(facts) ? 2 : 0;
}

/** Values without blanks, with a digit in most of them, and more than times of day. */
function isCode(facts: ColumnFacts): boolean {
  const { values } = facts.column;
  let digits = 0;
  let times = 0;
  for (let code = 1; code < values.length; code++) {
    if (/\s/.test(values[code]!)) return false;
    if (/\d/.test(values[code]!)) digits++;
    if (isClockTime(values[code]!)) times++;
  }
  return digits >= (values.length - 1) * 0.5 && times < digits;
}
