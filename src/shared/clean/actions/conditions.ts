import { fail, ok, type Result } from '../../base/result';
import { columnNamed } from '../../table/column';
import type { Column, Table } from '../../table/types';
import { patternMask } from '../../table/view';
import { rowsWhere } from '../expression/row-formula';
import type { StepCondition } from '../types';
import { missing, type RowMask } from './work';

/** The rows that meet every condition; null = all. Conditions on one column run once per distinct value. */
export function rowMask(table: Table, conditions: readonly StepCondition[]): Result<RowMask> {
  if (conditions.length === 0) return ok(null);
  const mask = new Uint8Array(table.rowCount).fill(1);
  for (const condition of conditions) {
    if (condition.kind === 'formula') {
      const rows = rowsWhere(table, condition.expression);
      if (!rows.ok) return rows;
      for (let row = 0; row < mask.length; row++) mask[row]! &= rows.value[row]!;
      continue;
    }
    const column = columnNamed(table, condition.column);
    if (!column) return fail('COLUMN_MISSING', missing(condition.column).broken);
    const wanted = wantedCodes(column, predicateOf(condition));
    const { codes } = column;
    for (let row = 0; row < mask.length; row++) mask[row]! &= wanted[codes[row]!]!;
  }
  return ok(mask);
}

function wantedCodes(column: Column, passes: (value: string) => boolean): Uint8Array {
  const wanted = new Uint8Array(column.values.length);
  for (let code = 0; code < wanted.length; code++) wanted[code] = passes(column.values[code]!) ? 1 : 0;
  return wanted;
}

function predicateOf(
  condition: Exclude<StepCondition, { readonly kind: 'formula' }>,
): (value: string) => boolean {
  switch (condition.kind) {
    case 'equals': {
      const values = new Set(condition.values);
      return (value) => values.has(value) !== condition.not;
    }
    case 'contains': {
      const text = condition.text.toLowerCase();
      return (value) => value.toLowerCase().includes(text) !== condition.not;
    }
    case 'blank':
      return (value) => (value === '') === condition.blank;
    case 'pattern':
      return (value) => patternMask(value) === condition.mask;
  }
}
