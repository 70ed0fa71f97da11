import { fail, ok, type Result } from '../../../base/result';
import type { Column, Table } from '../../../table/types';

/** Clusters another program found, as groups of records here. */
export interface ImportedClusters {
  /** Per record: smallest record index of its group. */
  readonly groupOf: Uint32Array;
  /** Groups of two records or more, and the records in them. */
  readonly groups: number;
  readonly grouped: number;
  /** Lines whose id no record has, with up to ten of the ids. */
  readonly unknown: { readonly count: number; readonly examples: readonly string[] };
  /** Lines that name a record again: the first line counts. `contradicting` of them name another cluster. */
  readonly repeated: { readonly count: number; readonly contradicting: number };
  /** Lines without an id or without a cluster. */
  readonly empty: number;
  /** Records that no line names; they stand alone. */
  readonly unnamed: number;
}

/** Names of the two columns, as Splink writes them. */
const ID = 'unique_id';
const CLUSTER = 'cluster_id';
const MOST_EXAMPLES = 10;

/**
 * Clusters from a table with the columns `unique_id` and `cluster_id` (Splink's clusters at a threshold). `ids` names the
 * records, by index. Fails when a column is missing or when not one id is known; everything else that does not fit is
 * counted. Linear in lines and records.
 */
export function importSplinkClusters(table: Table, ids: readonly string[]): Result<ImportedClusters> {
  const id = columnOf(table, ID);
  const cluster = columnOf(table, CLUSTER);
  if (!id || !cluster) {
    const missing = [id ? [] : [ID], cluster ? [] : [CLUSTER]].flat().join(' and ');
    return fail(
      'NO_CLUSTER_COLUMNS',
      `The file of clusters has no column ${missing}. Give the clusters as Splink writes them: one line a record, with ${ID} and ${CLUSTER}.`,
    );
  }
  const recordOf = new Map<string, number>();
  ids.forEach((name, record) => {
    recordOf.set(name, record);
  });
  const byCode = Int32Array.from(id.values, (value) => recordOf.get(value.trim()) ?? -1);
  const clusterOf = new Uint32Array(ids.length);
  const unknown = { count: 0, examples: [] as string[] };
  const repeated = { count: 0, contradicting: 0 };
  let empty = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const name = id.values[id.codes[row]!]!.trim();
    const group = cluster.codes[row]!;
    if (name === '' || cluster.values[group]!.trim() === '') {
      empty++;
      continue;
    }
    const record = byCode[id.codes[row]!]!;
    if (record < 0) {
      unknown.count++;
      if (unknown.examples.length < MOST_EXAMPLES) unknown.examples.push(name.slice(0, 100));
      continue;
    }
    // Codes of filled cells are never 0.
    if (clusterOf[record] === 0) clusterOf[record] = group;
    else {
      repeated.count++;
      if (clusterOf[record] !== group) repeated.contradicting++;
    }
  }
  const unnamed = clusterOf.reduce((sum, group) => (group === 0 ? sum + 1 : sum), 0);
  if (unnamed === ids.length && unknown.count > 0) {
    return fail(
      'NO_KNOWN_ID',
      `None of the ${unknown.count} ids in the file of clusters names a record here (the first is “${unknown.examples[0]}”). Were they made from these files?`,
    );
  }
  return ok({ ...groupsOf(clusterOf, cluster.values.length), unknown, repeated, empty, unnamed });
}

function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name.trim().toLowerCase() === name);
}

/** Groups of records with the same cluster other than 0. */
function groupsOf(
  clusterOf: Uint32Array,
  clusters: number,
): Pick<ImportedClusters, 'groupOf' | 'groups' | 'grouped'> {
  const first = new Int32Array(clusters).fill(-1);
  const size = new Uint32Array(clusters);
  const groupOf = clusterOf.map((cluster, record) => {
    if (cluster === 0) return record;
    size[cluster] = size[cluster]! + 1;
    if (first[cluster]! < 0) first[cluster] = record;
    return first[cluster]!;
  });
  let groups = 0;
  let grouped = 0;
  for (const count of size) {
    if (count < 2) continue;
    groups++;
    grouped += count;
  }
  return { groupOf, groups, grouped };
}
