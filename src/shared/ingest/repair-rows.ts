import { concatColumns, gather } from '../table/column';
import type { Column } from '../table/types';
import type { IngestedTable, RejectedRow, RowRepair } from './types';

/**
 * The table with rejected rows put right: each rejected row whose text a repair names becomes a row, at the place its
 * line has among the others, with the repair's cells from the first column on (missing ones are empty). A text that
 * occurs in several rejected rows is repaired in all of them; of several repairs of one text the last counts. A repair
 * with more filled cells than there are columns is not applied, and said. Rows and rejected rows together stay as many.
 */
export function applyRepairs(ingested: IngestedTable, repairs: readonly RowRepair[]): IngestedTable {
  const byText = new Map(repairs.map(({ raw, cells }) => [raw, cells]));
  const width = ingested.table.columns.length;
  const fixed: Fixed[] = [];
  const rejected: RejectedRow[] = [];
  const warnings: string[] = [];
  for (const row of ingested.rejected) {
    const cells = byText.get(row.raw);
    if (!cells) rejected.push(row);
    else if (cells.some((cell, i) => i >= width && cell !== '')) {
      rejected.push(row);
      warnings.push(
        `The repair of line ${row.line} has ${cells.length} cells; the table has ${width} columns, so the line stays rejected.`,
      );
    } else fixed.push({ row, cells });
  }
  if (fixed.length === 0)
    return warnings.length === 0 ? ingested : { ...ingested, warnings: [...ingested.warnings, ...warnings] };
  return { ...withRows(ingested, fixed), rejected, warnings: [...ingested.warnings, ...warnings] };
}

interface Fixed {
  readonly row: RejectedRow;
  readonly cells: readonly string[];
}

function withRows(ingested: IngestedTable, fixed: readonly Fixed[]): IngestedTable {
  const { table, lines } = ingested;
  const parts = ingested.parts ?? [{ name: '', firstRow: 0 }];
  const order = new Uint32Array(table.rowCount + fixed.length);
  const newLines = new Uint32Array(order.length);
  const starts: number[] = [];
  let at = 0;
  for (const [p, { firstRow }] of parts.entries()) {
    starts.push(at);
    const end = parts[p + 1]?.firstRow ?? table.rowCount;
    const own = [...fixed.keys()]
      .filter((i) => (fixed[i]!.row.part ?? 0) === p)
      .sort((a, b) => fixed[a]!.row.line - fixed[b]!.row.line || a - b);
    let next = 0;
    for (let row = firstRow; row < end || next < own.length; ) {
      const repair = own[next];
      if (repair !== undefined && (row >= end || fixed[repair]!.row.line < lines[row]!)) {
        order[at] = table.rowCount + repair;
        newLines[at++] = fixed[repair]!.row.line;
        next++;
      } else {
        order[at] = row;
        newLines[at++] = lines[row++]!;
      }
    }
  }
  const columns = table.columns.map((column, c) => {
    const added = cellsColumn(fixed.map(({ cells }) => cells[c] ?? ''));
    return gather(concatColumns(column.name, [column, added]), order);
  });
  return {
    ...ingested,
    table: { rowCount: order.length, columns },
    lines: newLines,
    ...(ingested.parts && { parts: ingested.parts.map(({ name }, p) => ({ name, firstRow: starts[p]! })) }),
  };
}

/** A column whose codes are positions: cheap to build, encoded anew when it is joined. */
function cellsColumn(cells: readonly string[]): Column {
  return {
    name: '',
    codes: Uint32Array.from(cells, (cell, i) => (cell === '' ? 0 : i + 1)),
    values: ['', ...cells],
  };
}
