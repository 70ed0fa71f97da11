import { combineCodes } from '../blocking/blocks';
import { TYPE_MARK } from '../compare/kinds';
import { Dictionary } from '../prepare/dictionary';
import type { PreparedComparison } from '../prepare/prepared';
import type { ComparisonColumn } from '../types';

/** What is known of the holders of a value beside their number. */
export interface Holders {
  /** Where each record is (0 = not known): who answers one line in many places answers for many. */
  readonly places: Uint32Array | null;
  /** A value seen once is held by another at most this often. */
  readonly most: number;
}

/** Nothing is known of the holders. */
export const ANY_HOLDERS: Holders = { places: null, most: 1 };

/** An authority gives a number once: that two things have it by chance is rarer than a small table can show. */
const OFFICIAL = 1 / 5000;

/** Letters of a street beside its number that tell where it is, whatever slips follow. */
const LETTERS_OF_STREET = 3;

/** What the kind of a column says about the holders of its values; `places` is what `placesOf` gives. */
export function holdersOf({ kind, values }: ComparisonColumn, places: Uint32Array | null): Holders {
  const isLine = kind === 'phone' || kind === 'email' || kind === 'url';
  const isOfficial = kind === 'identifier' && values.some((value) => value.includes(TYPE_MARK));
  return { places: isLine ? places : null, most: isOfficial ? OFFICIAL : 1 };
}

/** Where each record is, slips in the name of the street aside; 0 where that is not known. Null without streets. */
export function placesOf(prepared: readonly PreparedComparison[]): Uint32Array | null {
  const street = prepared.find(({ column }) => column.kind === 'street')?.column;
  if (!street) return null;
  const dictionary = new Dictionary();
  const places = Uint32Array.from(street.values, (value) =>
    dictionary.codeOf(value.slice(0, value.indexOf('|') + 1 + LETTERS_OF_STREET)),
  );
  return street.codes.map((code) => places[code]!);
}

/** In how many places each code is. */
export function placesWith(codes: Uint32Array, size: number, places: Uint32Array): Float64Array {
  const joint = combineCodes(codes, places);
  const seen = new Uint8Array(joint.size);
  const counts = new Float64Array(size);
  for (let row = 0; row < codes.length; row++) {
    const both = joint.codes[row]!;
    if (both === 0 || seen[both] === 1) continue;
    seen[both] = 1;
    counts[codes[row]!] = counts[codes[row]!]! + 1;
  }
  return counts;
}
