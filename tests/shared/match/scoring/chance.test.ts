import { earlierOfThings, thingFrequencies } from '@shared/match/scoring/chance';
import { describe, expect, it } from 'vitest';

/** Six records, each believed to be a thing of its own but for the first four, which share a phone and are taken for one. */
const things = Uint32Array.of(0, 0, 0, 0, 4, 5);
const phones = Uint32Array.of(1, 1, 1, 1, 2, 3);
/** Two things of the world at large never have one. */
const RARE = 0;
/** The few of the table are counted beside ten of the world at large. */
const OTHERS = 2 + 10;
const none = { places: null, most: 1 };

describe('the frequency of a value among things', () => {
  it('counts the records of one thing once', () => {
    const frequency = thingFrequencies(phones, 4, earlierOfThings(things), RARE, none);
    expect(frequency[1]).toBe(frequency[2]);
  });

  it('counts a line that answers in many places for half as many holders, however many things it was taken for', () => {
    const places = Float64Array.of(0, 4, 1, 1);
    const frequency = thingFrequencies(phones, 4, earlierOfThings(things), RARE, { places, most: 1 });
    expect(frequency[1]! - frequency[2]!).toBeCloseTo(1 / OTHERS, 6);
  });

  it('leaves a line alone that moved once', () => {
    const places = Float64Array.of(0, 2, 1, 1);
    const moved = thingFrequencies(phones, 4, earlierOfThings(things), RARE, { places, most: 1 });
    expect(moved[1]).toBe(moved[2]);
  });

  it('holds a small table to what is so in the world at large', () => {
    const common = thingFrequencies(phones, 4, earlierOfThings(things), 1 / 2, none);
    const rare = thingFrequencies(phones, 4, earlierOfThings(things), RARE, none);
    expect(common[1]! - rare[1]!).toBeCloseTo(5 / OTHERS, 6);
  });

  it('takes a value seen once for as rare as is known of its kind', () => {
    const frequency = thingFrequencies(phones, 4, earlierOfThings(things), RARE, {
      places: null,
      most: 1 / 5000,
    });
    expect(frequency[1]).toBeCloseTo(1 / 5000, 8);
  });
});
