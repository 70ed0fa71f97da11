import { AppFailure, type Result, unwrap } from '@shared/base/result';
import { BLOCK_BYTES, type HostApi } from '@shared/host/types';

/** A finished file the host offers, as the browser's own download. */
export async function download(
  host: HostApi,
  offer: Promise<Result<{ readonly bytes: number; readonly downloadId: string }>>,
  fileName: string,
): Promise<void> {
  const { bytes, downloadId } = unwrap(await offer);
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; offset < bytes; offset += BLOCK_BYTES) {
    const length = Math.min(BLOCK_BYTES, bytes - offset);
    const block = unwrap(await host.readDownload({ downloadId, offset, length }));
    if (block.byteLength !== length) {
      throw new AppFailure({
        code: 'DOWNLOAD_SHORT',
        message: 'The file arrived incomplete. Try again; nothing in the project was changed.',
        details: { offset, length, got: block.byteLength },
      });
    }
    blocks.push(new Uint8Array(block));
  }
  saveBlob(new Blob(blocks), fileName);
}

/** Hands bytes to the person as a file. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** A file name any system accepts: letters, digits, dots and dashes. */
export function safeFileName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return plain === '' ? 'winnow' : plain.slice(0, 80);
}
