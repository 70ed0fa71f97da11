import { findMergedCells } from '@shared/ingest/xlsx-merged';
import { ZipPackage } from '@shared/ingest/zip-package';
import { describe, expect, it } from 'vitest';
import { zipOf } from './make-workbook';
import { source } from './support';

const PATH = 'sheet.xml';
const AREA = { firstRow: 0, lastRow: 0, firstColumn: 1, lastColumn: 2 };

/** What is found in a sheet of this XML, at most `limit` bytes of it. */
async function found(xml: string, limit: number, declared?: number) {
  const bytes = await zipOf({ [PATH]: xml });
  if (declared !== undefined) declare(bytes, xml.length, declared);
  const zip = await ZipPackage.open(source(bytes), 'book.xlsx');
  return findMergedCells(zip, PATH, limit, () => undefined);
}

/** Writes another unpacked size into the directory of an archive, wherever it tells the true one. */
function declare(bytes: Uint8Array<ArrayBuffer>, size: number, declared: number): void {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) === size) view.setUint32(at, declared, true);
  }
}

const sheetOf = (rows: number, merged: string): string =>
  `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(rows)}</sheetData>${merged}</worksheet>`;

describe('findMergedCells', () => {
  it('finds the list behind the rows', async () => {
    const xml = sheetOf(30_000, '<mergeCells><x:mergeCell a="1" ref = \'B1:C1\'/></mergeCells>');
    expect(await found(xml, 1 << 20)).toEqual([AREA]);
  });

  it('looks no further than it may', async () => {
    expect(await found(sheetOf(30_000, ''), 1 << 19)).toBeNull();
  });

  it('refuses a sheet that is larger than the archive says', async () => {
    await expect(found(sheetOf(60_000, ''), 1 << 20, 100)).rejects.toMatchObject({
      error: { code: 'CORRUPT_WORKBOOK' },
    });
  });

  it('gets through megabytes of merged cells that never end', async () => {
    const xml = sheetOf(1, `<mergeCells><mergeCell ref="B1:C1"/>${'<mergeCell '.repeat(400_000)}`);
    expect(await found(xml, 8 << 20)).toEqual([AREA]);
  });
});
