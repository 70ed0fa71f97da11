import { fail, type Result } from '../../base/result';
import type { Table } from '../../table/types';

/** Until the expression language is there, formulas cannot run and say so. */
export function rowsWhere(_table: Table, _expression: string): Result<Uint8Array> {
  return fail('EXPRESSION_INVALID', 'Formulas cannot be run yet.');
}
