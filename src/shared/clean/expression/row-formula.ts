import { fail, ok, type Result } from '../../base/result';
import { columnNamed } from '../../table/column';
import type { Column, Table } from '../../table/types';
import { type Combinations, combinationsOf } from '../combinations';
import { toBoolean, toText } from './convert';
import { parseExpression } from './parse';
import { ProblemCount } from './problems';
import type { Value } from './types';

/** An expression worked out for a table: a text per distinct combination of the columns it reads. */
export interface RowTexts {
  readonly combinations: Combinations;
  /** By combination; null = no row of the mask has it, or it has no value. */
  readonly texts: readonly (string | null)[];
  /** Why rows have no value: "17 rows: not a number." */
  readonly problems: readonly string[];
}

/** The expression's text for the rows of the mask (null = all), once per distinct combination of the columns it reads. */
export function rowTexts(table: Table, expression: string, mask: Uint8Array | null): Result<RowTexts> {
  return evaluated<string | null>(table, expression, mask, toText, null);
}

/** 1 for the rows where the expression is true; rows for which it has no value are left out. */
export function rowsWhere(table: Table, expression: string): Result<Uint8Array> {
  const worked = evaluated(table, expression, null, (value) => (toBoolean(value) ? 1 : 0), 0);
  if (!worked.ok) return worked;
  const { combinations, texts } = worked.value;
  const rows = new Uint8Array(table.rowCount);
  for (let row = 0; row < rows.length; row++) rows[row] = texts[combinations.of[row]!]!;
  return ok(rows);
}

function evaluated<T>(
  table: Table,
  expression: string,
  mask: Uint8Array | null,
  read: (value: Value) => T,
  otherwise: T,
): Result<{ combinations: Combinations; texts: readonly T[]; problems: readonly string[] }> {
  const parsed = parseExpression(expression);
  if (!parsed.ok) return parsed;
  if (parsed.value.usesValue)
    return fail(
      'EXPRESSION_INVALID',
      'Here an expression reads whole rows: write the name of a column in brackets instead of value.',
    );
  const columns: Column[] = [];
  for (const name of parsed.value.columns) {
    const column = columnNamed(table, name);
    if (!column) return unknownColumn(name);
    columns.push(column);
  }
  const combinations = combinationsOf(table.rowCount, columns);
  const wanted = mask === null ? combinations.sizes : sizesIn(combinations, mask);
  const problems = new ProblemCount();
  const cells: string[] = columns.map(() => '');
  const inputs = { value: '', cells };
  const texts: T[] = [];
  for (let at = 0; at < combinations.count; at++) {
    const rows = wanted[at]!;
    if (rows === 0) {
      texts.push(otherwise);
      continue;
    }
    const row = combinations.rows[at]!;
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index]!;
      cells[index] = column.values[column.codes[row]!]!;
    }
    texts.push(problems.attempt(() => read(parsed.value.evaluate(inputs)), otherwise, rows));
  }
  return ok({ combinations, texts, problems: problems.sentences() });
}

function sizesIn(combinations: Combinations, mask: Uint8Array): Uint32Array {
  const sizes = new Uint32Array(combinations.count);
  for (let row = 0; row < mask.length; row++) sizes[combinations.of[row]!]! += mask[row]!;
  return sizes;
}

/** The error of an expression that names a column the table does not have. */
export function unknownColumn(name: string): Result<never> {
  return fail(
    'COLUMN_MISSING',
    `The expression reads the column “${name}”, which is not here. Put texts in quotes, or choose another column.`,
    { column: name },
  );
}
