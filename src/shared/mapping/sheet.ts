import { transformSentence } from '../clean/step-sentence';
import { countCodes } from '../table/column';
import { compareText } from '../table/rank';
import type { Table } from '../table/types';
import { objectNamed } from '../target/catalogue';
import type { FileDialect, TargetField, TargetObject, TargetSystem } from '../target/types';
import { refuseUnknownFields } from './apply';
import { unmappedValues } from './samples';
import { sourceColumn } from './source-column';
import { sourceWords } from './source-words';
import { transformer } from './transforms';
import type { FieldMapping, TableMapping } from './types';

/** A mapped table with its rows. */
export interface SheetTable {
  readonly name: string;
  readonly table: Table;
  readonly mapping: TableMapping;
}

/** What happens to one value of a field; `to` null = the target's list has no place for it yet. */
export interface SheetValue {
  readonly from: string;
  readonly to: string | null;
  /** Rows. */
  readonly count: number;
}

/** One line of the sheet: what fills one target field from one table. */
export interface SheetRow {
  readonly object: string;
  readonly field: string;
  readonly api: string;
  readonly required: boolean;
  /** Type and limits in words: `text, at most 255 characters`. */
  readonly type: string;
  /** Source table; '' where nothing fills a required field. */
  readonly table: string;
  readonly from: string;
  /** Transforms in words, in order. */
  readonly steps: readonly string[];
  /** What the target fills in where the cell is empty; '' = nothing. */
  readonly default: string;
  /** Share of the rows with a value in the end, 0..1. */
  readonly filled: number;
  /** The value map with rows per entry, then the values without a place. */
  readonly values: readonly SheetValue[];
  /** The most frequent values before and after. */
  readonly samples: readonly { readonly from: string; readonly to: string }[];
}

/** The mapping of a project for people to sign. */
export interface MappingSheet {
  readonly title: string;
  readonly target: string;
  readonly rows: readonly SheetRow[];
}

const SAMPLES = 3;

/**
 * The mapping sheet: every filled field of every mapped table in load order, with what is done to the values and how
 * many rows it fills, then the required fields of each object that its tables leave open. Each transform runs once per
 * distinct value. Throws what `mapRecords` throws where a mapping names what is not there.
 */
export function mappingSheet(
  title: string,
  system: TargetSystem,
  tables: readonly SheetTable[],
): MappingSheet {
  const nameOf = new Map(tables.map((item) => [item.mapping.tableId, item.name]));
  const rows: SheetRow[] = [];
  for (const object of [...system.objects].sort((a, b) => a.loadOrder - b.loadOrder)) {
    const mapped = tables.filter((item) => objectNamed(system, item.mapping.object) === object);
    for (const item of mapped) rows.push(...tableRows(item, object, system.file, nameOf));
    if (mapped.length > 0) rows.push(...openFields(object, mapped));
  }
  return { title, target: system.label, rows };
}

function tableRows(
  item: SheetTable,
  object: TargetObject,
  dialect: FileDialect,
  nameOf: ReadonlyMap<string, string>,
): SheetRow[] {
  refuseUnknownFields(object, item.mapping);
  return object.fields.flatMap((field) => {
    const mapping = item.mapping.fields.find((one) => one.field === field.api);
    if (!mapping) return [];
    return [
      {
        ...fieldPart(object, field),
        table: item.name,
        from: sourceWords(mapping.from, (id) => nameOf.get(id) ?? id),
        steps: mapping.transforms.map(transformSentence),
        ...valuesPart(item, mapping, field, dialect),
      },
    ];
  });
}

function fieldPart(object: TargetObject, field: TargetField) {
  return {
    object: object.label,
    field: field.label,
    api: field.api,
    required: field.required,
    type: typeWords(field),
    default: field.defaultValue ?? '',
  };
}

/** Fill share, value map and samples in one pass over the distinct values. */
function valuesPart(
  item: SheetTable,
  mapping: FieldMapping,
  field: TargetField,
  dialect: FileDialect,
): Pick<SheetRow, 'filled' | 'values' | 'samples'> {
  const column = sourceColumn(item.table, item.mapping, mapping.from, field);
  const counts = countCodes(column);
  const transform = transformer(mapping.transforms, { type: field.type, dialect });
  const map = new Map(Object.entries(mapping.valueMap));
  const used = new Map<string, number>();
  const seen: { from: string; to: string; count: number }[] = [];
  let filled = 0;
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code]!;
    if (count === 0) continue;
    const from = column.values[code]!;
    const value = transform(from);
    const to = map.get(value) ?? value;
    if (map.has(value)) used.set(value, (used.get(value) ?? 0) + count);
    if (to !== '') filled += count;
    if (from !== '') seen.push({ from, to, count });
  }
  const byCount = (a: { from: string; count: number }, b: { from: string; count: number }) =>
    b.count - a.count || compareText(a.from, b.from);
  const mapped = [...map].map(([from, to]) => ({ from, to, count: used.get(from) ?? 0 })).sort(byCount);
  const open = unmappedValues(item.table, item.mapping, field, dialect);
  return {
    filled: item.table.rowCount === 0 ? 0 : filled / item.table.rowCount,
    values: [...mapped, ...open.map(({ value, count }) => ({ from: value, to: null, count }))],
    samples: seen
      .sort(byCount)
      .slice(0, SAMPLES)
      .map(({ from, to }) => ({ from, to })),
  };
}

/** Required fields that no table of the object fills, nor another field of their group. */
function openFields(object: TargetObject, mapped: readonly SheetTable[]): SheetRow[] {
  const filled = new Set(mapped.flatMap((item) => item.mapping.fields.map((field) => field.field)));
  const groups = new Set(
    object.fields.filter((field) => filled.has(field.api)).map((field) => field.requiredGroup),
  );
  return object.fields
    .filter(
      (field) =>
        field.required &&
        field.api !== object.legacyKeyField &&
        !filled.has(field.api) &&
        (field.requiredGroup === null || !groups.has(field.requiredGroup)),
    )
    .map((field) => ({
      ...fieldPart(object, field),
      table: '',
      from: '',
      steps: [],
      filled: 0,
      values: [],
      samples: [],
    }));
}

function typeWords(field: TargetField): string {
  const parts: string[] = [field.type];
  if (field.maxLength !== null) parts.push(`at most ${field.maxLength} characters`);
  if (field.precision !== null)
    parts.push(`${field.precision} digits${field.scale ? `, ${field.scale} decimals` : ''}`);
  if (field.unique) parts.push('unique');
  return parts.join(', ');
}

/** A share as whole percent; anything but none and all is never rounded to 0 or 100. */
export function percentWords(share: number): string {
  if (share === 0 || share === 1) return `${share * 100} %`;
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))} %`;
}
