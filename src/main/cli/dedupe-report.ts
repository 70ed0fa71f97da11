import type { AppliedModel } from '@shared/match/splink/import/apply-model';
import type { ClusterResult, MatchInput, MatchResult, MatchSettings } from '@shared/match/types';
import { sheetOf } from './choose-tables';
import type { ClusterNumbers, NamedTables } from './dedupe-output';
import type { CliIo } from './io';
import type { ClustersFrom } from './splink-in';
import type { SplinkOutput } from './splink-out';
import { peakMemoryMb, type Stopwatch } from './stopwatch';
import { grouped, percent, textTable } from './text-table';

/** What `winnow dedupe --json` prints. */
export interface DedupeReport {
  readonly command: 'dedupe';
  readonly ok: true;
  readonly link: boolean;
  readonly threshold: number;
  readonly sources: readonly {
    readonly source: string;
    readonly file: string;
    readonly format: string;
    readonly sheet: string | null;
    readonly rows: number;
    readonly rejected: number;
  }[];
  /** Data rows in all, rejected ones included. */
  readonly rows: number;
  /** Pairs the blocking rules made. */
  readonly candidatePairs: number;
  /** Pairs there are in all. */
  readonly totalPairs: number;
  /** Clusters in all, rows that stand alone included. */
  readonly clusters: number;
  /** Clusters of two rows or more, and the rows in them. */
  readonly duplicateClusters: number;
  readonly duplicateRows: number;
  readonly largestCluster: number;
  /** Joins taken and how many of them are expected to be wrong, with its interval. */
  readonly expected: ClusterResult['expected'];
  readonly fields: readonly { readonly name: string; readonly semantic: string }[];
  readonly blocking: MatchResult['blocking'];
  readonly seconds: Readonly<Record<string, number>>;
  readonly peakMemoryMb: number;
  readonly outputs: { readonly clusters: string | null; readonly pairs: string | null };
  /** The model for Splink that was written; null without `--splink`. */
  readonly splink: SplinkOutput | null;
  /** What a Splink model changed; null without `--model`. */
  readonly model: Pick<AppliedModel, 'taken' | 'notTaken'> | null;
  /** Where the clusters come from; null without `--clusters-from`. */
  readonly clustersFrom: Omit<ClustersFrom, 'groupOf'> | null;
}

/** Everything a run of the matcher produced. */
export interface MatchOutcome {
  readonly sources: NamedTables;
  readonly input: MatchInput;
  readonly result: MatchResult;
  readonly clusters: ClusterResult;
  readonly numbers: ClusterNumbers;
}

/** The same with what came from Splink and what went there. */
export interface DedupeOutcome extends MatchOutcome {
  readonly model: AppliedModel | null;
  readonly imported: ClustersFrom | null;
  readonly splink: SplinkOutput | null;
}

/** The figures of a run. */
export function dedupeReport(
  outcome: DedupeOutcome,
  settings: MatchSettings,
  outputs: DedupeReport['outputs'],
  watch: Stopwatch,
): DedupeReport {
  const { sources, input, result, clusters, numbers, model, imported, splink } = outcome;
  const rejected = sources.tables.reduce((sum, { ingested }) => sum + ingested.rejected.length, 0);
  let duplicateClusters = 0;
  let duplicateRows = 0;
  let largestCluster = rejected > 0 ? 1 : 0;
  for (let number = 1; number <= numbers.clusters; number++) {
    const size = numbers.size[number]!;
    largestCluster = Math.max(largestCluster, size);
    if (size < 2) continue;
    duplicateClusters++;
    duplicateRows += size;
  }
  return {
    command: 'dedupe',
    ok: true,
    link: settings.oneToOne,
    threshold: settings.matchThreshold,
    sources: sources.tables.map((table, index) => ({
      source: sources.names[index]!,
      file: table.path,
      format: table.format,
      sheet: sheetOf(table.proposal),
      rows: table.ingested.table.rowCount + table.ingested.rejected.length,
      rejected: table.ingested.rejected.length,
    })),
    rows: input.count + rejected,
    candidatePairs: result.candidates,
    totalPairs: result.totalPairs,
    clusters: numbers.clusters + rejected,
    duplicateClusters,
    duplicateRows,
    largestCluster,
    expected: clusters.expected,
    fields: input.fields.map(({ name, semantic }) => ({ name, semantic })),
    blocking: result.blocking,
    seconds: watch.seconds(),
    peakMemoryMb: peakMemoryMb(),
    outputs,
    splink,
    model: model === null ? null : { taken: model.taken, notTaken: model.notTaken },
    clustersFrom: imported === null ? null : withoutGroups(imported),
  };
}

function withoutGroups({ groupOf: _, ...figures }: ClustersFrom): Omit<ClustersFrom, 'groupOf'> {
  return figures;
}

/** The same figures for a person. */
export function printDedupeReport(io: CliIo, report: DedupeReport): void {
  io.settle();
  for (const source of report.sources) {
    const sheet = source.sheet === null ? '' : `, sheet ${source.sheet}`;
    const rejected = source.rejected === 0 ? '' : `, ${grouped(source.rejected)} could not be read`;
    io.out(`${source.source}${sheet}: ${grouped(source.rows)} rows${rejected}\n`);
  }
  io.out(
    `${grouped(report.rows)} rows become ${grouped(report.clusters)} things: ` +
      `${grouped(report.duplicateRows)} rows lie in ${grouped(report.duplicateClusters)} clusters, the largest of ${grouped(report.largestCluster)}.\n`,
  );
  io.out(
    `Joined from a probability of ${percent(report.threshold)}; of ${grouped(report.expected.merges)} joins about ` +
      `${grouped(Math.round(report.expected.wrong))} are expected to be wrong.\n`,
  );
  io.out(`Compared ${grouped(report.candidatePairs)} of ${grouped(report.totalPairs)} possible pairs:\n`);
  io.out(
    textTable(
      [
        { title: 'pairs', align: 'right' },
        { title: 'not compared', align: 'right' },
        { title: 'blocking rule', align: 'left' },
      ],
      report.blocking.map((rule) => [grouped(rule.pairs), grouped(rule.dropped), rule.label]),
    ),
  );
  const stages = Object.entries(report.seconds).map(([stage, seconds]) => `${stage} ${seconds.toFixed(2)} s`);
  io.out(`${stages.join(', ')}; peak memory ${grouped(report.peakMemoryMb)} MB\n`);
  if (report.outputs.clusters !== null) io.out(`clusters: ${report.outputs.clusters}\n`);
  if (report.outputs.pairs !== null) io.out(`pairs: ${report.outputs.pairs}\n`);
  printHandOver(io, report);
}

/** What came from Splink and what goes there. */
function printHandOver(io: CliIo, { model, clustersFrom, splink }: DedupeReport): void {
  if (model) {
    for (const { comparison, from, levels } of model.taken)
      io.out(`weights of “${comparison}” from “${from}”: ${levels.join(', ')}\n`);
    for (const { about, reason } of model.notTaken) io.out(`not taken over: ${about}: ${reason}\n`);
  }
  if (clustersFrom) {
    const { groups, grouped: rows, unknown, repeated, empty, unnamed, idColumn } = clustersFrom;
    const ids = idColumn === null ? 'source:row' : `those of the column “${idColumn}”`;
    io.out(`clusters taken over: ${grouped(groups)} of ${grouped(rows)} rows; ids are ${ids}\n`);
    if (unknown.count > 0)
      io.out(`${grouped(unknown.count)} lines name no row here, such as ${unknown.examples.join(', ')}\n`);
    if (repeated.count > 0)
      io.out(
        `${grouped(repeated.count)} lines name a row again, ${grouped(repeated.contradicting)} of them in another cluster; the first counts\n`,
      );
    if (empty > 0) io.out(`${grouped(empty)} lines have no id or no cluster\n`);
    if (unnamed > 0) io.out(`${grouped(unnamed)} rows are in no line and stand alone\n`);
  }
  if (splink) {
    io.out(`model for Splink: ${splink.folder}. What Splink does otherwise is in README.md there.\n`);
  }
}
