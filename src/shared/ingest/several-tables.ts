import type { CellRange, Evidence } from './types';

/** Says which of several tables on one sheet or in one file this is; nothing when there is one. */
export function severalEvidence(
  count: number,
  index: number,
  range: CellRange | undefined,
  rows: number,
): Evidence[] {
  if (count < 2 || !range) return [];
  const end =
    range.endRow === null
      ? `from row ${range.firstRow + 1} on`
      : `rows ${range.firstRow + 1} to ${Math.min(range.endRow, rows)}`;
  const columns =
    range.firstColumn > 0 || range.endColumn !== null
      ? `, columns ${range.firstColumn + 1} to ${range.endColumn ?? 'the last'}`
      : '';
  const text = `${count} tables stand here; this is number ${index + 1}: ${end}${columns}.`;
  return [{ about: 'rows', text, certainty: 'likely' }];
}
