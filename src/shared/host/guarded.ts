import { AppFailure, fail, type Result } from '../base/result';
import type { HostApi } from './types';

/** The calls a session makes. */
export type JournalHost = Pick<
  HostApi,
  'openProject' | 'closeProject' | 'appendJournal' | 'replaceJournal' | 'saveCheckpoint'
>;

/**
 * The same host with its promise kept for it: no call rejects. A channel that breaks (the window lost its host, the
 * server was stopped) becomes the error `HOST_GONE`.
 */
export function guarded(host: HostApi): JournalHost {
  return {
    openProject: (request) => attempt(() => host.openProject(request)),
    closeProject: (request) => attempt(() => host.closeProject(request)),
    appendJournal: (request) => attempt(() => host.appendJournal(request)),
    replaceJournal: (request) => attempt(() => host.replaceJournal(request)),
    saveCheckpoint: (request) => attempt(() => host.saveCheckpoint(request)),
  };
}

async function attempt<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof AppFailure) return { ok: false, error: cause.error };
    return fail(
      'HOST_GONE',
      'Winnow lost the connection to the part of it that writes files. Everything shown as saved is saved. Close the project and open it again.',
      { cause: cause instanceof Error ? cause.message : String(cause) },
    );
  }
}
