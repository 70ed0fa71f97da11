import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { valueAt } from '../../src/shared/table/column';
import { hasData, loadSet } from '../accuracy/labelled-sets';
import { type Accuracy, measure } from '../accuracy/measures';
import { machine } from '../accuracy/sections';
import { PERSON_FIELDS, personRows } from './persons';
import type { Bench } from './run';
import { pythonOf } from './splink/python';

const SIZES = process.env['BENCH_FULL'] ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];

/** Runs of each side on sets of up to this many records; the faster one counts, since the machine may be shared. */
const REPEATED_UP_TO = 100_000;

/** How often a process does the work on such sets: the last time shows it when everything is warm, as in the app. */
const TIMES = 4;
const RUNS = Number(process.env['BENCH_RUNS'] ?? 2);

/** With more waiting processes than this when it begins, the machine is not quiet. */
const BUSY = 1;

/** Records as both sides read them, and the thing each one is. */
interface Records {
  readonly name: string;
  /** The documented model that fits them. */
  readonly model: 'persons' | 'febrl3' | 'fake_1000';
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly truth: readonly (readonly [number, number])[];
}

const reportSchema = z.object({
  versions: z.object({ splink: z.string(), duckdb: z.string() }).optional(),
  seconds: z.record(z.string(), z.number()),
  /** Of all threads. */
  processor: z.number(),
  pairs: z.number(),
  peakMb: z.number(),
  /** Seconds of the last time in the same process. */
  again: z.number(),
});

type Report = z.infer<typeof reportSchema>;

interface Outcome {
  readonly report: Report;
  readonly total: number;
  /** Accuracy by the heading of each column of clusters. */
  readonly accuracy: ReadonlyMap<string, Accuracy>;
}

function generated(count: number): Records {
  const { rows, person } = personRows(count, `bench ${count}`);
  const members = new Map<number, number[]>();
  person.forEach((one, row) => {
    const list = members.get(one);
    if (list) list.push(row);
    else members.set(one, [row]);
  });
  const truth = [...members.values()].flatMap((list) =>
    list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const)),
  );
  return {
    name: `${count.toLocaleString('en-US')} generated persons`,
    model: 'persons',
    header: PERSON_FIELDS.map(([name]) => name),
    rows,
    truth,
  };
}

function labelled(name: 'febrl3' | 'fake_1000'): Records {
  const { tables, truth } = loadSet(name);
  const { columns, rowCount } = tables[0]!.table;
  return {
    name,
    model: name,
    header: columns.map((column) => column.name),
    rows: Array.from({ length: rowCount }, (_, row) => columns.map((column) => valueAt(column, row).trim())),
    truth,
  };
}

/** Both sides on the same file, one after the other. */
function compare(records: Records, python: string, folder: string): { ours: Outcome; splink: Outcome } {
  const file = join(folder, 'records.csv');
  const rows = records.rows.map((row, i) => [String(i), ...row]);
  writeFileSync(file, Papa.unparse({ fields: ['unique_id', ...records.header], data: rows }));
  const out = join(folder, 'clusters.csv');
  const tsx = resolve(import.meta.dirname, '../../node_modules/tsx/dist/cli.mjs');
  const ours = [process.execPath, tsx, join(import.meta.dirname, 'splink/ours.ts'), file, out];
  const script = join(import.meta.dirname, 'splink/documented.py');
  const times = String(isRepeated(records) ? TIMES : 1);
  return {
    ours: best([...ours, times], out, records),
    splink: best([python, script, records.model, file, out, times], out, records),
  };
}

function isRepeated({ rows }: Records): boolean {
  return rows.length <= REPEATED_UP_TO;
}

function best(command: readonly string[], out: string, records: Records): Outcome {
  const runs = isRepeated(records) ? RUNS : 1;
  const outcomes = Array.from({ length: runs }, () => {
    const [program = '', ...args] = command;
    const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
    if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stderr.slice(-2000)}`);
    const report = reportSchema.parse(JSON.parse(stdout));
    const total = Object.values(report.seconds).reduce((sum, seconds) => sum + seconds, 0);
    return { report, total };
  });
  const fastest = outcomes.reduce((a, b) => (b.total < a.total ? b : a));
  return { ...fastest, accuracy: judge(out, records) };
}

/** Accuracy of every column of clusters in a file, with the evaluator of the accuracy page. */
function judge(out: string, { rows, truth }: Records): Map<string, Accuracy> {
  const lines = Papa.parse<string[]>(readFileSync(out, 'utf8'), { skipEmptyLines: true }).data;
  const [header = [], ...found] = lines;
  return new Map(
    header.slice(1).map((name, column) => {
      const groupOf = Uint32Array.from(rows, (_, row) => row);
      const first = new Map<string, number>();
      for (const line of [...found].sort((a, b) => Number(a[0]) - Number(b[0]))) {
        const record = Number(line[0]);
        const cluster = line[column + 1]!;
        if (!first.has(cluster)) first.set(cluster, record);
        groupOf[record] = first.get(cluster)!;
      }
      return [name, measure(groupOf, truth, null)];
    }),
  );
}

function rowOf(records: Records, ours: Outcome, splink: Outcome): string {
  const own = ours.accuracy.get('cluster_id')!;
  const usual = splink.accuracy.get('at_95')!;
  const [threshold, top] = [...splink.accuracy].reduce((a, b) => (b[1].f1 > a[1].f1 ? b : a));
  const figures = ({ f1, bCubed }: Accuracy): string => `${f1.toFixed(4)} / ${bCubed.toFixed(4)}`;
  return [
    records.name,
    ours.total.toFixed(2),
    splink.total.toFixed(2),
    `**${(splink.total / ours.total).toFixed(1)} ×**`,
    ...(isRepeated(records)
      ? [
          ours.report.again.toFixed(2),
          splink.report.again.toFixed(2),
          `**${(splink.report.again / ours.report.again).toFixed(1)} ×**`,
        ]
      : ['', '', '']),
    ours.report.processor.toFixed(2),
    splink.report.processor.toFixed(2),
    `${(splink.report.processor / ours.report.processor).toFixed(1)} ×`,
    ours.report.pairs.toLocaleString('en-US'),
    splink.report.pairs.toLocaleString('en-US'),
    ours.report.peakMb.toLocaleString('en-US'),
    splink.report.peakMb.toLocaleString('en-US'),
    figures(own),
    figures(usual),
    `${figures(top)} at 0.${threshold.slice('at_'.length)}`,
  ].join(' | ');
}

/** Winnow and Splink on the same records, one after the other on the same machine. */
export const splinkBench: Bench = {
  name: 'splink',
  run: async () => {
    const python = pythonOf('v4') ?? pythonOf('v5');
    if (python === null || !existsSync(python))
      throw new Error('Splink is not set up here. Run npx tsx tests/bench/splink/setup.ts first.');
    const sets = [...(hasData() ? [labelled('fake_1000'), labelled('febrl3')] : []), ...SIZES.map(generated)];
    const folder = mkdtempSync(join(tmpdir(), 'winnow-bench-'));
    const before = loadavg()[0]!;
    try {
      const lines: string[] = [];
      let versions = '';
      for (const records of sets) {
        const { ours, splink } = compare(records, python, folder);
        const found = splink.report.versions;
        versions = found ? `Splink ${found.splink} on DuckDB ${found.duckdb}` : versions;
        lines.push(rowOf(records, ours, splink));
        const stages = (outcome: Outcome): string => JSON.stringify(outcome.report.seconds);
        console.error(`${records.name}: ours ${stages(ours)}, Splink ${stages(splink)}`);
      }
      return page(lines, versions, before);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function page(lines: readonly string[], versions: string, load: number): string {
  return [
    '## Beside Splink',
    '',
    `Command: \`${command()}\` (\`BENCH_FULL=1\` adds a million) after \`npx tsx tests/bench/splink/setup.ts\`. Machine: ${machine()};`,
    `${versions}, and Winnow with its default configuration; two threads each. Other work on the machine (load) when it began: ${load.toFixed(1)}.`,
    '',
    ...(load > BUSY
      ? [
          '**The machine was busy with other work.** Wall times of both sides are far above those of a quiet machine and depend on',
          'who had to wait; processor seconds are the fairer comparison here.',
          '',
        ]
      : []),
    'End to end: from the CSV file to the clusters, each in a process of its own, without its start. Up to',
    `${REPEATED_UP_TO.toLocaleString('en-US')} records ${RUNS === 1 ? 'one run' : `the faster of ${RUNS} runs`} (\`BENCH_RUNS\`) of each. Splink runs the models of its documentation (\`tests/bench/splink/documented.py\`):`,
    'five or six comparisons of its library, u from a million pairs, two training sessions. Winnow compares all columns.',
    'F1 is of the pairs in the final clusters / B³, by the evaluator of the accuracy table; Splink at 0.95, as its examples',
    'cluster, and at the best of five thresholds, chosen with the truth in view. Processor seconds are those of all threads:',
    `other work on the machine changes them less than wall time. "Again" is the ${TIMES}th time in the same process, from the file on,`,
    'as for somebody who changes a field or takes a newer extract in a window that stays open; all else is the first time.',
    '',
    '| records | Winnow (s) | Splink (s) | faster | Winnow again (s) | Splink again (s) | faster | processor, Winnow (s) | processor, Splink (s) | less | compared, Winnow | kept, Splink | MB, Winnow | MB, Splink | F1 / B³, Winnow | Splink at 0.95 | Splink at its best |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}

/** The command this run was started with. */
function command(): string {
  const settings = ['BENCH_FULL', 'BENCH_RUNS'].flatMap((name) => {
    const value = process.env[name];
    return value ? [`${name}=${value}`] : [];
  });
  return [...settings, 'npm run bench splink'].join(' ');
}
