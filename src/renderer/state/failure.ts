import { type AppError, AppFailure, type Result } from '@shared/base/result';

/** Anything thrown, as an error a person can read. Bugs keep their text in `details` for the report. */
export function errorOf(cause: unknown): AppError {
  if (cause instanceof AppFailure) return cause.error;
  const carried = carriedError(cause);
  if (carried) return carried;
  return {
    code: 'UNEXPECTED',
    message:
      'Something went wrong inside Winnow. Nothing that was saved is lost. Try again; if it happens again, report it with the details below.',
    details: { cause: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause) },
  };
}

/** The same as a failed result, for `.catch(fromException)`. */
export function fromException(cause: unknown): Result<never> {
  return { ok: false, error: errorOf(cause) };
}

/** An `AppFailure` that crossed a thread lost its class but not its fields. */
function carriedError(cause: unknown): AppError | null {
  if (typeof cause !== 'object' || cause === null || !('error' in cause)) return null;
  const { error } = cause;
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return null;
  if (typeof error.code !== 'string' || typeof error.message !== 'string') return null;
  return { code: error.code, message: error.message };
}
