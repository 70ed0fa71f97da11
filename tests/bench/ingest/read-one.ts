import { openAsBlob, readFileSync } from 'node:fs';
import { quietTask } from '../../../src/shared/base/progress';
import { unwrap } from '../../../src/shared/base/result';
import { inspectFile } from '../../../src/shared/ingest/inspect';
import { WORTH_FROM } from '../../../src/shared/ingest/parallel/types';
import { readTable } from '../../../src/shared/ingest/read';
import type { ByteSource } from '../../../src/shared/ingest/types';
import { sourceThread } from '../../shared/ingest/parallel/source-thread';

/** One reader on one file in a process of its own; prints what it found as JSON. */
interface Measured {
  readonly reader: string;
  readonly rows: number;
  readonly columns: number;
  readonly seconds: number;
  readonly processor: number;
  readonly peakMb: number;
  /** Milliseconds until the first rows are known; only for Winnow. */
  readonly firstRows?: number;
  /** Longest wait between two reports of progress, and from asking to stop until it has stopped, in milliseconds. */
  readonly longestSilence?: number;
  readonly cancel?: number;
}

async function winnow(path: string): Promise<Measured> {
  const file: ByteSource = await openAsBlob(path);
  const began = performance.now();
  const inspection = unwrap(await inspectFile(file, path, quietTask));
  const firstRows = performance.now() - began;
  const { options } = inspection.tables[0]!;
  const help = file.size < WORTH_FROM ? null : await sourceThread();
  let silence = 0;
  const processor = process.cpuUsage();
  const start = performance.now();
  let last = start;
  const report = (): void => {
    const now = performance.now();
    silence = Math.max(silence, now - last);
    last = now;
  };
  const read = unwrap(await readTable(file, path, options, { ...quietTask, report }, help));
  report();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const cancel = await cancelTime(file, path, options);
  return {
    reader: 'Winnow',
    rows: read.table.rowCount,
    columns: read.table.columns.length,
    seconds,
    processor: (user + system) / 1e6,
    peakMb,
    firstRows,
    longestSilence: silence,
    ...(cancel !== null && { cancel }),
  };
}

/** Milliseconds from asking to stop, after a second, until it has stopped; null when all was read before. */
async function cancelTime(
  file: ByteSource,
  path: string,
  options: Parameters<typeof readTable>[2],
): Promise<number | null> {
  const stop = new AbortController();
  let asked = 0;
  const timer = setTimeout(() => {
    asked = performance.now();
    stop.abort();
  }, 1000);
  await readTable(file, path, options, { ...quietTask, signal: stop.signal });
  clearTimeout(timer);
  return stop.signal.aborted ? performance.now() - asked : null;
}

async function sheetJs(path: string): Promise<Measured> {
  const library = await import('@e965/xlsx');
  return timed('SheetJS (@e965/xlsx, dense)', () => {
    const book = library.read(readFileSync(path), { dense: true, raw: true });
    const sheet = book.Sheets[book.SheetNames[0]!]!;
    const rows = (sheet['!data'] ?? []) as unknown[][];
    return [rows.length - 1, rows[0]?.length ?? 0];
  });
}

async function udsv(path: string): Promise<Measured> {
  const { inferSchema, initParser } = await import('udsv');
  return timed('uDSV (arrays of strings)', () => {
    const text = readFileSync(path, 'utf8');
    const parser = initParser(inferSchema(text.slice(0, 1 << 20)));
    const rows = parser.stringArrs(text);
    return [rows.length, rows[0]?.length ?? 0];
  });
}

function timed(reader: string, work: () => readonly [number, number]): Measured {
  const processor = process.cpuUsage();
  const start = performance.now();
  const [rows, columns] = work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { reader, rows, columns, seconds, processor: (user + system) / 1e6, peakMb };
}

const [reader, path = ''] = process.argv.slice(2);
const readers: Readonly<Record<string, (path: string) => Promise<Measured>>> = { winnow, sheetJs, udsv };
console.log(JSON.stringify(await readers[reader ?? '']!(path)));
