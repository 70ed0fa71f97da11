import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import {
  fingerprint,
  generateKeyPair,
  signerFromSeed,
  signerOf,
  verifySignature,
} from '@shared/govern/identity';
import { describe, expect, test } from 'vitest';

const text = (value: string) => new TextEncoder().encode(value);

describe('signing from a seed', () => {
  // RFC 8032 §7.1, tests 1 to 3.
  test.each([
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('gives the key and signature of the standard: %s', async (seed, publicKey, message, signature) => {
    const signer = await signerFromSeed(hexToBytes(seed));
    expect(signer.publicKey).toBe(publicKey);
    expect(bytesToHex(await signer.sign(hexToBytes(message)))).toBe(signature);
    expect(await verifySignature(publicKey, hexToBytes(message), signature)).toBe(true);
  });

  test('refuses a seed of another length', async () => {
    await expect(signerFromSeed(new Uint8Array(31))).rejects.toThrow(
      'A signing seed has 32 bytes; this one has 31.',
    );
  });
});

describe('a generated key', () => {
  test('signs, and cannot be read out', async () => {
    const pair = await generateKeyPair();
    const signer = await signerOf(pair);
    const signature = bytesToHex(await signer.sign(text('hello')));
    expect(await verifySignature(signer.publicKey, text('hello'), signature)).toBe(true);
    expect(pair.privateKey.extractable).toBe(false);
  });
});

describe('a signature does not hold', () => {
  test('for another message, another key, or when anything is malformed', async () => {
    const signer = await signerFromSeed(new Uint8Array(32).fill(1));
    const other = await signerFromSeed(new Uint8Array(32).fill(2));
    const signature = bytesToHex(await signer.sign(text('a')));
    expect(await verifySignature(signer.publicKey, text('b'), signature)).toBe(false);
    expect(await verifySignature(other.publicKey, text('a'), signature)).toBe(false);
    expect(await verifySignature('f'.repeat(64), text('a'), signature)).toBe(false);
    expect(await verifySignature(signer.publicKey.toUpperCase(), text('a'), signature)).toBe(false);
    expect(await verifySignature(signer.publicKey, text('a'), signature.slice(2))).toBe(false);
    expect(await verifySignature('', text('a'), '')).toBe(false);
  });
});

test('the fingerprint is 20 digits of the hash of the key, in groups of four', async () => {
  const { publicKey } = await signerFromSeed(new Uint8Array(32).fill(1));
  expect(fingerprint(publicKey)).toBe('3475 0F98 BD59 FCFC 946D');
});
