import { describe, expect, it } from 'vitest';
import {
  cx,
  formatBytes,
  formatCount,
  formatScore,
  formatShare,
  initials,
  plural,
} from '../../../src/renderer/base/format';

describe('formatCount', () => {
  it('groups thousands by comma', () => {
    expect([0, 999, 1284, 1_000_000].map(formatCount)).toEqual(['0', '999', '1,284', '1,000,000']);
  });
  it('writes a minus sign, not a hyphen', () => {
    expect(formatCount(-1284)).toBe('−1,284');
  });
});

describe('formatShare', () => {
  it('rounds to whole percent', () => {
    expect([0, 0.126, 0.5, 1].map(formatShare)).toEqual(['0 %', '13 %', '50 %', '100 %']);
  });
  it('never says none or all of what is only nearly so', () => {
    expect([0.0004, 0.9996].map(formatShare)).toEqual(['< 1 %', '> 99 %']);
  });
});

describe('formatScore', () => {
  it('says 100 only of a full score', () => {
    expect([1, 0.999, 0.934, 0].map(formatScore)).toEqual(['100', '99', '93', '0']);
  });
  it('does not lose a point to binary fractions', () => {
    expect(formatScore(0.29)).toBe('29');
  });
});

describe('formatBytes', () => {
  it('takes the unit that keeps the figure short', () => {
    expect([0, 999, 1536, 999_999, 200_000_000, 8_000_000_000].map(formatBytes)).toEqual([
      '0 B',
      '999 B',
      '1.5 kB',
      '1.0 MB',
      '200.0 MB',
      '8.0 GB',
    ]);
  });
});

describe('words', () => {
  it('counts one and many', () => {
    expect([plural(1, 'row'), plural(0, 'row'), plural(4001, 'entry', 'entries')]).toEqual([
      '1 row',
      '0 rows',
      '4,001 entries',
    ]);
  });
  it('takes initials of the first and the last word, whatever the script', () => {
    expect(['Mara Voss', 'Ines da Silva Carvalho', '田中', ' '].map(initials)).toEqual([
      'MV',
      'IC',
      '田',
      '',
    ]);
  });
  it('joins class names and leaves out what is absent', () => {
    expect(cx('a', undefined, false, 'b', null)).toBe('a b');
  });
});
