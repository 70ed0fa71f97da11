import { nameCase, sentenceCase } from '@shared/clean/names/name-case';
import { splitName } from '@shared/clean/names/split-name';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('splitName', () => {
  it.each([
    ['Anna Schmidt', 'Anna', 'Schmidt'],
    ['Butt, James', 'James', 'Butt'],
    ['Smith Jr., John', 'John', 'Smith Jr.'],
    ['John Smith, Jr.', 'John', 'Smith Jr.'],
    ['John Smith III', 'John', 'Smith III'],
    ['Dr. Anna van der Berg', 'Anna', 'van der Berg'],
    ['Prof. Dr. Hans von Braun', 'Hans', 'von Braun'],
    ['Mary Ann Miller', 'Mary Ann', 'Miller'],
    ['Juan de la Cruz', 'Juan', 'de la Cruz'],
    ['Van Morrison', 'Van', 'Morrison'],
    ['Cher', '', 'Cher'],
    ['Dr.', '', 'Dr.'],
    ['  Anna   Schmidt ', 'Anna', 'Schmidt'],
    ['山田 太郎', '太郎', '山田'],
    ['山田太郎', '', '山田太郎'],
    ['ジョン・スミス', 'ジョン', 'スミス'],
    ['김민수', '민수', '김'],
    ['남궁민수', '민수', '남궁'],
    ['김 민수', '민수', '김'],
    ['삼성전자주식회사', '', '삼성전자주식회사'],
    ['', '', ''],
    [',', '', ','],
  ])('%s → first %j, last %j', (name, first, last) => {
    expect(splitName(name)).toEqual({ first, last });
  });

  it('never loses the last name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        expect(splitName(name).last === '').toBe(name.normalize('NFC').trim() === '');
      }),
    );
  });
});

describe('nameCase', () => {
  it.each([
    ['ANNA SCHMIDT', 'Anna Schmidt'],
    ['anna-lena o’neil', 'Anna-Lena O’Neil'],
    ["JAMES O'NEIL MCDONALD", "James O'Neil McDonald"],
    ['DeShawn MacArthur', 'DeShawn MacArthur'],
    ['LUDWIG VAN BEETHOVEN', 'Ludwig van Beethoven'],
    ['VAN MORRISON', 'Van Morrison'],
    ['john smith iii', 'John Smith III'],
    ['MÜLLER', 'Müller'],
    ['山田', '山田'],
    ['ῂ', 'Ὴι'],
    ['ßner', 'Ssner'],
    ['', ''],
  ])('%s → %s', (from, to) => {
    expect(nameCase(from)).toBe(to);
  });

  it.each([nameCase, sentenceCase])('settles in one run, whatever the letters', (settle) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(settle(settle(text))).toBe(settle(text));
      }),
      { numRuns: 2000 },
    );
    const letters = Array.from({ length: 0x1ffff }, (_, unit) => String.fromCodePoint(unit));
    expect(letters.filter((letter) => settle(settle(letter)) !== settle(letter))).toEqual([]);
  });
});
