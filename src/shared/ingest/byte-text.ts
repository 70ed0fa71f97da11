import { grown } from '../base/grown';

/** Bytes gathered one after the other, in memory that grows. */
export class ByteText {
  bytes: Uint8Array<ArrayBuffer>;
  size = 0;

  constructor(capacity = 256) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Adds `source[from, to)`, mostly a few bytes. */
  add(source: Uint8Array, from: number, to: number): void {
    const end = this.size + to - from;
    if (end > this.bytes.length) this.bytes = grown(this.bytes, end);
    const { bytes } = this;
    for (let at = from, own = this.size; at < to; at++, own++) bytes[own] = source[at]!;
    this.size = end;
  }
}
