import type { Progress } from '@shared/base/progress';
import { AppFailure, type Result, unwrap } from '@shared/base/result';
import { sourceExtension } from '@shared/host/names';
import { BLOCK_BYTES, type HostApi } from '@shared/host/types';
import type { SourceFile } from '@shared/journal/types';

export interface UploadTask {
  readonly report: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

/** Hashes a file; the engine worker does it. Answers 64 hex digits, or null once `goOn` says no. */
export type HashFile = (file: Blob, goOn: (done: number) => boolean) => Promise<string | null>;

/**
 * Copies a file into the project folder under the name of its content. Sends nothing when the folder has it already.
 * Errors: what the host says; `CANCELLED`; `FILE_CHANGED` when the file cannot be read to its end.
 */
export async function uploadSource(
  host: HostApi,
  folder: string,
  file: File,
  hash: HashFile,
  task: UploadTask,
): Promise<SourceFile> {
  const total = file.size;
  const sha256 = await readable(file, () =>
    hash(file, (done) => {
      task.report({ label: `Checking ${file.name}`, done, total });
      return !task.signal.aborted;
    }),
  );
  if (sha256 === null || task.signal.aborted) throw stopped();
  const ext = sourceExtension(file.name);
  const { uploadId, present } = unwrap(await host.beginSource({ folder, sha256, ext, bytes: total }));
  try {
    for (let offset = 0; !present && offset < total; offset += BLOCK_BYTES) {
      stopIfAsked(task.signal);
      task.report({ label: `Copying ${file.name}`, done: offset, total });
      const data = await readable(
        file,
        async () => new Uint8Array(await file.slice(offset, offset + BLOCK_BYTES).arrayBuffer()),
      );
      unwrap<null>(await host.writeBlock({ uploadId, offset, data }));
    }
    unwrap(await host.commitUpload({ uploadId }));
  } catch (cause) {
    await aborted(host.abortUpload({ uploadId }));
    throw cause;
  }
  return { sha256, ext, name: file.name, bytes: total };
}

function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw stopped();
}

function stopped(): AppFailure {
  return new AppFailure({ code: 'CANCELLED', message: 'Stopped at your request. Nothing was added.' });
}

/** The abort is a courtesy to the host; its failure must not hide why it was needed. */
async function aborted(abort: Promise<Result<null>>): Promise<void> {
  await abort.catch(() => undefined);
}

/** Browsers refuse to read a picked file that changed or went away since. */
async function readable<T>(file: File, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new AppFailure({
      code: 'FILE_CHANGED',
      message: `${file.name} could not be read to its end. It was probably changed, moved or is open in another program. Close it there and add it again.`,
      details: { cause: String(cause) },
    });
  }
}
