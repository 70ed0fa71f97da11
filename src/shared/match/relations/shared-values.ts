import type { Column } from '../../table/types';
import { type Blocks, blockSizes, groupRows, jointBlocks } from '../blocking/blocks';
import type { MatchInput, MatchResult, Relation } from '../types';
import { ownDomain } from './domains';

/** Records that share a value which makes things belong together. */
export interface SharedValue {
  readonly kind: Relation['kind'];
  readonly because: string;
  /** Records that share each value, two or more: `rows[starts[v] .. starts[v + 1])`, ascending. */
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  /** Largest number of different things that still belong together by such a value. */
  readonly mostGroups: number;
}

/** More people of one name at one address or phone are a coincidence of common values, not a household. */
const LARGEST_HOUSEHOLD = 12;

/** A web or mail domain with more than this share of all records is a provider's, whoever it is. */
const PROVIDER_SHARE = 0.05;
const PROVIDER_RECORDS = 50;

const known = new WeakMap<MatchInput, { columns: MatchResult['columns']; values: SharedValue[] }>();

/**
 * What the records share, by the meaning of the comparisons: family name with street (and place) or with phone for a
 * household; company, or a domain of their own in e-mail or web address, for one company. Depends on the values alone,
 * so it is worked out once an input. O(records) for each kind.
 */
export function sharedValues(input: MatchInput, result: MatchResult): readonly SharedValue[] {
  const before = known.get(input);
  if (before?.columns === result.columns) return before.values;
  const values = [...households(result), ...companies(input, result)];
  known.set(input, { columns: result.columns, values });
  return values;
}

function blocksOf(result: MatchResult, ...kinds: readonly string[]): Blocks | null {
  for (const kind of kinds) {
    const column = result.columns.find((item) => item.kind === kind);
    if (column) return { codes: column.codes, size: column.values.length };
  }
  return null;
}

function households(result: MatchResult): SharedValue[] {
  const family = blocksOf(result, 'family');
  if (!family) return [];
  const found: SharedValue[] = [];
  const street = blocksOf(result, 'street');
  const phone = blocksOf(result, 'phone');
  if (street) {
    const place = blocksOf(result, 'postcode', 'city');
    // The same street and number stand in many towns; where the place is empty, it is a place of its own.
    const placed = place && { codes: place.codes.map((code) => code + 1), size: place.size + 1 };
    const home = jointBlocks(placed ? [family, street, placed] : [family, street]);
    found.push(shared('household', 'same family name and address', home, LARGEST_HOUSEHOLD));
  }
  if (phone) {
    const line = jointBlocks([family, phone]);
    found.push(shared('household', 'same family name and phone', line, LARGEST_HOUSEHOLD));
  }
  return found;
}

function companies(input: MatchInput, result: MatchResult): SharedValue[] {
  const found: SharedValue[] = [];
  const company = blocksOf(result, 'company');
  const isPerson = blocksOf(result, 'family', 'given') !== null;
  // A company by its own name is no relation but a likely match; people are related by it.
  if (company && isPerson)
    found.push(shared('sameCompany', 'same company', company, Number.POSITIVE_INFINITY));
  const most = Math.max(PROVIDER_RECORDS, PROVIDER_SHARE * input.count);
  for (const { semantic, column } of input.fields) {
    const isAddress = semantic === 'email' || semantic === 'url' || looksLikeAddresses(column);
    if (!isAddress) continue;
    const what = semantic === 'url' ? 'web address' : 'e-mail domain';
    found.push(shared('sameCompany', `same ${what}`, domainBlocks(column), most));
  }
  return found;
}

/** E-mail addresses that are compared as wholes come under another meaning: their sign tells them. */
function looksLikeAddresses({ values }: Column): boolean {
  const filled = Math.min(values.length, 50) - 1;
  let signs = 0;
  for (let code = 1; code <= filled; code++) if (/^\S+@\S+\.\S+$/.test(values[code]!)) signs++;
  return filled > 0 && signs * 2 > filled;
}

function domainBlocks(column: Column): Blocks {
  const numbers = new Map<string, number>();
  const ofValue = Uint32Array.from(column.values, (value) => {
    const domain = value === '' ? '' : ownDomain(value);
    if (domain === '') return 0;
    let number = numbers.get(domain);
    if (number === undefined) {
      number = numbers.size + 1;
      numbers.set(domain, number);
    }
    return number;
  });
  return { codes: column.codes.map((code) => ofValue[code]!), size: numbers.size + 1 };
}

/** The codes that two or more records have, numbered anew. */
function shared(
  kind: Relation['kind'],
  because: string,
  { codes, size }: Blocks,
  mostGroups: number,
): SharedValue {
  const counts = blockSizes(codes, size);
  const numberOf = new Uint32Array(size);
  let count = 0;
  for (let code = 1; code < size; code++) if (counts[code]! > 1) numberOf[code] = ++count;
  const { starts, rows } = groupRows(
    codes.map((code) => numberOf[code]!),
    count + 1,
  );
  return { kind, because, starts: starts.subarray(1), rows, mostGroups };
}
