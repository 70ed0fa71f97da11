import { fail, ok, type Result } from '@shared/base/result';
import type { TableWindow } from '@shared/table/types';
import { describe, expect, it } from 'vitest';
import { GridBlocks } from '../../../src/renderer/components/data-grid/grid-blocks';

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A table of 1,000 rows whose only cell is the row number. */
function thousand(asked: number[]) {
  return async (start: number, count: number): Promise<Result<TableWindow>> => {
    asked.push(start);
    const rows = Array.from({ length: Math.min(count, 1000 - start) }, (_, i) => start + i);
    return ok({ total: 1000, start, rows, cells: rows.map((row) => [String(row)]) });
  };
}

describe('GridBlocks', () => {
  it('asks for the blocks in sight, each once', async () => {
    const asked: number[] = [];
    const blocks = new GridBlocks(thousand(asked), 1);
    blocks.need(190, 210);
    blocks.need(190, 210);
    await settled();
    blocks.need(190, 210);
    expect(blocks.blockRows).toBe(200);
    expect(asked).toEqual([0, 200]);
    expect(blocks.rowAt(207)).toEqual({ row: 207, cells: ['207'] });
    expect(blocks.getSnapshot().total).toBe(1000);
  });

  it('asks for fewer rows at once where there are many columns', () => {
    expect(new GridBlocks(thousand([]), 400).blockRows).toBe(16);
    expect(new GridBlocks(thousand([]), 40).blockRows).toBe(100);
  });

  it('knows nothing of rows it did not see', () => {
    expect(new GridBlocks(thousand([]), 1).rowAt(5)).toBeUndefined();
  });

  it('keeps an error until the same rows are asked for again', async () => {
    let broken = true;
    const working = thousand([]);
    const blocks = new GridBlocks(
      async (start, count) => (broken ? fail('GONE', 'The table is gone.') : working(start, count)),
      1,
    );
    blocks.need(0, 10);
    await settled();
    expect(blocks.getSnapshot().error).toMatchObject({ code: 'GONE' });
    broken = false;
    blocks.need(0, 10);
    await settled();
    expect(blocks.getSnapshot()).toMatchObject({ error: null, total: 1000 });
  });

  it('forgets blocks seen long ago', async () => {
    const asked: number[] = [];
    const many = async (start: number, count: number): Promise<Result<TableWindow>> => {
      asked.push(start);
      const rows = Array.from({ length: count }, (_, i) => start + i);
      return ok({ total: 1_000_000, start, rows, cells: rows.map(() => []) });
    };
    const blocks = new GridBlocks(many, 1);
    for (let at = 0; at < 60; at++) blocks.need(at * 200, at * 200);
    await settled();
    expect(blocks.rowAt(0)).toBeUndefined();
    expect(blocks.rowAt(59 * 200)).toBeDefined();
  });
});
