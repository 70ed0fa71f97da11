import { headerMatches } from '../profile/header-words';
import { meaningOf } from '../profile/semantic';
import { percentText, trimBlank } from '../profile/text';
import { type Column, EMPTY, type Table } from '../table/types';
import type { TargetField } from '../target/types';
import type { ColumnView } from './column-view';
import { plainKey } from './plain-key';
import type { FieldSource } from './types';

/** Another table of the project, for finding references. */
export interface OtherTable {
  readonly tableId: string;
  readonly table: Table;
  readonly keyColumn: string | null;
  /** Target object it fills, where known. */
  readonly object: string | null;
}

/** A column that points to rows of another table. */
export interface ReferenceMatch {
  readonly source: Extract<FieldSource, { kind: 'reference' | 'column' }>;
  /** Share of the column's distinct values found there, 0..1. */
  readonly overlap: number;
  readonly reason: string;
  /** True when hits by chance are unlikely: keys are not just small numbers. */
  readonly telling: boolean;
}

/** Distinct values looked up. */
const SAMPLE = 1_000;
/** Fewest hits that count as a reference. */
const LEAST_OVERLAP = 0.3;
/** Columns of a parent table tried besides its key. */
const MOST_TRIED = 8;

const textSets = new WeakMap<Column, Map<(text: string) => string, ReadonlySet<string>>>();

/**
 * The table and column a lookup field's column points to: the parent's key, else a name or number column of the parent.
 * Null when no table of the right object holds at least three in ten of the values.
 */
export function findReference(
  view: ColumnView,
  field: TargetField,
  others: readonly OtherTable[],
): ReferenceMatch | null {
  const wanted = field.references?.objects ?? [];
  let best: ReferenceMatch | null = null;
  for (const other of others) {
    if (other.object === null || !wanted.includes(other.object)) continue;
    const match = matchTable(view, other);
    if (match && (!best || match.overlap > best.overlap)) best = match;
  }
  return wanted.length > 1 ? (severalParents(view, wanted, others, best?.overlap ?? 0) ?? best) : best;
}

/** By how much several tables together must find more than the best of them alone. */
const WORTH_SEVERAL = 0.05;

/**
 * A lookup that may point to several kinds of parent, with keys of more than one of them in the column: then the column
 * itself is the source, and each key finds the first kind that has it.
 */
function severalParents(
  view: ColumnView,
  wanted: readonly string[],
  others: readonly OtherTable[],
  alone: number,
): ReferenceMatch | null {
  const keyed = others.flatMap((other) => {
    const key = other.table.columns.find((column) => column.name === other.keyColumn);
    if (other.object === null || !wanted.includes(other.object) || !key || key === view.column) return [];
    const overlap = overlapOf(view.column, key, trimBlank);
    return overlap === 0 ? [] : [{ key, object: other.object, overlap }];
  });
  if (keyed.length < 2) return null;
  const sets = keyed.map(({ key }) => textSet(key, trimBlank));
  const overlap = shareFound(view.column, trimBlank, (text) => sets.some((set) => set.has(text)));
  if (overlap < LEAST_OVERLAP || overlap < alone + WORTH_SEVERAL) return null;
  const parts = keyed.map((part) => `${percentText(part.overlap)} are keys of the ${part.object} table`);
  return {
    source: { kind: 'column', column: view.column.name },
    overlap,
    reason: `its values are keys of several tables: ${parts.join(', ')}`,
    telling: keyed.every(({ key }) => isTelling(key)),
  };
}

function matchTable(view: ColumnView, other: OtherTable): ReferenceMatch | null {
  let best: ReferenceMatch | null = null;
  for (const { column, by } of targetsOf(other)) {
    if (column === view.column) continue;
    const exact = overlapOf(view.column, column, trimBlank);
    const plain = exact < LEAST_OVERLAP && isTelling(column);
    const overlap = plain ? overlapOf(view.column, column, plainKey) : exact;
    if (overlap < LEAST_OVERLAP || (best && overlap <= best.overlap)) continue;
    best = {
      source: { kind: 'reference', column: view.column.name, table: other.tableId, by },
      overlap,
      reason: `${percentText(overlap)} of its values are found in "${column.name}" of the ${other.object ?? 'other'} table${plain ? ', once case, punctuation and leading zeros are left out' : ''}`,
      telling: isTelling(column),
    };
  }
  return best;
}

/** A column of a parent table that may be pointed to; `by` as in a reference. */
interface ReferenceTarget {
  readonly column: Column;
  readonly by: string | null;
}

/** Found once per table: they are asked for with every column and every lookup field. */
const targetsOfTable = new WeakMap<OtherTable, readonly ReferenceTarget[]>();

function targetsOf(other: OtherTable): readonly ReferenceTarget[] {
  let targets = targetsOfTable.get(other);
  if (!targets) {
    targets = findTargets(other);
    targetsOfTable.set(other, targets);
  }
  return targets;
}

/** The key first, so that it wins over an equal overlap elsewhere; then columns that name a row. */
function findTargets(other: OtherTable): readonly ReferenceTarget[] {
  const key = other.table.columns.find((column) => column.name === other.keyColumn);
  const named = other.table.columns
    .filter((column) => column !== key && namesRows(column))
    .slice(0, MOST_TRIED);
  return [
    ...(key ? [{ column: key, by: null }] : []),
    ...named.map((column) => ({ column, by: column.name })),
  ];
}

function namesRows(column: Column): boolean {
  if (column.values.length - 1 < column.codes.length * 0.5) return false;
  return headerMatches(column.name).some((match) => {
    const meaning = meaningOf(match.concept);
    return (
      meaning === 'company' || meaning === 'personName' || meaning === 'identifier' || meaning === 'email'
    );
  });
}

/** Share of the column's distinct values that stand in the target, both read the same way. */
function overlapOf(column: Column, target: Column, read: (text: string) => string): number {
  if (column.values.length === 1) return 0;
  const texts = textSet(target, read);
  return shareFound(column, read, (text) => texts.has(text));
}

/** Share of a sample of the distinct values for which `has` holds. */
function shareFound(column: Column, read: (text: string) => string, has: (text: string) => boolean): number {
  const total = column.values.length - 1;
  if (total === 0) return 0;
  const step = Math.max(1, total / SAMPLE);
  let asked = 0;
  let found = 0;
  for (let at = 1; at <= total; at += step) {
    asked++;
    const text = read(column.values[Math.floor(at)]!);
    if (text !== '' && has(text)) found++;
  }
  return found / asked;
}

function textSet(column: Column, read: (text: string) => string): ReadonlySet<string> {
  const sets = textSets.get(column) ?? new Map<typeof read, ReadonlySet<string>>();
  textSets.set(column, sets);
  let set = sets.get(read);
  if (!set) {
    set = new Set(column.values.slice(EMPTY + 1).map(read));
    sets.set(read, set);
  }
  return set;
}

/** Small whole numbers occur in any table; longer codes and words do not. */
function isTelling(column: Column): boolean {
  const values = column.values.slice(1, 200);
  const telling = values.filter((value) => value.length >= 5 || /\p{L}/u.test(value)).length;
  return telling >= values.length * 0.8;
}
