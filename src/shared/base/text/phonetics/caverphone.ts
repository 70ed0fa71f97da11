import { capitals } from '../capitals';

/** Steps of the published table, in its order: spelling → sound; 2 is silence, 3 a vowel. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/e$/, ''],
  [/^(c|r|t|en|tr)ough/, '$1ou2f'],
  [/^gn/, '2n'],
  [/mb$/, 'm2'],
  [/cq/g, '2q'],
  [/c([iey])/g, 's$1'],
  [/tch/g, '2ch'],
  [/[cqx]/g, 'k'],
  [/v/g, 'f'],
  [/dg/g, '2g'],
  [/ti([oa])/g, 'si$1'],
  [/d/g, 't'],
  [/ph/g, 'fh'],
  [/b/g, 'p'],
  [/sh/g, 's2'],
  [/z/g, 's'],
  [/^[aeiou]/, 'A'],
  [/[aeiou]/g, '3'],
  [/j/g, 'y'],
  [/^y3/, 'Y3'],
  [/^y/, 'A'],
  [/y/g, '3'],
  [/3gh3/g, '3kh3'],
  [/gh/g, '22'],
  [/g/g, 'k'],
  [/s+/g, 'S'],
  [/t+/g, 'T'],
  [/p+/g, 'P'],
  [/k+/g, 'K'],
  [/f+/g, 'F'],
  [/m+/g, 'M'],
  [/n+/g, 'N'],
  [/w(?=h?3)/g, 'W'],
  [/w$/, '3'],
  [/w/g, '2'],
  [/^h/, 'A'],
  [/h/g, '2'],
  [/r3/g, 'R3'],
  [/r$/, '3'],
  [/r/g, '2'],
  [/l3/g, 'L3'],
  [/l$/, '3'],
  [/l/g, '2'],
  [/2/g, ''],
  [/3$/, 'A'],
  [/3/g, ''],
];

const LONGEST = 64;

/**
 * Caverphone 2.0 (Hood 2004, Caversham Project, University of Otago, CTP150804): ten signs for how a name sounds in
 * New Zealand English, filled up with 1.
 */
export function caverphone2(name: string): string {
  const letters = capitals(name).slice(0, LONGEST).toLowerCase();
  return STEPS.reduce((text, [from, to]) => text.replace(from, to), letters)
    .slice(0, 10)
    .padEnd(10, '1');
}
