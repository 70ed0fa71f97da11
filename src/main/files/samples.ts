import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isSafeSegment, SOURCE_EXTENSIONS } from '@shared/host/names';
import { failure, systemCode } from './errors';

const ENDINGS: ReadonlySet<string> = new Set(SOURCE_EXTENSIONS.map((ext) => `.${ext}`));

/** The files of the built-in sample estate, sorted by name. Empty when the installation has none. */
export async function listSamples(folder: string): Promise<{ name: string; bytes: number }[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile() && ENDINGS.has(extname(entry.name)) && isSafeSegment(entry.name))
      .map((entry) => entry.name)
      .sort();
    return await Promise.all(
      names.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })),
    );
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return [];
    throw cause;
  }
}

/** One sample file. Throws `SAMPLE_MISSING` for a name `listSamples` does not give. */
export async function readSample(folder: string, name: string): Promise<Uint8Array> {
  const known = await listSamples(folder);
  if (!known.some((sample) => sample.name === name)) {
    throw failure(
      'SAMPLE_MISSING',
      'This sample file is not part of this installation. Install Winnow again.',
    );
  }
  return new Uint8Array(await readFile(join(folder, name)));
}
