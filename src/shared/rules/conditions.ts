import { assertNever } from '../base/result';
import type { RecordSet } from '../mapping/types';
import { columnNamed, valueAt } from '../table/column';
import type { Column, Table } from '../table/types';
import { dayOf, minusMonths } from './calendar';
import { type TruthCode, truthCode, UNKNOWN, YES } from './truth';
import { type Condition, NO_DATE } from './types';

/** What conditions look at besides the record itself. */
export interface World {
  /** Record sets of other objects (or the same), for conditions about related records. */
  readonly related: readonly { readonly object: string; readonly records: RecordSet }[];
  /** Reference lists by table id. */
  readonly lists: ReadonlyMap<string, Table>;
}

/** What a value that is not there counts as, and the day windows count back from. */
export interface Reading {
  readonly missing: TruthCode;
  readonly referenceDay: number;
}

type FieldCondition = Exclude<Condition, { readonly kind: 'related' }>;

/** Row numbers of a record set; null = all of them, in order. */
export type Rows = Uint32Array | null;

/**
 * The truth of a condition for the given records. Over all records a field is judged once per distinct value.
 *
 * Empty values, fields that are not mapped and objects or lists that are not loaded count as `missing`. A value that is
 * there and cannot be read (a date or number in words) is unknown, never silently no.
 */
export function recordTruths(
  condition: Condition,
  records: RecordSet,
  rows: Rows,
  world: World,
  reading: Reading,
): Uint8Array {
  if (condition.kind === 'related') return relatedTruths(condition, records, rows, world, reading);
  const column = records.columns.find((item) => item.name === condition.field);
  if (!column) return new Uint8Array(rows?.length ?? records.count).fill(reading.missing);
  const judge = valueJudge(condition, world, reading);
  return rows ? Uint8Array.from(rows, (row) => judge(valueAt(column, row))) : spread(column, judge);
}

/** Applies a judgement once per distinct value and spreads it over the rows. */
function spread(column: Column, judge: (value: string) => TruthCode): Uint8Array {
  const byCode = Uint8Array.from(column.values, judge);
  const { codes } = column;
  const out = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) out[row] = byCode[codes[row]!]!;
  return out;
}

/** How one value of a field is judged. */
function valueJudge(condition: FieldCondition, world: World, reading: Reading): (value: string) => TruthCode {
  const { missing } = reading;
  switch (condition.kind) {
    case 'filled':
      return (value) => truthCode(value.trim() !== '');
    case 'empty':
      return (value) => truthCode(value.trim() === '');
    case 'is':
    case 'isNot': {
      const values = new Set(condition.values.map(comparable));
      const wanted = condition.kind === 'is';
      return (value) => (isBlank(value) ? missing : truthCode(values.has(comparable(value)) === wanted));
    }
    case 'contains': {
      const text = comparable(condition.text);
      return (value) => (isBlank(value) ? missing : truthCode(comparable(value).includes(text)));
    }
    case 'hasWord': {
      const phrases = condition.words.map(wordsOf).filter((phrase) => phrase.trim() !== '');
      return (value) => {
        if (isBlank(value)) return missing;
        const words = wordsOf(value);
        return truthCode(phrases.some((phrase) => words.includes(phrase)));
      };
    }
    case 'compare':
      return (value) => {
        if (isBlank(value)) return missing;
        const number = numberOf(value);
        return number === null ? UNKNOWN : truthCode(compares(number, condition.op, condition.value));
      };
    case 'within': {
      const cutoff = minusMonths(reading.referenceDay, condition.months);
      return (value) => {
        if (isBlank(value)) return missing;
        const day = dayOf(value);
        return day === NO_DATE ? UNKNOWN : truthCode(day >= cutoff);
      };
    }
    case 'inList': {
      const entries = listEntries(world.lists.get(condition.table), condition.column);
      if (!entries) return () => missing;
      return (value) => (isBlank(value) ? missing : truthCode(entries.has(comparable(value))));
    }
    default:
      return assertNever(condition);
  }
}

/** For each record: whether any record that points to it satisfies all of `where`. */
function relatedTruths(
  condition: Extract<Condition, { readonly kind: 'related' }>,
  records: RecordSet,
  rows: Rows,
  world: World,
  reading: Reading,
): Uint8Array {
  const out = new Uint8Array(rows?.length ?? records.count);
  const children = relatedRecords(condition, records, world);
  if (!children) return out.fill(reading.missing);
  const { target } = children;
  const place = rows && new Map(Array.from(rows, (row, i) => [row, i]));
  const childRows = place && childrenOf(target, place);
  const all = new Uint8Array(childRows?.length ?? children.records.count).fill(YES);
  for (const part of condition.where) {
    const truths = recordTruths(part, children.records, childRows, world, reading);
    for (let i = 0; i < all.length; i++) if (truths[i]! < all[i]!) all[i] = truths[i]!;
  }
  for (let i = 0; i < all.length; i++) {
    const parent = target[childRows ? childRows[i]! : i]!;
    const at = place ? (place.get(parent) ?? -1) : parent;
    if (at >= 0 && all[i]! > out[at]!) out[at] = all[i]!;
  }
  return out;
}

/** The records of another object that point to `records` through a field; null when they are not loaded. */
export function relatedRecords(
  to: { readonly object: string; readonly field: string },
  records: RecordSet,
  world: World,
): { readonly records: RecordSet; readonly target: Int32Array } | null {
  const children = world.related.find((item) => item.object === to.object)?.records;
  const reference = children?.references.find(
    (item) => item.field === to.field && item.object === records.object,
  );
  return children && reference ? { records: children, target: reference.target } : null;
}

/** Rows whose target is one of the wanted records. One pass over the targets. */
export function childrenOf(target: Int32Array, wanted: { has(record: number): boolean }): Uint32Array {
  const rows: number[] = [];
  target.forEach((parent, row) => {
    if (wanted.has(parent)) rows.push(row);
  });
  return Uint32Array.from(rows);
}

/** How values are compared: Unicode compatibility form, no blanks around, no case. */
export function comparable(value: string): string {
  const unified = NOT_ASCII.test(value) ? value.normalize('NFKC') : value;
  return unified.trim().toLowerCase();
}

const NOT_ASCII = /\P{ASCII}/u;

function isBlank(value: string): boolean {
  return value.trim() === '';
}

const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;
const BETWEEN_ASCII_WORDS = /[^a-z0-9]+/g;

/** A text as its words with one blank around each, so that a phrase is found at word boundaries only. */
function wordsOf(text: string): string {
  const plain = comparable(text);
  const between = NOT_ASCII.test(plain) ? BETWEEN_WORDS : BETWEEN_ASCII_WORDS;
  return ` ${plain} `.replace(between, ' ');
}

/** A number as target files write it, with or without thousands separators; null when it is none. */
export function numberOf(text: string): number | null {
  const plain = text.trim();
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

function compares(left: number, op: '>' | '>=' | '<' | '<=', right: number): boolean {
  switch (op) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
  }
}

/** The values of a list column, comparable and without blanks; null when the list or column is not there. */
function listEntries(table: Table | undefined, name: string): ReadonlySet<string> | null {
  const column = table && columnNamed(table, name);
  if (!column) return null;
  return new Set(column.values.map(comparable).filter((value) => value !== ''));
}
