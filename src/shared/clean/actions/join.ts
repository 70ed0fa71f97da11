import { columnNamed } from '../../table/column';
import type { Column, Table } from '../../table/types';
import { type Combinations, combinationsOf } from '../combinations';
import { MAX_SAMPLES } from '../limits';
import type { StepAction } from '../types';
import { distinct } from './derive';
import { compacted } from './rewrite';
import { TopChanges } from './samples';
import { insertedAfter, missing, taken, type Worked, worked } from './work';

/** Columns put into one after the last of them, once per distinct combination. Every column must be there. */
export function runJoin(table: Table, action: Extract<StepAction, { readonly kind: 'join' }>): Worked {
  const parts: Column[] = [];
  for (const name of action.columns) {
    const column = columnNamed(table, name);
    if (!column) return missing(name);
    parts.push(column);
  }
  const clash = taken(table, [action.into], action.keep ? [] : action.columns);
  if (clash) return clash;
  const combinations = combinationsOf(table.rowCount, [...new Set(parts)]);
  const top = new TopChanges(MAX_SAMPLES);
  let values = 0;
  let rows = 0;
  const texts: string[] = [];
  for (let at = 0; at < combinations.count; at++) {
    const row = combinations.rows[at]!;
    const cells = parts.map((column) => column.values[column.codes[row]!]!);
    const filled = cells.filter((cell) => cell !== '');
    const text = filled.length === 0 ? '' : (action.skipEmpty ? filled : cells).join(action.separator);
    texts.push(text);
    if (text === '') continue;
    values++;
    rows += combinations.sizes[at]!;
    top.add(cells.join(' · '), text, combinations.sizes[at]!);
  }
  const made = ofCombinations(action.into, combinations, texts);
  const anchor = table.columns.findLast((column) => action.columns.includes(column.name))?.name ?? '';
  const gone = new Set(action.keep ? [] : action.columns);
  const columns = insertedAfter(table.columns, anchor, [made], gone);
  return worked(columns, { values, rows, samples: top.finish() });
}

/** A column from a text per combination. */
export function ofCombinations(
  name: string,
  combinations: Combinations,
  texts: readonly (string | null)[],
): Column {
  const { target, values } = distinct(texts);
  const codes = new Uint32Array(combinations.of.length);
  for (let row = 0; row < codes.length; row++) codes[row] = target[combinations.of[row]!]!;
  return compacted(name, codes, values);
}
