import { type Progress, quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { inspectFile } from '@shared/ingest/inspect';
import { createSheetSide } from '@shared/ingest/parallel/sheet-side';
import { type ReadHelp, readHelp } from '@shared/ingest/parallel/types';
import { readTable } from '@shared/ingest/read';
import type { ByteSource, WorkbookOptions } from '@shared/ingest/types';
import { beforeAll, describe, expect, it } from 'vitest';
import { xlsxOf } from '../make-workbook';
import { digest } from './digest';
import { mixedWorkbook } from './mixed-workbook';
import { pretended } from './pretended-thread';
import { sourceThread } from './source-thread';

/** Every row of the sheet is data. */
const RAW: WorkbookOptions = {
  kind: 'workbook',
  sheet: 'S',
  headerRow: null,
  firstRow: 0,
  types: {},
  dateOrders: {},
};

let file: ByteSource;
let options: Parameters<typeof readTable>[2];
let alone: string;
/** A sheet with merged cells between its rows and far behind them. */
let merges: ByteSource;

beforeAll(async () => {
  file = await mixedWorkbook(12_000);
  options = unwrap(await inspectFile(file, 'mixed.xlsx', quietTask)).tables[0]!.options;
  alone = digest(unwrap(await readTable(file, 'mixed.xlsx', options, quietTask)));
  const rowsFrom = (first: number) =>
    Array.from({ length: 9 }, (_, i) => `<row r="${first + i}"><c><v>${i}</v></c><c><v>2</v></c></row>`);
  const merged = (count: number) =>
    Array.from({ length: count }, (_, i) => `<mergeCell ref="A${i + 2}:B${i + 2}"/>`);
  const empty = '<row/>'.repeat(100_000);
  const data = [...rowsFrom(1), ...merged(5000), ...rowsFrom(10), empty, ...merged(7)].join('');
  merges = new Blob([await xlsxOf([{ name: 'S', data }])]);
});

describe('reading a sheet that another thread unpacks', () => {
  it('makes the table that one thread makes', async () => {
    const table = unwrap(await readTable(file, 'mixed.xlsx', options, quietTask)).table;
    expect(table.rowCount).toBe(12_000);
    expect(table.columns.map(({ name }) => name)).toEqual(['Id', 'Name', 'Since', 'Amount', 'Note']);
    const thread = pretended();
    const found = unwrap(await readTable(file, 'mixed.xlsx', options, quietTask, thread.help));
    expect(digest(found)).toBe(alone);
    expect(thread.closed).toBe(1);
    const real = unwrap(await readTable(file, 'mixed.xlsx', options, quietTask, await sourceThread(0)));
    expect(digest(real)).toBe(alone);
  });

  it('reads alone when the thread cannot be started or fails on the way', async () => {
    for (const requests of [0, 1, 3]) {
      const thread = pretended(requests);
      const found = unwrap(await readTable(file, 'mixed.xlsx', options, quietTask, thread.help));
      expect(digest(found)).toBe(alone);
      expect(thread.closed).toBe(1);
    }
    const none = readHelp(() => {
      throw new Error('no threads here');
    }, 0);
    expect(digest(unwrap(await readTable(file, 'mixed.xlsx', options, quietTask, none)))).toBe(alone);
  });

  it('lets the thread go when the person stops', async () => {
    const stop = new AbortController();
    const thread = pretended();
    let reports = 0;
    const task = { report: () => void (++reports === 3 && stop.abort()), signal: stop.signal };
    const found = await readTable(file, 'mixed.xlsx', options, task, thread.help);
    expect(found.ok ? null : found.error.code).toBe('CANCELLED');
    expect(thread.closed).toBe(1);
  });

  it('tells how far it is, and hears a stop, where there are no rows too', async () => {
    const empty = '<row/>'.repeat(400_000);
    const gap = new Blob([await xlsxOf([{ name: 'S', data: `<row><c><v>1</v></c></row>${empty}` }])]);
    const read = async (help: ReadHelp | null, stopAt: number) => {
      const stop = new AbortController();
      const reports: Progress[] = [];
      const report = (progress: Progress) => void (reports.push(progress) === stopAt && stop.abort());
      const found = await readTable(gap, 'gap.xlsx', RAW, { report, signal: stop.signal }, help);
      return { reports, code: found.ok ? 'read' : found.error.code };
    };
    const here = await read(null, 0);
    expect(here.code).toBe('read');
    expect(here.reports.length).toBeGreaterThan(9);
    expect(await read(pretended().help, 0)).toEqual(here);
    const stopped = await read(pretended().help, 5);
    expect(stopped).toEqual({ reports: here.reports.slice(0, 5), code: 'CANCELLED' });
  });

  it('hands over merged cells however many, also behind rows that nobody wants', async () => {
    const range = { firstRow: 0, endRow: 15, firstColumn: 0, endColumn: null };
    for (const [part, areas] of [
      [{}, 5007],
      [{ range }, 21],
    ] as const) {
      const options = { ...RAW, ...part };
      const here = unwrap(await readTable(merges, 'merged.xlsx', options, quietTask));
      expect(here.warnings.join()).toContain(`${areas} merged cells lie in the data`);
      const there = unwrap(await readTable(merges, 'merged.xlsx', options, quietTask, pretended().help));
      expect(digest(there)).toBe(digest(here));
    }
  });

  it('numbers rows as one thread does, and believes no number that a line cannot have', async () => {
    const numbers = ['3000000000', '1e400', '2.5', '2147483648', '', '4294967297'];
    const data = numbers.map((r) => `<row ${r && `r="${r}"`}><c><v>1</v></c></row>`).join('');
    const far = new Blob([await xlsxOf([{ name: 'S', data }])]);
    const here = unwrap(await readTable(far, 'far.xlsx', RAW, quietTask));
    expect([...here.lines]).toEqual([1, 2, 3, 2_147_483_648, 2_147_483_649, 2_147_483_650]);
    const there = unwrap(await readTable(far, 'far.xlsx', RAW, quietTask, pretended().help));
    expect(digest(there)).toBe(digest(here));
  });

  it('sends rows and merged cells many at a time, in the order of the file', async () => {
    const told: string[] = [];
    const parts = { fileName: 'merged.xlsx', strings: null, sheet: 'xl/worksheets/sheet1.xml' };
    await new Promise<void>((resolve) => {
      const ask = createSheetSide((answer) => {
        if (answer.tell === 'read') {
          const { id, from, to } = answer;
          const give = (bytes: ArrayBuffer) => ask({ ask: 'bytes', id, bytes });
          merges.slice(from, to).arrayBuffer().then(give);
        } else if (answer.tell === 'rows') told.push(`${answer.block.rows.length} rows`);
        else if (answer.tell === 'merged') told.push(`${answer.cells.length} merged`);
        else if (answer.tell === 'end') resolve();
      });
      ask({ ask: 'sheet', size: merges.size, ...parts });
    });
    expect(told).toEqual(['9 rows', '4096 merged', '904 merged', '9 rows', '7 merged']);
  });

  it('says what is wrong with a damaged file as one thread does', async () => {
    const bytes = new Uint8Array(await file.slice(0, file.size).arrayBuffer());
    // In the packed bytes of the sheet, the largest part.
    const middle = bytes.length >> 1;
    bytes.fill(0xff, middle, middle + 400);
    const damaged = new Blob([bytes]);
    const here = await readTable(damaged, 'mixed.xlsx', options, quietTask);
    const there = await readTable(damaged, 'mixed.xlsx', options, quietTask, pretended().help);
    expect(here.ok ? null : here.error.code).toBe('CORRUPT_WORKBOOK');
    expect(there).toEqual(here);
  });
});
