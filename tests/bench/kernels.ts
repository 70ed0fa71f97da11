import { levenshtein, optimalStringAlignment, osaWithin } from '../../src/shared/base/text/edit-distance';
import { fingerprint, ngramFingerprint } from '../../src/shared/base/text/fingerprint';
import { colognePhonetics } from '../../src/shared/base/text/phonetics/cologne';
import { daitchMokotoff } from '../../src/shared/base/text/phonetics/daitch-mokotoff';
import { doubleMetaphone } from '../../src/shared/base/text/phonetics/double-metaphone';
import { soundex } from '../../src/shared/base/text/phonetics/soundex';
import { jaroWinkler } from '../../src/shared/match/kernels/jaro-winkler';
import { isJaroWinklerAtLeast, letterMask } from '../../src/shared/match/kernels/letters';
import type { Semantic } from '../../src/shared/profile/types';
import { machine } from '../accuracy/sections';
import { plainEditDistance, plainJaroWinkler } from '../support/plain-metrics';
import { persons } from './persons';
import type { Bench } from './run';

type Metric = (a: string, b: string) => number;

/** Distinct values of one meaning among generated persons, the first `limit` of them. */
function valuesOf(semantic: Semantic, limit: number): string[] {
  const column = persons(20_000, 'kernels').fields.find((field) => field.semantic === semantic)?.column;
  return (column?.values ?? []).slice(1, limit + 1).map((value) => value.toLowerCase());
}

/** Million calls per processor second: the best of five passes, so that other work on the machine counts little. */
function rate(calls: number, pass: () => void): number {
  pass();
  let best = 0;
  for (let i = 0; i < 5; i++) {
    const since = process.cpuUsage();
    pass();
    const spent = process.cpuUsage(since);
    best = Math.max(best, calls / Math.max(1, spent.user + spent.system));
  }
  return best;
}

/** Million pairs per second of a metric over all pairs of the values. */
function pairRate(values: readonly string[], metric: Metric): string {
  let sum = 0;
  const found = rate(values.length ** 2, () => {
    for (const a of values) for (const b of values) sum += metric(a, b);
  });
  if (Number.isNaN(sum)) throw new Error('a metric gave no number');
  return found.toFixed(1);
}

/** Million values per second of a key. */
function keyRate(values: readonly string[], key: (value: string) => unknown): string {
  let length = 0;
  const found = rate(values.length * 20, () => {
    for (let round = 0; round < 20; round++) for (const value of values) length += String(key(value)).length;
  });
  if (length < 0) throw new Error('a key has no length');
  return found.toFixed(2);
}

export const kernelsBench: Bench = {
  name: 'kernels',
  run: async () => {
    const names = valuesOf('familyName', 600);
    const streets = valuesOf('street', 600);
    const masks = new Map([...names, ...streets].map((value) => [value, letterMask(value)]));
    const bounded: Metric = (a, b) =>
      isJaroWinklerAtLeast(a, b, masks.get(a) ?? 0, masks.get(b) ?? 0, 0.92) ? 1 : 0;
    const pairs: readonly (readonly [string, Metric, Metric])[] = [
      ['Jaro-Winkler', plainJaroWinkler, jaroWinkler],
      ['Jaro-Winkler ≥ 0.92, with letter bounds', plainJaroWinkler, bounded],
      ['Levenshtein', (a, b) => plainEditDistance(a, b, false), levenshtein],
      ['optimal string alignment', (a, b) => plainEditDistance(a, b, true), optimalStringAlignment],
      ['the same, at most 1', (a, b) => plainEditDistance(a, b, true), (a, b) => osaWithin(a, b, 1)],
      ['the same, at most 2', (a, b) => plainEditDistance(a, b, true), (a, b) => osaWithin(a, b, 2)],
    ];
    const keys: readonly (readonly [string, (value: string) => unknown])[] = [
      ['Soundex', soundex],
      ['Kölner Phonetik', colognePhonetics],
      ['Double Metaphone', (value) => doubleMetaphone(value).primary],
      ['Daitch-Mokotoff', (value) => daitchMokotoff(value)[0]],
      ['fingerprint', fingerprint],
      ['2-gram fingerprint', (value) => ngramFingerprint(value)],
    ];
    return [
      '## Speed of string metrics and keys',
      '',
      `Command: \`npm run bench kernels\`. Machine: ${machine()}; one thread, best of five passes by processor time.`,
      `Million calls a second over all pairs of ${names.length} surnames and ${streets.length} street lines; "plain" is the textbook reading that the tests compare with.`,
      '',
      '| metric | surnames, plain | surnames | streets, plain | streets |',
      '|---|---|---|---|---|',
      ...pairs.map(
        ([name, plain, fast]) =>
          `| ${name} | ${[names, streets].map((list) => `${pairRate(list, plain)} | ${pairRate(list, fast)}`).join(' | ')} |`,
      ),
      '',
      '| key | million surnames a second | million streets a second |',
      '|---|---|---|',
      ...keys.map(([name, key]) => `| ${name} | ${keyRate(names, key)} | ${keyRate(streets, key)} |`),
    ].join('\n');
  },
};
