import { sha256Hex } from '@shared/base/canonical';
import type { Progress } from '@shared/base/progress';
import { type AppError, AppFailure, unwrap } from '@shared/base/result';
import { signerOf } from '@shared/govern/identity';
import { BLOCK_BYTES, type HostApi } from '@shared/host/types';
import { signManifest } from '@shared/package/manifest';
import type { PackageFile } from '@shared/package/types';
import { isoNow } from '../../state/clock';
import { draft } from '../../state/drafting';
import { errorOf } from '../../state/failure';
import type { ActingPerson, OpenProject } from '../../state/open-project';

export interface WriteOptions {
  readonly name: string;
  readonly by: ActingPerson;
  readonly pair: CryptoKeyPair;
  readonly report: (progress: Progress) => void;
}

/**
 * Signs a checkpoint, builds every file, signs the manifest, hands the files to the host, which puts the package in
 * place as a whole, and notes it in the journal. Answers with the folder, or with why nothing was written.
 */
export async function writePackage(
  project: OpenProject,
  options: WriteOptions,
): Promise<{ readonly path: string } | { readonly error: AppError }> {
  try {
    return { path: await write(project, options) };
  } catch (cause) {
    return { error: errorOf(cause) };
  }
}

async function write(project: OpenProject, { name, by, pair, report }: WriteOptions): Promise<string> {
  const signer = await signerOf(pair);
  report({ label: 'Signing the journal', done: 0, total: 0 });
  const checkpoint = unwrap(await project.checkpoint(signer, by));
  report({ label: 'Building the files', done: 0, total: 0 });
  const built = unwrap(
    await project.ask((engine) => engine.buildPackage({ name, createdAt: isoNow(), checkpoint })),
  );
  const files = [...built.files, await signManifest(built.manifestSha256, signer)];
  const path = await store(project.host, project.folder, name, files, report);
  const refused = await project.commit(
    [
      draft('package.written', name, {
        name,
        manifestSha256: built.manifestSha256,
        rowsRead: built.manifest.ledger.reduce((sum, line) => sum + line.read, 0),
        exported: built.manifest.ledger.reduce((sum, line) => sum + line.exported, 0),
      }),
    ],
    by,
  );
  if (refused) throw new AppFailure(refused);
  return path;
}

/** Sends the files in blocks; the host renames the folder into place only when all are there. */
async function store(
  host: HostApi,
  folder: string,
  name: string,
  files: readonly PackageFile[],
  report: (progress: Progress) => void,
): Promise<string> {
  const { packageId } = unwrap(await host.beginPackage({ folder, name }));
  try {
    let done = 0;
    for (const file of files) {
      report({ label: `Writing ${file.path}`, done: done++, total: files.length });
      await storeFile(host, packageId, file);
    }
    return unwrap(await host.commitPackage({ packageId })).path;
  } catch (cause) {
    await host.abortPackage({ packageId });
    throw cause;
  }
}

async function storeFile(host: HostApi, packageId: string, { path, bytes }: PackageFile): Promise<void> {
  const request = { packageId, path, bytes: bytes.byteLength, sha256: sha256Hex(bytes) };
  const { uploadId, present } = unwrap(await host.beginPackageFile(request));
  for (let offset = 0; !present && offset < bytes.byteLength; offset += BLOCK_BYTES) {
    unwrap(await host.writeBlock({ uploadId, offset, data: bytes.slice(offset, offset + BLOCK_BYTES) }));
  }
  unwrap(await host.commitUpload({ uploadId }));
}
