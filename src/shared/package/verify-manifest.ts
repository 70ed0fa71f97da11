import { sha256Hex } from '../base/canonical';
import { fingerprint, verifySignature } from '../govern/identity';
import type { Person } from '../govern/types';
import {
  checksumBytes,
  isSealed,
  MANIFEST,
  MANIFEST_SHA256,
  MANIFEST_SIGNATURE,
  manifestMessage,
  parseManifest,
  parseManifestSignature,
  sameBytes,
} from './manifest';
import type { ContentReader } from './read';
import type { Manifest, VerifyFinding } from './types';

/**
 * The manifest held against its seal and against `manifest.sha256`. Two witnesses, so that the one file that was changed
 * can be told from the other.
 */
export async function verifyManifest(content: ContentReader): Promise<{
  readonly findings: readonly VerifyFinding[];
  /** Only when it is sound in itself. */
  readonly manifest: Manifest | null;
  /** Hash of `manifest.json` as it is. */
  readonly sha256: string | null;
}> {
  const bytes = await content(MANIFEST);
  const sha256 = bytes && sha256Hex(bytes);
  const broken = (sentence: string) => ({
    findings: [{ check: 'manifest', ok: false, sentence, path: MANIFEST } as const],
    manifest: null,
    sha256,
  });
  if (!bytes)
    return broken('There is no manifest.json. This is not a migration package, or not a whole one.');
  const parsed = parseManifest(bytes);
  if (!parsed.ok) return broken(parsed.error.message);
  if (!isSealed(parsed.value)) {
    return broken('manifest.json was changed: it does not match the seal it was written with.');
  }
  return { findings: [await checksum(content, sha256Hex(bytes))], manifest: parsed.value, sha256 };
}

async function checksum(content: ContentReader, sha256: string): Promise<VerifyFinding> {
  const bytes = await content(MANIFEST_SHA256);
  const finding = (ok: boolean, sentence: string): VerifyFinding => ({
    check: 'manifest',
    ok,
    sentence,
    path: MANIFEST_SHA256,
  });
  if (!bytes) return finding(false, 'manifest.sha256 is missing.');
  return sameBytes(bytes, checksumBytes(sha256))
    ? finding(true, 'manifest.json is as it was written, and manifest.sha256 holds its hash.')
    : finding(false, 'manifest.sha256 was changed, or manifest.json was written anew: the hash is another.');
}

/** The signature over the manifest, where there is one. */
export async function verifyManifestSignature(
  content: ContentReader,
  { manifest, sha256 }: { readonly manifest: Manifest | null; readonly sha256: string | null },
  people: readonly Person[],
): Promise<VerifyFinding> {
  const bytes = await content(MANIFEST_SIGNATURE);
  const finding = (ok: boolean, sentence: string): VerifyFinding => ({
    check: 'signatures',
    ok,
    sentence,
    path: MANIFEST_SIGNATURE,
  });
  if (!bytes) return { check: 'signatures', ok: true, sentence: 'The manifest is not signed.' };
  const parsed = parseManifestSignature(bytes);
  if (!parsed.ok) return finding(false, parsed.error.message);
  const { manifestSha256, publicKey, signature } = parsed.value;
  if (!(await verifySignature(publicKey, manifestMessage(manifestSha256), signature))) {
    return finding(false, 'manifest.sig.json was changed: its signature is not that of the key it names.');
  }
  if (manifestSha256 !== sha256) {
    // The signature itself is sound, so a manifest that is broken in itself is the one that was changed.
    const path = manifest ? MANIFEST_SIGNATURE : MANIFEST;
    return {
      check: 'signatures',
      ok: false,
      sentence: 'The signature is for another manifest than this one.',
      path,
    };
  }
  const { known, words } = signerOf(people, publicKey);
  return finding(known, `The manifest is signed by ${words}.`);
}

/** Whose key it is by the journal, with the fingerprint to compare. A stranger's signature says nothing. */
export function signerOf(
  people: readonly Person[],
  publicKey: string,
): { readonly known: boolean; readonly words: string } {
  const person = people.find((candidate) => candidate.publicKey === publicKey);
  const name = person ? person.name : 'a key that belongs to nobody in the journal';
  return { known: person !== undefined, words: `${name} (fingerprint ${fingerprint(publicKey)})` };
}
