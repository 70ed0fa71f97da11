import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { findChrome } from '../../scripts/chrome';
import { machine } from '../accuracy/sections';
import { writeCsv, writeXlsx } from './ingest/files';
import type { Bench } from './run';
import { pythonOf } from './splink/python';

/** Rows of the generated files. */
const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
/** With more waiting processes than this when it begins, the machine is not quiet. */
const BUSY = 1;

const measuredSchema = z.object({
  reader: z.string(),
  rows: z.number(),
  columns: z.number(),
  seconds: z.number(),
  processor: z.number(),
  peakMb: z.number(),
  firstRows: z.number().optional(),
  longestSilence: z.number().optional(),
  cancel: z.number().optional(),
});

type Measured = z.infer<typeof measuredSchema>;

/** A reader on a file in a process of its own; a sentence where it does not get through. */
function run(command: readonly string[]): Measured | string {
  const [program = '', ...args] = command;
  const { stdout, stderr, status, error } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    timeout: 600_000,
  });
  if (status !== 0) return (error?.message ?? stderr.trim().split('\n').at(-1) ?? 'failed').slice(0, 120);
  return measuredSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

function readers(path: string): (readonly [string, readonly string[]])[] {
  const tsx = resolve(import.meta.dirname, '../../node_modules/tsx/dist/cli.mjs');
  const own = (reader: string): readonly string[] => [
    process.execPath,
    '--max-old-space-size=8192',
    tsx,
    join(import.meta.dirname, 'ingest/read-one.ts'),
    reader,
    path,
  ];
  const all: (readonly [string, readonly string[]])[] = [['Winnow', own('winnow')]];
  if (path.endsWith('.csv')) all.push(['uDSV', own('udsv')]);
  all.push(['SheetJS', own('sheetJs')]);
  const python = pythonOf('v4') ?? pythonOf('v5');
  if (python !== null && existsSync(python) && path.endsWith('.csv')) {
    all.push(['DuckDB', [python, join(import.meta.dirname, 'ingest/duckdb_read.py'), path]]);
  }
  return all;
}

function lineOf(file: string, reader: string, result: Measured | string): string {
  if (typeof result === 'string') return `| ${file} | ${reader} | did not finish: ${result} | | | | | |`;
  const shown = (value: number | undefined): string => (value === undefined ? '' : value.toFixed(0));
  const cells = [
    file,
    result.reader,
    result.seconds.toFixed(2),
    result.processor.toFixed(2),
    result.peakMb.toLocaleString('en-US'),
    shown(result.firstRows),
    shown(result.longestSilence),
    shown(result.cancel),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Winnow, SheetJS, uDSV and DuckDB reading the same generated files, one after the other. */
export const ingestBench: Bench = {
  name: 'ingest',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-bench-'));
    const before = loadavg()[0]!;
    try {
      const files = [
        [join(folder, 'customers.csv'), 20, writeCsv],
        [join(folder, 'customers.xlsx'), 8, writeXlsx],
      ] as const;
      const lines: string[] = [];
      for (const [path, columns, write] of files) {
        await write(path, ROWS);
        const size = (statSync(path).size / 1e6).toFixed(0);
        const file = `${ROWS.toLocaleString('en-US')} × ${columns} ${path.endsWith('.csv') ? 'CSV' : 'XLSX'} (${size} MB)`;
        for (const [reader, command] of readers(path)) lines.push(lineOf(file, reader, run(command)));
      }
      return [...page(lines, before), ...inChromium()].join('\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function page(lines: readonly string[], load: number): string[] {
  return [
    '## Reading speed',
    '',
    `Command: \`npm run bench ingest\`. Machine: ${machine()}. Load when it began: ${load.toFixed(1)} on 2 cores.`,
    ...(load > BUSY
      ? [
          '**The machine was busy with other work:** seconds on the clock are far above those of a quiet machine; processor seconds',
          'say more, though waiting for shared memory lengthens them too.',
        ]
      : []),
    '',
    'Generated customers from a fixed seed; each reader in a process of its own, on the same files. Winnow ends with encoded',
    'columns, guessed types and warnings, with a second thread; uDSV with arrays of strings; SheetJS with cell objects; DuckDB with a table in memory',
    '(two threads). First rows: until the preview of the file is there. Silence: the longest wait between two reports of',
    'progress. Cancel: from the request until reading has stopped. Peak of the whole process.',
    '',
    '| file | reader | seconds | processor (s) | peak (MB) | first rows (ms) | silence (ms) | cancel (ms) |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ];
}

/** The same files read by the built app in Chromium; a sentence where one of the two is missing. */
function inChromium(): string[] {
  const root = resolve(import.meta.dirname, '../..');
  if (findChrome() === null || !existsSync(join(root, 'out/renderer/index.html'))) {
    return ['', 'Chromium: not measured here (it needs Chrome or Chromium and `npm run build`).'];
  }
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'tests/e2e/bench/window.ts')],
    { encoding: 'utf8', timeout: 1_200_000, maxBuffer: 2 ** 26 },
  );
  if (status !== 0) return ['', `Chromium: did not finish (${stderr.trim().split('\n').at(-1) ?? ''}).`];
  return [
    '',
    'In Chromium, the built app over its browser host (`tests/e2e/bench/window.ts`), copying to the project folder through the',
    'host included; the local server, the browser and the window share the machine with the worker. Processor seconds',
    "of the engine worker and of the window's thread, and the longest task of the latter, are taken from the browser's tracing.",
    '',
    '| file | step | seconds | worker, processor (s) | window, processor (s) | longest task (ms) |',
    '|---|---|---:|---:|---:|---:|',
    stdout.trim(),
  ];
}
