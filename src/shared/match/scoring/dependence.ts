import { combineCodes } from '../blocking/blocks';
import { DisjointSets } from '../cluster/components';
import { kindOf } from '../compare/kinds';
import type { ComparisonColumn, Dependence } from '../types';
import { thingFrequencies } from './chance';

/** Records looked at to find out which comparisons repeat each other. */
const SAMPLE = 12_000;

/** Agreement must be mostly chance to be counted: this many times the share of matches. */
const MOSTLY_CHANCE = 10;

/** Agreeing together must be this many times likelier than if the comparisons were independent. */
const TOGETHER = 2;

/**
 * Comparisons that repeat each other (postcode and city), as a forest: the strongest first, never a circle, so nothing
 * is taken off twice (Chow and Liu 1968). `thing[row]` numbers the thing a record is believed to be (`earlier` is what `earlierOfThings` makes of it); only the first record
 * of each counts, so that true duplicates do not make fields look dependent. `matchShare` is the share of matches among
 * all pairs: fields that agree hardly more often than that are left alone, since undiscovered duplicates would pass for
 * dependence there. O(comparisons² × sample).
 */
export function findDependences(
  columns: readonly ComparisonColumn[],
  thing: Uint32Array,
  earlier: Uint32Array,
  matchShare: number,
): Dependence[] {
  const rows = sampleOf(thing);
  const codes = columns.map((column) => sampled(column.codes, rows));
  const alone = codes.map((own) => agreement(own, own));
  const found: { a: number; b: number; information: number }[] = [];
  for (let a = 0; a < columns.length; a++) {
    if (alone[a]! < MOSTLY_CHANCE * matchShare) continue;
    for (let b = a + 1; b < columns.length; b++) {
      if (alone[b]! < MOSTLY_CHANCE * matchShare) continue;
      const joint = combineCodes(codes[a]!, codes[b]!).codes;
      const both = agreement(joint, joint);
      const apart = agreement(codes[a]!, joint) * agreement(codes[b]!, joint);
      if (both < MOSTLY_CHANCE * matchShare || both < TOGETHER * apart) continue;
      found.push({ a, b, information: both * Math.log2(both / apart) });
    }
  }
  found.sort((x, y) => y.information - x.information || x.a - y.a || x.b - y.b);
  const trees = new DisjointSets(columns.length);
  return found
    .filter(({ a, b }) => trees.unite(a, b))
    .map(({ a, b }) => {
      const joint = combineCodes(columns[a]!.codes, columns[b]!.codes);
      const chance = kindOf(columns[a]!.kind).chance * kindOf(columns[b]!.kind).chance;
      const frequency = thingFrequencies(joint.codes, joint.size, earlier, chance);
      return { comparison: a, on: b, codes: joint.codes, frequency };
    });
}

/** The first record of each thing, evenly thinned to the sample. */
function sampleOf(thing: Uint32Array): Uint32Array {
  const rows = thing.filter((owner, row) => owner === row);
  if (rows.length <= SAMPLE) return rows;
  const gap = rows.length / SAMPLE;
  return Uint32Array.from({ length: SAMPLE }, (_, i) => rows[Math.floor(i * gap)]!);
}

/** The codes of the rows, numbered anew by the rows alone. */
function sampled(codes: Uint32Array, rows: Uint32Array): Uint32Array {
  const own = rows.map((row) => codes[row]!);
  return combineCodes(own, own).codes;
}

/** Share of pairs of rows that agree in a code, among rows where both `codes` and `where` are filled. */
function agreement(codes: Uint32Array, where: Uint32Array): number {
  const counts = new Uint32Array(codes.length + 1);
  let filled = 0;
  let pairs = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code === 0 || where[row] === 0) continue;
    pairs += counts[code]!;
    counts[code] = counts[code]! + 1;
    filled++;
  }
  return filled < 2 ? 0 : (2 * pairs) / (filled * (filled - 1));
}
