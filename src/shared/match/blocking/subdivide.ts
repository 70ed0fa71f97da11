import type { ComparedSources } from '../sources';
import { type Blocks, blockSizes, combineCodes, comparedPairsIn, jointBlocks } from './blocks';
import type { KeyColumn } from './keys';
import { counted, type Rule, singleRule } from './rules';

/** A block larger than this is split by further keys when its rule makes too many pairs. */
const MAX_BLOCK = 400;

/** Blocks no key splits are cut into runs of this many neighbouring records. */
const RUN = 2_000;

/** A rule that makes so many times too many pairs is not worth splitting. */
export const HOPELESS = 20;

/**
 * A rule of the keys. Where it makes more pairs than `limit`, blocks of more than 400 records are split by the most
 * selective keys of other comparisons, one after the other while blocks stay too large, and what that leaves out is
 * counted and said. Null when it makes more than `hopeless` times the limit to begin with.
 */
export function ruleWithin(
  keys: readonly KeyColumn[],
  all: readonly KeyColumn[],
  limit: number,
  sources: ComparedSources | null,
  hopeless = HOPELESS,
): Rule | null {
  return ruleOfBlocks(keys, jointBlocks(keys), all, limit, sources, hopeless);
}

/** `ruleWithin` where the joint blocks of the keys are made already. */
export function ruleOfBlocks(
  keys: readonly KeyColumn[],
  joined: Blocks,
  all: readonly KeyColumn[],
  limit: number,
  sources: ComparedSources | null,
  hopeless: number,
): Rule | null {
  const pairs = comparedPairsIn(joined.codes, joined.size, sources);
  if (pairs <= limit) return singleRule(keys, joined.codes, joined.size, pairs);
  if (pairs > hopeless * limit) return null;
  const sizes = blockSizes(joined.codes, joined.size);
  const split = splitLarge(joined, splittersFor(keys, all));
  const left = comparedPairsIn(split.codes, split.size, sources);
  if (left === pairs) return singleRule(keys, split.codes, split.size, left);
  const large = sizes.subarray(1).filter((size) => size > MAX_BLOCK);
  const note = splitNote(keys, joined.codes, sizes, large, split.by, pairs - left);
  return singleRule(keys, split.codes, split.size, left, { pairs: pairs - left, note });
}

/** The finest key of each other comparison, the most selective first. */
function splittersFor(keys: readonly KeyColumn[], all: readonly KeyColumn[]): KeyColumn[] {
  const best = new Map<number, KeyColumn>();
  for (const key of all) {
    if (keys.some((own) => own.comparison === key.comparison)) continue;
    const known = best.get(key.comparison);
    if (!known || key.size > known.size) best.set(key.comparison, key);
  }
  return [...best.values()].sort((a, b) => b.size - a.size || a.comparison - b.comparison);
}

function splitLarge(blocks: Blocks, splitters: readonly KeyColumn[]): Blocks & { readonly by: string[] } {
  let { codes, size } = blocks;
  const by: string[] = [];
  for (const splitter of splitters) {
    const sizes = blockSizes(codes, size);
    const isLarge = (code: number): boolean => code !== 0 && sizes[code]! > MAX_BLOCK;
    if (!codes.some(isLarge)) return { codes, size, by };
    const inner = Uint32Array.from(codes, (code, row) => (isLarge(code) ? splitter.codes[row]! : 1));
    ({ codes, size } = combineCodes(codes, inner));
    by.push(splitter.label);
  }
  const sizes = blockSizes(codes, size);
  if (!sizes.subarray(1).some((count) => count > RUN)) return { codes, size, by };
  const seen = new Uint32Array(size);
  const run = Uint32Array.from(codes, (code) => (code === 0 ? 0 : 1 + Math.floor(seen[code]!++ / RUN)));
  ({ codes, size } = combineCodes(codes, run));
  by.push(`their place in the tables, ${counted(RUN)} at a time`);
  return { codes, size, by };
}

/** E.g. `The block with same City "berlin" holds 4,200 records; it was split by same Postcode; 12,000 pairs that …`. */
function splitNote(
  keys: readonly KeyColumn[],
  codes: Uint32Array,
  sizes: Uint32Array,
  large: Uint32Array,
  by: readonly string[],
  pairs: number,
): string {
  let largest = 1;
  for (let code = 2; code < sizes.length; code++) if (sizes[code]! > sizes[largest]!) largest = code;
  const row = codes.indexOf(largest);
  const values = keys.map((key) => `${key.label} "${key.valueAt(row)}"`).join(' and ');
  const which =
    large.length === 1
      ? `The block with ${values} holds ${counted(sizes[largest]!)} records; it was`
      : `${counted(large.length)} blocks hold more than ${MAX_BLOCK} records, the largest (${values}) ${counted(sizes[largest]!)}; they were`;
  return `${which} split by ${by.join(', then ')}; ${counted(pairs)} pairs that differ there were not compared by this rule.`;
}
