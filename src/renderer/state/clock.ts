import { bytesToHex } from '@noble/hashes/utils.js';

/** The two things the domain must be handed from outside: time and chance. */

/** Now as ISO 8601 UTC. */
export function isoNow(): string {
  return new Date().toISOString();
}

/** Random hex digits from the system's secure source; two per byte. */
export function randomHex(bytes: number): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(bytes)));
}
