import { type KeyMaker, keyMakers } from '../blocking/keys';
import { SEPARATOR } from '../compare/kinds';
import type { BlockingRule, MatchResult } from '../types';
import type { NamedComparison } from './columns';
import { snakeNames } from './names';
import type { SplinkBlockingRule, SplinkColumn } from './types';

/** Blocking rules in SQL, the key columns they read, and the rules that could not be said. */
export interface ExportedBlocking {
  readonly rules: readonly SplinkBlockingRule[];
  readonly columns: readonly SplinkColumn[];
  readonly differences: readonly string[];
}

/** A key that rules ask for by its label. */
interface Key {
  readonly label: string;
  readonly named: NamedComparison;
  /** One key per value, or several of which one must agree. */
  readonly keysOf: (value: string) => readonly string[];
  readonly isList: boolean;
}

/** The rules of a result as equalities of prepared columns, most selective first. */
export function exportBlocking(result: MatchResult, named: readonly NamedComparison[]): ExportedBlocking {
  const keys = new Map(named.flatMap((one, c) => keysOf(one, result.comparisons[c]!.name)));
  const columns = new Map<string, SplinkColumn>();
  const rules: SplinkBlockingRule[] = [];
  const differences: string[] = [];
  const columnFor = (key: Key, rule: BlockingRule): SplinkColumn | null => {
    if (!key.isList && isWholeValue(key)) return null;
    const known = columns.get(key.label);
    if (known) return known;
    const [name] = snakeNames(
      [key.label],
      [...columns.values()].map((column) => column.name.slice('key_'.length)),
    );
    const column = keyColumn(`key_${name!}`, key, rule.pairs);
    columns.set(key.label, column);
    return column;
  };
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
    const read = parts.map((key) => ({ key, column: columnFor(key, rule) }));
    const nameOf = ({ key, column }: (typeof read)[number]): string => column?.name ?? key.named.name;
    const lists = read.filter(({ column }) => column?.isList === true).map(nameOf);
    rules.push({
      blocking_rule: read.map((one) => `l.${nameOf(one)} = r.${nameOf(one)}`).join(' AND '),
      ...(lists.length > 0 ? { arrays_to_explode: lists } : {}),
    });
    if (rule.dropped > 0)
      differences.push(
        `The blocking rule “${rule.label}” does not split large blocks: it makes pairs that Winnow left out.`,
      );
  }
  return { rules, columns: [...columns.values()], differences };
}

/** Label of the rule for records that say the same in every field (match-records.ts). */
const TWINS = 'the same in every field';

/** Equal in every column, and not empty in all of them. */
function allEqual(named: readonly NamedComparison[]): string {
  const equal = named.map(({ name }) => `coalesce(l.${name}, '') = coalesce(r.${name}, '')`);
  const filled = named.map(({ name }) => `l.${name} IS NOT NULL`);
  return `${equal.join(' AND ')} AND (${filled.join(' OR ')})`;
}

/** The keys a comparison can give, by label (blocking/keys.ts). */
function keysOf(named: NamedComparison, label: string): [string, Key][] {
  const makers: readonly KeyMaker[] = keyMakers(named.kind, label);
  const keys: Key[] = named.isSet
    ? makers.slice(0, 1).map(([name, , make]) => ({
        label: name,
        named,
        keysOf: (value) => value.split(SEPARATOR).map(make),
        isList: true,
      }))
    : makers.map(([name, , make]) => ({
        label: name,
        named,
        keysOf: (value) => [make(value)],
        isList: false,
      }));
  if (named.kind === 'company' || named.kind === 'text')
    keys.push({ label: `a rare word of ${label}`, named, keysOf: (value) => value.split(' '), isList: true });
  return keys.map((key) => [key.label, key]);
}

function isWholeValue({ named, keysOf: make }: Key): boolean {
  return named.column.values.every((value, code) => code === 0 || make(value)[0] === value);
}

/** The key of every record; of several keys those that are not too frequent, so that `pairs` are made. */
function keyColumn(name: string, key: Key, pairs: number): SplinkColumn {
  const { codes, values } = key.named.column;
  const lists = values.map((value, code) =>
    code === 0
      ? []
      : [...new Set(key.keysOf(value).map((part) => part.replaceAll(' ', '_')))].filter(Boolean),
  );
  const kept = key.isList ? rareKeys(codes, lists, pairs) : null;
  return {
    name,
    codes,
    values: lists.map((list) => (kept ? list.filter((part) => kept.has(part)) : list).join(' ')),
    isList: key.isList,
  };
}

/** The rarest keys that together make no more than so many pairs, all keys of one frequency or none. */
function rareKeys(
  codes: Uint32Array,
  lists: readonly (readonly string[])[],
  pairs: number,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const code of codes) for (const key of lists[code]!) counts.set(key, (counts.get(key) ?? 0) + 1);
  const keysWith = new Map<number, number>();
  for (const count of counts.values()) keysWith.set(count, (keysWith.get(count) ?? 0) + 1);
  let made = 0;
  let cap = 0;
  for (const [count, keys] of [...keysWith].sort((a, b) => a[0] - b[0])) {
    made += (keys * count * (count - 1)) / 2;
    if (made > pairs) break;
    cap = count;
  }
  return new Set([...counts].filter(([, count]) => count <= cap).map(([key]) => key));
}
