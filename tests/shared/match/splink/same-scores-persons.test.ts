import { beforeAll, describe, expect, it } from 'vitest';
import type { MatchResult } from '../../../../src/shared/match/types';
import { pythonOf, SPLINK_VERSIONS } from '../../../bench/splink/python';
import { generatedPersons, match } from './small';
import { compareWeights, runSplink, type SplinkRun } from './splink-runs';

const EQUAL = 1e-6;

describe.each(SPLINK_VERSIONS)('a model run by Splink %s', (version) => {
  const python = pythonOf(version);
  const title = python === null ? ' (left out: run npx tsx tests/bench/splink/setup.ts first)' : '';

  describe.skipIf(python === null)(`on generated persons${title}`, () => {
    let result: MatchResult;
    let run: SplinkRun;
    beforeAll(async () => {
      result = await match(generatedPersons(2_000));
      run = runSplink(python!, result, 2_000);
    }, 300_000);

    it('weighs every comparison of every pair as Winnow does', () => {
      const pairs = compareWeights(result, run);
      expect(pairs.length).toBeGreaterThan(500);
      const off = pairs.flatMap(({ parts }) =>
        parts.filter(({ here, there }) => !(Math.abs(here - there) <= EQUAL)),
      );
      expect(off).toEqual([]);
    });

    it('adds them up to the same weight', () => {
      const off = compareWeights(result, run).filter(
        ({ total }) => !(Math.abs(total.here - total.there) <= EQUAL),
      );
      expect(off).toEqual([]);
    });

    it('finds the pairs that Winnow’s blocking found', () => {
      const found = new Set(
        run.predictions.map((row) => [row['unique_id_l'], row['unique_id_r']].sort().join()),
      );
      const missing: string[] = [];
      result.left.forEach((left, i) => {
        const name = [`r${left}`, `r${result.right[i]}`].sort().join();
        if (result.foundBy[i]! > 0 && result.weight[i]! > -8 && !found.has(name)) missing.push(name);
      });
      expect(missing).toEqual([]);
    });

    it('puts every record into a cluster', () => {
      expect(new Set(run.clusters.map((row) => row['unique_id'])).size).toBe(2_000);
    });
  });
});
