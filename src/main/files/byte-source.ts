import { type FileHandle, open } from 'node:fs/promises';
import type { ByteSource } from '@shared/ingest/types';
import { readRange } from './reading';

/** A range of an open file, read when asked for: what `Blob` is in a browser. */
class FileRange implements ByteSource {
  constructor(
    protected readonly handle: FileHandle,
    private readonly start: number,
    readonly size: number,
  ) {}

  slice(start = 0, end = this.size): ByteSource {
    const from = clamp(start, this.size);
    return new FileRange(this.handle, this.start + from, Math.max(0, clamp(end, this.size) - from));
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await readRange(this.handle, this.start, this.size)).buffer;
  }
}

function clamp(position: number, size: number): number {
  return position < 0 ? Math.max(0, size + position) : Math.min(position, size);
}

/** A file on disk as a `ByteSource`. It stays open until `close`. */
export class FileSource extends FileRange {
  /** Opens a file for reading. */
  static async open(path: string): Promise<FileSource> {
    const handle = await open(path, 'r');
    return new FileSource(handle, 0, (await handle.stat()).size);
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}
