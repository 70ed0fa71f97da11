import type { Column } from './types';

/** Texts in UTF-8, one after the other: text i lies in `[offsets[i], offsets[i + 1])` of the arena. */
export interface PackedTexts {
  readonly arena: Uint8Array<ArrayBuffer>;
  readonly offsets: Uint32Array<ArrayBuffer>;
}

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
  const { name, codes, arena, offsets, encoding } = packed;
  return { name, codes, values: encoding === 'utf-8' ? readUtf8(packed) : readUtf16(arena, offsets) };
}

/** The strings of packed texts, added to `values`. About 100 ns a text. */
export function readUtf8(
  { arena, offsets }: Pick<PackedColumn, 'arena' | 'offsets'>,
  values: string[] = [],
): string[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (const [from, to] of blocksOf(offsets)) {
    const base = offsets[from]!;
    // A copy, because decoders refuse memory shared between threads.
    const bytes = arena.slice(base, offsets[to]);
    const text = decoder.decode(bytes);
    const ascii = text.length === bytes.length;
    let at = 0;
    for (let i = from; i < to; i++) {
      const start = offsets[i]! - base;
      const end = offsets[i + 1]! - base;
      const units = ascii ? end - start : utf16Length(bytes, start, end);
      values.push(text.slice(at, at + units));
      at += units;
    }
  }
  return values;
}

function readUtf16(arena: Uint8Array, offsets: Uint32Array): string[] {
  return Array.from({ length: offsets.length - 1 }, (_, i) => {
    let value = '';
    for (let at = offsets[i]!; at < offsets[i + 1]!; at += 2) {
      value += String.fromCharCode(arena[at]! | (arena[at + 1]! << 8));
    }
    return value;
  });
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
