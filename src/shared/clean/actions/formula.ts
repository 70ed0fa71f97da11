import { columnNamed } from '../../table/column';
import { type Column, EMPTY, type Table } from '../../table/types';
import { combinationsOf } from '../combinations';
import { rowTexts } from '../expression/row-formula';
import { MAX_SAMPLES } from '../limits';
import type { StepAction } from '../types';
import { distinct } from './derive';
import { compacted } from './rewrite';
import { TopChanges } from './samples';
import { type RowMask, type Worked, worked } from './work';

/**
 * A column computed from the row. Rows outside the mask keep what `into` held (nothing in a new column, which stands at the
 * end); rows for which the formula has no value become empty and are counted by reason.
 */
export function runFormula(
  table: Table,
  action: Extract<StepAction, { readonly kind: 'formula' }>,
  mask: RowMask,
): Worked {
  const computed = rowTexts(table, action.expression, mask);
  if (!computed.ok) return { broken: computed.error.message };
  const { combinations, texts, problems } = computed.value;
  const old = columnNamed(table, action.into);
  const column = written(table, action.into, old, combinations.of, texts, mask);
  const { values, rows, samples } = compared(table.rowCount, old, column);
  const columns = old
    ? table.columns.map((other) => (other !== old ? other : rows === 0 ? old : column))
    : [...table.columns, column];
  return worked(columns, { values, rows, samples, notes: problems });
}

function written(
  table: Table,
  name: string,
  old: Column | undefined,
  combination: Uint32Array,
  texts: readonly (string | null)[],
  mask: RowMask,
): Column {
  const before = old?.values ?? [''];
  const { target, values } = distinct([...before, ...texts]);
  const codes = new Uint32Array(table.rowCount);
  for (let row = 0; row < codes.length; row++) {
    const computed = mask === null || mask[row] === 1;
    const at = computed ? before.length + combination[row]! : (old?.codes[row] ?? EMPTY);
    codes[row] = target[at]!;
  }
  return compacted(name, codes, values);
}

/** What changed between two columns of one length: distinct pairs of old and new value, and their rows. */
function compared(rowCount: number, old: Column | undefined, column: Column) {
  const before = old ?? { name: '', codes: new Uint32Array(rowCount), values: [''] };
  const pairs = combinationsOf(rowCount, [before, column]);
  const top = new TopChanges(MAX_SAMPLES);
  let values = 0;
  let rows = 0;
  for (let at = 0; at < pairs.count; at++) {
    const row = pairs.rows[at]!;
    const from = before.values[before.codes[row]!]!;
    const to = column.values[column.codes[row]!]!;
    if (from === to) continue;
    const size = pairs.sizes[at]!;
    values++;
    rows += size;
    top.add(from, to, size);
  }
  return { values, rows, samples: top.finish() };
}
