import { TextCodes } from '../../table/text-codes';
import { combineCodes } from '../blocking/blocks';
import { TYPE_MARK } from '../compare/kinds';
import type { PreparedComparison } from '../prepare/prepared';

/** What is known of the holders of a value beside their number. */
export interface Holders {
  /** In how many places each value is: who answers one line in many places answers for many. Null where that says nothing. */
  readonly places: Float64Array | null;
  /** A value seen once is held by another at most this often. */
  readonly most: number;
}

/** Nothing is known of the holders. */
export const ANY_HOLDERS: Holders = { places: null, most: 1 };

/** An authority gives a number once: that two things have it by chance is rarer than a small table can show. */
const OFFICIAL = 1 / 5000;

/** Letters of a street beside its number that tell where it is, whatever slips follow. */
const LETTERS_OF_STREET = 3;

/** What the kinds of the comparisons say about the holders of their values. */
export function holdersOf(prepared: readonly PreparedComparison[]): Holders[] {
  const places = placesOf(prepared);
  return prepared.map(({ column: { kind, codes, values } }) => {
    const isLine = kind === 'phone' || kind === 'email' || kind === 'url';
    const isOfficial = kind === 'identifier' && values.some((value) => value.includes(TYPE_MARK));
    return {
      places: isLine && places ? placesWith(codes, values.length, places) : null,
      most: isOfficial ? OFFICIAL : 1,
    };
  });
}

/** Where each record is, slips in the name of the street aside; 0 where that is not known. Null without streets. */
function placesOf(prepared: readonly PreparedComparison[]): Uint32Array | null {
  const street = prepared.find(({ column }) => column.kind === 'street')?.column;
  if (!street) return null;
  const texts = new TextCodes();
  const places = Uint32Array.from(street.values, (value) =>
    texts.codeOf(value.slice(0, value.indexOf('|') + 1 + LETTERS_OF_STREET)),
  );
  return street.codes.map((code) => places[code]!);
}

/** In how many places each code is. */
function placesWith(codes: Uint32Array, size: number, places: Uint32Array): Float64Array {
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
