import { breathe, quietTask, type TaskContext } from '../base/progress';
import { runSteps } from '../base/steps';
import { countCodes } from '../table/column';
import type { Column } from '../table/types';
import { keyClusters } from './clusters/by-key';
import type { FoundClusters, Search } from './clusters/found';
import { neighbourClusters } from './clusters/neighbours';
import type { ClusterMethod, ClusterQuery, ValueCluster, ValueClusters } from './types';

export type { FoundClusters } from './clusters/found';

/**
 * Spellings in a column that may be one value, found by a key or by edit distance (`clusters/`). Finding and showing are
 * apart: what was found is kept as numbers, and a query filters, orders and cuts pages out of it.
 */

/** All clusters of a column that meet a query. Pure; for long columns use `foundClusters`, which can be stopped. */
export function valueClusters(column: Column, query: ClusterQuery): ValueClusters {
  const found = runSteps(searchFor(column, query.method));
  return clusterPageOf(found, query, 0, found.starts.length);
}

/** The clusters of a column, reporting on the way; others are heard and a request to stop obeyed several times a second. */
export async function foundClusters(
  column: Column,
  method: ClusterMethod,
  task: TaskContext = quietTask,
): Promise<FoundClusters> {
  const search = searchFor(column, method);
  let step = search.next();
  while (!step.done) {
    task.report({ label: `Comparing the values of ${column.name}`, ...step.value });
    await breathe(task);
    step = search.next();
  }
  return step.value;
}

function searchFor(column: Column, method: ClusterMethod): Search<FoundClusters> {
  const counts = countCodes(column);
  return method.kind === 'neighbours'
    ? neighbourClusters(column, counts, method.distance)
    : keyClusters(column, counts, method);
}

/** Clusters `start` to `start + count` of those that meet the query, in its order; `total` and `rows` count all of them. */
export function clusterPageOf(
  found: FoundClusters,
  query: ClusterQuery,
  start: number,
  count: number,
): ValueClusters & { readonly total: number } {
  const { order, rows } = selected(found, query);
  const first = Math.max(0, Math.trunc(start));
  const shown = order.subarray(first, first + Math.max(0, Math.trunc(count)));
  return {
    distinct: found.distinct,
    total: order.length,
    rows,
    clusters: Array.from(shown, (cluster) => clusterAt(found, cluster)),
    limits: found.limits,
  };
}

interface Selection {
  readonly query: string;
  readonly order: Uint32Array;
  readonly rows: number;
}

/** The last selection of each search: pages of one list are asked for one after the other. */
const selections = new WeakMap<FoundClusters, Selection>();

function selected(found: FoundClusters, query: ClusterQuery): Selection {
  const { minValues, minRows, order, text } = query;
  const asked = JSON.stringify([minValues, minRows, order, text]);
  const known = selections.get(found);
  if (known?.query === asked) return known;
  const selection = { query: asked, ...select(found, query) };
  selections.set(found, selection);
  return selection;
}

function select(found: FoundClusters, query: ClusterQuery): { order: Uint32Array; rows: number } {
  const clusterCount = found.starts.length - 1;
  const rowsOf = new Float64Array(clusterCount);
  for (let cluster = 0; cluster < clusterCount; cluster++) {
    for (const code of membersOf(found, cluster)) rowsOf[cluster] = rowsOf[cluster]! + found.counts[code]!;
  }
  const wanted = query.text.toLowerCase();
  const order = Uint32Array.from({ length: clusterCount }, (_, cluster) => cluster).filter(
    (cluster) =>
      found.starts[cluster + 1]! - found.starts[cluster]! >= query.minValues &&
      rowsOf[cluster]! >= query.minRows &&
      (wanted === '' || membersOf(found, cluster).some((code) => holds(found.column, code, wanted))),
  );
  const size = (cluster: number): number => found.starts[cluster + 1]! - found.starts[cluster]!;
  const byName = compareNames(found, order);
  const byRows = (a: number, b: number): number => rowsOf[b]! - rowsOf[a]!;
  const bySize = (a: number, b: number): number => size(b) - size(a);
  const compare = {
    rows: (a: number, b: number) => byRows(a, b) || bySize(a, b) || byName(a, b),
    values: (a: number, b: number) => bySize(a, b) || byRows(a, b) || byName(a, b),
    name: byName,
  };
  order.sort(compare[query.order]);
  return { order, rows: order.reduce((sum, cluster) => sum + rowsOf[cluster]!, 0) };
}

/** By surviving spelling: small letters as capitals, then as they are. No two clusters share one. */
function compareNames(found: FoundClusters, clusters: Uint32Array): (a: number, b: number) => number {
  const names = new Map<number, string>();
  const nameOf = (cluster: number): string => found.column.values[found.members[found.starts[cluster]!]!]!;
  for (const cluster of clusters) names.set(cluster, nameOf(cluster).toLowerCase());
  return (a, b) => {
    const left = names.get(a)!;
    const right = names.get(b)!;
    if (left !== right) return left < right ? -1 : 1;
    return nameOf(a) < nameOf(b) ? -1 : 1;
  };
}

function holds(column: Column, code: number, wanted: string): boolean {
  return column.values[code]!.toLowerCase().includes(wanted);
}

function membersOf(found: FoundClusters, cluster: number): Uint32Array {
  return found.members.subarray(found.starts[cluster]!, found.starts[cluster + 1]!);
}

function clusterAt(found: FoundClusters, cluster: number): ValueCluster {
  const values = Array.from(membersOf(found, cluster), (code) => ({
    value: found.column.values[code]!,
    rows: found.counts[code]!,
  }));
  return {
    key: found.keys[cluster]!,
    values,
    rows: values.reduce((sum, { rows }) => sum + rows, 0),
    to: values[0]!.value,
  };
}
