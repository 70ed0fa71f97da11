import { keyMakers } from '../blocking/keys';
import { findTwins } from '../blocking/twins';
import type { BlockingRule, MatchResult } from '../types';
import type { NamedComparison } from './columns';
import { countKeys, type KeyCounts, type KeyLists, type ListKey, memberKey, wordListKeys } from './list-keys';
import { snakeNames } from './names';
import type { SplinkBlockingRule, SplinkColumn } from './types';

/** Blocking rules in SQL, the key columns they read, and the rules that could not be said. */
export interface ExportedBlocking {
  readonly rules: readonly SplinkBlockingRule[];
  readonly columns: readonly SplinkColumn[];
  readonly differences: readonly string[];
}

/** A key that rules ask for by its label: one per value, or a list of which one must agree. */
interface Key {
  readonly named: NamedComparison;
  readonly label: string;
  readonly make: ((value: string) => string) | null;
  readonly list: ListKey | null;
}

/** The rules of a result as equalities of prepared columns, most selective first. */
export function exportBlocking(result: MatchResult, named: readonly NamedComparison[]): ExportedBlocking {
  const keys = new Map(named.flatMap((one, c) => keysOf(one, result.comparisons[c]!.name)));
  const columns = new KeyColumns(result);
  const rules: SplinkBlockingRule[] = [];
  const differences: string[] = [];
  for (const rule of result.blocking) {
    if (rule.origin === 'off') continue;
    if (rule.keys.length === 0) {
      rules.push({ blocking_rule: rule.label === TWINS ? allEqual(named) : '1 = 1' });
      continue;
    }
    const parts = rule.keys.map((label) => keys.get(label));
    if (!parts.every((part) => part !== undefined)) {
      differences.push(`The blocking rule “${rule.label}” cannot be said in SQL and is left out.`);
      continue;
    }
    const read = parts.map((key) => columns.nameFor(key, rule));
    const lists = read.filter((_, i) => parts[i]!.list !== null);
    rules.push({
      blocking_rule: read.map((name) => `l.${name} = r.${name}`).join(' AND '),
      ...(lists.length > 0 ? { arrays_to_explode: lists } : {}),
    });
    if (rule.dropped > 0 && !(lists.length === 1 && parts.length === 1))
      differences.push(
        `The blocking rule “${rule.label}” does not split large blocks: it makes pairs that Winnow left out.`,
      );
  }
  return { rules, columns: columns.all, differences };
}

/** Label of the rule for records that say the same in every field (match-records.ts). */
const TWINS = 'the same in every field';

/** Equal in every column, and not empty in all of them. */
function allEqual(named: readonly NamedComparison[]): string {
  const equal = named.map(({ name }) => `coalesce(l.${name}, '') = coalesce(r.${name}, '')`);
  const filled = named.map(({ name }) => `l.${name} IS NOT NULL`);
  return `${equal.join(' AND ')} AND (${filled.join(' OR ')})`;
}

/** The keys a comparison can give, by label (blocking/keys.ts, blocking/multi-keys.ts). */
function keysOf(named: NamedComparison, name: string): [string, Key][] {
  const makers = keyMakers(named.kind, name);
  const keys: Key[] = named.isSet
    ? makers
        .slice(0, 1)
        .map(([label, , make]) => ({ named, label, make: null, list: memberKey(label, make) }))
    : makers.map(([label, , make]) => ({ named, label, make, list: null }));
  const words = named.kind === 'company' || named.kind === 'text' ? wordListKeys(name) : [];
  keys.push(...words.map((list) => ({ named, label: list.label, make: null, list })));
  return keys.map((key) => [key.label, key]);
}

/** The key columns that rules turned out to need, each once. */
class KeyColumns {
  readonly #columns = new Map<string, SplinkColumn>();
  /** Records that count for what is frequent: later twins follow their first. */
  readonly #standing: Uint32Array;

  constructor({ columns, comparisons }: MatchResult) {
    const prepared = columns.map((column, c) => ({ ...comparisons[c]!, column }));
    const { first } = findTwins(prepared, columns[0]?.codes.length ?? 0, null);
    this.#standing = first.filter((record, row) => record === row);
  }

  get all(): SplinkColumn[] {
    return [...this.#columns.values()];
  }

  /** Name of the column that holds the key: the values themselves, where they are their own key. */
  nameFor(key: Key, rule: BlockingRule): string {
    if (key.make !== null && isItself(key.make, key.named.column.values)) return key.named.name;
    // What is too frequent differs from rule to rule, so a list has one column per rule.
    const id = key.list ? rule.label : key.label;
    const known = this.#columns.get(id);
    if (known) return known.name;
    const [name] = snakeNames(
      [key.label],
      this.all.map((column) => column.name.slice(PREFIX.length)),
    );
    const column = this.#column(`${PREFIX}${name!}`, key, rule);
    this.#columns.set(id, column);
    return column.name;
  }

  #column(name: string, { named, make, list }: Key, rule: BlockingRule): SplinkColumn {
    const { codes, values } = named.column;
    if (list === null)
      return { name, codes, values: values.map((value) => make?.(value) ?? ''), isList: false };
    const lists = list.lists(named.column, this.#standing);
    const isAlone = rule.keys.length === 1;
    const kept = isAlone
      ? withoutFrequent(lists, countKeys(lists, named.column, this.#standing), rule.pairs)
      : lists;
    return {
      name,
      codes,
      values: kept.map((keys) => keys.map((key) => key.replaceAll(' ', '_')).join(' ')),
      isList: true,
    };
  }
}

const PREFIX = 'key_';

function isItself(make: (value: string) => string, values: readonly string[]): boolean {
  return values.every((value) => value === '' || make(value) === value);
}

/** The lists without the most frequent keys, so that those left make no more than `pairs` pairs of records. */
function withoutFrequent(lists: KeyLists, counts: KeyCounts, pairs: number): KeyLists {
  const keysWith = new Map<number, number>();
  for (const count of counts.values()) keysWith.set(count, (keysWith.get(count) ?? 0) + 1);
  let made = 0;
  let cap = 0;
  for (const [count, keys] of [...keysWith].sort((a, b) => a[0] - b[0])) {
    made += (keys * count * (count - 1)) / 2;
    if (made > pairs) break;
    cap = count;
  }
  return lists.map((keys) => keys.filter((key) => (counts.get(key) ?? 0) <= cap));
}
