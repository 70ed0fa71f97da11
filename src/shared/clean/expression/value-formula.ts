import { fail, ok, type Result } from '../../base/result';
import { toText } from './convert';
import { parseExpression } from './parse';
import { Problem } from './types';

/**
 * A formula on one value, `value`, as a function of it. Where the formula has no value (a text that is no number) the value
 * passes unchanged, like any value a transform cannot read.
 */
export function formulaOfValue(expression: string): Result<(value: string) => string> {
  const parsed = parseExpression(expression);
  if (!parsed.ok) return parsed;
  const [column] = parsed.value.columns;
  if (column !== undefined)
    return fail(
      'EXPRESSION_INVALID',
      `Here an expression reads one value: write value instead of “${column}”, or use a formula step to read other columns. Texts stand in quotes.`,
      { column },
    );
  return ok((value) => {
    try {
      return toText(parsed.value.evaluate({ value, cells: [] }));
    } catch (cause) {
      if (cause instanceof Problem) return value;
      throw cause;
    }
  });
}
