import type { IngestedTable } from '@shared/ingest/types';
import { describe, expect, it } from 'vitest';
import { dataRows } from '../../../src/main/cli/opened-table';

describe('dataRows', () => {
  const read = (lines: number[], rejected: number[]): IngestedTable => ({
    table: { rowCount: lines.length, columns: [] },
    lines: Uint32Array.from(lines),
    rejected: rejected.map((line) => ({ line, raw: '', reason: '' })),
    columns: [],
    warnings: [],
  });

  it('counts from one when every row was read, blank lines aside', () => {
    const { rows, rejected } = dataRows(read([2, 3, 7], []));
    expect([...rows]).toEqual([1, 2, 3]);
    expect([...rejected]).toEqual([]);
  });

  it('counts rejected rows where they stand', () => {
    const { rows, rejected } = dataRows(read([3, 4, 6], [2, 5, 7]));
    expect([...rows]).toEqual([2, 3, 5]);
    expect([...rejected]).toEqual([1, 4, 6]);
  });

  it('answers rejected rows in the order they came', () => {
    const { rejected } = dataRows(read([3], [5, 2]));
    expect([...rejected]).toEqual([3, 1]);
  });
});
