import { nextTask } from './next-task';
import { type AppError, AppFailure } from './result';

/** Where a long task is. `done` of `total` in the unit the label names; `total` 0 means not known yet. */
export interface Progress {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** What a long task is given: a place to report to and a signal to obey. */
export interface TaskContext {
  readonly report: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/**
 * Lets what waits run (questions, a request to stop) and then throws `CANCELLED` when one came. For between the steps of
 * long work in a thread that others wait for.
 */
export async function breathe(task: TaskContext): Promise<void> {
  await nextTask();
  checkCancelled(task);
}

/** Values looked at between two breaths: some milliseconds of work. */
const BREATH = 50_000;
/** What a step costs at least, in values. */
const LEAST_STEP = 100;

/**
 * `breathe` for tasks of very many steps, big or small: takes the values each step looked at, and rests once they come to
 * some milliseconds. Ten thousand columns of one row would otherwise rest ten thousand times.
 */
export function pacedBy(task: TaskContext): (values: number) => Promise<void> {
  let since = 0;
  return async (values) => {
    since += values + LEAST_STEP;
    if (since < BREATH) return;
    since = 0;
    await breathe(task);
  };
}

/** A context nobody watches; never cancelled. */
export const quietTask: TaskContext = { report: () => undefined, signal: new AbortController().signal };

/** What a task answers when the person asked to stop. */
export const CANCELLED: AppError = {
  code: 'CANCELLED',
  message: 'Stopped at your request. Nothing was changed.',
};

/** Throws the `CANCELLED` failure when the person asked to stop. */
export function checkCancelled(task: TaskContext): void {
  if (task.signal.aborted) throw new AppFailure(CANCELLED);
}
