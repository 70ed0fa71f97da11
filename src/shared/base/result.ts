/**
 * Errors as values. A failure a person can act on is an `AppError`; a bug is an exception.
 */

/** What went wrong, in three layers: a stable code, a sentence for the person, details for the log. */
export interface AppError {
  /** Stable, upper snake case, e.g. `WORKBOOK_ENCRYPTED`. */
  readonly code: string;
  /** What happened, why, and what to do next, in plain words. */
  readonly message: string;
  /** Technical facts for the log; never shown first. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

export type Result<T, E = AppError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail(
  code: string,
  message: string,
  details?: AppError['details'],
): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: details ? { code, message, details } : { code, message } };
}

/** An `AppError` on its way through code that cannot return a `Result` (streams, callbacks, worker calls). */
export class AppFailure extends Error {
  override readonly name = 'AppFailure';
  constructor(readonly error: AppError) {
    super(error.message);
  }
}

/** The value, or an `AppFailure` thrown. For callers that already run under a `Result` boundary. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new AppFailure(result.error);
  return result.value;
}

/** Runs `work`; an `AppFailure` becomes a `Result`, anything else is a bug and is thrown on. */
export async function capture<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (cause) {
    if (cause instanceof AppFailure) return { ok: false, error: cause.error };
    throw cause;
  }
}

/** Exhaustiveness guard for switches over unions. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
