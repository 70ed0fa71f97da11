import type { Progress } from '@shared/base/progress';

/**
 * What the engine is busy with, shown only while somebody waits for an answer. Reports cross the threads by another way
 * than answers and may come in after them; such a report must not stay on the screen for ever.
 */
export class ProgressMark {
  private waiting = 0;

  /** `show` is handed every report, and null when nothing is waited for any more. */
  constructor(private readonly show: (progress: Progress | null) => void) {}

  report(progress: Progress): void {
    if (this.waiting > 0) this.show(progress);
  }

  /** Shows reports for as long as the task takes. */
  async during<T>(task: () => Promise<T>): Promise<T> {
    this.waiting++;
    try {
      return await task();
    } finally {
      this.waiting--;
      if (this.waiting === 0) this.show(null);
    }
  }
}
