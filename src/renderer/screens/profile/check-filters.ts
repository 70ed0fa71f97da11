import type { ColumnType } from '@shared/ingest/types';
import { dayNumber } from '@shared/profile/calendar';
import { checkId } from '@shared/profile/findings/check-id';
import { binBounds } from '@shared/profile/range';
import type { ColumnProblem, ColumnProfile, LengthBin, Outlier } from '@shared/profile/types';
import type { CheckFilter } from '@shared/table/types';

/** Filters behind the bars and sentences of the profile: each finds the rows that were counted. */

/** A type in a person's words. */
export const TYPE_LABELS: Readonly<Record<ColumnType, string>> = {
  empty: 'empty',
  text: 'text',
  integer: 'whole number',
  number: 'decimal number',
  boolean: 'yes / no',
  date: 'date',
  datetime: 'date with time',
};

/** A check of a column by its name; the label stands on the chip above the rows. */
export function checkOf(column: string, check: string, label: string): CheckFilter {
  return { kind: 'check', column, check, label };
}

export function problemFilter(column: string, problem: ColumnProblem): CheckFilter {
  return checkOf(
    column,
    checkId('problem', problem.code),
    `${column}: ${problem.sentence.replace(/\.$/, '')}`,
  );
}

export function outlierFilter(column: string, outlier: Outlier): CheckFilter {
  return checkOf(
    column,
    checkId('outlier', outlier.kind),
    `${column}: ${outlier.sentence.replace(/\.$/, '')}`,
  );
}

export function typeFilter(column: string, type: ColumnType): CheckFilter {
  return checkOf(column, checkId('type', type), `${column} reads as ${TYPE_LABELS[type]}`);
}

export function shapeFilter(column: string, mask: string): CheckFilter {
  return checkOf(column, checkId('shape', mask), `${column} looks like ${mask}`);
}

export function lengthFilter(column: string, { from, to }: LengthBin): CheckFilter {
  const label =
    from === to ? `${column} has ${from} characters` : `${column} has ${from} to ${to} characters`;
  return checkOf(column, checkId('length', String(from), String(to)), label);
}

/** The bounds of a bar of the histogram in words. */
export function binText(column: ColumnProfile, bin: number): string {
  if (column.min === null || column.max === null) return '';
  const isDate = column.type === 'date' || column.type === 'datetime';
  const read = (text: string): number => (isDate ? dayNumber(text) : Number(text));
  const [from, to] = binBounds(bin, read(column.min), read(column.max), isDate);
  return `${from} to ${to}`;
}

export function binFilter(column: ColumnProfile, bin: number): CheckFilter {
  return checkOf(column.name, checkId('bin', String(bin)), `${column.name} from ${binText(column, bin)}`);
}

/** Types of the values of a column, most frequent first. */
export function typeParts(column: ColumnProfile): { id: ColumnType; label: string; share: number }[] {
  const order = Object.keys(TYPE_LABELS).filter(isType);
  return order
    .map((type) => ({ id: type, label: TYPE_LABELS[type], share: column.typeMix[type] ?? 0 }))
    .filter((part) => part.share > 0)
    .sort((a, b) => b.share - a.share);
}

export function isType(text: string): text is ColumnType {
  return Object.hasOwn(TYPE_LABELS, text);
}
