import { resourceUsage } from 'node:process';

/** Seconds per stage of a run, in the order the stages first ran. */
export class Stopwatch {
  private readonly started = performance.now();
  private readonly stages = new Map<string, number>();

  /** Runs a stage and adds its time. */
  time<T>(stage: string, work: () => T): T {
    const start = performance.now();
    try {
      return work();
    } finally {
      this.add(stage, performance.now() - start);
    }
  }

  /** The same for a stage that waits. */
  async timeAsync<T>(stage: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.add(stage, performance.now() - start);
    }
  }

  private add(stage: string, milliseconds: number): void {
    this.stages.set(stage, (this.stages.get(stage) ?? 0) + milliseconds);
  }

  /** Seconds per stage and in all, to the millisecond. */
  seconds(): Readonly<Record<string, number>> {
    const entries = [...this.stages].map(([stage, ms]) => [stage, toSeconds(ms)] as const);
    return Object.fromEntries([...entries, ['total', toSeconds(performance.now() - this.started)] as const]);
  }
}

function toSeconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}

/** Most memory the process has held so far, in mebibytes. */
export function peakMemoryMb(): number {
  return Math.round(resourceUsage().maxRSS / 1024);
}
