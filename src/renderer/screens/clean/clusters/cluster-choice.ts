import type { MergedCluster, ValueCluster } from '@shared/clean/types';

/** What a person decided on one cluster. */
export interface ClusterChoice {
  readonly cluster: ValueCluster;
  /** It is merged. */
  readonly on: boolean;
  /** The surviving spelling. */
  readonly to: string;
  /** Spellings that stay as they are. */
  readonly left: ReadonlySet<string>;
}

/** Decisions by the name of the cluster; clusters nobody touched have none. */
export type ClusterChoices = ReadonlyMap<string, ClusterChoice>;

export const NO_CHOICES: ClusterChoices = new Map();

const NONE_LEFT: ReadonlySet<string> = new Set();

/** A name under which a cluster is found again while it is looked at: its key, else its most frequent spelling. */
export function clusterName(cluster: ValueCluster): string {
  return cluster.key === null ? `=${cluster.values[0]?.value ?? ''}` : `#${cluster.key}`;
}

/** What is decided on a cluster; left alone with the proposed spelling where nothing is. */
export function choiceOf(choices: ClusterChoices, cluster: ValueCluster): ClusterChoice {
  return choices.get(clusterName(cluster)) ?? leftAlone(cluster);
}

function leftAlone(cluster: ValueCluster): ClusterChoice {
  return { cluster, on: false, to: cluster.to, left: NONE_LEFT };
}

/** Takes a cluster or leaves it. */
export function toggled(choices: ClusterChoices, cluster: ValueCluster): ClusterChoices {
  const choice = choiceOf(choices, cluster);
  return put(choices, { ...choice, cluster, on: !choice.on });
}

/** Another surviving spelling, chosen or typed; choosing one takes the cluster. */
export function renamed(choices: ClusterChoices, cluster: ValueCluster, to: string): ClusterChoices {
  return put(choices, { ...choiceOf(choices, cluster), cluster, to, on: true });
}

/** A spelling that is no variant of the others is left out, or taken in again. */
export function spellingToggled(
  choices: ClusterChoices,
  cluster: ValueCluster,
  value: string,
): ClusterChoices {
  const choice = choiceOf(choices, cluster);
  const left = new Set(choice.left);
  if (!left.delete(value)) left.add(value);
  return put(choices, { ...choice, cluster, left });
}

/** Takes or leaves many at once; what was said of their spellings stays. */
export function allSet(
  choices: ClusterChoices,
  clusters: readonly ValueCluster[],
  on: boolean,
): ClusterChoices {
  const next = new Map(choices);
  for (const cluster of clusters) {
    // Once for each: names are what takes longest when there are tens of thousands.
    const name = clusterName(cluster);
    next.set(name, { ...(choices.get(name) ?? leftAlone(cluster)), cluster, on });
  }
  return next;
}

/** What is merged, and how much that is. */
export interface MergeCount {
  readonly clusters: number;
  /** Spellings that change, and the rows that hold them. */
  readonly values: number;
  readonly rows: number;
}

/** Whether the chosen clusters change anything: found at the first that does, without counting all. */
export function mergesAny(choices: ClusterChoices): boolean {
  for (const choice of choices.values()) if (choice.on && changedSpellings(choice).length > 0) return true;
  return false;
}

/** Counts what the chosen clusters change. */
export function mergeCount(choices: ClusterChoices): MergeCount {
  let clusters = 0;
  let values = 0;
  let rows = 0;
  for (const { on, cluster, to, left } of choices.values()) {
    if (!on) continue;
    const before = values;
    for (const spelling of cluster.values) {
      if (spelling.value === to || left.has(spelling.value)) continue;
      values++;
      rows += spelling.rows;
    }
    if (values > before) clusters++;
  }
  return { clusters, values, rows };
}

/**
 * The chosen clusters as a step holds them. A cluster with a spelling left out has no key: the key would catch that
 * spelling as well.
 */
export function mergedClusters(choices: ClusterChoices): MergedCluster[] {
  const merged: MergedCluster[] = [];
  for (const choice of choices.values()) {
    if (!choice.on) continue;
    const from = changedSpellings(choice);
    if (from.length === 0) continue;
    merged.push({ to: choice.to, from, key: choice.left.size > 0 ? null : choice.cluster.key });
  }
  return merged.sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
}

/**
 * The clusters of a step as choices, to be gone through again; row counts come back with the clusters themselves. A
 * cluster without a key is found again by its surviving spelling.
 */
export function choicesOf(clusters: readonly MergedCluster[]): ClusterChoices {
  const choices = new Map<string, ClusterChoice>();
  for (const { to, from, key } of clusters) {
    const values = [to, ...from].map((value) => ({ value, rows: 0 }));
    const cluster: ValueCluster = { key, values, rows: 0, to };
    choices.set(clusterName(cluster), { cluster, on: true, to, left: NONE_LEFT });
  }
  return choices;
}

/**
 * Brings choices of a saved step together with the clusters found now: a stored one that holds a spelling of a found
 * one takes its name, its counts, and leaves out what the step does not name.
 */
export function recognised(choices: ClusterChoices, found: readonly ValueCluster[]): ClusterChoices {
  const bySpelling = new Map<string, string>();
  for (const [name, { cluster }] of choices)
    if (cluster.rows === 0) for (const { value } of cluster.values) bySpelling.set(value, name);
  if (bySpelling.size === 0) return choices;
  const next = new Map(choices);
  for (const cluster of found) {
    const name = cluster.values
      .map(({ value }) => bySpelling.get(value))
      .find((item) => item !== undefined && next.has(item));
    const stored = name === undefined ? undefined : next.get(name);
    if (name === undefined || stored === undefined || stored.cluster.rows > 0) continue;
    next.delete(name);
    const listed = new Set(stored.cluster.values.map(({ value }) => value));
    const left =
      stored.cluster.key === null
        ? new Set(cluster.values.map(({ value }) => value).filter((value) => !listed.has(value)))
        : NONE_LEFT;
    next.set(clusterName(cluster), { cluster, on: stored.on, to: stored.to, left });
  }
  return next;
}

function changedSpellings({ cluster, to, left }: ClusterChoice): string[] {
  const changed: string[] = [];
  for (const { value } of cluster.values) if (value !== to && !left.has(value)) changed.push(value);
  return changed;
}

function put(choices: ClusterChoices, choice: ClusterChoice): ClusterChoices {
  return new Map(choices).set(clusterName(choice.cluster), choice);
}
