import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { Scorer } from '../../../../src/shared/match/scoring/scorer';
import { exportSplink } from '../../../../src/shared/match/splink/export';
import { splinkFiles } from '../../../../src/shared/match/splink/files';
import type { SplinkModel } from '../../../../src/shared/match/splink/types';
import type { MatchResult } from '../../../../src/shared/match/types';

/** What Splink made of an export: its files parsed, one object a row. */
export interface SplinkRun {
  readonly model: SplinkModel;
  readonly predictions: readonly Readonly<Record<string, string>>[];
  readonly clusters: readonly Readonly<Record<string, string>>[];
}

/** Writes an export into a folder of its own, runs the script that goes with it, and reads what it wrote. */
export function runSplink(python: string, result: MatchResult, records: number): SplinkRun {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-splink-'));
  try {
    const model = exportSplink(result, 'duckdb', { linkOnly: false });
    const names = { count: records, idOf: (record: number) => `r${record}`, sourceOf: () => 'people' };
    for (const { path, lines } of splinkFiles([model], names)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), `${[...lines()].join('\n')}\n`);
    }
    const { status, stderr } = spawnSync(python, [join(folder, 'run_duckdb.py')], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`Splink failed: ${stderr.slice(-2000)}`);
    return { model, predictions: rowsOf(folder, 'predictions'), clusters: rowsOf(folder, 'clusters') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rowsOf(folder: string, name: string): Record<string, string>[] {
  const text = readFileSync(join(folder, `${name}.csv`), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** How one comparison weighed a pair here and in Splink, log2, frequency included. */
export interface Weighed {
  readonly comparison: string;
  readonly here: number;
  readonly there: number;
}

/** Every predicted pair: its comparisons side by side, and its totals. */
export function compareWeights(
  result: MatchResult,
  { model, predictions }: SplinkRun,
): { readonly parts: readonly Weighed[]; readonly total: Weighed }[] {
  const scorer = new Scorer(result);
  return predictions.map((row) => {
    const [left, right] = [row['unique_id_l'], row['unique_id_r']]
      .map((id) => Number(id?.slice(1)))
      .sort((a, b) => a - b);
    const levels = scorer.levels(left!, right!).slice();
    const parts = result.comparisons.map((_, c): Weighed => {
      const name = model.settings.comparisons[c]!.output_column_name;
      const here = levels[c] === 0 ? 0 : scorer.part(c, levels[c]!, left!, right!);
      return { comparison: name, here, there: weightThere(row, name) };
    });
    const total = {
      comparison: 'total',
      here: scorer.weight(left!, right!),
      there: Number(row['match_weight']),
    };
    return { parts, total };
  });
}

/** Splink 5 writes match weights, Splink 4 Bayes factors. */
function weightThere(row: Readonly<Record<string, string>>, name: string): number {
  const [weight, adjustment] = [row[`mw_${name}`], row[`mw_tf_adj_${name}`]];
  if (weight !== undefined) return Number(weight) + Number(adjustment ?? 0);
  return Math.log2(Number(row[`bf_${name}`])) + Math.log2(Number(row[`bf_tf_adj_${name}`] ?? 1));
}
