import type { Result } from '@shared/base/result';
import { BLOCK_BYTES, type HostApi, type ProjectSummary } from '@shared/host/types';

/** Hands a `.winnow` file to the host in blocks. `report` hears percent. The host checks it as hostile input. */
export async function importProject(
  host: HostApi,
  file: Blob,
  report: (percent: number) => void,
): Promise<Result<ProjectSummary>> {
  const begun = await host.beginImport({ bytes: file.size });
  if (!begun.ok) return begun;
  const { uploadId } = begun.value;
  for (let offset = 0; offset < file.size; offset += BLOCK_BYTES) {
    const data = new Uint8Array(await file.slice(offset, offset + BLOCK_BYTES).arrayBuffer());
    const written = await host.writeBlock({ uploadId, offset, data });
    if (!written.ok) {
      await host.abortUpload({ uploadId });
      return written;
    }
    report(Math.floor(((offset + data.byteLength) / file.size) * 100));
  }
  return host.commitImport({ uploadId });
}
