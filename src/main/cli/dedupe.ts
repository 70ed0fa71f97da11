import { AppFailure, capture, fail, ok, type Result } from '@shared/base/result';
import { clusterRecords } from '@shared/match/cluster';
import { withDefaultThreshold } from '@shared/match/honesty/threshold';
import { matchInputOfTables } from '@shared/match/input';
import { matchRecords } from '@shared/match/match-records';
import type { MatchPool } from '@shared/match/parallel/types';
import { suggestClusters } from '@shared/match/splink/import/suggest-clusters';
import { DEFAULT_MATCH_SETTINGS, type MatchSettings } from '@shared/match/types';
import { during } from '../files/errors';
import { type Parsed, parseArguments, probability } from './arguments';
import type { TableChoice } from './choose-tables';
import { clusterLines, type NamedTables, numberClusters, pairLines } from './dedupe-output';
import { type DedupeReport, dedupeReport, type MatchOutcome, printDedupeReport } from './dedupe-report';
import { type CliIo, type Command, EXIT, failWith, printJson, taskOf } from './io';
import { threadPool } from './match-pool';
import { openTables } from './open-tables';
import type { OpenedTable } from './opened-table';
import { writeLines } from './output-file';
import { clustersFrom, weighByModel } from './splink-in';
import { writeSplink } from './splink-out';
import { Stopwatch } from './stopwatch';

const HELP = `winnow dedupe FILE… [--link] [--out clusters.csv] [--pairs pairs.csv] [--threshold P] [--json]

Finds rows that mean the same thing, with nothing to configure. One file is searched for duplicates; several files are
sources of one object, searched within and across; --link joins two files that each hold a thing once.

--link            exactly two files: rows of one are joined with rows of the other, one to one
--out FILE        source,row,cluster_id,cluster_size,probability: every input row once
--pairs FILE      source_l,row_l,source_r,row_r,match_weight,match_probability: every pair that was scored
--splink DIR      writes the model for Splink, on DuckDB and on Spark, with the prepared records; DIR must be new or empty
--model FILE      weighs by a Splink model (its settings as JSON) where its comparisons mean the same
--clusters-from F takes the clusters from a file with unique_id and cluster_id, for review, instead of making them
--threshold P     rows are joined from this probability on; left out: ${DEFAULT_MATCH_SETTINGS.matchThreshold}, and with --link what is expected to
                  serve best (expected F1)
--sheet NAME      the sheet of workbooks to use; the visible one with the most rows when left out
--country CODE    country of phone numbers without prefix, ISO 3166; ${DEFAULT_MATCH_SETTINGS.defaultCountry} when left out
--json            figures as JSON, see docs/cli.md
`;

const OPTIONS = {
  link: { type: 'boolean' },
  out: { type: 'string' },
  pairs: { type: 'string' },
  splink: { type: 'string' },
  model: { type: 'string' },
  'clusters-from': { type: 'string' },
  threshold: { type: 'string' },
  sheet: { type: 'string' },
  country: { type: 'string' },
} as const;

export const dedupeCommand: Command = {
  name: 'dedupe',
  summary: 'find duplicates in one file, across several, or link two',
  help: HELP,
  async run(args, io) {
    const parsed = parseArguments('dedupe', args, OPTIONS);
    if (!parsed.ok) return failWith(io, 'dedupe', args.includes('--json'), parsed.error);
    const { json } = parsed.value;
    const settings = settingsOf(parsed.value);
    if (!settings.ok) return failWith(io, 'dedupe', json, settings.error);
    const report = await dedupe(parsed.value, settings.value, io);
    if (!report.ok) return failWith(io, 'dedupe', json, report.error);
    if (json) printJson(io, report.value);
    else printDedupeReport(io, report.value);
    return EXIT.done;
  },
};

function settingsOf(parsed: Parsed): Result<MatchSettings> {
  const { files } = parsed;
  const link = parsed.flag('link');
  if (files.length === 0) {
    return fail('NO_FILE', 'Name at least one file. Run "winnow dedupe --help" for an example.');
  }
  if (link && files.length !== 2) {
    const given = files.length === 1 ? '1 was' : `${files.length} were`;
    return fail('LINK_NEEDS_TWO', `--link joins exactly two files, but ${given} given.`);
  }
  const threshold = probability(parsed.text('threshold'), DEFAULT_MATCH_SETTINGS.matchThreshold);
  if (!threshold.ok) return threshold;
  const country = parsed.text('country') ?? DEFAULT_MATCH_SETTINGS.defaultCountry;
  if (!/^[A-Za-z]{2}$/.test(country)) {
    return fail(
      'BAD_COUNTRY',
      `"${country}" is not a country code. Give two letters, for example --country GB.`,
    );
  }
  return ok({
    ...DEFAULT_MATCH_SETTINGS,
    matchThreshold: threshold.value,
    reviewThreshold: Math.min(threshold.value, DEFAULT_MATCH_SETTINGS.reviewThreshold),
    oneToOne: link,
    withinSource: !link,
    defaultCountry: country.toUpperCase(),
  });
}

function dedupe(parsed: Parsed, asked: MatchSettings, io: CliIo): Promise<Result<DedupeReport>> {
  return capture(async () => {
    const pool = threadPool();
    // They load while this thread reads.
    pool?.start();
    try {
      return await dedupeWith(pool, parsed, asked, io);
    } finally {
      pool?.close();
    }
  });
}

async function dedupeWith(
  pool: MatchPool | null,
  parsed: Parsed,
  asked: MatchSettings,
  io: CliIo,
): Promise<DedupeReport> {
  const watch = new Stopwatch();
  const sources = await watch.timeAsync('read', () => readSources(parsed, io));
  const input = watch.time('prepare', () =>
    matchInputOfTables(
      sources.tables.map((table, index) => ({ name: sources.names[index]!, table: table.ingested.table })),
    ),
  );
  const matched = await watch.timeAsync('match', () => matchRecords(input, asked, taskOf(io), pool));
  const modelPath = parsed.text('model');
  const model =
    modelPath === null ? null : await watch.timeAsync('weigh', () => weighByModel(modelPath, matched));
  const result = model?.result ?? matched;
  const settings = parsed.text('threshold') === null ? withDefaultThreshold(asked, result) : asked;
  const clustersPath = parsed.text('clusters-from');
  const imported =
    clustersPath === null
      ? null
      : await watch.timeAsync('import', () => clustersFrom(clustersPath, sources, input, taskOf(io)));
  const clusters = watch.time('cluster', () =>
    imported
      ? suggestClusters(imported.groupOf, result, settings.matchThreshold)
      : clusterRecords(result, input, settings, { mustLink: [], cannotLink: [] }),
  );
  const outcome = { sources, input, result, clusters, numbers: numberClusters(clusters, input.count) };
  const outputs = { clusters: parsed.text('out'), pairs: parsed.text('pairs') };
  await watch.timeAsync('write', () => writeOutputs(outputs, outcome));
  const folder = parsed.text('splink');
  const splink =
    folder === null ? null : await watch.timeAsync('splink', () => writeSplink(folder, outcome, settings));
  return dedupeReport({ ...outcome, model, imported, splink }, settings, outputs, watch);
}

async function readSources(parsed: Parsed, io: CliIo): Promise<NamedTables> {
  const sheet = parsed.text('sheet');
  const choice: TableChoice = sheet === null ? { kind: 'largest' } : { kind: 'sheet', sheet };
  const tables: OpenedTable[] = [];
  for (const path of parsed.files) {
    const opened = await openTables(path, choice, taskOf(io));
    if (!opened.ok) throw new AppFailure(opened.error);
    tables.push(...opened.value);
  }
  const names = tables.map(({ fileName, path }) =>
    tables.filter((other) => other.fileName === fileName).length > 1 ? path : fileName,
  );
  return { tables, names };
}

async function writeOutputs(outputs: DedupeReport['outputs'], outcome: MatchOutcome): Promise<void> {
  const { clusters, pairs } = outputs;
  if (clusters !== null) {
    await write(clusters, 'source,row,cluster_id,cluster_size,probability', () =>
      clusterLines(outcome.sources, outcome.numbers),
    );
  }
  if (pairs !== null) {
    await write(pairs, 'source_l,row_l,source_r,row_r,match_weight,match_probability', () =>
      pairLines(outcome.sources, outcome.result),
    );
  }
}

function write(path: string, header: string, lines: () => Iterable<string>): Promise<void> {
  return during(`write ${path}`, () =>
    writeLines(path, async (file) => {
      await file.line(header);
      for (const line of lines()) await file.line(line);
    }),
  );
}
