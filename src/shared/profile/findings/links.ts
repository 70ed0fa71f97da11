import { breathe, type TaskContext } from '../../base/progress';
import { countCodes } from '../../table/column';
import { compareText } from '../../table/rank';
import { type Column, EMPTY, type Table } from '../../table/types';
import { headerTokens } from '../header-words';
import { isPlaceholder } from '../placeholders';
import { plural, trimBlank } from '../text';
import type { ColumnProfile, TableProfile } from '../types';
import { checkId } from './check-id';
import type { TableLink } from './types';

/** A table that may point to others or be pointed to. */
export interface LinkedTable {
  readonly tableId: string;
  readonly name: string;
  readonly table: Table;
  readonly profile: TableProfile;
  readonly keyColumn: string | null;
}

const SAMPLE = 300;
/** Share of sampled values that must be keys of the other table. */
const FOUND = 0.5;
/** Different values without which an accident is likely. */
const FEWEST = 4;
const SAMPLES = 8;
/** Shape of numbers that fit any list of numbers: ages, amounts, counts. */
const SHORT_NUMBER = /^-?9{1,4}$/;

/**
 * References between tables: columns whose values are mostly keys of another table (or of their own), judged on a sample
 * of distinct values, then counted whole. Short whole numbers fit any list of numbers, so there the header must speak for
 * it too. Lets others in between columns.
 */
export async function findLinks(tables: readonly LinkedTable[], task: TaskContext): Promise<TableLink[]> {
  const found: TableLink[] = [];
  const label = 'Looking for references between tables';
  const keyed = tables.flatMap((table) => keysOf(table).map((key) => ({ table, key })));
  let done = 0;
  for (const { table: target, key } of keyed) {
    task.report({ label, done: done++, total: keyed.length });
    await breathe(task);
    let index: ReadonlyMap<string, number> | null = null;
    for (const source of tables)
      for (const [at, column] of source.table.columns.entries()) {
        const profile = source.profile.columns[at];
        if (column === key || !profile || !mayRefer(profile, key, source, target)) continue;
        index ??= valuesOf(key);
        if (!sampleFits(column, index)) continue;
        found.push(linkOf(source, column, target, key, index));
        await breathe(task);
      }
  }
  return bestOf(found);
}

/** The columns of a table that others can point to: its key, and other identifying columns. */
function keysOf({ table, profile, keyColumn }: LinkedTable): readonly Column[] {
  return table.columns.filter((column, index) => {
    const of = profile.columns[index];
    if (!of || of.distinct < FEWEST) return false;
    const isKey = column.name === keyColumn || column.name === profile.keyColumn;
    return isKey || (of.likelyKey && (of.semantic === 'identifier' || of.semantic === 'text'));
  });
}

function mayRefer(profile: ColumnProfile, key: Column, source: LinkedTable, target: LinkedTable): boolean {
  if (profile.distinct < FEWEST || profile.distinct > (key.values.length - 1) * 2 + 20) return false;
  if (profile.type === 'date' || profile.type === 'datetime' || profile.semantic === 'boolean') return false;
  const smallNumbers = SHORT_NUMBER.test(profile.patterns[0]?.value ?? '');
  return !smallNumbers || namesTarget(profile.name, key.name, source === target ? '' : target.name);
}

/** Whether a header speaks of the other table or its key: `AccountId` of `accounts`, `Kundennr` of `Kundennr`. */
function namesTarget(header: string, key: string, table: string): boolean {
  const words = headerTokens(header);
  if (headerTokens(key).join() === words.join() && words.join() !== 'id') return true;
  const others = headerTokens(table);
  return words.some(
    (word) => word.length >= 3 && others.some((other) => other.startsWith(word) || word.startsWith(other)),
  );
}

/** The code of each key by its text, blanks at the ends left aside. */
function valuesOf(key: Column): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (let code = 1; code < key.values.length; code++) {
    const text = trimBlank(key.values[code]!);
    if (!index.has(text)) index.set(text, code);
  }
  return index;
}

function sampleFits(column: Column, index: ReadonlyMap<string, number>): boolean {
  const step = Math.max(1, (column.values.length - 1) / SAMPLE);
  let asked = 0;
  let found = 0;
  for (let at = 1; at < column.values.length; at += step) {
    const value = column.values[Math.floor(at)]!;
    if (isPlaceholder(value)) continue;
    asked++;
    if (index.has(trimBlank(value))) found++;
  }
  return found >= FEWEST && found >= asked * FOUND;
}

function linkOf(
  source: LinkedTable,
  column: Column,
  target: LinkedTable,
  key: Column,
  index: ReadonlyMap<string, number>,
): TableLink {
  const counts = countCodes(column);
  const used = new Uint8Array(key.values.length);
  const missing: { value: string; count: number }[] = [];
  let rows = 0;
  let orphans = 0;
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code]!;
    if (count === 0) continue;
    rows += count;
    const found = index.get(trimBlank(column.values[code]!));
    if (found !== undefined) used[found] = 1;
    else {
      orphans += count;
      missing.push({ value: column.values[code]!, count });
    }
  }
  let unused = 0;
  for (const code of key.codes) if (code !== EMPTY && used[code] === 0) unused++;
  missing.sort((a, b) => b.count - a.count || compareText(a.value, b.value));
  const where = source === target ? 'the same table' : target.name;
  const all = `${source.name}.${column.name} points to ${key.name} of ${where} on ${plural(rows, 'row')}`;
  return {
    tableId: source.tableId,
    column: column.name,
    toTableId: target.tableId,
    toColumn: key.name,
    rows,
    orphans,
    unused,
    sentence:
      orphans === 0
        ? `${all}; every value is there.`
        : `${all}; ${plural(orphans, 'row points', 'rows point')} to nothing.`,
    sample: missing.slice(0, SAMPLES),
    check: checkId('orphans', target.tableId, key.name),
  };
}

/** One link for each column: the one with the fewest orphans; a key that is its own table's is not sent to its copies. */
function bestOf(links: readonly TableLink[]): TableLink[] {
  const best = new Map<string, TableLink>();
  for (const link of links) {
    const place = checkId(link.tableId, link.column);
    const known = best.get(place);
    if (!known || link.orphans < known.orphans) best.set(place, link);
  }
  return [...best.values()].sort(
    (a, b) => b.orphans - a.orphans || compareText(a.tableId, b.tableId) || compareText(a.column, b.column),
  );
}

/** 1 for each row whose value is not among the keys. */
export function orphanRows(column: Column, key: Column): Uint8Array {
  const index = valuesOf(key);
  const missing = Uint8Array.from(column.values, (value, code) =>
    code !== EMPTY && !index.has(trimBlank(value)) ? 1 : 0,
  );
  return Uint8Array.from(column.codes, (code) => missing[code]!);
}
