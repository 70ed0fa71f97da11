import { describe, expect, it } from 'vitest';
import { columnWidth } from '../../../src/renderer/components/data-grid/grid-widths';

describe('columnWidth', () => {
  it('grows with what is in the column, within limits', () => {
    const narrow = columnWidth('Id', ['1', '2']);
    const wide = columnWidth('Id', ['Hartmann & Söhne GmbH', 'Norddeutsche Werkzeugbau SE']);
    expect(narrow).toBeLessThan(wide);
    expect(columnWidth('Notes', ['x'.repeat(5000)])).toBe(320);
    expect(columnWidth('', [])).toBe(64);
  });
  it('is not widened by a single long value among many short ones', () => {
    const cells = [...Array<string>(59).fill('short'), 'x'.repeat(300)];
    expect(columnWidth('C', cells)).toBe(columnWidth('C', Array<string>(60).fill('short')));
  });
  it('gives East Asian characters twice the room', () => {
    expect(columnWidth('会社', ['田中工業株式会社'])).toBeGreaterThan(columnWidth('ab', ['tanakako']));
  });
});
