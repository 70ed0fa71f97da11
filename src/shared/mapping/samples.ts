import { countCodes } from '../table/column';
import { compareText } from '../table/rank';
import type { Table } from '../table/types';
import type { FileDialect, TargetField } from '../target/types';
import { mappingOf, valueFunction } from './apply';
import { sourceColumn } from './source-column';
import { PLAIN_DIALECT } from './transforms';
import type { FieldMapping, TableMapping } from './types';
import { valueMatcher } from './value-map';

/** A source value and what becomes of it. */
export interface Sample {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** A value outside the picklist, with the picklist value it may stand for. */
export interface UnmappedValue {
  readonly value: string;
  readonly count: number;
  readonly suggestion: string | null;
}

/** Values listed as unmapped; more is not a picklist column. */
export const MOST_UNMAPPED = 1_000;

/**
 * The most frequent source values of a mapped field with what they become; blanks are left out. Empty when the field is
 * not mapped. Without a dialect, dates and yes/no are shown as ISO and true/false.
 */
export function sampleField(
  table: Table,
  mapping: TableMapping,
  target: TargetField,
  limit: number,
  dialect: FileDialect = PLAIN_DIALECT,
): Sample[] {
  const item = mappingOf(mapping, target.api);
  if (!item) return [];
  const become = valueFunction(item, target, dialect);
  return countedValues(table, mapping, item, target)
    .sort((a, b) => b.count - a.count || compareText(a.from, b.from))
    .slice(0, limit)
    .map(({ from, count }) => ({ from, to: become(from), count }));
}

function countedValues(
  table: Table,
  mapping: TableMapping,
  item: FieldMapping,
  field: TargetField,
): { from: string; count: number }[] {
  const column = sourceColumn(table, mapping, item.from, field);
  const counts = countCodes(column);
  const values: { from: string; count: number }[] = [];
  for (let code = 1; code < counts.length; code++)
    if (counts[code]! > 0) values.push({ from: column.values[code]!, count: counts[code]! });
  return values;
}

/**
 * Values of a mapped picklist field that are not in the picklist after transforms and value map, most frequent first, at
 * most 1,000. Fields without a picklist have none. Parts of multi-select values are counted singly.
 */
export function unmappedValues(
  table: Table,
  mapping: TableMapping,
  field: TargetField,
  dialect: FileDialect = PLAIN_DIALECT,
): UnmappedValue[] {
  const item = mappingOf(mapping, field.api);
  if (!item || field.picklist.length === 0) return [];
  const allowed = new Set(field.picklist);
  const become = valueFunction(item, field, dialect);
  const counts = new Map<string, number>();
  for (const { from, count } of countedValues(table, mapping, item, field)) {
    const value = become(from);
    const parts = field.type === 'multiselect' ? value.split(dialect.multiSelectSeparator) : [value];
    for (const part of parts)
      if (part !== '' && !allowed.has(part)) counts.set(part, (counts.get(part) ?? 0) + count);
  }
  const matcher = valueMatcher(field);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value))
    .slice(0, MOST_UNMAPPED)
    .map(({ value, count }) => ({ value, count, suggestion: matcher.closest(value)?.to ?? null }));
}
