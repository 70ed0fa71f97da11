import type { PackageFile, PackageReader } from './types';

/** Reads one file of a package; null when it is not there or cannot be read. */
export type ContentReader = (path: string) => Promise<Uint8Array | null>;

/** A package in memory as a verifier reads it. */
export function readerOf(files: readonly PackageFile[]): PackageReader {
  const bytes = new Map(files.map((file) => [file.path, file.bytes]));
  return {
    list: async () => [...bytes.keys()],
    bytes: async (path) => {
      const found = bytes.get(path);
      if (!found) throw new Error(`no file ${path}`);
      return found;
    },
  };
}
