import { fingerprint, ngramFingerprint } from '@shared/base/text/fingerprint';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('fingerprints', () => {
  it('bring spellings of one value together', () => {
    expect(fingerprint(' Müller,  Hans ')).toBe('hans muller');
    expect(fingerprint('hans MULLER')).toBe('hans muller');
    expect(fingerprint('Straße')).toBe('strasse');
    expect(ngramFingerprint('Krzysztof')).toBe(ngramFingerprint('krzy sztof'));
    expect(fingerprint('– ! –')).toBe('');
  });

  it('do not depend on order and repetition of words, nor change when taken again', () => {
    const words = fc.array(fc.stringMatching(/^[a-zäéß]{1,6}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, (list) => {
        const key = fingerprint(list.join(' '));
        expect(fingerprint([...list, ...list].reverse().join('\t'))).toBe(key);
        expect(fingerprint(key)).toBe(key);
        expect(fingerprint(list.join(' ').toUpperCase())).toBe(key);
      }),
    );
  });

  it('are the same on the quick way for ASCII as on the way for everything', () => {
    const ascii = fc.string({
      unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)),
      maxLength: 120,
    });
    const wordy = fc.array(fc.constantFrom('a', 'b', 'B', ' ', '-', '.', '1', '\t', '&', 'ab'), {
      maxLength: 90,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          ascii,
          wordy.map((parts) => parts.join('')),
        ),
        fc.integer({ min: 1, max: 6 }),
        (value, n) => {
          // A lone accent after a letter is taken away, and makes the value one that is not ASCII.
          const same = `x\u0301${value}`;
          expect(fingerprint(`x${value}`)).toBe(fingerprint(same));
          expect(ngramFingerprint(`x${value}`, n)).toBe(ngramFingerprint(same, n));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('Latin letters', () => {
  const letters = fc.string({
    unit: fc.oneof(
      fc.integer({ min: 0xa0, max: 0x17f }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(...'abc XYZ-.,&'),
    ),
  });

  it('give what they give beside a sign that is none', () => {
    fc.assert(
      fc.property(letters, (value) => {
        const words = fingerprint(value);
        expect(
          fingerprint(`${value} \u0436`)
            .split(' ')
            .filter((word) => word !== '\u0436'),
        ).toEqual(words === '' ? [] : words.split(' '));
      }),
    );
  });

  it.each([
    ['Müller & Söhne, GÖTTINGEN', 'gottingen muller sohne'],
    ['Łódź straße', 'lodz strasse'],
    ['S.à r.l.', 'rl sa'],
  ])('%s is %s', (value, expected) => {
    expect(fingerprint(value)).toBe(expected);
  });
});
