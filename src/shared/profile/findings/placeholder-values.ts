import type { ColumnGuess } from '../../ingest/types';
import { countCodes } from '../../table/column';
import { compareText } from '../../table/rank';
import { type Column, EMPTY } from '../../table/types';
import { isPlaceholder, isPlaceholderDate, isPlaceholderEmail, isPlaceholderPhone } from '../placeholders';
import type { ColumnProfile, Semantic } from '../types';
import { parseDate } from '../values';
import { checkId } from './check-id';
import type { PlaceholderFinding } from './types';

const SHOWN = 10;

/** Whether a value stands for "nothing" in a column of this meaning. */
function standsForNothing(semantic: Semantic, order: ColumnGuess['dateOrder'] | undefined) {
  return (value: string): boolean => {
    if (isPlaceholder(value)) return true;
    if (semantic === 'email') return isPlaceholderEmail(value.trim());
    if (semantic === 'phone') return isPlaceholderPhone(value);
    if (order === undefined || value.length > 40) return false;
    const iso = parseDate(value, order ?? 'YMD');
    return iso !== null && isPlaceholderDate(iso);
  };
}

function testOf(profile: ColumnProfile): (value: string) => boolean {
  const isDate = profile.type === 'date' || profile.type === 'datetime';
  return standsForNothing(profile.semantic, isDate ? profile.dateOrder : undefined);
}

/** The values of a column that stand for "nothing": `n/a`, `xxx`, `1/1/1900`, `noemail@…`. Null when there are none. */
export function placeholdersOf(column: Column, profile: ColumnProfile): PlaceholderFinding | null {
  const test = testOf(profile);
  const counts = countCodes(column);
  const values: { value: string; count: number }[] = [];
  for (let code = 1; code < counts.length; code++)
    if (counts[code]! > 0 && test(column.values[code]!))
      values.push({ value: column.values[code]!, count: counts[code]! });
  if (values.length === 0) return null;
  values.sort((a, b) => b.count - a.count || compareText(a.value, b.value));
  return {
    column: column.name,
    rows: values.reduce((sum, item) => sum + item.count, 0),
    values: values.slice(0, SHOWN),
    check: checkId('placeholder'),
  };
}

/** 1 for each row whose value stands for "nothing". */
export function placeholderRows(column: Column, profile: ColumnProfile): Uint8Array {
  const test = testOf(profile);
  const wanted = Uint8Array.from(column.values, (value) => (test(value) ? 1 : 0));
  return Uint8Array.from(column.codes, (code) => (code === EMPTY ? 0 : wanted[code]!));
}
