import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved } from '../../../src/renderer/components/data-grid/grid-moves';

const bounds = { rows: 1000, columns: 20, page: 25 };
const at = { row: 10, column: 5 };

describe('moved', () => {
  it('goes one cell by arrow', () => {
    expect(moved(at, 'ArrowDown', false, bounds)).toEqual({ row: 11, column: 5 });
    expect(moved(at, 'ArrowLeft', false, bounds)).toEqual({ row: 10, column: 4 });
  });
  it('goes to the edge with Ctrl', () => {
    expect(moved(at, 'ArrowDown', true, bounds)).toEqual({ row: 999, column: 5 });
    expect(moved(at, 'Home', true, bounds)).toEqual({ row: 0, column: 0 });
    expect(moved(at, 'End', true, bounds)).toEqual({ row: 999, column: 19 });
  });
  it('goes by page and stays inside', () => {
    expect(moved(at, 'PageUp', false, bounds)).toEqual({ row: 0, column: 5 });
    expect(moved(at, 'PageDown', false, bounds)).toEqual({ row: 35, column: 5 });
  });
  it('leaves other keys alone', () => {
    expect(moved(at, 'x', false, bounds)).toBeNull();
  });
  it('never leaves the grid', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 }),
        (presses) => {
          let place = { row: 0, column: 0 };
          for (const [key, ctrl] of presses)
            place = moved(place, key, ctrl, { rows: 40, columns: 3, page: 9 }) ?? place;
          expect(place.row).toBeGreaterThanOrEqual(0);
          expect(place.row).toBeLessThan(40);
          expect(place.column).toBeGreaterThanOrEqual(0);
          expect(place.column).toBeLessThan(3);
        },
      ),
    );
  });
});
