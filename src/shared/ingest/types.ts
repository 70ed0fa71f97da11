import type { Table } from '../table/types';

/** The bytes of a file, wherever they are; satisfied by `Blob`, `File` and Node's file-backed Blob. */
export interface ByteSource {
  readonly size: number;
  slice(start?: number, end?: number): ByteSource;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export type ColumnType = 'text' | 'integer' | 'number' | 'date' | 'datetime' | 'boolean' | 'empty';
export type DateOrder = 'DMY' | 'MDY' | 'YMD';

/** How a file is read. Kept in the journal as step 0 of the history, so that the bytes replay to the same table. */
export type ReadOptions = DelimitedOptions | WorkbookOptions;

/** A rectangle of a sheet, or of the rows and cells of a text file; 0-based. Null = to the end. */
export interface CellRange {
  readonly firstRow: number;
  /** Exclusive. */
  readonly endRow: number | null;
  readonly firstColumn: number;
  /** Exclusive. */
  readonly endColumn: number | null;
}

/** A header cell over several columns of the table; 0-based, `endColumn` exclusive. */
export interface Heading {
  readonly row: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

interface CommonOptions {
  /** 0-based line or sheet row of the header; null = the file has no header row. */
  readonly headerRow: number | null;
  /** Rows the header spans, from `headerRow` on; their cells are joined: `Address / City`. Absent = one. */
  readonly headerRows?: number;
  /** Header cells merged over several columns, as far as known; absent = a heading reaches as far as blank cells follow it. */
  readonly headings?: readonly Heading[];
  /** The part of the sheet or file that is this table, where it holds several; absent = all of it. */
  readonly range?: CellRange;
  /** `data` = a row that looks like a total is a row like any other. Absent = totals at the end are set aside. */
  readonly totals?: 'data';
  /** First data row (0-based); normally headerRow + 1. */
  readonly firstRow: number;
  /** A person's overrides of detected column types, by column name. */
  readonly types: Readonly<Record<string, ColumnType>>;
  /** The order of day, month and year in slash and dot dates, by column name, where it was settled. */
  readonly dateOrders: Readonly<Record<string, DateOrder>>;
  /** Whether cells of a sheet that show less than they hold are read as shown. Absent = as stored. */
  readonly cells?: CellReading;
}

/** Rounded decimals, a hidden time of day, a currency sign: what a person sees, or what the file stores. */
export interface CellReading {
  readonly as: 'shown' | 'stored';
  /** Columns that are read the other way. */
  readonly except: readonly string[];
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
  /** What lines begin with that are comments, not rows; absent = there are none. */
  readonly comment?: string;
}

export interface WorkbookOptions extends CommonOptions {
  readonly kind: 'workbook';
  readonly sheet: string;
  /** `named` = notes beside the table are called so. Absent = by their place, like other columns without a header. */
  readonly notes?: 'named';
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
    /** Cells that show less than they hold. */
    | 'shown'
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
  readonly format: 'delimited' | 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'xml' | 'html';
  readonly tables: readonly TableProposal[];
}

/** Why a row is not data: it cannot be read as the others, it repeats the header, it sums up rows above it, it is a note. */
export type RejectKind = 'malformed' | 'header' | 'total' | 'note';

/** A row that is not among the rows of the table; kept whole, counted as rejected. */
export interface RejectedRow {
  /** 1-based line (text) or row (sheet) in the file. */
  readonly line: number;
  readonly raw: string;
  readonly reason: string;
  /** Absent = malformed. */
  readonly kind?: RejectKind;
  /** The part of a stacked table it comes from, by position; absent in a table of one part. */
  readonly part?: number;
}

/** Where the rows of one table begin in a table stacked of several. */
export interface StackPart {
  readonly name: string;
  readonly firstRow: number;
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
  /** The tables this one is stacked of, in order; absent for a table read from one place. */
  readonly parts?: readonly StackPart[];
}

/** A correction of a rejected row: its text as it stands in the file, and the cells it should have. */
export interface RowRepair {
  readonly raw: string;
  readonly cells: readonly string[];
}

/** One table to be stacked or compared. */
export interface NamedTable {
  readonly name: string;
  readonly ingested: IngestedTable;
}

/** What is known of the columns of one table to be compared: a table as read, or a proposal with its preview. */
export interface ColumnsPart {
  readonly name: string;
  readonly columns: readonly ColumnGuess[];
  /** The values to compare; null = by names and types only. */
  readonly table: Table | null;
}

/** A column of the first table that another one does not have, or the other way round. */
export interface ColumnPresence {
  readonly column: string;
  /** The table that lacks it (`missing`) or brings it (`added`). */
  readonly part: string;
}

export interface ColumnRename {
  readonly part: string;
  /** Its name in the first table. */
  readonly from: string;
  /** Its name in `part`. */
  readonly to: string;
  /** Why they look like the same column: one sentence. */
  readonly reason: string;
}

export interface ColumnRetype {
  readonly part: string;
  readonly column: string;
  readonly from: ColumnType;
  readonly to: ColumnType;
}

/** How the columns of other tables differ from those of the first. A renamed column is neither missing nor added. */
export interface ColumnDrift {
  /** Columns all tables have, by their names in the first. */
  readonly common: readonly string[];
  readonly added: readonly ColumnPresence[];
  readonly missing: readonly ColumnPresence[];
  readonly renamed: readonly ColumnRename[];
  readonly retyped: readonly ColumnRetype[];
  /** The same in sentences, the gravest first; one sentence when nothing differs. */
  readonly sentences: readonly string[];
}

/** Tables that look like parts of one table. */
export interface StackGroup {
  /** Suggested name of the whole: "Customers" of "Customers 2019" and "Customers 2020". */
  readonly name: string;
  /** Positions in the list asked about. */
  readonly members: readonly number[];
  readonly reason: string;
}
