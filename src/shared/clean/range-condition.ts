import { dateOfDay } from '../profile/calendar';
import type { Filter } from '../table/types';
import { columnReference } from './expression/tokens';

type RangeFilter = Extract<Filter, { readonly kind: 'range' }>;

/**
 * A range of numbers or dates as an expression that is true for the same rows: `number([Amount], ",") >= 1000`. Null for
 * bounds that an expression cannot write.
 */
export function rangeExpression({ column, reading, from, to }: RangeFilter): string | null {
  const name = columnReference(column);
  if (reading.as === 'boolean') return null;
  const isDate = reading.as === 'date';
  const read = isDate ? `date(${name}, "${reading.order}")` : `number(${name}, "${reading.decimal}")`;
  const bound = (value: number): string | null => {
    if (isDate) return Number.isInteger(value) ? `"${dateOfDay(value)}"` : null;
    const text = String(value);
    return /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? text : null;
  };
  const parts = reading.as === 'integer' ? [`floor(${read}) = ${read}`] : [];
  for (const [sign, value] of [['>=', from] as const, ['<=', to] as const]) {
    if (value === null) continue;
    const text = bound(value);
    if (text === null) return null;
    parts.push(`${read} ${sign} ${text}`);
  }
  return parts.length > 0 ? parts.join(' and ') : `not isBlank(${read})`;
}
