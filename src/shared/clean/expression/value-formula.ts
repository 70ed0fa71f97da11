import { fail, type Result } from '../../base/result';

/** Until the expression language is there, formulas cannot run and say so. */
export function formulaOfValue(_expression: string): Result<(value: string) => string> {
  return fail('EXPRESSION_INVALID', 'Formulas cannot be run yet.');
}
