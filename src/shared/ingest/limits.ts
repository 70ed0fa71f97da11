/** Bytes decoded at a time: large enough for speed, small enough to report progress and obey cancel. */
export const SLICE_BYTES = 1 << 20;

/** Slices asked for at once: where files are read through another thread, enough to hide the way there and back. */
export const SLICES_AHEAD = 3;

/** UTF-8 bytes of one row of a text file; a file with a longer row is taken for something else than a table. */
export const MAX_ROW_BYTES = 16 << 20;

/** UTF-8 bytes of one quoted cell; beyond it the closing quote is taken for missing. */
export const MAX_CELL_BYTES = 1 << 20;

/** Lines one quoted cell may span; beyond it the closing quote is taken for missing. */
export const MAX_CELL_LINES = 200;

/** Columns of a table: what a worksheet can hold. */
export const MAX_COLUMNS = 16_384;

/** Rows of a table: what a dictionary of distinct values can hold. */
export const MAX_ROWS = 16_000_000;

/** Rows shown as they stand, for choosing another header row. */
export const RAW_ROWS = 60;

/** Data rows shown in a preview. */
export const PREVIEW_ROWS = 100;

/** Rows looked at to decide delimiter, header and types before the whole file is read. */
export const SAMPLE_ROWS = 1000;

/** Bytes from the start of a text file looked at before it is read. */
export const HEAD_BYTES = 1 << 20;

/** Bytes of a part of a workbook after decompression, and how many times its packed size, before it is taken for a bomb. */
export const MAX_PART_BYTES = 8 * 1024 ** 3;
export const MAX_RATIO = 400;
/** Parts below this size are never judged by their ratio. */
export const RATIO_FREE_BYTES = 32 << 20;

/** Bytes of a workbook that must be held in memory whole (XLS, XLSB, XML). */
export const MAX_MEMORY_WORKBOOK = 256 << 20;

/** Characters of all shared strings of a workbook. */
export const MAX_STRING_CHARS = 1 << 30;
