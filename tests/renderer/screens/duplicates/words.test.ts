import { describe, expect, it } from 'vitest';
import {
  limitSentences,
  missedSentence,
  percent,
  questionSentence,
  wrongSentence,
} from '../../../../src/renderer/screens/duplicates/words';

describe('what the screen says about its own quality', () => {
  it('names wrong joins with their interval', () => {
    expect(wrongSentence({ merges: 3210, wrong: 14.2, low: 8.1, high: 21.3 })).toBe(
      'About 14 of 3,210 joins are wrong (95 %: 8–21)',
    );
    expect(wrongSentence({ merges: 12, wrong: 1.1, low: 0, high: 3 })).toBe(
      'About 1 of 12 joins is wrong (95 %: 0–3)',
    );
    expect(wrongSentence({ merges: 0, wrong: 0, low: 0, high: 0 })).toBe('Nothing is joined without asking');
  });

  it('names missed pairs, and how many of them were never looked at', () => {
    const refused = { expected: 30, low: 15, high: 50 };
    expect(missedSentence({ refused, missed: null })).toBe('about 30 true pairs missed (95 %: 15–50)');
    expect(missedSentence({ refused, missed: { expected: 10, low: 5, high: 25 } })).toBe(
      'about 40 true pairs missed (95 %: 20–75), 10 of them never compared',
    );
  });

  it('says plainly what was left out', () => {
    expect(limitSentences({ capped: 0, notCompared: 0 })).toEqual([]);
    expect(limitSentences({ capped: 2, notCompared: 12_000 })).toEqual([
      '12,000 pairs in blocks that were too large were not compared by their rule.',
      '2 groups grew too large and were built from their strongest pairs only.',
    ]);
  });

  it('says why a cluster comes next', () => {
    expect(questionSentence({ moves: 12, probability: 0.48 })).toBe(
      'Your answer may move 12 records: an even bet, 48 %',
    );
    expect(questionSentence({ moves: 2, probability: 0.9 })).toBe(
      'Your answer may move 2 records: 90 % likely to be one',
    );
  });

  it('writes thresholds with as many decimals as they need', () => {
    expect([0.7, 0.5, 0.995, 0.9999, 0.01].map(percent)).toEqual([
      '70 %',
      '50 %',
      '99.5 %',
      '99.99 %',
      '1 %',
    ]);
  });
});
