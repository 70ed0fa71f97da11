import { caverphone2 } from '@shared/base/text/phonetics/caverphone';
import { colognePhonetics } from '@shared/base/text/phonetics/cologne';
import { daitchMokotoff } from '@shared/base/text/phonetics/daitch-mokotoff';
import { doubleMetaphone } from '@shared/base/text/phonetics/double-metaphone';
import { matchRatingAlike, matchRatingCodex } from '@shared/base/text/phonetics/match-rating';
import { metaphone } from '@shared/base/text/phonetics/metaphone';
import { modifiedNysiis, nysiis } from '@shared/base/text/phonetics/nysiis';
import { soundex } from '@shared/base/text/phonetics/soundex';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('phonetic codes', () => {
  it('are the same for names that sound alike', () => {
    expect([soundex('Ashcroft'), soundex('Ashcraft')]).toEqual(['A261', 'A261']);
    expect([colognePhonetics('Meyer'), colognePhonetics('Maier')]).toEqual(['67', '67']);
    expect(doubleMetaphone('Smith')).toEqual({ primary: 'SM0', alternate: 'XMT' });
    expect(doubleMetaphone('Schmidt')).toEqual({ primary: 'XMT', alternate: 'SMT' });
    expect(daitchMokotoff('Moskowitz')).toEqual(daitchMokotoff('Moskovitz'));
    expect([nysiis('Knuth'), modifiedNysiis('Schmidt')]).toEqual(['NAT', 'SNAD']);
    expect([metaphone('Thumb'), caverphone2('Thompson')]).toEqual(['0M', 'TMPSN11111']);
    expect(matchRatingCodex('Christopher')).toBe('CHRPHR');
    expect([matchRatingAlike('Byrne', 'Boern'), matchRatingAlike('Tim', 'Timothy')]).toEqual([true, null]);
  });

  it('do not depend on case or on accents', () => {
    const codes = [
      soundex,
      nysiis,
      modifiedNysiis,
      metaphone,
      colognePhonetics,
      matchRatingCodex,
      caverphone2,
    ];
    for (const code of codes) {
      expect(code('GÉRÔME')).toBe(code('gerome'));
      expect(code('Gérôme')).toBe(code('GEROME'));
    }
  });

  it('hold on any text: signs of their own only, lengths as said, no text too long', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.stringMatching(/^[A-Za-z '-]{0,40}$/),
    );
    fc.assert(
      fc.property(name, (text) => {
        expect(soundex(text)).toMatch(/^(?:[A-Z][1-6]*0*)?$/);
        expect(soundex(text).length % 4).toBe(0);
        expect(colognePhonetics(text)).toMatch(/^[0-8]?[1-8]*$/);
        expect(caverphone2(text)).toMatch(/^[A-Za-z]*1*$/);
        expect(caverphone2(text)).toHaveLength(10);
        for (const code of daitchMokotoff(text)) expect(code).toMatch(/^\d{6}$/);
        const { primary, alternate } = doubleMetaphone(text);
        expect([primary.length <= 4, alternate.length <= 4]).toEqual([true, true]);
        expect(matchRatingCodex(text).length).toBeLessThanOrEqual(6);
        expect(nysiis(text, 6).length).toBeLessThanOrEqual(6);
        expect(modifiedNysiis(text, 8).length).toBeLessThanOrEqual(8);
      }),
    );
    expect(daitchMokotoff('ch'.repeat(100_000)).length).toBeLessThanOrEqual(64);
    expect(doubleMetaphone('SCH'.repeat(100_000)).primary).toHaveLength(4);
  });
});
