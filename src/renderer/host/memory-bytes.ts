import { fail, ok, type Result } from '@shared/base/result';

interface Pending {
  readonly data: Uint8Array;
  readonly finish: (data: Uint8Array) => Result<null>;
}

/** Uploads in pieces and downloads by handle, in memory. */
export class ByteStore {
  private readonly pending = new Map<string, Pending>();
  private readonly kept = new Map<string, Uint8Array>();

  begin(id: string, bytes: number, finish: (data: Uint8Array) => Result<null>): void {
    this.pending.set(id, { data: new Uint8Array(bytes), finish });
  }

  write(id: string, offset: number, data: Uint8Array): Result<null> {
    const upload = this.pending.get(id);
    if (!upload) return unknown();
    if (offset + data.byteLength > upload.data.byteLength) {
      return fail('TOO_LONG', 'More arrived than was announced. Add the file again.');
    }
    upload.data.set(data, offset);
    return ok(null);
  }

  commit(id: string): Result<null> {
    const upload = this.pending.get(id);
    if (!upload) return unknown();
    this.pending.delete(id);
    return upload.finish(upload.data);
  }

  /** The bytes of an upload, which ends with it. */
  take(id: string): Uint8Array | null {
    const upload = this.pending.get(id);
    this.pending.delete(id);
    return upload?.data ?? null;
  }

  abort(id: string): Result<null> {
    this.pending.delete(id);
    return ok(null);
  }

  keep(id: string, data: Uint8Array): void {
    this.kept.set(id, data);
  }

  read(id: string, offset: number, length: number): Result<Uint8Array> {
    const data = this.kept.get(id);
    return data ? ok(data.slice(offset, offset + length)) : unknown();
  }
}

function unknown() {
  return fail('UNKNOWN_HANDLE', 'This transfer is over. Start it again.');
}
