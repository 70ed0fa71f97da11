import { type KindId, SEPARATOR } from '@shared/match/compare/kinds';
import { sieveOf } from '@shared/match/compare/sieves';
import { Streets } from '@shared/match/compare/streets';
import { ValuePairs } from '@shared/match/compare/value-pairs';
import {
  compareCity,
  compareDate,
  compareEmail,
  compareFamily,
  compareGiven,
  compareIdentifier,
  compareNumber,
  comparePhone,
  comparePostcode,
  compareUrl,
} from '@shared/match/compare/values';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainJaroWinkler } from '../../../support/plain-metrics';

const text = (alphabet: string, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: most })
    .map((letters) => letters.join(''));

/** Few letters, so that likeness, slips and swaps are common. */
const name = fc.oneof(
  text('abcd', 10),
  text('aeiourstln', 14),
  text('abcdefgh', 44),
  fc.tuple(text('abc', 5), text('abc', 5)).map(([a, b]) => `${a} ${b}`),
  fc.constantFrom(
    'bob',
    'robert',
    'rob',
    'anna',
    'j',
    'jo',
    'ab\u{1f600}cd',
    'łódź',
    'fysl',
    'faisal',
    'sdyqy',
    'siddiqui',
    'peggie',
  ),
);
/** Some with a generation; blanks in places where the other name has none. */
const givenName = fc
  .tuple(fc.oneof(name, text('ab', 9)), fc.nat(9), fc.constantFrom('', '', ' #2', ' #3'))
  .map(
    ([word, at, generation]) =>
      `${word.slice(0, at)}${at % 3 === 0 ? ' ' : ''}${word.slice(at)}`.trim() + generation,
  );
const address = fc
  .tuple(text('abc.1', 9), fc.constantFrom('x.de', 'y.de', 'mail.com'))
  .map(([box, domain]) => `${box}@${domain}`);
const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...'0127'), { minLength: least, maxLength: most })
    .map((letters) => letters.join(''));
const sets = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.uniqueArray(one, { minLength: 1, maxLength: 3 }).map((members) => members.sort().join(SEPARATOR));

const KINDS: readonly [KindId, fc.Arbitrary<string>, (a: string, b: string) => number][] = [
  ['given', givenName, compareGiven],
  ['family', name, compareFamily],
  ['city', name, compareCity],
  ['email', sets(address), compareEmail],
  ['phone', sets(digits(5, 12)), comparePhone],
  ['postcode', fc.oneof(digits(1, 6), text('ab12', 6), text('ab12', 11), text('aü', 3)), comparePostcode],
  [
    'date',
    fc.oneof(
      digits(8, 8),
      digits(4, 4).map((year) => `${year}0000`),
      fc
        .tuple(
          fc.constantFrom('1970', '1971'),
          fc.constantFrom('01', '02', '12'),
          fc.constantFrom('01', '02', '12', '21'),
        )
        .map((parts) => parts.join('')),
      text('0127a', 10),
    ),
    compareDate,
  ],
  ['identifier', fc.oneof(digits(1, 9), text('abc1', 9)), compareIdentifier],
  ['number', fc.double({ noDefaultInfinity: true, noNaN: true }).map(String), compareNumber],
  ['url', fc.tuple(text('ab', 3), text('ab', 2)).map(([host, path]) => `${host}.de/${path}`), compareUrl],
];

describe('a sieve', () => {
  for (const [kind, values, compare] of KINDS) {
    it(`of ${kind} tells no other level than looking at the texts does`, () => {
      fc.assert(
        fc.property(fc.uniqueArray(values, { minLength: 2, maxLength: 40 }), (list) => {
          const all = ['', ...list];
          const sieve = sieveOf(kind, all)!;
          for (let a = 1; a < all.length; a++)
            for (let b = 1; b < all.length; b++) {
              const level = a === b ? 0 : sieve.told(a, b);
              if (level !== 0)
                expect([all[a], all[b], compare(all[a]!, all[b]!)]).toEqual([all[a], all[b], level]);
            }
        }),
        { numRuns: 200 },
      );
    });
  }

  for (const [kind, values] of KINDS) {
    it(`of ${kind} writes the levels it tells of many pairs and leaves the others, in order`, () => {
      fc.assert(
        fc.property(fc.uniqueArray(values, { minLength: 2, maxLength: 12 }), (list) => {
          const all = ['', ...list];
          const sieve = sieveOf(kind, all)!;
          const pairs = new ValuePairs(all.length ** 2);
          const told: number[] = [];
          const left: [number, number, number][] = [];
          for (let a = 1; a < all.length; a++)
            for (let b = 1; b < all.length; b++) {
              if (a === b) continue;
              pairs.a[pairs.count] = a;
              pairs.b[pairs.count] = b;
              pairs.at[pairs.count] = 7 + pairs.count;
              const level = sieve.told(a, b);
              told.push(Math.max(1, level));
              if (level === 0) left.push([a, b, 7 + pairs.count]);
              pairs.count++;
            }
          const levels = new Uint8Array(7 + told.length).fill(1);
          sieve.sift(pairs, levels);
          expect(Array.from(levels.subarray(7))).toEqual(told);
          const found = left.map((_, i) => [pairs.a[i], pairs.b[i], pairs.at[i]]);
          expect([pairs.count, found]).toEqual([left.length, left]);
        }),
        { numRuns: 50 },
      );
    });
  }

  it('ends nearly all comparisons of unlike names and addresses', () => {
    const names = [
      '',
      'abelmann',
      'bergstroem',
      'cioczek',
      'dumont',
      'echeverria',
      'fitzgibbon',
      'gjorgiev',
      'huynh',
    ];
    const family = sieveOf('family', names)!;
    const mails = names.map((value) => (value === '' ? '' : `${value}@mail.com`));
    const email = sieveOf('email', mails)!;
    let ended = 0;
    for (let a = 1; a < names.length; a++)
      for (let b = a + 1; b < names.length; b++) ended += family.told(a, b) + email.told(a, b);
    expect(ended).toBe(2 * 28);
  });

  it('is not made for words and codes, which have faster ways', () => {
    expect(sieveOf('company', ['', 'a'])).toBe(null);
    expect(sieveOf('code', ['', 'a'])).toBe(null);
  });
});

describe('a sieve of streets', () => {
  it('says the same of two streets in either order and whichever came first, also where one repeats a word', () => {
    const values = ['4215|west west end', '3003|west touhy avenue'];
    for (const [x, y] of [values, values.toReversed()]) {
      const streets = new Streets(['', x!, y!]);
      expect([streets.told(1, 2), streets.told(2, 1)]).toEqual([0, 0]);
      expect([streets.level(1, 2), streets.level(2, 1)]).toEqual([2, 2]);
    }
  });

  const street = fc
    .tuple(fc.constantFrom('', '1', '12', '12a'), fc.array(name, { maxLength: 3 }))
    .map(([number, words]) => (number === '' && words.length === 0 ? '7|' : `${number}|${words.join(' ')}`));

  it('calls no two streets different that share most words or read alike', () => {
    fc.assert(
      fc.property(fc.uniqueArray(street, { minLength: 2, maxLength: 20 }), (list) => {
        const all = ['', ...list];
        const streets = new Streets(all);
        for (let a = 1; a < all.length; a++)
          for (let b = 1; b < all.length; b++) {
            if (a === b || streets.told(a, b) === 0) continue;
            const [x, y] = [all[a]!, all[b]!].map((value) => value.slice(value.indexOf('|') + 1));
            expect([x, y, x !== '' && y !== '' && plainJaroWinkler(x!, y!) >= 0.88]).toEqual([x, y, false]);
            expect(streets.level(a, b)).toBe(1);
          }
      }),
      { numRuns: 200 },
    );
  });
});
