import type { FileHandle } from 'node:fs/promises';
import { configure, Reader } from '@zip.js/zip.js';
import { failure } from './errors';
import { readRange } from './reading';

configure({ useWebWorkers: false });

/** No table of contents of ours is larger; zip.js reads it in one piece. */
const MAX_READ_BYTES = 16 << 20;

/** An open file as a source for zip.js, read piece by piece. */
export class HandleReader extends Reader<FileHandle> {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle, size: number) {
    super(handle);
    this.#handle = handle;
    this.size = size;
  }

  override readUint8Array(index: number, length: number): Promise<Uint8Array> {
    if (length > MAX_READ_BYTES) {
      throw failure('ARCHIVE_REFUSED', 'This file was not opened: its table of contents is far too large.');
    }
    return readRange(this.#handle, index, Math.max(0, Math.min(length, this.size - index)));
  }
}

/** A stream that writes to an open file from its start; closing or aborting it leaves the file open. */
export function handleSink(
  handle: FileHandle,
  onBlock: (block: Uint8Array) => void = () => undefined,
): WritableStream<Uint8Array> {
  let offset = 0;
  return new WritableStream({
    async write(block) {
      onBlock(block);
      for (let done = 0; done < block.byteLength; ) {
        const { bytesWritten } = await handle.write(block, done, block.byteLength - done, offset);
        done += bytesWritten;
        offset += bytesWritten;
      }
    },
  });
}
