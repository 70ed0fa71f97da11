import type { SplinkDialect } from './types';

/** A piece of SQL. */
export type Sql = string;

/** The functions the conditions need, in the words of one engine. Arguments are SQL too. */
export interface Vocabulary {
  jaro(a: Sql, b: Sql): Sql;
  jaroWinkler(a: Sql, b: Sql): Sql;
  /** Edits, a swap of two neighbours counting one. */
  edits(a: Sql, b: Sql): Sql;
  startsWith(text: Sql, start: Sql): Sql;
  endsWith(text: Sql, end: Sql): Sql;
  right(text: Sql, letters: number): Sql;
  /** The part of that number, from 1, between separators; '' when there is none. */
  part(text: Sql, separator: string, number: number): Sql;
  /** The number a text says; null when it says none. */
  number(text: Sql): Sql;
  /** The parts of a text as a list. */
  split(text: Sql, separator: string): Sql;
  length(list: Sql): Sql;
  /** Whether two lists share an item. */
  overlap(a: Sql, b: Sql): Sql;
  /** Whether an item of the list, named `item`, meets the condition. */
  exists(list: Sql, item: string, condition: Sql): Sql;
  /** How many items of the list, named `item`, meet the condition. */
  countWhere(list: Sql, item: string, condition: Sql): Sql;
  contains(list: Sql, item: Sql): Sql;
  /** Sum over shared keys of the product of two texts of the form `"word"=weight,"word"=weight`. */
  dotProduct(a: Sql, b: Sql): Sql;
}

const literal = (text: string): Sql => `'${text.replaceAll("'", "''")}'`;

/** DuckDB 1.3 or later, where lambdas are written `lambda x: …`. */
const DUCKDB: Vocabulary = {
  jaro: (a, b) => `jaro_similarity(${a}, ${b})`,
  jaroWinkler: (a, b) => `jaro_winkler_similarity(${a}, ${b})`,
  edits: (a, b) => `damerau_levenshtein(${a}, ${b})`,
  startsWith: (text, start) => `starts_with(${text}, ${start})`,
  endsWith: (text, end) => `ends_with(${text}, ${end})`,
  right: (text, letters) => `right(${text}, ${letters})`,
  part: (text, separator, number) => `split_part(${text}, ${literal(separator)}, ${number})`,
  number: (text) => `TRY_CAST(${text} AS DOUBLE)`,
  split: (text, separator) => `string_split(${text}, ${literal(separator)})`,
  length: (list) => `len(${list})`,
  overlap: (a, b) => `list_has_any(${a}, ${b})`,
  exists: (list, item, condition) => `len(list_filter(${list}, lambda ${item}: ${condition})) > 0`,
  countWhere: (list, item, condition) => `len(list_filter(${list}, lambda ${item}: ${condition}))`,
  contains: (list, item) => `list_contains(${list}, ${item})`,
  dotProduct: (a, b) => {
    const map = (text: Sql): Sql => `CAST('{' || ${text} || '}' AS MAP(VARCHAR, DOUBLE))`;
    const shared = `list_intersect(map_keys(${map(a)}), map_keys(${map(b)}))`;
    return `coalesce(list_sum(list_transform(${shared}, lambda w: ${map(a)}[w] * ${map(b)}[w])), 0)`;
  },
};

/** Spark 3.4 or later with the string functions Splink brings along (`scala-udf-similarity`). */
const SPARK: Vocabulary = {
  jaro: (a, b) => `jaro_sim(${a}, ${b})`,
  jaroWinkler: (a, b) => `jaro_winkler(${a}, ${b})`,
  edits: (a, b) => `damerau_levenshtein(${a}, ${b})`,
  startsWith: (text, start) => `startswith(${text}, ${start})`,
  endsWith: (text, end) => `endswith(${text}, ${end})`,
  right: (text, letters) => `right(${text}, ${letters})`,
  part: (text, separator, number) => `split_part(${text}, ${literal(separator)}, ${number})`,
  number: (text) => `TRY_CAST(${text} AS DOUBLE)`,
  // The separator of Spark's split is a regular expression; ours hold no sign that means anything there.
  split: (text, separator) => `split(${text}, ${literal(separator)})`,
  length: (list) => `size(${list})`,
  overlap: (a, b) => `arrays_overlap(${a}, ${b})`,
  exists: (list, item, condition) => `exists(${list}, ${item} -> ${condition})`,
  countWhere: (list, item, condition) => `size(filter(${list}, ${item} -> ${condition}))`,
  contains: (list, item) => `array_contains(${list}, ${item})`,
  dotProduct: (a, b) => {
    const map = (text: Sql): Sql => `str_to_map(${text}, ',', '=')`;
    const weight = (text: Sql): Sql => `CAST(${map(text)}[w] AS DOUBLE)`;
    const shared = `array_intersect(map_keys(${map(a)}), map_keys(${map(b)}))`;
    return `aggregate(${shared}, CAST(0 AS DOUBLE), (sum, w) -> sum + ${weight(a)} * ${weight(b)})`;
  },
};

/** The vocabulary of an engine. */
export function vocabularyOf(dialect: SplinkDialect): Vocabulary {
  return dialect === 'duckdb' ? DUCKDB : SPARK;
}

/** All of them. */
export const all = (...conditions: readonly Sql[]): Sql => joined(conditions, 'AND');

/** At least one of them. */
export const any = (...conditions: readonly Sql[]): Sql => joined(conditions, 'OR');

function joined(conditions: readonly Sql[], word: 'AND' | 'OR'): Sql {
  const [first = 'TRUE', ...rest] = conditions;
  return rest.length === 0 ? first : `(${[first, ...rest].join(` ${word} `)})`;
}
