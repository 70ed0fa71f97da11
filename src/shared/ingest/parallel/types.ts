import type { Thread } from '../../base/thread';
import type { PackedTexts } from '../../table/pack';
import type { CellBlock } from '../cell-sink';

/** What the encoding thread is asked. */
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

/** A thread that gives cells their codes while this one goes on scanning. */
export type EncodeThread = Thread<EncodeRequest, EncodeAnswer>;

/** Help with large files by a thread for each. */
export interface EncodeHelp {
  /** Bytes of a file from which it pays. */
  readonly worthFrom: number;
  /** Starts a thread; throws where none can be had. */
  start(): EncodeThread;
}

/** A file smaller than this is read before another thread has begun. */
const WORTH_FROM = 8 << 20;

export function encodeHelp(start: () => EncodeThread, worthFrom: number = WORTH_FROM): EncodeHelp {
  return { worthFrom, start };
}
