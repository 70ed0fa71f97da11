/** Values brought together at a time: some tens of thousands of characters stay in the processor's cache. */
const MOST_VALUES = 2_048;
const MOST_UNITS = 1 << 15;

const encoder = new TextEncoder();

/**
 * The UTF-16 units of values, many at a time in one typed array: a string of a table lies anywhere in memory, in one of
 * several representations, and each of its characters costs several times as much as an element of an array.
 */
export class ValueUnits {
  /** The units of the values loaded last, one value after the other. */
  units = new Uint16Array(MOST_UNITS);
  /** Whether all of them are ASCII. */
  ascii = true;
  #bytes = new Uint8Array(MOST_UNITS);

  /** Loads values from `from` on, as many as are good for speed; answers where those that follow begin. */
  load(values: readonly string[], from: number): number {
    let to = from;
    let size = 0;
    const end = Math.min(values.length, from + MOST_VALUES);
    do {
      size += values[to++]!.length;
    } while (to < end && size < MOST_UNITS);
    const text = values.slice(from, to).join('');
    if (size > this.units.length) {
      this.units = new Uint16Array(size);
      this.#bytes = new Uint8Array(size);
    }
    const { read } = encoder.encodeInto(text, this.#bytes.subarray(0, size));
    // Signs outside ASCII take more than a byte, so that not all of the text fits.
    this.ascii = read === size;
    const { units } = this;
    if (this.ascii) units.set(this.#bytes.subarray(0, size));
    else for (let at = 0; at < size; at++) units[at] = text.charCodeAt(at);
    return to;
  }
}
