import { AppFailure } from '../base/result';
import { rowTexts } from '../clean/expression/row-formula';
import { encodeParts, mapValues } from '../table/column';
import { type Column, EMPTY, type Table } from '../table/types';
import type { TargetField } from '../target/types';
import { firstFilled } from './first-filled';
import { keyColumnOf, type RowNaming } from './key-column';
import { needColumn } from './need-column';
import type { FieldSource } from './types';

/**
 * The raw column a field is filled from, before transforms. Joins and expressions work on distinct combinations: empty
 * parts are left out, the separator stands only between filled ones; a row for which an expression has no value is empty.
 * Throws `MAPPING_COLUMN_MISSING` when the table lacks a column, `MAPPING_FORMULA_INVALID` when an expression cannot run.
 */
export function sourceColumn(
  table: Table,
  naming: RowNaming,
  source: FieldSource,
  field: TargetField,
): Column {
  switch (source.kind) {
    case 'column':
    case 'reference':
      return needColumn(table, source.column);
    case 'constant':
      return constantColumn(table.rowCount, source.value);
    case 'first':
      return firstFilled(table.rowCount, needColumns(table, source.columns));
    case 'formula':
      return formulaTexts(table, source.expression).column;
    case 'key':
      return keyColumnOf(table, naming, source.prefix, field.maxLength);
    case 'join':
      return joined(table, needColumns(table, source.columns), source.separator);
  }
}

/** The columns of these names, or a failure that names the first one missing. */
export function needColumns(table: Table, names: readonly string[]): readonly Column[] {
  return names.map((name) => needColumn(table, name));
}

/** An expression worked out for every row, and why rows have no value: "17 rows: not a number." */
export function formulaTexts(
  table: Table,
  expression: string,
): { readonly column: Column; readonly problems: readonly string[] } {
  const worked = rowTexts(table, expression, null);
  if (!worked.ok)
    throw new AppFailure({
      code: 'MAPPING_FORMULA_INVALID',
      message: `The formula “${expression}” of the mapping cannot run. ${worked.error.message}`,
      details: { expression },
    });
  const { combinations, texts, problems } = worked.value;
  const column = { name: '', codes: combinations.of, values: texts.map((text) => text ?? '') };
  return { column: mapValues(column, '', (value) => value), problems };
}

/** A column with nothing in it. */
export function emptyColumn(rows: number): Column {
  return { name: '', codes: new Uint32Array(rows), values: [''] };
}

function constantColumn(rows: number, value: string): Column {
  if (value === '') return emptyColumn(rows);
  return { name: '', codes: new Uint32Array(rows).fill(1), values: ['', value] };
}

function joined(table: Table, columns: readonly Column[], separator: string): Column {
  const [first, ...others] = columns;
  if (!first) return constantColumn(table.rowCount, '');
  return others.reduce(
    (left, right) => joinTwo(left, right, separator),
    mapValues(first, '', (value) => value),
  );
}

function joinTwo(left: Column, right: Column, separator: string): Column {
  const codes = new Uint32Array(left.codes.length);
  const values: string[] = [''];
  const codeOfPair = new Map<number, number>();
  const width = right.values.length;
  for (let row = 0; row < codes.length; row++) {
    const a = left.codes[row]!;
    const b = right.codes[row]!;
    if (a === EMPTY && b === EMPTY) continue;
    const pair = a * width + b;
    let code = codeOfPair.get(pair);
    if (code === undefined) {
      code = values.length;
      codeOfPair.set(pair, code);
      const parts = [left.values[a]!, right.values[b]!].filter((part) => part !== '');
      values.push(parts.join(separator));
    }
    codes[row] = code;
  }
  return { name: '', codes, values };
}

/** A column and what its values become. */
export interface MappedPart {
  readonly column: Column;
  readonly become: (value: string) => string;
}

/**
 * The parts one below the other, each value translated: `become` runs once per distinct value. A single part
 * whose values all stay as they are shares its codes and values, which costs nothing.
 */
export function mapParts(name: string, parts: readonly MappedPart[]): Column {
  const [only] = parts;
  if (only && parts.length === 1) {
    const { codes, values } = only.column;
    const changed = values.map(only.become);
    if (changed.every((value, code) => value === values[code])) return { name, codes, values };
    return encodeParts(name, [{ column: only.column, textOf: (code) => changed[code]! }]);
  }
  return encodeParts(
    name,
    parts.map(({ column, become }) => {
      const values = column.values.map(become);
      return { column, textOf: (code) => values[code]! };
    }),
  );
}
