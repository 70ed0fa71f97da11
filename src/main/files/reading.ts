import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Up to `length` bytes of an open file from `offset`; fewer at its end. */
export async function readRange(
  handle: FileHandle,
  offset: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(data, done, length - done, offset + done);
    if (bytesRead === 0) return data.slice(0, done);
    done += bytesRead;
  }
  return data;
}

/** Up to `length` bytes of the file at `path` from `offset`. */
export async function readFileRange(
  path: string,
  offset: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return await readRange(handle, offset, Math.max(0, Math.min(length, size - offset)));
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file, read as a stream: 64 lower-case hex digits. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(block);
  return hash.digest('hex');
}

/** Counts the line feeds of a file, read as a stream. */
export async function countLines(path: string): Promise<number> {
  let lines = 0;
  for await (const block of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes: Uint8Array = block;
    for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines++;
  }
  return lines;
}
