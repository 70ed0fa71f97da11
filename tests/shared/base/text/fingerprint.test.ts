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
});
