import type { FoundTable } from './find-tables';
import type { Evidence } from './types';

/** Says which of the tables of a sheet or file this is, and what tells them apart or leaves it open. */
export function severalEvidence(tables: readonly FoundTable[], index: number, rows: number): Evidence[] {
  const { range, sentence } = tables[index]!;
  const texts = sentence === '' ? [] : [sentence];
  if (range) {
    const end =
      range.endRow === null
        ? `from row ${range.firstRow + 1} on`
        : `rows ${range.firstRow + 1} to ${Math.min(range.endRow, rows)}`;
    const columns =
      range.firstColumn > 0 || range.endColumn !== null
        ? `, columns ${range.firstColumn + 1} to ${range.endColumn ?? 'the last'}`
        : '';
    texts.unshift(`${tables.length} tables stand here; this is number ${index + 1}: ${end}${columns}.`);
  }
  return texts.map((text) => ({ about: 'rows', text, certainty: 'likely' }));
}
