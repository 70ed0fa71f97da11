/** Bounds of every request to a host. Sizes in bytes unless the name says otherwise. */

/** Largest piece of a file in one call, in either direction. */
export const MAX_BLOCK_BYTES = 4 << 20;

/** Largest source file. */
export const MAX_SOURCE_BYTES = 8 * 1024 ** 3;

/** Largest `.winnow` file taken in. */
export const MAX_IMPORT_BYTES = 16 * 1024 ** 3;

/** Largest file of a migration package. */
export const MAX_PACKAGE_FILE_BYTES = 4 * 1024 ** 3;

/** Longest journal line, in UTF-16 code units. */
export const MAX_LINE_LENGTH = 8 << 20;

/** Most lines in one append. */
export const MAX_APPEND_LINES = 100_000;

/** Most UTF-16 code units in one append, over all its lines. */
export const MAX_APPEND_LENGTH = 64 << 20;

/** Largest journal that is opened or taken as a replacement. */
export const MAX_JOURNAL_BYTES = 256 << 20;

/** Longest project name, in UTF-16 code units. */
export const MAX_NAME_LENGTH = 200;

/** Longest name of a folder or file below the projects folder, in UTF-16 code units. */
export const MAX_SEGMENT_LENGTH = 100;

/** Longest relative path inside a package, in UTF-16 code units. */
export const MAX_PACKAGE_PATH_LENGTH = 200;
