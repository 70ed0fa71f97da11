import type { AppError, Result } from '@shared/base/result';
import type { ValueCluster } from '@shared/clean/types';
import type { ValueClusterPage } from '@shared/pipeline/cleaning-types';

/** What is known of all clusters of a query; a new object only when it changes. */
export interface ClusterSummary {
  /** Clusters that meet the query; null until the first page came. */
  readonly total: number | null;
  readonly distinct: number;
  readonly rows: number;
  readonly limits: string;
  readonly error: AppError | null;
}

const PAGE = 200;

/** Clusters of one query in pages, asked for as they come into sight. Another query gets another instance. */
export class ClusterBlocks {
  private readonly pages = new Map<number, readonly ValueCluster[]>();
  private readonly asked = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private summary: ClusterSummary = { total: null, distinct: 0, rows: 0, limits: '', error: null };
  private arrived = 0;

  constructor(
    private readonly fetch: (start: number, count: number) => Promise<Result<ValueClusterPage>>,
    private readonly onPage: (clusters: readonly ValueCluster[]) => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSummary = (): ClusterSummary => this.summary;

  /** Counts up with every page that came. */
  readonly getArrived = (): number => this.arrived;

  /** The cluster at a place, if it is here. */
  at(place: number): ValueCluster | undefined {
    const page = Math.floor(place / PAGE);
    return this.pages.get(page)?.[place - page * PAGE];
  }

  /** Asks for what is missing of `[from, to]`; again after an error. */
  need(from: number, to: number): void {
    for (
      let page = Math.floor(Math.max(0, from) / PAGE);
      page <= Math.floor(Math.max(from, to) / PAGE);
      page++
    )
      if (!this.pages.has(page) && !this.asked.has(page)) void this.load(page);
  }

  /** Every cluster of the query, in order; in pieces, so that the window stays alive. */
  async all(): Promise<Result<readonly ValueCluster[]>> {
    const all: ValueCluster[] = [];
    for (let total = Number.POSITIVE_INFINITY; all.length < total; ) {
      const result = await this.fetch(all.length, PIECE);
      if (!result.ok) return result;
      all.push(...result.value.clusters);
      total = result.value.clusters.length === 0 ? 0 : result.value.total;
    }
    return { ok: true, value: all };
  }

  private async load(page: number): Promise<void> {
    this.asked.add(page);
    const result = await this.fetch(page * PAGE, PAGE);
    this.asked.delete(page);
    if (result.ok) {
      const { clusters, total, distinct, rows, limits } = result.value;
      this.pages.set(page, clusters);
      this.onPage(clusters);
      this.arrived++;
      // All pages of a query tell the same of the whole.
      if (this.summary.total !== total || this.summary.error)
        this.summary = { total, distinct, rows, limits, error: null };
    } else this.summary = { ...this.summary, error: result.error };
    for (const listener of this.listeners) listener();
  }
}

/** Clusters taken over at once when all are asked for. */
const PIECE = 4_000;
