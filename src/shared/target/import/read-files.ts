import { AppFailure, capture, fail, type Result } from '../../base/result';
import type { ByteSource } from '../../ingest/types';
import { ZipPackage } from '../../ingest/zip-package';
import { MAX_PROFILE_TEXT } from '../profile-file';
import type { MetadataFile } from './types';

/** Most files read out of one archive, and most characters of all of them. */
const MAX_FILES = 20_000;
const MAX_CHARACTERS = 256 << 20;

/** Files of an archive that can be metadata. */
const WANTED = /\.(?:object|field|globalvalueset|standardvalueset)(?:-meta\.xml)?$|\.(?:json|csv)$/i;

/**
 * Files a person dropped, as text: an archive (of a metadata retrieve) is opened, other files are read as UTF-8, or as UTF-16
 * where they begin so (Windows PowerShell writes what a command prints that way). Errors:
 * `METADATA_TOO_LARGE`, and those of a damaged archive.
 */
export function readMetadataFiles(
  files: readonly { readonly name: string; readonly file: ByteSource }[],
): Promise<Result<readonly MetadataFile[]>> {
  return capture(async () => {
    const texts: MetadataFile[] = [];
    for (const { name, file } of files) {
      if (file.size > MAX_PROFILE_TEXT) throw new AppFailure(tooLarge(name));
      if (await isArchive(file)) texts.push(...(await fromArchive(name, file)));
      else texts.push({ name, text: decoded(new Uint8Array(await file.arrayBuffer())) });
      if (texts.reduce((sum, item) => sum + item.text.length, 0) > MAX_CHARACTERS)
        throw new AppFailure(tooLarge(name));
    }
    return texts;
  });
}

async function isArchive(file: ByteSource): Promise<boolean> {
  const [p, k, three, four] = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return p === 0x50 && k === 0x4b && three === 3 && four === 4;
}

async function fromArchive(name: string, file: ByteSource): Promise<readonly MetadataFile[]> {
  const archive = unwrap(await capture(() => ZipPackage.open(file, name)), name);
  const wanted = archive.names.filter((path) => WANTED.test(path)).sort();
  if (wanted.length > MAX_FILES) throw new AppFailure(tooLarge(name));
  const texts: MetadataFile[] = [];
  let left = MAX_CHARACTERS;
  for (const path of wanted) {
    const text = unwrap(await capture(() => archive.text(path, left)), name);
    left -= text.length;
    texts.push({ name: path, text });
  }
  return texts;
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8').decode(bytes);
}

/** What the archive gives; its own errors speak of workbooks. */
function unwrap<T>(result: Result<T>, name: string): T {
  if (result.ok) return result.value;
  throw new AppFailure({
    code: 'METADATA_ARCHIVE',
    message: `The archive ${name} cannot be read: it is damaged, protected by a password, or unpacks to too much. Make it again, or unpack it and choose the files.`,
    details: { code: result.error.code },
  });
}

function tooLarge(name: string): { readonly code: string; readonly message: string } {
  const { error } = fail(
    'METADATA_TOO_LARGE',
    `${name} is larger than any metadata Winnow reads (64 MB a file, 256 MB in all). Export fewer objects at a time.`,
  );
  return error;
}
