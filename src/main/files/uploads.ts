import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ensureSpace, megabytes, randomId } from './durable';
import { failure } from './errors';
import { Serial } from './serial';

/** Most uploads under way at a time. */
const MAX_UPLOADS = 64;

/** What is about to arrive, and where it goes. */
export interface UploadPlan {
  /** Where the bytes are collected; removed when the upload is given up. */
  readonly temporary: string;
  readonly bytes: number;
  /** What the content must hash to, or null when it is checked in another way. */
  readonly sha256: string | null;
  /** Called with the complete, synced file; moves it to its place. Null: whoever finishes it uses it up (`take`). */
  readonly place: ((temporary: string) => Promise<void>) | null;
  /** What the upload belongs to (a project folder, a package): given up together with it. */
  readonly owner: string;
}

interface UnderWay {
  readonly plan: UploadPlan;
  readonly handle: FileHandle;
  readonly hash: Hash;
  readonly serial: Serial;
  received: number;
}

/** Files arriving in blocks. Each is collected in a temporary file, hashed on the way, and placed only when whole. */
export class Uploads {
  readonly #underWay = new Map<string, UnderWay>();
  readonly #present = new Map<string, string>();

  /** Starts an upload; checks the room on the disk first. */
  async begin(plan: UploadPlan): Promise<string> {
    if (this.#underWay.size >= MAX_UPLOADS) {
      throw failure('TOO_MANY_UPLOADS', 'Too many files are being stored at once. Wait for some to finish.');
    }
    await ensureSpace(dirname(plan.temporary), plan.bytes);
    const handle = await open(plan.temporary, 'wx', 0o600);
    const id = randomId();
    const hash = createHash('sha256');
    this.#underWay.set(id, { plan, handle, hash, serial: new Serial(), received: 0 });
    return id;
  }

  /** An upload of something that is there already: blocks are ignored, finishing it does nothing. */
  beginPresent(owner: string): string {
    const id = randomId();
    this.#present.set(id, owner);
    return id;
  }

  /** Takes the next block. Blocks come in order, without gaps. */
  async write(id: string, offset: number, data: Uint8Array): Promise<void> {
    if (this.#present.has(id)) return;
    const upload = this.#find(id);
    await upload.serial.run(async () => {
      if (offset !== upload.received || offset + data.byteLength > upload.plan.bytes) {
        throw failure(
          'UPLOAD_OUT_OF_ORDER',
          'A piece of the file arrived out of order. Add the file again.',
          {
            expected: upload.received,
            offset,
          },
        );
      }
      for (let done = 0; done < data.byteLength; ) {
        const { bytesWritten } = await upload.handle.write(data, done, data.byteLength - done, offset + done);
        done += bytesWritten;
      }
      upload.hash.update(data);
      upload.received += data.byteLength;
    });
  }

  /** Checks length and hash, makes the file durable and places it. On any failure the upload is gone. */
  async commit(id: string): Promise<void> {
    if (this.#present.delete(id)) return;
    const { place } = this.#find(id).plan;
    if (place === null) throw failure('UPLOAD_KIND', 'This file is to be opened as a project, not stored.');
    await this.#finish(id, place);
  }

  /** Like `commit`, for an upload without a place: `use` is given the file, which is removed afterwards. */
  async take<T>(id: string, use: (temporary: string) => Promise<T>): Promise<T> {
    if (this.#find(id).plan.place !== null) {
      throw failure('UPLOAD_KIND', 'This file is to be stored, not opened as a project.');
    }
    return this.#finish(id, use);
  }

  async #finish<T>(id: string, use: (temporary: string) => Promise<T>): Promise<T> {
    const upload = this.#find(id);
    this.#underWay.delete(id);
    const { temporary } = upload.plan;
    try {
      await upload.serial.run(() => checkAndSync(upload));
      await upload.handle.close();
      return await use(temporary);
    } finally {
      await discard(upload);
    }
  }

  /** Gives an upload up. An unknown id is not an error: it is gone, as wanted. */
  async abort(id: string): Promise<void> {
    this.#present.delete(id);
    const upload = this.#underWay.get(id);
    this.#underWay.delete(id);
    if (upload) await discard(upload);
  }

  /** Gives up everything that belongs to `owner`. */
  async abortOf(owner: string): Promise<void> {
    for (const [id, of] of this.#present) if (of === owner) this.#present.delete(id);
    for (const [id, upload] of this.#underWay) if (upload.plan.owner === owner) await this.abort(id);
  }

  /** Whether something that belongs to `owner` is still arriving. */
  isBusy(owner: string): boolean {
    return [...this.#underWay.values()].some((upload) => upload.plan.owner === owner);
  }

  /** Gives up everything. */
  async abortAll(): Promise<void> {
    for (const id of [...this.#underWay.keys()]) await this.abort(id);
    this.#present.clear();
  }

  #find(id: string): UnderWay {
    const upload = this.#underWay.get(id);
    if (upload) return upload;
    throw failure(
      'UPLOAD_UNKNOWN',
      'This file transfer was ended, perhaps by closing the project. Start it again.',
    );
  }
}

async function checkAndSync(upload: UnderWay): Promise<void> {
  const { plan, received } = upload;
  if (received !== plan.bytes) {
    throw failure(
      'UPLOAD_CUT_SHORT',
      `Only ${megabytes(received)} of ${megabytes(plan.bytes)} arrived. Add the file again.`,
      { received, announced: plan.bytes },
    );
  }
  const found = upload.hash.digest('hex');
  if (plan.sha256 !== null && plan.sha256 !== found) {
    throw failure(
      'HASH_MISMATCH',
      'The file changed while it was read: its content is not what was announced. Close it in other programs and add it again.',
      { announced: plan.sha256, found },
    );
  }
  await upload.handle.sync();
}

/** Closes the temporary file and removes it, where that has not happened. */
async function discard(upload: UnderWay): Promise<void> {
  await upload.serial.run(() => upload.handle.close());
  await rm(upload.plan.temporary, { force: true });
}
