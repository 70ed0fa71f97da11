import { csvLine } from './csv';
import { readmeOf } from './readme';
import { RUN_DUCKDB } from './run-script';
import type { SplinkColumn, SplinkFrequencies, SplinkModel } from './types';

/** A file of the export: its path in the folder and its lines, without line ends, made as they are asked for. */
export interface SplinkFile {
  readonly path: string;
  readonly lines: () => Iterable<string>;
}

/** What names a record outside. Ids are unique over all sources. */
export interface RecordNames {
  readonly count: number;
  readonly idOf: (record: number) => string;
  readonly sourceOf: (record: number) => string;
}

/** The files of an export in every dialect. The models must be of one result: records and frequencies are written once. */
export function splinkFiles(models: readonly SplinkModel[], names: RecordNames): SplinkFile[] {
  const [first] = models;
  if (!first) return [];
  return [
    ...models.map(({ dialect, settings }) => ({
      path: `settings_${dialect}.json`,
      lines: () => [JSON.stringify(settings, null, 2)],
    })),
    { path: 'records.csv', lines: () => recordLines(first.columns, names) },
    ...first.frequencies.map((table) => ({
      path: `term_frequencies/${table.column}.csv`,
      lines: () => frequencyLines(table),
    })),
    { path: 'run_duckdb.py', lines: () => [RUN_DUCKDB.trimEnd()] },
    { path: 'README.md', lines: () => [readmeOf(models, names.count).trimEnd()] },
  ];
}

function* recordLines(columns: readonly SplinkColumn[], names: RecordNames): Generator<string> {
  yield csvLine(['unique_id', 'source_dataset', ...columns.map(({ name }) => name)]);
  for (let record = 0; record < names.count; record++) {
    const cells = columns.map(({ codes, values }) => values[codes[record]!]!);
    yield csvLine([names.idOf(record), names.sourceOf(record), ...cells]);
  }
}

function* frequencyLines({ column, values, frequencies }: SplinkFrequencies): Generator<string> {
  yield csvLine([column, `tf_${column}`]);
  // Values that differ here may be equal once sets are joined: one line each, the most frequent counts.
  const most = new Map<string, number>();
  values.forEach((value, i) => {
    most.set(value, Math.max(most.get(value) ?? 0, frequencies[i]!));
  });
  for (const [value, frequency] of most) yield csvLine([value, String(frequency)]);
}
