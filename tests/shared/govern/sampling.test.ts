import { drawSample, errorRate, sampleSeed, sampleSizeFor } from '@shared/govern/sampling';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('a sample', () => {
  const seed = sampleSeed('a'.repeat(64), 'merges:Account');

  test('is fixed by its seed', () => {
    expect(drawSample(seed, 1_000, 5)).toEqual(drawSample(seed, 1_000, 5));
    expect(drawSample(seed, 1_000, 5)).not.toEqual(
      drawSample(sampleSeed('b'.repeat(64), 'merges:Account'), 1_000, 5),
    );
    expect([...drawSample(seed, 1_000, 5)]).toEqual([86, 354, 529, 679, 761]);
  });

  test('holds different members in order, all of them when there are no more', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(200), fc.nat(200), (text, population, size) => {
        const sample = [...drawSample(text, population, size)];
        expect(sample).toHaveLength(Math.min(population, size));
        expect(sample.every((member, i) => member < population && (i === 0 || member > sample[i - 1]!))).toBe(
          true,
        );
      }),
    );
  });

  test('takes every member about equally often', () => {
    const counts = new Uint32Array(20);
    for (let i = 0; i < 4_000; i++) for (const member of drawSample(`seed ${i}`, 20, 5)) counts[member]!++;
    // 4,000 draws of 5 from 20: 1,000 each; five standard deviations are about 137.
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(137);
  });
});

describe('an error rate', () => {
  // Known limits at 95 %; with none wrong the upper one is 1 − 0.025^(1/n).
  test.each([
    [100, 0, 0, 0.0362167],
    [100, 5, 0.0164319, 0.1128349],
    [59, 0, 0, 0.0606089],
    [10, 10, 0.6915029, 1],
    [1000, 20, 0.0122571, 0.0307249],
    [1, 1, 0.025, 1],
  ])('of %i judged, %i wrong lies between %f and %f', (judged, wrong, low, high) => {
    const result = errorRate(judged, wrong);
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.rate).toBe(wrong / judged);
    expect(result.value.low).toBeCloseTo(low, 5);
    expect(result.value.high).toBeCloseTo(high, 5);
  });

  test('has limits at which the observation is just improbable enough: the definition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (judged, pick) => {
        const wrong = pick % (judged + 1);
        const result = errorRate(judged, wrong, 0.9);
        if (!result.ok) throw new Error(result.error.message);
        const { low, high, rate } = result.value;
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThanOrEqual(rate);
        if (wrong > 0) expect(1 - atMost(wrong - 1, judged, low)).toBeCloseTo(0.05, 6);
        if (wrong < judged) expect(atMost(wrong, judged, high)).toBeCloseTo(0.05, 6);
      }),
    );
  });

  test.each([
    [0, 0, 0.95],
    [5, 6, 0.95],
    [5, -1, 0.95],
    [5.5, 1, 0.95],
    [5, 1, 1],
  ])('is refused for %f judged, %f wrong at %f', (judged, wrong, confidence) => {
    expect(errorRate(judged, wrong, confidence)).toMatchObject({
      ok: false,
      error: { code: 'SAMPLE_NOT_JUDGED' },
    });
  });
});

test('the size that shows a limit with no error found', () => {
  expect(sampleSizeFor(100_000, 0.05)).toBe(59);
  expect(sampleSizeFor(100_000, 0.01)).toBe(299);
  expect(sampleSizeFor(40, 0.05)).toBe(40);
});

/** Probability of at most k successes in n, summed from the definition. */
function atMost(k: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = term;
  for (let i = 1; i <= k; i++) {
    term *= ((n - i + 1) / i) * (p / (1 - p));
    sum += term;
  }
  return sum;
}
