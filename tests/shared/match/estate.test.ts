import { beforeAll, describe, expect, it } from 'vitest';
import { type Estate, type EstateObject, evaluateEstate, loadEstate } from '../../accuracy/estate';

/** Floors a little below what `npm run accuracy` reaches, so that a loss is noticed. */
const FLOORS: Readonly<Record<EstateObject, number>> = { Account: 0.97, Contact: 0.94, Opportunity: 0.96 };

describe('duplicates of the sample estate, mapped by suggestion, with default settings', () => {
  let estate: Estate;
  beforeAll(async () => {
    estate = await loadEstate();
  }, 60_000);

  for (const object of ['Account', 'Contact', 'Opportunity'] as const) {
    it(`${object}: F1 at least ${FLOORS[object]}`, { timeout: 60_000 }, async () => {
      expect((await evaluateEstate(estate, object)).f1).toBeGreaterThanOrEqual(FLOORS[object]);
    });
  }
});
