import { probabilityOf } from '../scoring/scorer';

/** Parts of a bit, and the bits beyond which a probability is as good as 0 or 1. */
const PARTS = 64;
const SPAN = 40;

const TABLE = Float64Array.from({ length: 2 * SPAN * PARTS + 1 }, (_, at) =>
  probabilityOf(at / PARTS - SPAN),
);

/** Probability of log2 odds to within one part in 180: for sums over many pairs, where a power for each would cost. */
export function roughProbability(weight: number): number {
  const at = Math.round((weight + SPAN) * PARTS);
  return TABLE[at < 0 ? 0 : at >= TABLE.length ? TABLE.length - 1 : at]!;
}
