import { type Result, unwrap } from '@shared/base/result';
import { BLOCK_BYTES } from '@shared/host/types';
import type { ByteSource } from '@shared/ingest/types';

/** Reads `length` bytes from `offset` of one source file. */
export type BlockReader = (offset: number, length: number) => Promise<Result<Uint8Array>>;

/** A source file in the project folder, read in blocks through the host. Slices share the reader, copy nothing. */
export class HostByteSource implements ByteSource {
  readonly size: number;

  constructor(
    private readonly read: BlockReader,
    private readonly start: number,
    end: number,
  ) {
    this.size = end - start;
  }

  slice(start = 0, end = this.size): ByteSource {
    const from = clamp(start < 0 ? this.size + start : start, this.size);
    const to = Math.max(from, clamp(end < 0 ? this.size + end : end, this.size));
    return new HostByteSource(this.read, this.start + from, this.start + to);
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    if (this.size > 0 && this.size <= BLOCK_BYTES) return wholeBuffer(await this.block(0));
    const whole = new Uint8Array(this.size);
    for (let at = 0; at < this.size; at += BLOCK_BYTES) whole.set(await this.block(at), at);
    return whole.buffer;
  }

  private async block(at: number): Promise<Uint8Array<ArrayBuffer>> {
    const length = Math.min(BLOCK_BYTES, this.size - at);
    const bytes = unwrap(await this.read(this.start + at, length));
    const { buffer } = bytes;
    return buffer instanceof ArrayBuffer
      ? new Uint8Array(buffer, bytes.byteOffset, bytes.byteLength)
      : new Uint8Array(bytes);
  }
}

/** The memory of some bytes, nothing but them in it. */
function wholeBuffer(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}

function clamp(value: number, size: number): number {
  return Math.min(Math.max(0, Math.trunc(value)), size);
}
