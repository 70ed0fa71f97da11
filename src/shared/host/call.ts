import { AppFailure, fail, type Result } from '../base/result';
import { type HostMethod, type HostRequest, isHostMethod } from './contract';
import { requestSchemas } from './schemas';
import type { HostApi } from './types';

/** The host's methods seen as a table from name to function; what lets one dispatcher call them all type-safely. */
type HostTable = { readonly [M in HostMethod]: (request: HostRequest<M>) => Promise<Result<unknown>> };

/**
 * The one way from an untrusted message to a host: checks the method's name, checks the request, calls, and turns
 * whatever goes wrong into an error value. Never rejects.
 */
export async function callHost(host: HostApi, method: string, payload: unknown): Promise<Result<unknown>> {
  if (!isHostMethod(method)) {
    return fail('UNKNOWN_METHOD', 'This window asked for something Winnow does not offer. Restart Winnow.', {
      method: method.slice(0, 60),
    });
  }
  return callKnown(host, method, payload);
}

async function callKnown<M extends HostMethod>(
  host: HostTable,
  method: M,
  payload: unknown,
): Promise<Result<unknown>> {
  const request = requestSchemas[method].safeParse(payload);
  if (!request.success) {
    const issue = request.error.issues[0];
    return fail(
      'BAD_REQUEST',
      'Winnow refused a request because a value in it is not allowed. Nothing was changed.',
      { method, where: issue?.path.join('.') ?? '', problem: issue?.message ?? '' },
    );
  }
  try {
    return await host[method](request.data);
  } catch (cause) {
    if (cause instanceof AppFailure) return { ok: false, error: cause.error };
    return fail(
      'INTERNAL',
      'Something went wrong inside Winnow; what was saved before is safe. Try again, and restart Winnow if it happens again.',
      { method, cause: cause instanceof Error ? cause.message : String(cause) },
    );
  }
}
