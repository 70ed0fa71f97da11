import type { MergedCells } from '@shared/ingest/workbook';
import { streamSheet } from '@shared/ingest/xlsx-sheet';
import { ZipPackage } from '@shared/ingest/zip-package';
import { describe, expect, it } from 'vitest';
import { zipOf } from './make-workbook';
import { source } from './support';

describe('streamSheet', () => {
  it('hands over nothing once no row is wanted any more, wherever the bytes are cut', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(3);
    const xml = `<worksheet>${rows}<mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`;
    const zip = await ZipPackage.open(source(await zipOf({ 's.xml': xml })), 'book.xlsx');
    const told = async (limit: number) => {
      const rows: number[] = [];
      const areas: MergedCells[] = [];
      const visit = ({ index }: { index: number }) => rows.push(index) < limit;
      await streamSheet(zip, 's.xml', 'book.xlsx', visit, { merged: (cells) => areas.push(cells) });
      return [rows, areas.length];
    };
    expect(await told(9)).toEqual([[0, 1, 2], 1]);
    expect(await told(2)).toEqual([[0, 1], 0]);
  });
});
