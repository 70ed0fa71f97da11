import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { hashOf, sha256Hex } from '../base/canonical';
import { fail, ok, type Result } from '../base/result';
import { checkPlainJson, firstIssue, hex64, hex128 } from '../base/schemas';
import type { Signer } from '../govern/identity';
import { isPackagePath } from './paths';
import type { Manifest, ManifestSignature, PackageFile } from './types';

export const MANIFEST = 'manifest.json';
export const MANIFEST_SHA256 = 'manifest.sha256';
export const MANIFEST_SIGNATURE = 'manifest.sig.json';

/** Files that stand beside the list instead of in it. */
export const UNLISTED: readonly string[] = [MANIFEST, MANIFEST_SHA256, MANIFEST_SIGNATURE];

/** Largest manifest taken in: some hundred thousand files. */
const MAX_BYTES = 64 * 1024 * 1024;

const text = z.string().max(65_536);
const count = z.int().nonnegative();
const path = z.string().refine(isPackagePath, 'is not a path inside the package');

const manifestSchema = z.strictObject({
  format: z.literal('winnow-package'),
  version: z.literal(1),
  projectId: text,
  projectName: text,
  system: text,
  loader: text,
  createdAt: text,
  journalCount: count,
  journalHead: hex64,
  files: z.array(
    z.strictObject({
      path,
      bytes: count,
      sha256: hex64,
      rows: count.nullable(),
      role: z.enum([
        'load',
        'secondPass',
        'mapping',
        'crosswalk',
        'excluded',
        'rejected',
        'held',
        'reconciliation',
        'audit',
        'ballots',
        'report',
        'readme',
        'other',
      ]),
    }),
  ),
  csv: z.strictObject({
    delimiter: z.string().length(1),
    bom: z.boolean(),
    lineEnding: z.enum(['\n', '\r\n']),
  }),
  objects: z.array(
    z.strictObject({
      object: text,
      label: text,
      keyHeader: text,
      references: z.array(
        z.strictObject({ field: text, header: text, objects: z.array(text), secondPass: z.boolean() }),
      ),
      files: z.array(path),
      secondPass: z.array(path),
    }),
  ),
  ledger: z.array(
    z.strictObject({
      sourceId: text,
      tableId: text,
      object: text.nullable(),
      read: count,
      made: count.exactOptional(),
      exported: count,
      merged: count,
      excluded: count,
      rejected: count,
      held: count,
    }),
  ),
  approvals: z.array(z.strictObject({ itemId: text, question: text, status: text, artefactHash: hex64 })),
  waivers: z.array(z.strictObject({ subject: text, reason: text, actor: text })),
  seal: hex64,
}) satisfies z.ZodType<Manifest>;

const signatureSchema = z.strictObject({
  format: z.literal('winnow-manifest-signature'),
  version: z.literal(1),
  manifestSha256: hex64,
  publicKey: hex64,
  signature: hex128,
}) satisfies z.ZodType<ManifestSignature>;

/** The manifest with its seal. */
export function sealManifest(manifest: Omit<Manifest, 'seal'>): Manifest {
  return { ...manifest, seal: hashOf(manifest) };
}

/** Whether the seal is that of the rest. */
export function isSealed({ seal, ...rest }: Manifest): boolean {
  return hashOf(rest) === seal;
}

/** The one text of a JSON file of ours; a reader refuses any other, so that no byte can change unnoticed. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** The line `sha256sum -c` reads. */
export function checksumBytes(sha256: string): Uint8Array {
  return new TextEncoder().encode(`${sha256}  ${MANIFEST}\n`);
}

/** Reads a manifest as hostile input: size, form, paths, exact text. The seal is not checked here. */
export function parseManifest(bytes: Uint8Array): Result<Manifest> {
  return parseExact(bytes, manifestSchema, 'MANIFEST_INVALID', MANIFEST);
}

/** Reads `manifest.sig.json`; the signature itself is not checked here. */
export function parseManifestSignature(bytes: Uint8Array): Result<ManifestSignature> {
  return parseExact(bytes, signatureSchema, 'MANIFEST_SIGNATURE_INVALID', MANIFEST_SIGNATURE);
}

function parseExact<T>(bytes: Uint8Array, schema: z.ZodType<T>, code: string, name: string): Result<T> {
  const refuse = (why: string): Result<T> => fail(code, `${name} is not as Winnow writes it: ${why}.`);
  if (bytes.length > MAX_BYTES) return refuse('it is too large');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refuse('it is not JSON in UTF-8');
  }
  const plain = checkPlainJson(json);
  if (!plain.ok) return refuse('its structure is not plain');
  const parsed = schema.safeParse(json);
  if (!parsed.success) return refuse(firstIssue(parsed.error));
  if (!sameBytes(jsonBytes(json), bytes)) return refuse('its text was changed');
  return ok(parsed.data);
}

/** Byte-wise equality. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** What the signature of a package covers. */
export function manifestMessage(manifestSha256: string): Uint8Array {
  return new TextEncoder().encode(`winnow-manifest:1\n${manifestSha256}`);
}

/** `manifest.sig.json` of the person who exports: their name under the package as a whole. */
export async function signManifest(manifestSha256: string, signer: Signer): Promise<PackageFile> {
  const signature = await signer.sign(manifestMessage(manifestSha256));
  const document: ManifestSignature = {
    format: 'winnow-manifest-signature',
    version: 1,
    manifestSha256,
    publicKey: signer.publicKey,
    signature: bytesToHex(signature),
  };
  return { path: MANIFEST_SIGNATURE, bytes: jsonBytes(document) };
}

/** Entry of the manifest for a file. */
export function describeFile(
  file: PackageFile & Pick<Manifest['files'][number], 'role' | 'rows'>,
): Manifest['files'][number] {
  return {
    path: file.path,
    bytes: file.bytes.length,
    sha256: sha256Hex(file.bytes),
    rows: file.rows,
    role: file.role,
  };
}
