import { AppFailure } from '../../base/result';
import type { ByteSource } from '../types';
import { streamSheet } from '../xlsx-sheet';
import { readSharedStrings } from '../xlsx-strings';
import { messageOf, ZipPackage } from '../zip-package';
import { SheetBlockWriter } from './sheet-block';
import type { SheetAnswer, SheetRequest } from './types';

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

  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new ReadableStream({
      start: async (controller) => {
        controller.enqueue(new Uint8Array(await this.arrayBuffer()));
        controller.close();
      },
    });
  }
}

async function readSheet(
  { fileName, strings, sheet }: Extract<SheetRequest, { ask: 'sheet' }>,
  file: ByteSource,
  answer: Answer,
): Promise<void> {
  try {
    const zip = await ZipPackage.open(file, fileName);
    if (strings !== null) {
      const progress = (bytes: number): void => answer({ tell: 'passed', bytes }, []);
      const shared = await readSharedStrings(zip, strings, fileName, Number.POSITIVE_INFINITY, progress);
      const packed = shared.packed();
      answer({ tell: 'strings', ...packed }, [packed.bytes.buffer, packed.ends.buffer]);
    }
    await sendRows(zip, sheet, fileName, answer);
    answer({ tell: 'end' }, []);
  } catch (cause) {
    const failure = cause instanceof AppFailure ? cause.error : messageOf(cause);
    answer({ tell: 'failed', failure }, []);
  }
}

async function sendRows(zip: ZipPackage, sheet: string, fileName: string, answer: Answer): Promise<void> {
  const writer = new SheetBlockWriter();
  let passed = 0;
  const send = (): void => {
    if (writer.isEmpty) return;
    const block = writer.take();
    const memory = [
      block.rows,
      block.cellEnds,
      block.columns,
      block.types,
      block.styles,
      block.ends,
      block.text,
    ];
    answer(
      { tell: 'rows', block, passed },
      memory.map(({ buffer }) => buffer),
    );
  };
  await streamSheet(
    zip,
    sheet,
    fileName,
    (row) => {
      writer.add(row);
      if (writer.isFull) send();
      return true;
    },
    {
      merged: (cells) => {
        // Merged cells come in their place among the rows.
        send();
        answer({ tell: 'merged', cells }, []);
      },
      progress: (bytes) => {
        passed = bytes;
      },
    },
  );
  send();
}
