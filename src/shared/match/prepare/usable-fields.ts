import type { Semantic } from '../../profile/types';
import type { MatchField, MatchInput } from '../types';
import type { Usable } from './prepared';

/** Fields filled less often than this decide too few pairs to be learned. */
const MIN_FILL = 0.02;

/** How telling a meaning is, for the choice among too many fields. */
const RANK: Readonly<Record<Semantic, number>> = {
  email: 10,
  phone: 9,
  familyName: 10,
  givenName: 9,
  personName: 10,
  company: 10,
  birthDate: 9,
  street: 8,
  postcode: 7,
  city: 6,
  identifier: 6,
  url: 6,
  text: 5,
  region: 3,
  country: 2,
  number: 2,
  date: 2,
  category: 1,
  boolean: 0,
};

/** What the values of a field look like, counted over rows. */
export interface FieldShape {
  readonly filled: number;
  /** Distinct filled values. */
  readonly distinct: number;
  /** Mean words per distinct value. */
  readonly words: number;
  /** Share of distinct values that are one number, perhaps with a letter behind it. */
  readonly numeric: number;
}

/** Shape of a field; words and numbers are looked at in up to 5,000 distinct values. */
export function shapeOf(field: MatchField): FieldShape {
  const { codes, values } = field.column;
  const seen = new Uint8Array(values.length);
  let filled = 0;
  let distinct = 0;
  for (const code of codes) {
    if (code === 0) continue;
    filled++;
    if (seen[code] === 0) {
      seen[code] = 1;
      distinct++;
    }
  }
  let looked = 0;
  let words = 0;
  let numeric = 0;
  for (let code = 1; code < values.length && looked < 5000; code++) {
    if (seen[code] === 0) continue;
    const value = values[code]!.trim();
    looked++;
    words += value.split(/\s+/).length;
    if (/^\d+(?:\.0)?\s?[a-zA-Z]?$/.test(value)) numeric++;
  }
  const share = looked > 0 ? 1 / looked : 0;
  return { filled, distinct, words: words * share, numeric: numeric * share };
}

/** Fields with any value at all, in input order, with their shapes; mere row numbers are left out. */
export function filledFields(input: MatchInput): Usable[] {
  return input.fields
    .map((field) => ({ field, shape: shapeOf(field) }))
    .filter(({ field, shape }) => shape.filled > 0 && !isRowNumber(field, shape, input));
}

/** Of fields that are compared one by one, those worth it: filled, varied, and at most `room` of them. */
export function mostTelling(fields: readonly Usable[], records: number, room: number): Usable[] {
  const fewest = Math.max(2, MIN_FILL * records);
  const candidates = fields.filter(({ shape }) => shape.filled >= fewest && shape.distinct >= 2);
  if (candidates.length <= room) return candidates;
  const score = ({ field, shape }: Usable): number =>
    RANK[field.semantic] * Math.sqrt(shape.filled / records);
  const kept = new Set(
    candidates
      .map((candidate, index) => ({ candidate, index }))
      .sort((a, b) => score(b.candidate) - score(a.candidate) || a.index - b.index)
      .slice(0, room)
      .map(({ candidate }) => candidate),
  );
  return candidates.filter((candidate) => kept.has(candidate));
}

/**
 * True for keys that number rows: they identify a row in its source, never the thing behind it. Either no value ever
 * repeats, or whole numbers without gaps that repeat only between sources.
 */
function isRowNumber(field: MatchField, shape: FieldShape, input: MatchInput): boolean {
  if (field.semantic !== 'identifier' && field.semantic !== 'number') return false;
  if (shape.distinct === shape.filled && shape.filled > input.count * 0.9) return true;
  const { codes, values } = field.column;
  const seen = new Map<number, Set<number>>();
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code === 0) continue;
    const value = values[code]!;
    if (!/^\s*\d{1,9}\s*$/.test(value)) return false;
    const source = input.source[row]!;
    let known = seen.get(source);
    if (!known) {
      known = new Set();
      seen.set(source, known);
    }
    if (known.has(code)) return false;
    known.add(code);
    low = Math.min(low, Number(value));
    high = Math.max(high, Number(value));
  }
  return shape.filled > input.count * 0.9 && high - low < 3 * shape.distinct;
}
