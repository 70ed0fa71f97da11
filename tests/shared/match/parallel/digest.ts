import { createHash, type Hash } from 'node:crypto';

/** SHA-256 over every byte of a plain value: typed arrays by their memory, everything else in order by its parts. */
export function digest(value: unknown): string {
  const hash = createHash('sha256');
  add(hash, value);
  return hash.digest('hex');
}

function add(hash: Hash, value: unknown): void {
  if (ArrayBuffer.isView(value)) {
    hash.update(`${value.constructor.name} ${value.byteLength}`);
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (Array.isArray(value)) {
    hash.update(`[${value.length}`);
    for (const item of value) add(hash, item);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      hash.update(`${key}:`);
      add(hash, item);
    }
  } else hash.update(`${typeof value} ${String(value)};`);
}
