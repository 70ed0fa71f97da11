/** Runs work that is done in steps to its end at once, unheeding of what it yields; for callers nobody waits behind. */
export function runSteps<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
