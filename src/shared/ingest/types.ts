import type { Table } from '../table/types';

/** The bytes of a file, wherever they are; satisfied by `Blob`, `File` and Node's file-backed Blob. */
export interface ByteSource {
  readonly size: number;
  slice(start?: number, end?: number): ByteSource;
  arrayBuffer(): Promise<ArrayBuffer>;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
}

export type ColumnType = 'text' | 'integer' | 'number' | 'date' | 'datetime' | 'boolean' | 'empty';
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

/** How a file is read. Kept in the journal as step 0 of the history, so that the bytes replay to the same table. */
export type ReadOptions = DelimitedOptions | WorkbookOptions;

interface CommonOptions {
  /** 0-based line or sheet row of the header; null = the file has no header row. */
  readonly headerRow: number | null;
  /** First data row (0-based); normally headerRow + 1. */
  readonly firstRow: number;
  /** A person's overrides of detected column types, by column name. */
  readonly types: Readonly<Record<string, ColumnType>>;
  /** The order of day, month and year in slash and dot dates, by column name, where it was settled. */
  readonly dateOrders: Readonly<Record<string, DateOrder>>;
}

export interface DelimitedOptions extends CommonOptions {
  readonly kind: 'delimited';
  /** WHATWG encoding label, e.g. `utf-8`, `windows-1252`, `shift_jis`. */
  readonly encoding: string;
  readonly delimiter: string;
  /** Empty = quoting is off. */
  readonly quote: string;
  /** Character that escapes a quote inside quotes; equal to `quote` for RFC 4180 doubling. */
  readonly escape: string;
}

export interface WorkbookOptions extends CommonOptions {
  readonly kind: 'workbook';
  readonly sheet: string;
}

/** Why the reader thinks so: one sentence with the numbers in it. */
export interface Evidence {
  readonly about:
    | 'encoding'
    | 'delimiter'
    | 'quote'
    | 'header'
    | 'sheet'
    | 'type'
    | 'dateOrder'
    | 'decimal'
    | 'rows';
  readonly column?: string;
  readonly text: string;
  /** `ask` = undecidable from the data, a person must choose. */
  readonly certainty: 'sure' | 'likely' | 'ask';
}

export interface ColumnGuess {
  readonly name: string;
  readonly type: ColumnType;
  /** Set for dates written with day, month and year in numbers. Null = undecidable. */
  readonly dateOrder: DateOrder | null;
  readonly decimalComma: boolean;
}

/** One table found in a file: how to read it, why, and what it looks like. */
export interface TableProposal {
  /** Suggested table name: file name without ending, with the sheet name where there are several. */
  readonly name: string;
  readonly options: ReadOptions;
  readonly evidence: readonly Evidence[];
  readonly columns: readonly ColumnGuess[];
  /** First data rows, after the header. */
  readonly preview: readonly (readonly string[])[];
  /** The first rows of the file as they stand, for choosing another header row. */
  readonly rawRows: readonly (readonly string[])[];
  /** Rows in all where known without reading everything, else null. */
  readonly rowCount: number | null;
  readonly hidden: boolean;
}

export interface Inspection {
  readonly fileName: string;
  readonly bytes: number;
  readonly format: 'delimited' | 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'xml';
  readonly tables: readonly TableProposal[];
}

/** A row that could not be read as the others; kept whole, counted as rejected. */
export interface RejectedRow {
  /** 1-based line (text) or row (sheet) in the file. */
  readonly line: number;
  readonly raw: string;
  readonly reason: string;
}

/** A table as read, with nothing lost: every line of the file is a row, a header, blank, or rejected. */
export interface IngestedTable {
  readonly table: Table;
  /** 1-based line or sheet row in the file, per row. */
  readonly lines: Uint32Array;
  readonly rejected: readonly RejectedRow[];
  readonly columns: readonly ColumnGuess[];
  /** Sentences about what deserves a look: duplicate headers renamed, blank rows skipped, damaged ids. */
  readonly warnings: readonly string[];
}
