import type { Progress, TaskContext } from '@shared/base/progress';
import type { AppError } from '@shared/base/result';

/** Exit codes of every command: 0 done, 1 bad input, 2 gate closed or verification failed. */
export const EXIT = { done: 0, badInput: 1, refused: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Where a command speaks to: standard output, standard error, and a line of progress for a person watching. */
export interface CliIo {
  out(text: string): void;
  err(text: string): void;
  /** Shows progress where somebody watches; nothing otherwise. */
  progress(progress: Progress): void;
  /** Takes the progress line away before something else is written. */
  settle(): void;
}

/** One command of the program. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Everything `winnow NAME --help` says. */
  readonly help: string;
  run(args: readonly string[], io: CliIo): Promise<ExitCode>;
}

/** A task whose progress goes to the person watching. */
export function taskOf(io: CliIo): TaskContext {
  return { report: (progress) => io.progress(progress), signal: new AbortController().signal };
}

/** Prints a value as JSON, two blanks deep, with a final newline. */
export function printJson(io: CliIo, value: unknown): void {
  io.settle();
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}

/**
 * Ends a command with an error: the sentence on standard error and, under `--json`, the same as an object on standard
 * output.
 */
export function failWith(
  io: CliIo,
  command: string,
  json: boolean,
  error: AppError,
  code: ExitCode = EXIT.badInput,
): ExitCode {
  io.settle();
  io.err(`winnow ${command}: ${error.message}\n`);
  if (json) io.out(`${JSON.stringify({ command, ok: false, error }, null, 2)}\n`);
  return code;
}
