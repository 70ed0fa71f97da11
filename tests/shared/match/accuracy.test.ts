import { describe, expect, it } from 'vitest';
import { evaluate } from '../../accuracy/evaluate';
import { hasData, loadSet } from '../../accuracy/labelled-sets';

/** Floors a little below what `npm run accuracy` reaches (docs/benchmarks.md), so that a loss is noticed. */
const FLOORS: Readonly<Record<string, number>> = {
  febrl1: 0.998,
  febrl3: 0.998,
  febrl4: 0.999,
  fake_1000: 0.945,
  rldata500: 0.97,
  senzing: 0.87,
  early_childhood: 0.9,
  dblp_acm: 0.97,
  abt_buy: 0.75,
  dbpedia_GovernmentAgency: 0.75,
  dbpedia_MemberOfParliament: 0.9,
};

describe.skipIf(!hasData())(
  'accuracy with the one default configuration (skipped when ../shared/data is absent)',
  () => {
    for (const [name, floor] of Object.entries(FLOORS)) {
      it(`${name}: F1 at least ${floor}`, async () => {
        expect((await evaluate(loadSet(name))).f1).toBeGreaterThanOrEqual(floor);
      });
    }
  },
);
