import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
import { pythonOf, SPLINK_VERSIONS } from './splink/python';

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
  readonly model: 'persons' | 'persons_few' | 'febrl3' | 'fake_1000';
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

/** Persons for the documented model, and for the same with u from fewer pairs. */
function generated(count: number): Records[] {
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
  const name = `${count.toLocaleString('en-US')} persons`;
  const header = PERSON_FIELDS.map(([field]) => field);
  return [
    { name, model: 'persons', header, rows, truth },
    { name: `${name}, u from fewer pairs`, model: 'persons_few', header, rows, truth },
  ];
}

/** What all sides made of some records. */
interface Compared {
  readonly records: Records;
  readonly ours: Outcome;
  readonly splink: readonly Outcome[];
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

/** All sides on the same file, one after the other; `splink` by the order of the Pythons. */
function compare(records: Records, pythons: readonly string[], folder: string): Compared {
  const file = join(folder, 'records.csv');
  const rows = records.rows.map((row, i) => [String(i), ...row]);
  writeFileSync(file, Papa.unparse({ fields: ['unique_id', ...records.header], data: rows }));
  const out = join(folder, 'clusters.csv');
  const tsx = resolve(import.meta.dirname, '../../node_modules/tsx/dist/cli.mjs');
  const ours = [process.execPath, tsx, join(import.meta.dirname, 'splink/ours.ts'), file, out];
  const script = join(import.meta.dirname, 'splink/documented.py');
  const often = String(isRepeated(records) ? TIMES : 1);
  return {
    records,
    ours: best([...ours, often], out, records),
    splink: pythons.map((python) => best([python, script, records.model, file, out, often], out, records)),
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

const times = (of: number, by: number): string => `**${(of / by).toFixed(1)} ×**`;

/** How long each side took. */
function timesRow({ records, ours, splink }: Compared): string {
  const again = isRepeated(records);
  return [
    records.name,
    ours.total.toFixed(2),
    again ? ours.report.again.toFixed(2) : '',
    ...splink.flatMap(({ total, report }) => [
      total.toFixed(2),
      times(total, ours.total),
      again ? report.again.toFixed(2) : '',
      again ? times(report.again, ours.report.again) : '',
    ]),
  ].join(' | ');
}

/** What each side did in that time, and how well. */
function workRow({ records, ours, splink }: Compared): string {
  const own = ours.accuracy.get('cluster_id')!;
  const figures = ({ f1, bCubed }: Accuracy): string => `${f1.toFixed(4)} / ${bCubed.toFixed(4)}`;
  const ofAll = (figure: (outcome: Outcome) => string): string => splink.map(figure).join('; ');
  return [
    records.name,
    `${ours.report.processor.toFixed(2)}; ${ofAll(({ report }) => report.processor.toFixed(2))}`,
    `${ours.report.peakMb.toLocaleString('en-US')}; ${ofAll(({ report }) => report.peakMb.toLocaleString('en-US'))}`,
    ours.report.pairs.toLocaleString('en-US'),
    ofAll(({ report }) => report.pairs.toLocaleString('en-US')),
    figures(own),
    ofAll(({ accuracy }) => figures(accuracy.get('at_95')!)),
    ofAll(({ accuracy }) => {
      const [threshold, top] = [...accuracy].reduce((a, b) => (b[1].f1 > a[1].f1 ? b : a));
      return `${figures(top)} at 0.${threshold.slice('at_'.length)}`;
    }),
  ].join(' | ');
}

/** Winnow and Splink on the same records, one after the other on the same machine. */
export const splinkBench: Bench = {
  name: 'splink',
  run: async () => {
    const pythons = SPLINK_VERSIONS.map(pythonOf).filter((python) => python !== null);
    if (pythons.length === 0)
      throw new Error('Splink is not set up here. Run npx tsx tests/bench/splink/setup.ts first.');
    const sets = [
      ...(hasData() ? [labelled('fake_1000'), labelled('febrl3')] : []),
      ...SIZES.flatMap(generated),
    ];
    const folder = mkdtempSync(join(tmpdir(), 'winnow-bench-'));
    const before = loadavg()[0]!;
    try {
      const all: Compared[] = [];
      for (const records of sets) {
        const compared = compare(records, pythons, folder);
        all.push(compared);
        const stages = [compared.ours, ...compared.splink].map(({ report }) =>
          JSON.stringify(report.seconds),
        );
        console.error(`${records.name}: ${stages.join(', ')}`);
      }
      return page(all, before);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function page(all: readonly Compared[], load: number): string {
  const versions = all[0]!.splink.map(({ report }) => report.versions!);
  const names = versions.map(({ splink }) => `Splink ${splink}`);
  const engines = versions.map(({ splink, duckdb }) => `Splink ${splink} on DuckDB ${duckdb}`).join(', ');
  return [
    '## Beside Splink',
    '',
    `Command: \`${command()}\` (\`BENCH_FULL=1\` adds a million) after \`npx tsx tests/bench/splink/setup.ts\`. Machine: ${machine()};`,
    `${engines}, and Winnow with its default configuration; two threads each. Other work on the machine (load) when it began: ${load.toFixed(1)}.`,
    '',
    ...(load > BUSY
      ? [
          '**The machine was busy with other work.** Wall times of all sides are far above those of a quiet machine and depend on',
          'who had to wait; processor seconds are the fairer comparison here.',
          '',
        ]
      : []),
    'End to end: from the CSV file to the clusters, each in a process of its own, without its start. Up to',
    `${REPEATED_UP_TO.toLocaleString('en-US')} records ${RUNS === 1 ? 'one run' : `the faster of ${RUNS} runs`} (\`BENCH_RUNS\`) of each. Splink runs the models of its documentation as its notebooks have`,
    'them (`tests/bench/splink/documented.py`): for fake_1000 and febrl3 their own, u from a million pairs; for the generated persons that of',
    'its 50,000 persons, ten blocking rules and u from ten million pairs, and the same with the million that is the default of its library,',
    'with a warning. Winnow compares all columns with rules it has to find.',
    `"Again" is the ${TIMES}th time in the same process, from the file on, as for somebody who changes a field or takes a newer extract in a`,
    'window that stays open; all else is the first time.',
    '',
    `| records | Winnow (s) | again | ${names.map((name) => `${name} (s) | Winnow faster | again | Winnow faster`).join(' | ')} |`,
    `|---|---|---|${'---|---|---|---|'.repeat(names.length)}`,
    ...all.map((compared) => `| ${timesRow(compared)} |`),
    '',
    `Figures in one cell, by "; ", are of ${['Winnow', ...names].join(', ')} in this order. Processor seconds are those of all threads: other`,
    'work on the machine changes them less than time on the clock. F1 is of the pairs in the final clusters / B³, by the evaluator of the',
    'accuracy table; Splink at 0.95, as its examples cluster, and at the best of five thresholds, chosen with the truth in view.',
    '',
    '| records | processor (s) | MB | pairs compared, Winnow | kept, Splink | F1 / B³, Winnow | Splink at 0.95 | Splink at its best |',
    '|---|---|---|---|---|---|---|---|',
    ...all.map((compared) => `| ${workRow(compared)} |`),
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
