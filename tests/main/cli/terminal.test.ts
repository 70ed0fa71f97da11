import { describe, expect, it } from 'vitest';
import { progressLine } from '../../../src/main/cli/terminal';

describe('the progress line', () => {
  it('says how far a task is, where that is known', () => {
    expect(progressLine({ label: 'Reading', done: 120_000, total: 1_000_000 })).toBe(
      'Reading: 120,000 of 1,000,000',
    );
    expect(progressLine({ label: 'Reading', done: 120_000, total: 0 })).toBe('Reading: 120,000');
    expect(progressLine({ label: 'Comparing', done: 0, total: 0 })).toBe('Comparing');
  });
});
