import { columnNamed } from '../../table/column';
import { type Column, EMPTY, type Table } from '../../table/types';
import { MAX_SAMPLES } from '../limits';
import type { StepAction } from '../types';
import { leftOut } from './change';
import { TopChanges } from './samples';
import { missing, type RowMask, type Worked, worked } from './work';

/** An empty cell of the mask takes the value of the nearest filled cell above it, whether that row is in the mask or not. */
export function runFillDown(
  table: Table,
  action: Extract<StepAction, { readonly kind: 'fillDown' }>,
  mask: RowMask,
): Worked {
  const present = new Set(action.columns.filter((name) => columnNamed(table, name)));
  const [first] = action.columns;
  if (present.size === 0) return missing(first ?? '');
  const top = new TopChanges(MAX_SAMPLES);
  let values = 0;
  let rows = 0;
  const columns = table.columns.map((column): Column => {
    if (!present.has(column.name)) return column;
    const { codes, filled } = filledDown(column, mask);
    let touched = 0;
    for (let code = 1; code < filled.length; code++) {
      const count = filled[code]!;
      if (count === 0) continue;
      touched++;
      rows += count;
      top.add('', column.values[code]!, count);
    }
    values += touched;
    return touched === 0 ? column : { ...column, codes };
  });
  return worked(columns, { values, rows, samples: top.finish(), notes: leftOut(action.columns, present) });
}

function filledDown(column: Column, mask: RowMask): { codes: Uint32Array; filled: Uint32Array } {
  const codes = column.codes.slice();
  const filled = new Uint32Array(column.values.length);
  let above: number = EMPTY;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code !== EMPTY) above = code;
    else if (above !== EMPTY && (mask === null || mask[row] === 1)) {
      codes[row] = above;
      filled[above]!++;
    }
  }
  return { codes, filled };
}
