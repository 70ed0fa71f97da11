import { describe, expect, it } from 'vitest';
import { JointWords } from '../../../../src/shared/match/compare/joint-words';
import { wordVectors } from '../../../../src/shared/match/compare/word-vectors';

function jointOf(values: readonly string[]): (...words: string[]) => number {
  const table = wordVectors(values);
  const bits = Float32Array.from(table.valuesWith, (count) => Math.log2(values.length / count));
  const joint = new JointWords(table, bits);
  return (...words) => joint.bitsOf(words.map((word) => table.words.indexOf(word)));
}

describe('what shared words say together', () => {
  const values = [
    '',
    ...Array.from({ length: 20 }, (_, i) => `department of fish and game town${i}`),
    ...Array.from({ length: 20 }, (_, i) => `ministry of arts village${i}`),
    'rijks prado',
    'rijks prado',
  ];
  const bitsOf = jointOf(values);

  it('is little more than the rarest of them where they always go together', () => {
    expect(bitsOf('fish', 'game')).toBeLessThan(bitsOf('fish') + 0.5);
  });

  it('is the sum where nothing but the two values has them both', () => {
    expect(bitsOf('rijks', 'prado')).toBeCloseTo(bitsOf('rijks') + bitsOf('prado'), 6);
    expect(bitsOf('town3', 'rijks')).toBeCloseTo(bitsOf('town3') + bitsOf('rijks'), 6);
  });

  it('does not depend on the order in which they are named', () => {
    expect(bitsOf('game', 'fish', 'of')).toBe(bitsOf('of', 'fish', 'game'));
  });
});
