import { clusterRecords } from '@shared/match/cluster';
import { DEFAULT_MATCH_SETTINGS, type MatchInput, type MatchResult } from '@shared/match/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultOf } from '../results';

const RECORDS = 9;
const input: MatchInput = {
  count: RECORDS,
  fields: [],
  source: new Uint16Array(RECORDS),
  sourceIds: ['a'],
};

/** Every pair of the records, in order. */
const everyPair: (readonly [number, number])[] = [];
for (let l = 0; l < RECORDS; l++) for (let r = l + 1; r < RECORDS; r++) everyPair.push([l, r]);

const weights = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), {
  minLength: everyPair.length,
  maxLength: everyPair.length,
});

/** One clustering after the other: other weights of some pairs, another threshold, a decision. */
const turn = fc.record({
  weights: fc.option(weights, { nil: null }),
  threshold: fc.constantFrom(0.5, 0.7, 0.9, 0.999),
  decided: fc.option(fc.constantFrom(...everyPair), { nil: null }),
});

/** The same result with arrays of its own, which no clustering has seen. */
const unseen = (result: MatchResult): MatchResult => ({ ...result, left: result.left.slice() });

describe('clusters after a change', () => {
  it('are what they would be without those before', () => {
    fc.assert(
      fc.property(weights, fc.array(turn, { minLength: 1, maxLength: 5 }), (first, turns) => {
        let result = resultOf(
          RECORDS,
          everyPair.map(([l, r], i) => [l, r, first[i]!]),
        );
        for (const { weights: others, threshold, decided } of turns) {
          if (others) result = { ...result, weight: Float32Array.from(others) };
          const settings = { ...DEFAULT_MATCH_SETTINGS, matchThreshold: threshold };
          const constraints = { mustLink: [], cannotLink: decided ? [decided] : [] };
          expect(clusterRecords(result, input, settings, constraints)).toEqual(
            clusterRecords(unseen(result), input, settings, constraints),
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keep their hierarchy where the weights moved beyond what linkage looks at, and are cut anew', () => {
    const at = (weight: number): MatchResult =>
      resultOf(RECORDS, [
        [0, 1, weight],
        [0, 2, 3],
        [1, 2, 3],
      ]);
    const result = at(17);
    const settings = { ...DEFAULT_MATCH_SETTINGS, matchThreshold: 0.7 };
    const none = { mustLink: [], cannotLink: [] };
    const [before] = clusterRecords(result, input, settings, none).clusters;
    const [after] = clusterRecords({ ...result, weight: at(19).weight }, input, settings, none).clusters;
    expect(after).toBe(before);
    const strict = { ...settings, matchThreshold: 0.99 };
    const [cut] = clusterRecords({ ...result, weight: at(19).weight }, input, strict, none).clusters;
    expect(cut?.groups).toEqual([[0, 1], [2]]);
    expect(cut?.steps.map(({ joined }) => joined)).toEqual([true, false]);
  });
});
