/** Reasons for which the page ends that are no crash: the window was closed or the page replaced. */
const NOT_A_CRASH = new Set(['clean-exit']);

/** A second crash within this time is not answered by loading again. Milliseconds. */
const CALM_MS = 60_000;

export interface CrashActions {
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  readonly reload: () => void;
  /** Tells the person what happened and asks: load again, or quit. */
  readonly ask: (reason: string) => Promise<'reload' | 'quit'>;
  readonly quit: () => void;
}

/**
 * What to do when the page's process is gone: load it again at once, because every decision shown as saved is on the
 * disk; after a second crash within a minute ask first, so that a page that cannot live does not loop.
 */
export function crashGuard(actions: CrashActions): (reason: string) => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async (reason) => {
    if (NOT_A_CRASH.has(reason)) return;
    const before = last;
    last = actions.now();
    if (last - before >= CALM_MS || (await actions.ask(reason)) === 'reload') actions.reload();
    else actions.quit();
  };
}

/** The sentence for a person behind a reason of Chromium. */
export function crashSentence(reason: string): string {
  const why =
    reason === 'oom' || reason === 'memory-eviction'
      ? 'it ran out of memory. Close other programs, or work with fewer rows at a time'
      : `its process ended unexpectedly (${reason})`;
  return `The window stopped again: ${why}. Everything shown as saved is saved.`;
}
