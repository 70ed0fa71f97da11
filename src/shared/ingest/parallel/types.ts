import type { AppError } from '../../base/result';
import type { Thread } from '../../base/thread';
import type { PackedTexts } from '../../table/pack';
import type { CellBlock } from '../cell-sink';
import type { MergedCells } from '../workbook';
import type { SheetBlock } from '../xlsx-raw-row';
import type { PackedStrings } from '../xlsx-strings';

/** What a thread that finds the codes of cells is asked, while its user goes on scanning. */
export type EncodeRequest =
  | { readonly ask: 'begin'; readonly columns: number }
  | { readonly ask: 'take'; readonly block: CellBlock }
  | { readonly ask: 'finish' };

/** What it answers. */
export type EncodeAnswer =
  /** A block is worked off. */
  | { readonly tell: 'taken' }
  /** Values of a column that are new, in order of their codes. */
  | { readonly tell: 'values'; readonly column: number; readonly texts: PackedTexts }
  /** A column is complete. */
  | { readonly tell: 'column'; readonly column: number; readonly codes: Uint32Array };

/** What a thread that unpacks and scans a sheet is asked, while its user makes columns of the rows. */
export type SheetRequest =
  | {
      readonly ask: 'sheet';
      /** Bytes of the file. */
      readonly size: number;
      readonly fileName: string;
      /** Paths of the parts. */
      readonly strings: string | null;
      readonly sheet: string;
    }
  /** The bytes it asked for. */
  | { readonly ask: 'bytes'; readonly id: number; readonly bytes: ArrayBuffer };

/** What it answers. */
export type SheetAnswer =
  /** It needs bytes of the file. */
  | { readonly tell: 'read'; readonly id: number; readonly from: number; readonly to: number }
  /** Unpacked bytes passed so far. */
  | { readonly tell: 'passed'; readonly strings: number; readonly sheet: number }
  | ({ readonly tell: 'strings' } & PackedStrings)
  | { readonly tell: 'rows'; readonly block: SheetBlock }
  /** Merged cells, which come in their place before and behind rows. */
  | { readonly tell: 'merged'; readonly cells: readonly MergedCells[] }
  | { readonly tell: 'end' }
  /** What was thrown: a failure for the person, or the message of anything else. */
  | { readonly tell: 'failed'; readonly failure: AppError | string };

export type ReadRequest = EncodeRequest | SheetRequest;
export type ReadAnswer = EncodeAnswer | SheetAnswer;

/** A thread that helps to read a file. */
export type ReadThread = Thread<ReadRequest, ReadAnswer>;

/** Help with large files by a thread for each. */
export interface ReadHelp {
  /** Bytes of a file from which it pays. */
  readonly worthFrom: number;
  /** Starts a thread; throws where none can be had. */
  start(): ReadThread;
}

/** A file smaller than this is read before another thread has begun. */
export const WORTH_FROM = 8 << 20;

export function readHelp(start: () => ReadThread, worthFrom: number = WORTH_FROM): ReadHelp {
  return { worthFrom, start };
}
