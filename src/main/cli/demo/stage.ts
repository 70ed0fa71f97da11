import { AppFailure, type Result, unwrap } from '@shared/base/result';
import type { ProjectSession } from '@shared/host/session';
import { BLOCK_BYTES, type HostApi } from '@shared/host/types';
import type { EventDraft, EventKind, EventPayloads, ProjectState } from '@shared/journal/types';
import type { Engine } from '@shared/pipeline/types';
import type { Cast, CastMember } from './cast';

/** What every scene of the demonstration works with. */
export interface Stage {
  readonly cast: Cast;
  readonly host: HostApi;
  readonly session: ProjectSession;
  readonly engine: Engine;
  readonly clock: () => string;
  /** Says what happens, for the person watching. */
  tell(text: string): void;
}

/** An event in the words of its kind. */
export function draft<K extends EventKind>(
  kind: K,
  subject: string,
  payload: EventPayloads[K],
): EventDraft<K> {
  return { kind, subject, payload };
}

/** Most events put into one append; each append is synced to disk before it counts. */
const BATCH = 5_000;

/** Writes events to the journal as one person and shows the engine the new state. */
export async function commit(
  stage: Stage,
  drafts: readonly EventDraft[],
  by: CastMember,
): Promise<ProjectState> {
  for (let from = 0; from < drafts.length; from += BATCH) {
    unwrap(await stage.session.commit(drafts.slice(from, from + BATCH), by.actor));
  }
  const { state, entries } = stage.session;
  await stage.engine.setState(state, entries);
  return state;
}

/** Stores bytes under their hash in the project. */
export async function storeSource(
  stage: Stage,
  source: { readonly sha256: string; readonly ext: string },
  bytes: Uint8Array,
): Promise<void> {
  const { host, session } = stage;
  const { uploadId, present } = unwrap(
    await host.beginSource({ folder: session.folder, ...source, bytes: bytes.length }),
  );
  for (let offset = 0; !present && offset < bytes.length; offset += BLOCK_BYTES) {
    unwrap(await host.writeBlock({ uploadId, offset, data: bytes.subarray(offset, offset + BLOCK_BYTES) }));
  }
  unwrap(await host.commitUpload({ uploadId }));
}

/** The value of something the script relies on; the script is wrong when it is missing. */
export function required<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) {
    throw new AppFailure({
      code: 'DEMO_SCRIPT',
      message: `The demonstration expected ${what} and did not find it. The sample files may have been changed; restore resources/samples and try again.`,
    });
  }
  return value;
}

/** Unwraps the answer of an engine call. */
export async function answer<T>(question: Promise<Result<T>>): Promise<T> {
  return unwrap(await question);
}
