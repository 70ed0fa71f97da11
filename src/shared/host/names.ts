import { MAX_PACKAGE_PATH_LENGTH, MAX_SEGMENT_LENGTH } from './limits';

/** Names that may stand below the projects folder on every supported system. */

/** Device names that Windows reserves, with or without an ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Starts with a letter, digit or underscore; goes on with these, blanks and a little punctuation. */
const SEGMENT = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} _.,()&+'-]*$/u;

/**
 * True for one path segment that means the same on Windows, macOS and Linux: no separator, no leading dot, no trailing
 * dot or blank, no reserved device name, Unicode form C.
 */
export function isSafeSegment(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= MAX_SEGMENT_LENGTH &&
    SEGMENT.test(text) &&
    !/[. ]$/.test(text) &&
    !RESERVED.test(text) &&
    text.normalize('NFC') === text
  );
}

/** True for a relative path of at most six safe segments joined by forward slashes. */
export function isSafePackagePath(text: string): boolean {
  if (text.length > MAX_PACKAGE_PATH_LENGTH) return false;
  const segments = text.split('/');
  return segments.length <= 6 && segments.every(isSafeSegment);
}

/** Endings a source file may be stored under. Content is detected by reading, never by the ending. */
export const SOURCE_EXTENSIONS = [
  'csv',
  'tsv',
  'tab',
  'psv',
  'txt',
  'dat',
  'xlsx',
  'xlsm',
  'xlsb',
  'xls',
  'ods',
  'fods',
  'xml',
  'html',
  'htm',
] as const;

export type SourceExtension = (typeof SOURCE_EXTENSIONS)[number];

/** The ending a file of this name is stored under: its own where it is a known one, else `dat`. */
export function sourceExtension(fileName: string): SourceExtension {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return SOURCE_EXTENSIONS.find((known) => known === ending) ?? 'dat';
}
