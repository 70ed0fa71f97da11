import type { Semantic } from '../../profile/types';
import { distinctIn } from '../../table/column';
import { TextCodes } from '../../table/text-codes';
import type { Column } from '../../table/types';
import type { KindId } from '../compare/kinds';
import { type AddressParts, splitAddress } from '../normalise/address';
import { isNothing } from '../normalise/fold';
import { city, country, postcode } from '../normalise/place';
import { regionCode } from '../normalise/regions';
import { street } from '../normalise/street';
import type { MatchField } from '../types';
import { encode } from './encode';
import { finish, type Grouped, guarded, type PreparedComparison, type Usable } from './prepared';

/** A street column that is mostly numbers holds house numbers. */
const MOSTLY_NUMBERS = 0.8;

/** Two columns filled together less often than this (of the sparser one) are one: the sources fill one or the other. */
const SELDOM_BOTH = 0.1;

/** Fewer cells than this with a whole address in them are left as they are. */
const FEWEST_WHOLE = 0.02;

interface Part {
  readonly semantic: Semantic;
  readonly kind: KindId;
  readonly label: string;
  readonly of: keyof AddressParts;
  readonly normalise: (text: string) => string;
}

/** What an address in one cell is taken apart into, beside the street. */
const PARTS: readonly Part[] = [
  { semantic: 'city', kind: 'city', label: 'city', of: 'city', normalise: city },
  { semantic: 'region', kind: 'code', label: 'region', of: 'region', normalise: regionCode },
  { semantic: 'postcode', kind: 'postcode', label: 'postcode', of: 'postcode', normalise: postcode },
  { semantic: 'country', kind: 'code', label: 'country', of: 'country', normalise: country },
];

/**
 * Addresses written in one cell beside addresses in parts: the whole ones are taken apart, the parts fill what the
 * columns for city, region, postcode and country leave empty (or make such columns). Street columns of which a record
 * fills only one are one column. Nothing is done, and nothing used, where every column holds what its header says.
 */
export function prepareAddresses(usable: readonly Usable[]): Grouped {
  const lines = usable.filter(
    ({ field, shape }) => field.semantic === 'street' && shape.numeric <= MOSTLY_NUMBERS,
  );
  const first = lines[0];
  if (!first) return { comparisons: [], used: new Set() };
  const joined = [first, ...lines.slice(1).filter((line) => seldomBoth(first, line))];
  const readings = joined.map(({ field }) => readingsOf(field.column));
  const whole = readings.reduce((sum, reading) => sum + reading.whole, 0);
  const cells = joined.reduce((sum, { shape }) => sum + shape.distinct, 0);
  if (joined.length === 1 && whole < FEWEST_WHOLE * cells) return { comparisons: [], used: new Set() };
  const fields = joined.map(({ field }) => field);
  const used = new Set(fields);
  const comparisons = [streetComparison(fields, readings)];
  for (const part of PARTS) {
    const own = usable.find(({ field }) => field.semantic === part.semantic)?.field ?? null;
    const comparison = partComparison(part, own, fields, readings);
    if (!comparison) continue;
    comparisons.push(comparison);
    if (own) used.add(own);
  }
  return { comparisons, used };
}

function seldomBoth(a: Usable, b: Usable): boolean {
  let both = 0;
  const other = b.field.column.codes;
  a.field.column.codes.forEach((code, row) => {
    if (code !== 0 && other[row] !== 0) both++;
  });
  return both <= SELDOM_BOTH * Math.min(a.shape.filled, b.shape.filled);
}

/** The parts of each distinct cell that holds a whole address, and how many there are. */
interface Readings {
  readonly parts: readonly (AddressParts | null)[];
  readonly whole: number;
}

function readingsOf({ values }: Column): Readings {
  const parts = values.map((value) => (value === '' || isNothing(value) ? null : splitAddress(value)));
  return { parts, whole: parts.reduce((sum, part) => sum + (part ? 1 : 0), 0) };
}

/** Per record the first filled street line, without what else stands in its cell. */
function streetComparison(fields: readonly MatchField[], readings: readonly Readings[]): PreparedComparison {
  const texts = new TextCodes(distinctIn(fields.map(({ column }) => column)));
  const codes = new Uint32Array(fields[0]!.column.codes.length);
  fields.forEach(({ column }, index) => {
    const line = guarded(street);
    const parts = readings[index]!.parts;
    const map = Uint32Array.from(column.values, (value, code) =>
      texts.codeOf(line(parts[code]?.street ?? value)),
    );
    for (let row = 0; row < codes.length; row++) {
      if (codes[row] === 0) codes[row] = map[column.codes[row]!]!;
    }
  });
  return {
    name: fields[0]!.name,
    fields: fields.map(({ name }) => name),
    semantic: 'street',
    column: finish('street', codes, texts.values),
  };
}

/** One part from its own column, filled up from whole addresses; null when those have nothing to add. */
function partComparison(
  { semantic, kind, label, of, normalise }: Part,
  own: MatchField | null,
  fields: readonly MatchField[],
  readings: readonly Readings[],
): PreparedComparison | null {
  if (readings.every(({ parts }) => parts.every((part) => part === null || part[of] === ''))) return null;
  const texts = new TextCodes(own?.column.values.length);
  const codes = own
    ? encode(own.column, texts, guarded(normalise))
    : new Uint32Array(fields[0]!.column.codes.length);
  fields.forEach(({ column }, index) => {
    const map = Uint32Array.from(readings[index]!.parts, (part) =>
      part ? texts.codeOf(normalise(part[of])) : 0,
    );
    for (let row = 0; row < codes.length; row++) {
      if (codes[row] === 0) codes[row] = map[column.codes[row]!]!;
    }
  });
  return {
    name: own?.name ?? `${fields[0]!.name} (${label})`,
    fields: [...(own ? [own] : []), ...fields].map(({ name }) => name),
    semantic,
    column: finish(kind, codes, texts.values),
  };
}
