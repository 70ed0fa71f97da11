import { exp2 } from '../../base/exp2';
import type { Pairs } from '../blocking/pairs';
import type { Rivals } from '../types';

/** Odds (log2) are cut here: sums of them stay finite. */
const MOST = 900;

/** Candidates with lower odds (log2) than this compete for nothing worth counting. */
const FAINT = -12;

/** Rounds in which records tell each other how free they are. */
const ROUNDS = 100;
/** They end when none changes by a larger share. */
const SETTLED = 1e-5;

/**
 * One-to-one linking: the candidates of a record compete, since at most one of them can be its match, and a rival
 * that is taken elsewhere does not count. The marginals of all one-to-one links, each weighted by the product of the odds of its pairs, by
 * belief propagation (the monomer-dimer model; it converges on every graph).
 */
export function rivalsOf(pairs: Pairs, weight: Float32Array, records: number): Rivals {
  const kept: number[] = [];
  for (let i = 0; i < pairs.count; i++) if (weight[i]! > FAINT) kept.push(i);
  const left = Uint32Array.from(kept, (i) => pairs.left[i]!);
  const right = Uint32Array.from(kept, (i) => pairs.right[i]!);
  const odds = Float64Array.from(kept, (i) => oddsOf(weight[i]!));
  // Per pair, how free one of its records is when the pair itself is left out.
  const freeLeft = new Float64Array(kept.length).fill(1);
  const freeRight = new Float64Array(kept.length).fill(1);
  const claims = new Float64Array(records);
  for (let round = 0; round < ROUNDS; round++) {
    claims.fill(0);
    for (let k = 0; k < kept.length; k++) {
      claims[left[k]!] = claims[left[k]!]! + odds[k]! * freeRight[k]!;
      claims[right[k]!] = claims[right[k]!]! + odds[k]! * freeLeft[k]!;
    }
    let change = 0;
    for (let k = 0; k < kept.length; k++) {
      const own = odds[k]!;
      const l = 1 / (1 + Math.max(0, claims[left[k]!]! - own * freeRight[k]!));
      const r = 1 / (1 + Math.max(0, claims[right[k]!]! - own * freeLeft[k]!));
      const nextL = Math.sqrt(freeLeft[k]! * l);
      const nextR = Math.sqrt(freeRight[k]! * r);
      change = Math.max(change, Math.abs(nextL / freeLeft[k]! - 1), Math.abs(nextR / freeRight[k]! - 1));
      freeLeft[k] = nextL;
      freeRight[k] = nextR;
    }
    if (change < SETTLED) break;
  }
  const partner = new Uint32Array(records);
  for (let row = 0; row < records; row++) partner[row] = row;
  for (let k = 0; k < kept.length; k++) {
    if (odds[k]! * freeLeft[k]! * freeRight[k]! <= 1) continue;
    partner[left[k]!] = right[k]!;
    partner[right[k]!] = left[k]!;
  }
  return { free: Float64Array.from(claims, (sum) => -Math.log2(1 + sum)), partner };
}

/**
 * What competition takes off the weight of a pair (log2, at most 0). Its probability p follows from how free its records are:
 * p (1 - p) = odds * free * free.
 */
export function rivalWeight({ free, partner }: Rivals, left: number, right: number, weight: number): number {
  const log = Math.min(-2, weight + free[left]! + free[right]!);
  const both = exp2(log);
  const root = (1 + Math.sqrt(Math.max(0, 1 - 4 * both))) / 2;
  const sure = 2 * Math.log2(root) - log;
  return Math.min(0, (partner[left] === right && partner[right] === left ? sure : -sure) - weight);
}

/** The candidates of every record after they have competed: their weights, and what is known of their records. */
export function compete(
  pairs: Pairs,
  weight: Float32Array,
  records: number,
): { readonly weight: Float32Array; readonly rivals: Rivals } {
  const rivals = rivalsOf(pairs, weight, records);
  const { left, right } = pairs;
  return { rivals, weight: weight.map((w, i) => w + rivalWeight(rivals, left[i]!, right[i]!, w)) };
}

function claimsOf(pairs: Pairs, weight: Float32Array, records: number): Float64Array {
  const claims = new Float64Array(records);
  for (let i = 0; i < pairs.count; i++) {
    const odds = oddsOf(weight[i]!);
    claims[pairs.left[i]!] = claims[pairs.left[i]!]! + odds;
    claims[pairs.right[i]!] = claims[pairs.right[i]!]! + odds;
  }
  return claims;
}

/**
 * log2 prior odds at which the expected matches of the competing candidates make up the share of matches. `weight` is
 * without a prior. The claims grow in proportion to the prior odds, so a round costs one pass and no logarithm.
 */
export function priorAmongRivals(
  pairs: Pairs,
  weight: Float32Array,
  records: number,
  totalPairs: number,
): number {
  const claims = claimsOf(pairs, weight, records);
  const odds = Float64Array.from(weight, oddsOf);
  let share = Math.min(0.3, records / totalPairs / 4);
  for (let round = 0; round < 60; round++) {
    const scale = share / (1 - share);
    let found = 1;
    for (let i = 0; i < pairs.count; i++) {
      const own = odds[i]!;
      const rivals = claims[pairs.left[i]!]! + claims[pairs.right[i]!]! - 2 * own;
      found += (scale * own) / (1 + scale * (Math.max(0, rivals) + own));
    }
    const next = Math.min(0.5, found / totalPairs);
    if (Math.abs(next - share) < share * 1e-4) break;
    share = next;
  }
  return Math.log2(share / (1 - share));
}

function oddsOf(weight: number): number {
  return exp2(Math.min(MOST, weight));
}
