import { type Column, EMPTY, type Table } from '../table/types';
import { listed } from './column-names';
import { headerKeys, headerLikeness } from './header-key';
import { TYPE_WORDS } from './type-words';
import type {
  ColumnDrift,
  ColumnGuess,
  ColumnPresence,
  ColumnRename,
  ColumnRetype,
  ColumnsPart,
  ColumnType,
} from './types';

/** Headers written this alike are taken for the same column. */
const ALIKE = 0.6;
/** Share of the distinct values that must come again in the other column, and how many there must be. */
const SHARED = 0.5;
const LEAST_SHARED = 5;
/** Distinct values looked at per column. */
const MAX_VALUES = 5000;

/**
 * How the columns of other tables differ from those of the first: added, missing, renamed, retyped. Columns are the same
 * when their headers are, case, blanks and signs aside; a missing and an added one are taken for a renamed one when their
 * headers are written alike or half of their values are the same.
 */
export function compareColumns(parts: readonly ColumnsPart[]): ColumnDrift {
  const [first, ...others] = parts;
  if (!first) return { common: [], added: [], missing: [], renamed: [], retyped: [], sentences: [] };
  const keys = headerKeys(first.columns.map(({ name }) => name));
  const shared = new Set(keys);
  const added: ColumnPresence[] = [];
  const missing: ColumnPresence[] = [];
  const renamed: ColumnRename[] = [];
  const retyped: ColumnRetype[] = [];
  for (const other of others) {
    const match = matchColumns(first, keys, other);
    for (const rename of match.renamed) renamed.push(rename);
    for (const column of match.missing) missing.push({ column: column.name, part: other.name });
    for (const column of match.added) added.push({ column: column.name, part: other.name });
    for (const [i, own] of match.pairs) retyped.push(...retypeOf(first.columns[i]!, own, other.name));
    const found = new Set(match.pairs.map(([i]) => keys[i]!));
    for (const key of keys) if (!found.has(key)) shared.delete(key);
  }
  const common = first.columns.filter((_, i) => shared.has(keys[i]!)).map(({ name }) => name);
  const drift = { common, added, missing, renamed, retyped };
  return { ...drift, sentences: sentencesOf(first, others, drift) };
}

interface Matched {
  /** Position in the first table, and the column it is in the other. */
  readonly pairs: readonly (readonly [number, ColumnGuess])[];
  readonly missing: readonly ColumnGuess[];
  readonly added: readonly ColumnGuess[];
  readonly renamed: readonly ColumnRename[];
}

function matchColumns(first: ColumnsPart, keys: readonly string[], other: ColumnsPart): Matched {
  const otherKeys = headerKeys(other.columns.map(({ name }) => name));
  const place = new Map(otherKeys.map((key, i) => [key, i]));
  const known = new Set(keys);
  const pairs: (readonly [number, ColumnGuess])[] = [];
  const missing = new Set<number>();
  for (const [i, key] of keys.entries()) {
    const at = place.get(key);
    if (at === undefined) missing.add(i);
    else pairs.push([i, other.columns[at]!]);
  }
  const added = new Set([...other.columns.keys()].filter((i) => !known.has(otherKeys[i]!)));
  const renamed: ColumnRename[] = [];
  for (const candidate of renameCandidates(first, missing, other, added)) {
    if (!missing.has(candidate.from) || !added.has(candidate.to)) continue;
    missing.delete(candidate.from);
    added.delete(candidate.to);
    const [from, to] = [first.columns[candidate.from]!, other.columns[candidate.to]!];
    renamed.push({ part: other.name, from: from.name, to: to.name, reason: candidate.reason });
    pairs.push([candidate.from, to]);
  }
  return {
    pairs,
    missing: [...missing].map((i) => first.columns[i]!),
    added: [...added].map((i) => other.columns[i]!),
    renamed,
  };
}

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly reason: string;
}

/** Pairs that may be one column, the likeliest first. */
function renameCandidates(
  first: ColumnsPart,
  missing: ReadonlySet<number>,
  other: ColumnsPart,
  added: ReadonlySet<number>,
): Candidate[] {
  const candidates: Candidate[] = [];
  const sets = new Map([...added].map((to) => [to, valuesOf(other.table, to)]));
  for (const from of missing) {
    const old = first.columns[from]!;
    const values = valuesOf(first.table, from);
    for (const to of added) {
      const fresh = other.columns[to]!;
      if (!compatible(old.type, fresh.type)) continue;
      const alike = headerLikeness(old.name, fresh.name);
      const overlap = overlapOf(values, sets.get(to) ?? new Set());
      const score = Math.max(alike >= ALIKE ? alike : 0, overlap.share >= SHARED ? overlap.share : 0);
      if (score === 0) continue;
      const reason =
        overlap.share >= SHARED
          ? `${overlap.count} of ${overlap.of} different values of "${old.name}" come again in "${fresh.name}".`
          : `The names "${old.name}" and "${fresh.name}" are written alike.`;
      candidates.push({ from, to, score: alike + overlap.share, reason });
    }
  }
  return candidates.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
}

/** May a column of one type hold the values of another? Whole numbers, numbers and text have much in common. */
function compatible(a: ColumnType, b: ColumnType): boolean {
  if (a === b || a === 'empty' || b === 'empty' || a === 'text' || b === 'text') return true;
  const family = (type: ColumnType): string =>
    type === 'integer' ? 'number' : type === 'datetime' ? 'date' : type;
  return family(a) === family(b);
}

function valuesOf(table: Table | null, column: number): ReadonlySet<string> {
  const values = (table?.columns[column] as Column | undefined)?.values ?? [];
  return new Set(values.slice(EMPTY + 1, MAX_VALUES + 1));
}

function overlapOf(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): { share: number; count: number; of: number } {
  const of = Math.min(a.size, b.size);
  if (of < LEAST_SHARED) return { share: 0, count: 0, of };
  let count = 0;
  for (const value of a) if (b.has(value)) count++;
  return { share: count / of, count, of };
}

function retypeOf(from: ColumnGuess, to: ColumnGuess, part: string): ColumnRetype[] {
  if (from.type === to.type || from.type === 'empty' || to.type === 'empty') return [];
  return [{ part, column: from.name, from: from.type, to: to.type }];
}

function sentencesOf(
  first: ColumnsPart,
  others: readonly ColumnsPart[],
  drift: Omit<ColumnDrift, 'sentences'>,
): string[] {
  const sentences: string[] = [];
  for (const { name } of others) {
    const of = (list: readonly ColumnPresence[]): string[] =>
      list.filter(({ part }) => part === name).map(({ column }) => `"${column}"`);
    const missing = of(drift.missing);
    const added = of(drift.added);
    if (missing.length > 0) sentences.push(`${name} lacks ${listed(missing)} of ${first.name}.`);
    for (const { part, from, to, reason } of drift.renamed) {
      if (part === name) sentences.push(`"${from}" seems to be called "${to}" in ${name}: ${reason}`);
    }
    if (added.length > 0) sentences.push(`${name} also has ${listed(added)}.`);
    for (const { part, column, from, to } of drift.retyped) {
      if (part === name)
        sentences.push(
          `"${column}" is ${TYPE_WORDS[from]} in ${first.name} and ${TYPE_WORDS[to]} in ${name}.`,
        );
    }
  }
  if (sentences.length === 0 && others.length > 0) {
    sentences.push(`All ${others.length + 1} tables have the same ${drift.common.length} columns.`);
  }
  return sentences;
}
