import { popcount } from '../kernels/bits';

/** Units of a packed text, and the words it is packed in (as a shift). */
const UNITS = 8;
export const PACKED_SHIFT = 1;

/**
 * Texts of up to eight units below 256 as two numbers each, by code, the first unit on top and blanks of zero behind the
 * last: postcodes and dates are compared as numbers, without their texts being looked at. Longer and other texts are two
 * zeros, as the empty one is.
 */
export function packedUnits(values: readonly string[]): Uint32Array {
  const packed = new Uint32Array(values.length << PACKED_SHIFT);
  for (let code = 0; code < values.length; code++) {
    const text = values[code]!;
    if (!isPackable(text)) continue;
    for (let i = 0; i < text.length; i++) {
      const at = (code << PACKED_SHIFT) + (i >> 2);
      packed[at] = packed[at]! | (text.charCodeAt(i) << (24 - 8 * (i & 3)));
    }
  }
  return packed;
}

function isPackable(text: string): boolean {
  if (text.length > UNITS) return false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0 || unit > 255) return false;
  }
  return true;
}

/** At how many places the texts at `i` and `j` have different units. Of two as long, one edit changes no more than two. */
export function differingUnits(packed: Uint32Array, i: number, j: number): number {
  return popcount(marked(packed[i]! ^ packed[j]!) | (marked(packed[i + 1]! ^ packed[j + 1]!) << 1));
}

/** One bit, the lowest, for every byte that is not zero. */
function marked(bytes: number): number {
  const nibbles = bytes | (bytes >>> 4);
  const pairs = nibbles | (nibbles >>> 2);
  return (pairs | (pairs >>> 1)) & 0x01010101;
}
