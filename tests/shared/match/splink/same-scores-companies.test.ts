import { beforeAll, describe, expect, it } from 'vitest';
import { matchInputOfRecords } from '../../../../src/shared/match/input';
import type { MatchResult } from '../../../../src/shared/match/types';
import { builtInTarget } from '../../../../src/shared/target/catalogue';
import { loadEstate } from '../../../accuracy/estate';
import { pythonOf, SPLINK_VERSIONS } from '../../../bench/splink/python';
import { match } from './small';
import { compareWeights, runSplink, type SplinkRun } from './splink-runs';

/** Kinds that the model itself says are weighed by equal words alone. */
const isOfWords = (result: MatchResult, c: number): boolean =>
  ['company', 'text'].includes(result.columns[c]!.kind);

const EQUAL = 1e-6;

describe.each(SPLINK_VERSIONS)('a model run by Splink %s', (version) => {
  const python = pythonOf(version);
  const title = python === null ? ' (left out: run npx tsx tests/bench/splink/setup.ts first)' : '';

  describe.skipIf(python === null)(`on the companies of the sample estate${title}`, () => {
    let result: MatchResult;
    let run: SplinkRun;
    beforeAll(async () => {
      const { records } = await loadEstate();
      const object = builtInTarget('salesforce')!.objects.find(({ name }) => name === 'Account')!;
      const input = matchInputOfRecords(records.get('Account')!, object);
      result = await match(input);
      run = runSplink(python!, result, input.count);
    }, 300_000);

    it('weighs every comparison but those of words as Winnow does', () => {
      const pairs = compareWeights(result, run);
      expect(pairs.length).toBeGreaterThan(500);
      const off = pairs.flatMap(({ parts }) =>
        parts.filter(({ here, there }, c) => !isOfWords(result, c) && !(Math.abs(here - there) <= EQUAL)),
      );
      expect(off).toEqual([]);
    });

    it('weighs words alike but for slips and for what their rarity adds, three bits at most', () => {
      const words = compareWeights(result, run).flatMap(({ parts }) =>
        parts.filter((_, c) => isOfWords(result, c)),
      );
      const alike = words.filter(({ here, there }) => Math.abs(here - there) <= EQUAL);
      const higher = words.filter(({ here, there }) => there > here + 3 + EQUAL);
      expect(alike.length / words.length).toBeGreaterThan(0.6);
      expect(higher.length / words.length).toBeLessThan(0.02);
    });
  });
});
