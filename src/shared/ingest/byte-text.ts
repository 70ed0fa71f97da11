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
    if (end > this.bytes.length) this.#grow(end);
    const { bytes } = this;
    for (let at = from, own = this.size; at < to; at++, own++) bytes[own] = source[at]!;
    this.size = end;
  }

  #grow(least: number): void {
    const bigger = new Uint8Array(Math.max(least, this.bytes.length * 2));
    bigger.set(this.bytes.subarray(0, this.size));
    this.bytes = bigger;
  }
}
