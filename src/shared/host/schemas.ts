import { z } from 'zod';
import type { HostMethod, HostRequest } from './contract';
import {
  MAX_APPEND_LENGTH,
  MAX_APPEND_LINES,
  MAX_BLOCK_BYTES,
  MAX_IMPORT_BYTES,
  MAX_JOURNAL_BYTES,
  MAX_LINE_LENGTH,
  MAX_NAME_LENGTH,
  MAX_PACKAGE_FILE_BYTES,
  MAX_SOURCE_BYTES,
} from './limits';
import { isSafePackagePath, isSafeSegment, SOURCE_EXTENSIONS } from './names';

/** Half of a surrogate pair: it cannot be written as UTF-8, so the text on disk would differ from the one hashed. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** C0 controls and DEL: none of them belongs into a name, and a line feed would make two journal lines of one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
const CONTROL = /[\u0000-\u001f\u007f]/;

const wholeText = z.string().refine((text) => !LONE_SURROGATE.test(text), 'must be well-formed Unicode');

const segment = z.string().refine(isSafeSegment, 'must be one plain file name');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits');
const handle = z.string().regex(/^[0-9a-f]{32}$/, 'must be 32 lower-case hex digits');
const ext = z.enum(SOURCE_EXTENSIONS);
const size = (max: number) => z.int().min(0).max(max);
const offset = size(MAX_IMPORT_BYTES);
const length = z.int().min(1).max(MAX_BLOCK_BYTES);
const projectId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'must be 8 to 64 letters, digits, - or _');
const projectName = wholeText
  .min(1)
  .max(MAX_NAME_LENGTH)
  .refine((text) => text.trim() !== '' && !CONTROL.test(text), 'must be one line with something in it');

const line = wholeText
  .min(2)
  .max(MAX_LINE_LENGTH)
  .refine((text) => !CONTROL.test(text), 'must be one line of JSON')
  .refine((text) => text.startsWith('{') && text.endsWith('}'), 'must be a JSON object');

const lines = z
  .array(line)
  .min(1)
  .max(MAX_APPEND_LINES)
  .refine((all) => all.reduce((sum, one) => sum + one.length + 1, 0) <= MAX_APPEND_LENGTH, 'too long');

/** A signed checkpoint as it stands in `project.json` and in requests; the signature is checked by the session. */
export const checkpointSchema = z.strictObject({
  count: z.int().min(0),
  head: sha256,
  publicKey: sha256,
  signature: z.string().regex(/^[0-9a-f]{128}$/, 'must be 128 lower-case hex digits'),
});

const nothing = z.undefined();
const inFolder = z.strictObject({ folder: segment });
const sourceName = { folder: segment, sha256, ext };
const uploadOnly = z.strictObject({ uploadId: handle });
const packageOnly = z.strictObject({ packageId: handle });

/** What a schema is used for here: a verdict on an unknown value, with the value typed when it passes. */
interface RequestSchema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: z.ZodError };
}

/** The strict schema of every request; unknown keys are refused. */
export const requestSchemas: { readonly [M in HostMethod]: RequestSchema<HostRequest<M>> } = {
  info: nothing,
  listProjects: nothing,
  createProject: z.strictObject({ projectId, name: projectName }),
  openProject: inFolder,
  closeProject: inFolder,
  appendJournal: z.strictObject({ folder: segment, expectedBytes: size(MAX_JOURNAL_BYTES), lines }),
  replaceJournal: z.strictObject({ folder: segment, text: wholeText.max(MAX_JOURNAL_BYTES) }),
  saveCheckpoint: z.strictObject({ folder: segment, checkpoint: checkpointSchema }),
  beginSource: z.strictObject({ ...sourceName, bytes: size(MAX_SOURCE_BYTES) }),
  writeBlock: z.strictObject({
    uploadId: handle,
    offset,
    data: z
      .instanceof(Uint8Array)
      .refine((data) => data.byteLength > 0 && data.byteLength <= MAX_BLOCK_BYTES, 'must be 1 byte to 4 MiB'),
  }),
  commitUpload: uploadOnly,
  abortUpload: uploadOnly,
  readSource: z.strictObject({ ...sourceName, offset, length }),
  sourceSize: z.strictObject(sourceName),
  beginPackage: z.strictObject({ folder: segment, name: segment }),
  beginPackageFile: z.strictObject({
    packageId: handle,
    path: z.string().refine(isSafePackagePath, 'must be a relative path of plain file names'),
    bytes: size(MAX_PACKAGE_FILE_BYTES),
    sha256,
  }),
  commitPackage: packageOnly,
  abortPackage: packageOnly,
  exportProject: inFolder,
  exportPackage: z.strictObject({ folder: segment, name: segment }),
  readDownload: z.strictObject({ downloadId: handle, offset, length }),
  beginImport: z.strictObject({ bytes: z.int().min(1).max(MAX_IMPORT_BYTES) }),
  commitImport: uploadOnly,
  readSample: z.strictObject({ name: segment }),
  listSamples: nothing,
  reveal: z.strictObject({ path: wholeText.min(1).max(4096) }),
};
