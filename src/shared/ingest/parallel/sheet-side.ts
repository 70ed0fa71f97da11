import { AppFailure } from '../../base/result';
import type { ByteSource } from '../types';
import type { MergedCells } from '../workbook';
import type { RawRow } from '../xlsx-raw-row';
import { streamSheet } from '../xlsx-sheet';
import { readSharedStrings } from '../xlsx-strings';
import { messageOf, ZipPackage } from '../zip-package';
import { SheetBlockWriter } from './sheet-block';
import type { SheetAnswer, SheetRequest } from './types';

/** Merged cells sent at a time: a sheet may have one for every row. */
const MOST_MERGED = 4096;

type Answer = (told: SheetAnswer, transfer: ArrayBuffer[]) => void;

/** What a thread that unpacks and scans sheets does with a request; it reads the file through whoever asked it. */
export function createSheetSide(answer: Answer): (request: SheetRequest) => void {
  const coming = new Map<number, (bytes: ArrayBuffer) => void>();
  let asked = 0;
  const read = (from: number, to: number): Promise<ArrayBuffer> =>
    new Promise((resolve) => {
      const id = asked++;
      coming.set(id, resolve);
      answer({ tell: 'read', id, from, to }, []);
    });
  return (request) => {
    if (request.ask === 'sheet') void readSheet(request, new AskedSource(read, 0, request.size), answer);
    else {
      coming.get(request.id)?.(request.bytes);
      coming.delete(request.id);
    }
  };
}

/** A file that another thread reads. */
class AskedSource implements ByteSource {
  readonly size: number;

  constructor(
    private readonly read: (from: number, to: number) => Promise<ArrayBuffer>,
    private readonly start: number,
    private readonly end: number,
  ) {
    this.size = end - start;
  }

  slice(from = 0, to = this.size): ByteSource {
    const start = this.start + Math.min(Math.max(0, from), this.size);
    return new AskedSource(this.read, start, Math.max(start, this.start + Math.min(to, this.size)));
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.read(this.start, this.end);
  }
}

async function readSheet(
  { fileName, strings, sheet }: Extract<SheetRequest, { ask: 'sheet' }>,
  file: ByteSource,
  answer: Answer,
): Promise<void> {
  try {
    const zip = await ZipPackage.open(file, fileName);
    let before = 0;
    const tellPassed = (bytes: number): void => answer({ tell: 'passed', strings: before, sheet: bytes }, []);
    if (strings !== null) {
      const shared = await readSharedStrings(zip, strings, fileName, Number.POSITIVE_INFINITY, (bytes) => {
        before = bytes;
        tellPassed(0);
      });
      const packed = shared.packed();
      answer({ tell: 'strings', ...packed }, [packed.bytes.buffer, packed.ends.buffer]);
    }
    const sender = new RowSender(answer);
    await streamSheet(zip, sheet, fileName, sender.take, { merged: sender.merge, progress: tellPassed });
    sender.send();
    answer({ tell: 'end' }, []);
  } catch (cause) {
    const failure = cause instanceof AppFailure ? cause.error : messageOf(cause);
    answer({ tell: 'failed', failure }, []);
  }
}

/** Sends rows and merged cells many at a time, in the order in which they come. */
class RowSender {
  readonly #answer: Answer;
  readonly #rows = new SheetBlockWriter();
  #merged: MergedCells[] = [];

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  readonly take = (row: RawRow): boolean => {
    if (this.#merged.length > 0) this.send();
    this.#rows.add(row);
    if (this.#rows.isFull) this.send();
    return true;
  };

  readonly merge = (cells: MergedCells): void => {
    if (!this.#rows.isEmpty) this.send();
    this.#merged.push(cells);
    if (this.#merged.length >= MOST_MERGED) this.send();
  };

  /** Sends what is left, rows or merged cells: there are never both. */
  send(): void {
    if (!this.#rows.isEmpty) {
      const block = this.#rows.take();
      const { rows, cellEnds, columns, types, styles, ends, text } = block;
      const memory = [rows, cellEnds, columns, types, styles, ends, text].map(({ buffer }) => buffer);
      this.#answer({ tell: 'rows', block }, memory);
    } else if (this.#merged.length > 0) {
      this.#answer({ tell: 'merged', cells: this.#merged }, []);
      this.#merged = [];
    }
  }
}
