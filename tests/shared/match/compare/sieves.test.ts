import { type KindId, SEPARATOR } from '@shared/match/compare/kinds';
import { sieveOf } from '@shared/match/compare/sieves';
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

const text = (alphabet: string, most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: most })
    .map((letters) => letters.join(''));

/** Few letters, so that likeness, slips and swaps are common. */
const name = fc.oneof(
  text('abcd', 10),
  text('aeiourstln', 14),
  fc.tuple(text('abc', 5), text('abc', 5)).map(([a, b]) => `${a} ${b}`),
  fc.constantFrom('bob', 'robert', 'rob', 'anna', 'j', 'jo', 'ab\u{1f600}cd', 'łódź'),
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
  ['given', name, compareGiven],
  ['family', name, compareFamily],
  ['city', name, compareCity],
  ['email', sets(address), compareEmail],
  ['phone', sets(digits(5, 12)), comparePhone],
  ['postcode', fc.oneof(digits(1, 6), text('ab12', 6)), comparePostcode],
  [
    'date',
    fc.oneof(
      digits(8, 8),
      digits(4, 4).map((year) => `${year}0000`),
    ),
    compareDate,
  ],
  ['identifier', fc.oneof(digits(1, 9), text('abc1', 9)), compareIdentifier],
  ['number', fc.double({ noDefaultInfinity: true, noNaN: true }).map(String), compareNumber],
  ['url', fc.tuple(text('ab', 3), text('ab', 2)).map(([host, path]) => `${host}.de/${path}`), compareUrl],
];

describe('a sieve', () => {
  for (const [kind, values, compare] of KINDS) {
    it(`of ${kind} calls no two values different that compare as more`, () => {
      fc.assert(
        fc.property(fc.uniqueArray(values, { minLength: 2, maxLength: 40 }), (list) => {
          const all = ['', ...list];
          const differ = sieveOf(kind, all)!;
          for (let a = 1; a < all.length; a++)
            for (let b = a + 1; b < all.length; b++)
              if (differ(a, b))
                expect([all[a], all[b], compare(all[a]!, all[b]!)]).toEqual([all[a], all[b], 1]);
        }),
        { numRuns: 200 },
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
      for (let b = a + 1; b < names.length; b++) ended += Number(family(a, b)) + Number(email(a, b));
    expect(ended).toBe(2 * 28);
  });

  it('is not made for words and codes, which have faster ways', () => {
    expect(sieveOf('company', ['', 'a'])).toBe(null);
    expect(sieveOf('code', ['', 'a'])).toBe(null);
  });
});
