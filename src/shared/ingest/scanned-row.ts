/** What is wrong with the quotes of a row; see `RowScanner`. */
export type RowFlaw = 'openQuote' | 'strayQuote';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * One row of a text file, kept as places in its bytes: no string is made of a cell until somebody asks for it. The scanner uses one object for all rows; keep nothing of it beyond the call that hands it over.
 */
export class ScannedRow {
  /** 1-based line of the file where the row starts. */
  line = 1;
  flaw: RowFlaw | null = null;
  /** Number of cells. */
  count = 0;
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #start = 0;
  #end = 0;
  #from = new Int32Array(64);
  #to = new Int32Array(64);
  /** Cells that differ from their place in the file (escaped quotes); a place of -1 - i means the i-th of these. */
  #rewritten: Uint8Array[] = [];

  /** Starts a new row; for the scanner. */
  reset(bytes: Uint8Array<ArrayBuffer>, line: number): void {
    this.#bytes = bytes;
    this.line = line;
    this.flaw = null;
    this.clear();
  }

  clear(): void {
    this.count = 0;
    if (this.#rewritten.length > 0) this.#rewritten = [];
  }

  /** Adds the cell `[from, to)` of the bytes. */
  add(from: number, to: number): void {
    if (this.count === this.#from.length) this.#grow();
    this.#from[this.count] = from;
    this.#to[this.count++] = to;
  }

  /** Adds a cell that does not stand in the file as it is. */
  addText(value: string): void {
    this.#rewritten.push(encoder.encode(value));
    this.add(-this.#rewritten.length, 0);
  }

  /** Cuts an ending from the last cell if it has it. */
  trimEnd(ending: string): void {
    const last = this.count - 1;
    if (this.#from[last]! >= 0 && this.cell(last).endsWith(ending)) this.#to[last]! -= ending.length;
  }

  /** Notes where the row stands in the bytes, without its line end. */
  bound(start: number, end: number): void {
    this.#start = start;
    this.#end = end;
  }

  /** Is there any text in the cell? */
  filled(index: number): boolean {
    if (index >= this.count) return false;
    const from = this.#from[index]!;
    return from < 0 ? this.#rewritten[-1 - from]!.length > 0 : this.#to[index]! > from;
  }

  /** The text of the cell; empty beyond the last one. */
  cell(index: number): string {
    if (!this.filled(index)) return '';
    const from = this.#from[index]!;
    return decoder.decode(
      from < 0 ? this.#rewritten[-1 - from]! : this.#bytes.subarray(from, this.#to[index]),
    );
  }

  cells(): string[] {
    return Array.from({ length: this.count }, (_, index) => this.cell(index));
  }

  /** The bytes the places point into. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }

  /** Where the cell starts in `bytes`; negative when it has to be taken from `rewritten`. */
  from(index: number): number {
    return this.#from[index]!;
  }

  /** Where the cell ends in `bytes`. */
  to(index: number): number {
    return this.#to[index]!;
  }

  /** The bytes of a cell whose start is negative. */
  rewritten(index: number): Uint8Array {
    return this.#rewritten[-1 - this.#from[index]!]!;
  }

  /** The text of the row as it stands in the file, without its line end. */
  raw(): string {
    return decoder.decode(this.#bytes.subarray(this.#start, this.#end));
  }

  #grow(): void {
    const from = new Int32Array(this.#from.length * 2);
    const to = new Int32Array(from.length);
    from.set(this.#from);
    to.set(this.#to);
    this.#from = from;
    this.#to = to;
  }
}
