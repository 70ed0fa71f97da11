import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

type Hash = ReturnType<typeof sha256.create>;

/** SHA-256 over every byte of a plain value: typed arrays by their memory, everything else in order by its parts. */
export function digest(value: unknown): string {
  const hash = sha256.create();
  add(hash, value);
  return bytesToHex(hash.digest());
}

function add(hash: Hash, value: unknown): void {
  const write = (text: string): unknown => hash.update(utf8ToBytes(text));
  if (ArrayBuffer.isView(value)) {
    write(`${value.constructor.name} ${value.byteLength}`);
    hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (Array.isArray(value)) {
    write(`[${value.length}`);
    for (const item of value) add(hash, item);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      write(`${key}:`);
      add(hash, item);
    }
  } else write(`${typeof value} ${String(value)};`);
}
