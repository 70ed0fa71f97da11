import { type Column, EMPTY, type Table } from '../../table/types';
import { foldText, percentText, plural } from '../text';
import type { ColumnProfile } from '../types';
import { checkId } from './check-id';
import type { TwinFinding } from './types';

const SAMPLE = 600;
/** Share of rows, filled in both, that must be equal. */
const SAME = 0.9;
const FEWEST = 20;
const MOST_FINDINGS = 12;

/**
 * Pairs of columns that hold the same (but for case, accents and blanks) in nearly all rows where both are filled. Judged
 * on a few hundred rows first. Yields after each column.
 */
export function* twinsOf(
  table: Table,
  profiles: readonly ColumnProfile[],
): Generator<void, readonly TwinFinding[]> {
  const found: TwinFinding[] = [];
  for (const [index, left] of table.columns.entries()) {
    for (const [other, right] of table.columns.entries()) {
      if (other <= index || found.length >= MOST_FINDINGS) continue;
      const [a, b] = [profiles[index], profiles[other]];
      // A shared constant or a shared yes says nothing.
      if (!a || !b || a.distinct < 3 || b.distinct < 3) continue;
      const step = Math.max(1, Math.floor(table.rowCount / SAMPLE));
      const tried = compare(left, right, step);
      if (tried.rows < Math.min(FEWEST, table.rowCount / 4) || tried.same < tried.rows * SAME) continue;
      const { rows, same } = compare(left, right, 1);
      if (rows >= FEWEST && same >= rows * SAME) found.push(finding(left, right, rows, rows - same));
    }
    yield;
  }
  return found;
}

function compare(
  left: Column,
  right: Column,
  step: number,
): { readonly rows: number; readonly same: number } {
  let rows = 0;
  let same = 0;
  for (let row = 0; row < left.codes.length; row += step) {
    const a = left.codes[row]!;
    const b = right.codes[row]!;
    if (a === EMPTY || b === EMPTY) continue;
    rows++;
    if (isSame(left.values[a]!, right.values[b]!)) same++;
  }
  return { rows, same };
}

function isSame(a: string, b: string): boolean {
  return a === b || (Math.abs(a.length - b.length) <= 3 && foldText(a) === foldText(b));
}

function finding(left: Column, right: Column, rows: number, differing: number): TwinFinding {
  const sentence =
    differing === 0
      ? `${left.name} and ${right.name} hold the same wherever both are filled (${plural(rows, 'row')}).`
      : `${left.name} and ${right.name} hold the same in ${percentText((rows - differing) / rows)} of rows; ${plural(differing, 'row differs', 'rows differ')}.`;
  const check = checkId('differ', left.name, right.name);
  return { left: left.name, right: right.name, rows, differing, sentence, check };
}

/** 1 for each row where both columns are filled and differ. */
export function differingRows(left: Column, right: Column): Uint8Array {
  return Uint8Array.from(left.codes, (a, row) => {
    const b = right.codes[row]!;
    return a !== EMPTY && b !== EMPTY && !isSame(left.values[a]!, right.values[b]!) ? 1 : 0;
  });
}
