import type { ClusterResult, Constraints, MatchInput, MatchResult, MatchSettings } from '../types';

/** What explanations are made from: a result and the clusters made of it under the same settings and decisions. */
export interface ExplainContext {
  readonly input: MatchInput;
  readonly result: MatchResult;
  readonly settings: MatchSettings;
  readonly constraints: Constraints;
  readonly clusters: ClusterResult;
}

/** The values of a comparison's fields as they were read, each once. */
export function rawValue(input: MatchInput, fields: readonly string[], row: number): string {
  const values: string[] = [];
  for (const name of fields) {
    const field = input.fields.find((item) => item.name === name);
    const value = field ? field.column.values[field.column.codes[row]!]! : '';
    if (value !== '' && !values.includes(value)) values.push(value);
  }
  return values.join(' · ');
}

/** Meanings a record is called by, in this order. */
const NAMING = ['givenName', 'familyName', 'personName', 'company'] as const;

/** What to call a record in a sentence: its names, else its first filled value, else its number. */
export function nameOf(input: MatchInput, row: number): string {
  const valuesOf = (fields: MatchInput['fields']): string[] =>
    fields.map(({ column }) => column.values[column.codes[row]!]!).filter((value) => value !== '');
  const person = valuesOf(
    NAMING.slice(0, 2).flatMap((semantic) => input.fields.filter((field) => field.semantic === semantic)),
  );
  if (person.length > 0) return `“${person.join(' ')}”`;
  for (const semantic of NAMING.slice(2)) {
    const [value] = valuesOf(input.fields.filter((field) => field.semantic === semantic));
    if (value) return `“${value}”`;
  }
  const [any] = valuesOf(input.fields);
  return any ? `“${any}”` : `record ${row + 1}`;
}
