import { readFile, stat } from 'node:fs/promises';
import type { TaskContext } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { type AppliedModel, applySplinkModel } from '@shared/match/splink/import/apply-model';
import { type ImportedClusters, importSplinkClusters } from '@shared/match/splink/import/read-clusters';
import { readSplinkModel } from '@shared/match/splink/import/read-model';
import type { MatchInput, MatchResult } from '@shared/match/types';
import type { Table } from '@shared/table/types';
import { during, failure } from '../files/errors';
import type { NamedTables } from './dedupe-output';
import { openTables } from './open-tables';
import { recordIds } from './splink-out';

/** A settings file is a few thousand lines at most. */
const LARGEST_MODEL = 10 * 2 ** 20;

/** Clusters of a file and which column their ids are; null for `source:row`, the ids that `--splink` writes. */
export interface ClustersFrom extends ImportedClusters {
  readonly idColumn: string | null;
}

/** The result weighed by the Splink model in a file. */
export async function weighByModel(path: string, result: MatchResult): Promise<AppliedModel> {
  const text = await during(`read ${path}`, async () => {
    const { size } = await stat(path);
    if (size > LARGEST_MODEL)
      throw failure('MODEL_TOO_LARGE', `${path} is too large for a Splink model. Is it another file?`, {
        size,
      });
    return readFile(path, 'utf8');
  });
  return applySplinkModel(result, unwrap(readSplinkModel(parsed(text, path))));
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw failure(
      'NOT_JSON',
      `${path} is not JSON. Give the file that linker.misc.save_model_to_json() wrote.`,
    );
  }
}

/** The clusters in a file, as groups of the records here. */
export async function clustersFrom(
  path: string,
  sources: NamedTables,
  input: MatchInput,
  task: TaskContext,
): Promise<ClustersFrom> {
  const [opened] = unwrap(await openTables(path, { kind: 'largest' }, task));
  const { table } = opened!.ingested;
  const { ids, idColumn } = likeliestIds(table, recordIds(sources), input);
  return { ...unwrap(importSplinkClusters(table, ids)), idColumn };
}

/**
 * Which ids the lines of a file of clusters use: those that `--splink` writes, or those of a column without repeated
 * values (the key the records had when Splink read them). The ids that know most of the lines are taken; a tie goes to
 * the ids of `--splink`, then to the first column.
 */
function likeliestIds(
  table: Table,
  own: readonly string[],
  input: MatchInput,
): { readonly ids: readonly string[]; readonly idColumn: string | null } {
  const asked = table.columns.find((column) => column.name.trim().toLowerCase() === 'unique_id');
  const wanted = new Set(asked?.values.map((value) => value.trim()).filter((value) => value !== ''));
  const known = (ids: readonly string[]): number =>
    ids.reduce((sum, id) => sum + (wanted.has(id) ? 1 : 0), 0);
  let best: { ids: readonly string[]; idColumn: string | null; hits: number } = {
    ids: own,
    idColumn: null,
    hits: known(own),
  };
  for (const { name, column } of input.fields) {
    if (best.hits === wanted.size) break;
    const ids = Array.from(column.codes, (code) => column.values[code]!.trim());
    const filled = ids.filter((id) => id !== '');
    if (new Set(filled).size < filled.length) continue;
    const hits = known(filled);
    if (hits > best.hits) best = { ids, idColumn: name, hits };
  }
  return best;
}
