import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { sha256Hex } from '../base/canonical';
import { AppFailure } from '../base/result';

/**
 * Identities are Ed25519 keys (RFC 8032) held by WebCrypto. The private key never leaves it; what the project knows
 * of a person is the public key. Works the same in Node 20, in workers and in Chromium 137 and later.
 */

/** Something that signs for one person. */
export interface Signer {
  /** 64 lower-case hex digits. */
  readonly publicKey: string;
  /** The signature of exactly these bytes, 64 bytes long. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** A WebCrypto key, whichever library (browser or Node) declares the type. */
type SigningKey = Parameters<typeof crypto.subtle.sign>[1];

/** The two halves of an identity; the same shape as WebCrypto's `CryptoKeyPair`. */
export interface KeyPair {
  readonly privateKey: SigningKey;
  readonly publicKey: SigningKey;
}

const ALGORITHM = 'Ed25519';
const SEED_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** DER in front of a raw Ed25519 seed to make it PKCS #8 (RFC 8410 §7). */
const PKCS8_PREFIX = hexToBytes('302e020100300506032b657004220420');

/** A new key pair whose private key cannot be read out. It can be stored in IndexedDB as it is. */
export async function generateKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new Error('Ed25519 gave a single key');
  return pair;
}

/** The signer behind a key pair. */
export async function signerOf(pair: KeyPair): Promise<Signer> {
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  return signerWith(pair.privateKey, bytesToHex(new Uint8Array(raw)));
}

/**
 * The signer with a known private seed: for scripted runs, samples and tests, where the same run must give the same
 * signatures. The seed is 32 bytes and is a secret for anything real.
 */
export async function signerFromSeed(seed: Uint8Array): Promise<Signer> {
  if (seed.length !== SEED_BYTES) {
    throw new AppFailure({
      code: 'KEY_SEED_LENGTH',
      message: `A signing seed has ${SEED_BYTES} bytes; this one has ${seed.length}.`,
    });
  }
  const pkcs8 = new Uint8Array(PKCS8_PREFIX.length + SEED_BYTES);
  pkcs8.set(PKCS8_PREFIX);
  pkcs8.set(seed, PKCS8_PREFIX.length);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', key);
  if (x === undefined) throw new Error('Ed25519 key without a public part');
  return signerWith(key, bytesToHex(fromBase64Url(x)));
}

function signerWith(key: SigningKey, publicKey: string): Signer {
  return {
    publicKey,
    sign: async (message) =>
      new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, new Uint8Array(message))),
  };
}

/** True when `signature` (128 hex digits) is that of `publicKey` (64) over `message`; bad input is false, never a throw. */
export async function verifySignature(
  publicKey: string,
  message: Uint8Array,
  signature: string,
): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]+$/.test(signature)) return false;
  if (signature.length !== SIGNATURE_BYTES * 2) return false;
  try {
    const key = await crypto.subtle.importKey(
      'raw',
      new Uint8Array(hexToBytes(publicKey)),
      ALGORITHM,
      false,
      ['verify'],
    );
    const bytes = new Uint8Array(hexToBytes(signature));
    return await crypto.subtle.verify(ALGORITHM, key, bytes, new Uint8Array(message));
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'NotSupportedError') throw cause;
    // 64 digits that are no point on the curve: nobody can have signed with them.
    return false;
  }
}

/**
 * What two people read to each other to make sure they mean the same key: 20 hex digits (80 bits) of the SHA-256 of the
 * public key, in groups of four: `5C1E 88A0 07D3 4B21 90FF`. Long enough that no second key can be found for it.
 */
export function fingerprint(publicKey: string): string {
  const digits = sha256Hex(hexToBytes(publicKey)).slice(0, 20).toUpperCase();
  return (digits.match(/.{4}/g) ?? []).join(' ');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
