import { stat } from 'node:fs/promises';
import { randomId } from './durable';
import { failure } from './errors';
import { readFileRange } from './reading';

/** Most finished files kept readable; the oldest is forgotten (not deleted). */
const MAX_DOWNLOADS = 64;

/** Finished files a window may read in pieces, by a handle it cannot guess. */
export class Downloads {
  readonly #paths = new Map<string, string>();

  /** Makes a file readable; answers what `exportProject` and `exportPackage` answer. */
  async offer(path: string): Promise<{ path: string; bytes: number; downloadId: string }> {
    const { size } = await stat(path);
    const downloadId = randomId();
    this.#paths.set(downloadId, path);
    for (const oldest of this.#paths.keys()) {
      if (this.#paths.size <= MAX_DOWNLOADS) break;
      this.#paths.delete(oldest);
    }
    return { path, bytes: size, downloadId };
  }

  /** A piece of an offered file; empty past its end. */
  async read(downloadId: string, offset: number, length: number): Promise<Uint8Array> {
    const path = this.#paths.get(downloadId);
    if (path === undefined) {
      throw failure('DOWNLOAD_UNKNOWN', 'This file is no longer offered. Save the project or package again.');
    }
    return readFileRange(path, offset, length);
  }
}
