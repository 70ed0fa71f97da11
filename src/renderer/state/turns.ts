/** Long enough for the questions of a screen, and those that follow from their answers, to be asked. */
const PATIENCE_MS = 50;

/**
 * Questions to the engine by their urgency. What the screen shows is asked at once; counts of the whole project wait until
 * nothing else is asked for a moment, since the engine answers one thing after the other.
 */
export class Turns {
  private asking = 0;
  private stops = 0;

  constructor(private readonly patience: number = PATIENCE_MS) {}

  /** Asks at once. */
  async now<T>(ask: () => Promise<T>): Promise<T> {
    this.asking++;
    try {
      return await ask();
    } finally {
      this.asking--;
    }
  }

  /** Asks when nothing is asked at once; questions that can wait do not wait for each other. Null after a `stop` meanwhile. */
  async last<T>(ask: () => Promise<T>): Promise<T | null> {
    const { stops } = this;
    do {
      await new Promise((resolve) => setTimeout(resolve, this.patience));
      if (this.stops !== stops) return null;
    } while (this.asking > 0);
    return ask();
  }

  /** What still waits is not asked any more. */
  stop(): void {
    this.stops++;
  }
}
