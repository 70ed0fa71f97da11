/** A cell of the grid: place in the view, number of the column. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridBounds {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly page: number;
}

/** Where a key moves the active cell, or null when the key does not move it. Clipped to the grid. */
export function moved(from: GridPlace, key: string, ctrl: boolean, bounds: GridBounds): GridPlace | null {
  const to = target(from, key, ctrl, bounds);
  if (!to) return null;
  return {
    row: clip(to.row, bounds.rows),
    column: clip(to.column, bounds.columns),
  };
}

function target(
  { row, column }: GridPlace,
  key: string,
  ctrl: boolean,
  { rows, columns, page }: GridBounds,
): GridPlace | null {
  switch (key) {
    case 'ArrowDown':
      return { row: ctrl ? rows - 1 : row + 1, column };
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column };
    case 'ArrowRight':
      return { row, column: ctrl ? columns - 1 : column + 1 };
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 };
    case 'PageDown':
      return { row: row + page, column };
    case 'PageUp':
      return { row: row - page, column };
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? rows - 1 : row, column: columns - 1 };
    default:
      return null;
  }
}

function clip(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}
