import type { Column } from './types';

/** A column as three typed arrays, ready to be stored or handed to another thread without copying. */
export interface PackedColumn {
  readonly name: string;
  readonly codes: Uint32Array;
  /** All distinct values one after the other. */
  readonly arena: Uint8Array;
  /** Byte position in the arena where each value starts, and one more for the end. */
  readonly offsets: Uint32Array;
  /** `utf-16le` only where a value holds half a surrogate pair, which UTF-8 cannot carry. */
  readonly encoding: 'utf-8' | 'utf-16le';
}

/** Values are encoded and decoded in blocks of about this many bytes: one call per value would cost half a microsecond each. */
const BLOCK = 1 << 20;

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Packs a column. The codes are shared with it, not copied. Arena up to 4 GiB; throws `RangeError` beyond. */
export function packColumn(column: Column): PackedColumn {
  const encoding = column.values.some((value) => LONE_SURROGATE.test(value)) ? 'utf-16le' : 'utf-8';
  const offsets = offsetsOf(column.values, encoding === 'utf-8' ? utf8Length : (value) => value.length * 2);
  const arena = new Uint8Array(offsets[column.values.length]!);
  for (const [from, to] of blocksOf(offsets)) {
    const text = column.values.slice(from, to).join('');
    const place = arena.subarray(offsets[from], offsets[to]);
    if (encoding === 'utf-8') new TextEncoder().encodeInto(text, place);
    else writeUtf16(text, place);
  }
  return { name: column.name, codes: column.codes, arena, offsets, encoding };
}

/** The column again; `unpackColumn(packColumn(c))` equals `c`. */
export function unpackColumn(packed: PackedColumn): Column {
  const { arena, offsets, encoding } = packed;
  const values: string[] = [];
  for (const [from, to] of blocksOf(offsets)) {
    // A copy, because decoders refuse memory shared between threads.
    const bytes = arena.slice(offsets[from], offsets[to]);
    const text =
      encoding === 'utf-8' ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : readUtf16(bytes);
    const unitsOf =
      encoding === 'utf-8' ? utf16Length : (_: Uint8Array, start: number, end: number) => (end - start) / 2;
    const ascii = text.length === bytes.length;
    let at = 0;
    for (let i = from; i < to; i++) {
      const start = offsets[i]! - offsets[from]!;
      const end = offsets[i + 1]! - offsets[from]!;
      const units = ascii ? end - start : unitsOf(bytes, start, end);
      values.push(text.slice(at, at + units));
      at += units;
    }
  }
  return { name: packed.name, codes: packed.codes, values };
}

function offsetsOf(values: readonly string[], lengthOf: (value: string) => number): Uint32Array {
  const offsets = new Uint32Array(values.length + 1);
  let end = 0;
  for (let i = 0; i < values.length; i++) {
    end += lengthOf(values[i]!);
    if (end > 0xffffffff) throw new RangeError('packColumn: more than 4 GiB of distinct text in one column');
    offsets[i + 1] = end;
  }
  return offsets;
}

/** Runs of values of about one block: `[from, to)`. */
function* blocksOf(offsets: Uint32Array): Generator<readonly [number, number]> {
  const count = offsets.length - 1;
  let from = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count && offsets[i]! - offsets[from]! < BLOCK) continue;
    yield [from, i];
    from = i;
  }
}

function utf8Length(value: string): number {
  let bytes = value.length;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    // A surrogate pair is four bytes: two for each half.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** UTF-16 code units of the UTF-8 bytes `[start, end)`: one per leading byte, two where it leads four. */
function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

function writeUtf16(text: string, place: Uint8Array): void {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    place[2 * i] = unit & 0xff;
    place[2 * i + 1] = unit >>> 8;
  }
}

function readUtf16(bytes: Uint8Array): string {
  const parts: string[] = [];
  const units: number[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    units.push(bytes[i]! | (bytes[i + 1]! << 8));
    if (units.length === 4096) parts.push(String.fromCharCode(...units.splice(0)));
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}
