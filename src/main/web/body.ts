import type { IncomingMessage } from 'node:http';
import { MAX_APPEND_LENGTH, MAX_BLOCK_BYTES, MAX_JOURNAL_BYTES } from '@shared/host/limits';

/** Room for everything of a message but its content. */
const ENVELOPE_BYTES = 64 << 10;

/** Longest message body of a method, in bytes. Journal text is JSON inside JSON: its quotes count double. */
export function bodyLimit(method: string): number {
  switch (method) {
    case 'writeBlock':
      return MAX_BLOCK_BYTES + ENVELOPE_BYTES;
    case 'appendJournal':
      return 3 * MAX_APPEND_LENGTH;
    case 'replaceJournal':
      return 2 * MAX_JOURNAL_BYTES;
    default:
      return ENVELOPE_BYTES;
  }
}

/** The body of a request, or null when it is longer than `limit`; then the rest of it is not read. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts, bytes);
}
