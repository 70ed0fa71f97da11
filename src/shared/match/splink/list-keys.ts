import { gramLength, gramsOf, RAREST_GRAMS, RAREST_WORDS } from '../blocking/multi-keys';
import { SEPARATOR } from '../compare/kinds';
import type { ComparisonColumn } from '../types';

/** The keys of every value of a column, by code; records that share one of them are compared. */
export type KeyLists = readonly (readonly string[])[];

/** Records with each key. */
export type KeyCounts = ReadonlyMap<string, number>;

/** A key of which a record has several, as blocking/multi-keys.ts makes them, in text. */
export interface ListKey {
  readonly label: string;
  /** `records` are those that count for what is rare. */
  lists(column: ComparisonColumn, records: Uint32Array): KeyLists;
}

/** Members of sets, each by a key of its own. */
export function memberKey(label: string, make: (value: string) => string): ListKey {
  return {
    label,
    lists: ({ values }) => values.map((value) => distinct(value.split(SEPARATOR).map(make))),
  };
}

/** Words, pairs of rare words and rare runs of letters, of names of companies and of texts. */
export function wordListKeys(name: string): ListKey[] {
  const wordsOf = ({ values }: ComparisonColumn): KeyLists =>
    values.map((value) => distinct(value.split(' ')));
  return [
    { label: `a rare word of ${name}`, lists: wordsOf },
    {
      label: `two words of ${name}`,
      lists: (column, records) =>
        rarest(column, wordsOf(column), records, RAREST_WORDS).map((words) =>
          words.flatMap((word, i) => words.slice(i + 1).map((other) => `${word}+${other}`)),
        ),
    },
    {
      label: `rare letters of ${name}`,
      lists: (column, records) => {
        const length = gramLength(column.values.length);
        const grams = column.values.map((value) => distinct(gramsOf(value, length)));
        return rarest(column, grams, records, RAREST_GRAMS);
      },
    },
  ];
}

/** How many of the records have each key. */
export function countKeys(lists: KeyLists, { codes }: ComparisonColumn, records: Uint32Array): KeyCounts {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const key of lists[codes[record]!]!) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Of the keys that others share the rarest few, in an order all values agree on: that of first appearance. */
function rarest(column: ComparisonColumn, lists: KeyLists, records: Uint32Array, few: number): KeyLists {
  const counts = countKeys(lists, column, records);
  const orderOf = new Map([...counts.keys()].map((key, order) => [key, order]));
  const byOrder = (a: string, b: string): number => orderOf.get(a)! - orderOf.get(b)!;
  return lists.map((list) =>
    list
      .filter((key) => (counts.get(key) ?? 0) > 1)
      .sort((a, b) => counts.get(a)! - counts.get(b)! || byOrder(a, b))
      .slice(0, few)
      .sort(byOrder),
  );
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)].filter((key) => key !== '');
}
