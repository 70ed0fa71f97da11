import { configure, type Entry, type FileEntry, Reader, ZipReader } from '@zip.js/zip.js';
import { AppFailure } from '../base/result';
import { corruptWorkbook, decompressionBomb, passwordProtected } from './errors';
import { MAX_PART_BYTES, MAX_RATIO, RATIO_FREE_BYTES } from './limits';
import { bytesOf } from './source';
import type { ByteSource } from './types';

/** Packed bytes read at a time: each reading may go through another thread and a local server. */
const CHUNK_BYTES = 1 << 20;

configure({ useWebWorkers: false, chunkSize: CHUNK_BYTES });

/** Entries of an archive that is a workbook; real ones have dozens, the largest some thousands. */
const MAX_ENTRIES = 20_000;

/** Unpacked bytes handed over at a time: the pieces of unpackers are too small to be worth a call each. */
const PIECE_BYTES = 1 << 18;

/** Lets zip.js read any byte source, not only a Blob; what follows a large piece is on its way while that is unpacked. */
class SourceReader extends Reader<ByteSource> {
  readonly #file: ByteSource;
  #next: { readonly at: number; readonly bytes: Promise<Uint8Array<ArrayBuffer>> } | null = null;

  constructor(file: ByteSource) {
    super(file);
    this.#file = file;
    this.size = file.size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const coming = this.#next;
    this.#next = null;
    const bytes =
      coming?.at === index ? coming.bytes : bytesOf(this.#file, index, index + Math.max(length, 0));
    if (length >= CHUNK_BYTES) this.#askFor(index + length);
    const read = await bytes;
    return read.length > length ? read.subarray(0, length) : read;
  }

  #askFor(at: number): void {
    if (at >= this.#file.size) return;
    const bytes = bytesOf(this.#file, at, at + CHUNK_BYTES);
    // Its failure is met when the bytes are wanted.
    bytes.catch(() => undefined);
    this.#next = { at, bytes };
  }
}

/** The parts of a zipped workbook, read as streams of text with limits on what they unpack to. */
export class ZipPackage {
  readonly #entries: ReadonlyMap<string, FileEntry>;
  readonly #fileName: string;

  private constructor(entries: ReadonlyMap<string, FileEntry>, fileName: string) {
    this.#entries = entries;
    this.#fileName = fileName;
  }

  /** Reads the directory of the archive. Throws `CORRUPT_WORKBOOK` when there is none. */
  static async open(file: ByteSource, fileName: string): Promise<ZipPackage> {
    const entries = new Map<string, FileEntry>();
    try {
      const reader = new ZipReader(new SourceReader(file));
      for await (const entry of reader.getEntriesGenerator()) {
        if (isFile(entry)) entries.set(pathKey(entry.filename), entry);
        if (entries.size > MAX_ENTRIES) throw decompressionBomb(fileName, 'directory');
      }
    } catch (cause) {
      throw cause instanceof AppFailure ? cause : corruptWorkbook(fileName, messageOf(cause));
    }
    return new ZipPackage(entries, fileName);
  }

  /** Paths of all parts, lower case, with forward slashes. */
  get paths(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** Paths of all parts as they are written in the archive. */
  get names(): readonly string[] {
    return [...this.#entries.values()].map((entry) => entry.filename);
  }

  has(path: string): boolean {
    return this.#entries.has(pathKey(path));
  }

  /**
   * Unpacks a part and hands its text over piece by piece, with the unpacked bytes so far; `take` says whether to go on. Throws `CORRUPT_WORKBOOK` for a
   * missing or damaged part, `PASSWORD_PROTECTED`, `DECOMPRESSION_BOMB`. What `take` throws is thrown on.
   */
  async stream(path: string, take: (text: string, last: boolean, bytes: number) => boolean): Promise<void> {
    const decoder = new TextDecoder();
    await this.streamBytes(path, (bytes, last, passed) =>
      take(decoder.decode(bytes, { stream: !last }), last, passed),
    );
  }

  /**
   * The same in bytes. A piece is valid until `take` answers; the last one may be empty.
   */
  async streamBytes(
    path: string,
    take: (bytes: Uint8Array<ArrayBuffer>, last: boolean, passed: number) => boolean,
  ): Promise<void> {
    const piece = new Uint8Array(PIECE_BYTES);
    let size = 0;
    let passed = 0;
    let going = true;
    await this.#unpack(path, (bytes) => {
      for (let at = 0; at < bytes.length && going; ) {
        const part = bytes.subarray(at, at + PIECE_BYTES - size);
        piece.set(part, size);
        size += part.length;
        at += part.length;
        passed += part.length;
        if (size === PIECE_BYTES) {
          going = take(piece, false, passed);
          size = 0;
        }
      }
      return going;
    });
    if (going) take(piece.subarray(0, size), true, passed);
  }

  /** What the archive says a part unpacks to, in bytes; 0 for a part it does not have. For showing progress. */
  sizeOf(path: string): number {
    return this.#entries.get(pathKey(path))?.uncompressedSize ?? 0;
  }

  /** The whole text of a small part; throws `DECOMPRESSION_BOMB` beyond `limit` characters. */
  async text(path: string, limit = 1 << 26): Promise<string> {
    const pieces: string[] = [];
    let length = 0;
    await this.stream(path, (text) => {
      length += text.length;
      if (length > limit) throw decompressionBomb(this.#fileName, path);
      pieces.push(text);
      return true;
    });
    return pieces.join('');
  }

  /** Unpacks every part once, keeping nothing, to hold the limits for readers that unpack by themselves. */
  async checkSizes(total: number): Promise<void> {
    let size = 0;
    for (const path of this.#entries.keys()) {
      await this.#unpack(path, (bytes) => {
        size += bytes.length;
        if (size > total) throw decompressionBomb(this.#fileName, path);
        return true;
      });
    }
  }

  async #unpack(path: string, take: (bytes: Uint8Array) => boolean): Promise<void> {
    const entry = this.#entries.get(pathKey(path));
    if (!entry) throw corruptWorkbook(this.#fileName, `part ${path} is missing`);
    if (entry.encrypted) throw passwordProtected(this.#fileName);
    const limit = Math.min(MAX_PART_BYTES, Math.max(RATIO_FREE_BYTES, entry.compressedSize * MAX_RATIO));
    const stop = new AbortController();
    let size = 0;
    let thrown: { readonly cause: unknown } | null = null;
    const sink = new WritableStream<Uint8Array>({
      write: (bytes) => {
        if (stop.signal.aborted) return;
        try {
          size += bytes.length;
          if (size > limit) throw decompressionBomb(this.#fileName, path);
          if (!take(bytes)) stop.abort();
        } catch (cause) {
          thrown = { cause };
          stop.abort();
        }
      },
    });
    try {
      await entry.getData(sink, { signal: stop.signal, checkSignature: false });
    } catch (cause) {
      if (!stop.signal.aborted) throw corruptWorkbook(this.#fileName, `${path}: ${messageOf(cause)}`);
    }
    rethrow(thrown);
  }
}

function rethrow(thrown: { readonly cause: unknown } | null): void {
  if (thrown) throw thrown.cause;
}

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory;
}

function pathKey(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** The message of something thrown by a library. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
