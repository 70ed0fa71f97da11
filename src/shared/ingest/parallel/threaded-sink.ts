import { readUtf8 } from '../../table/pack';
import type { Column } from '../../table/types';
import type { CellBlock, CellSink } from '../cell-sink';
import { ThreadFailed } from './thread-failed';
import type { ReadAnswer, ReadThread } from './types';

/** Blocks that may wait for the thread: some 20 MB, a fraction of a second of its work. */
const MOST_WAITING = 64;

/**
 * Gives the cells to another thread, which finds their codes, and makes strings of the values that thread finds to be
 * new: the two halves of the work on cells, side by side. The columns are those of `LocalSink`. What a
 * failed thread can no longer do throws `ThreadFailed`.
 */
export class ThreadedSink implements CellSink {
  readonly #thread: ReadThread;
  readonly #values: string[][];
  readonly #codes: (Uint32Array | undefined)[];
  #waiting = 0;
  #finishing = false;
  #failed = false;
  /** Lets whoever waits look again. */
  #wake: () => void = () => undefined;

  constructor(thread: ReadThread, columns: number) {
    this.#thread = thread;
    this.#values = Array.from({ length: columns }, () => ['']);
    this.#codes = new Array(columns);
    thread.listen(
      (answer) => this.#hear(answer),
      () => {
        this.#failed = true;
        this.#wake();
      },
    );
    thread.post({ ask: 'begin', columns });
  }

  take(block: CellBlock): void {
    this.#check();
    const copy = copied(block, this.#values.length);
    const memory = [copy.from, copy.to, copy.bytes, copy.rewritten].map(({ buffer }) => buffer);
    this.#thread.post({ ask: 'take', block: copy }, memory);
    this.#waiting++;
  }

  async ready(): Promise<void> {
    await this.#until(() => this.#waiting <= MOST_WAITING);
  }

  async finish(column: number, name: string): Promise<Column> {
    if (!this.#finishing) this.#thread.post({ ask: 'finish' });
    this.#finishing = true;
    await this.#until(() => this.#codes[column] !== undefined);
    const codes = this.#codes[column]!;
    const values = this.#values[column]!;
    this.#codes[column] = undefined;
    this.#values[column] = [];
    return { name, codes, values };
  }

  close(): void {
    this.#thread.close();
  }

  #hear(answer: ReadAnswer): void {
    if (answer.tell === 'values') readUtf8(answer.texts, this.#values[answer.column]);
    else if (answer.tell === 'column') this.#codes[answer.column] = answer.codes;
    else if (answer.tell === 'taken') this.#waiting--;
    this.#wake();
  }

  #check(): void {
    if (this.#failed) throw new ThreadFailed('The thread that encodes columns ended.');
  }

  async #until(met: () => boolean): Promise<void> {
    while (!met()) {
      this.#check();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

/** The block in memory of its own, no larger than it has to be. */
function copied(block: CellBlock, columns: number) {
  const { rows, stride } = block;
  const from = new Int32Array(columns * rows);
  const to = new Int32Array(columns * rows);
  for (let column = 0; column < columns; column++) {
    const start = column * stride;
    from.set(block.from.subarray(start, start + rows), column * rows);
    to.set(block.to.subarray(start, start + rows), column * rows);
  }
  return { rows, stride: rows, from, to, bytes: block.bytes.slice(), rewritten: block.rewritten.slice() };
}
