import type { ValueTransform } from '@shared/clean/types';
import { readyTransforms, valueTransform } from '@shared/clean/value-transform';
import { describe, expect, it } from 'vitest';

describe('valueTransform', () => {
  it.each<[ValueTransform, string, string]>([
    [{ op: 'squeeze' }, ' New\u00a0 \tYork\n', 'New York'],
    [{ op: 'unicode', form: 'NFC', controls: true }, 'Mu\u0308\u200bller\u202e', 'Müller'],
    [{ op: 'unicode', form: 'NFKC', controls: false }, 'ＡＢＣ１２３', 'ABC123'],
    [{ op: 'unicode', form: 'NFC', controls: true }, 'a\u0000b\u00adc', 'abc'],
    [{ op: 'case', to: 'name' }, 'JEAN-PIERRE MACARTHUR', 'Jean-Pierre MacArthur'],
    [{ op: 'case', to: 'name' }, 'MACHADO MACK', 'Machado Mack'],
    [{ op: 'case', to: 'sentence' }, 'NEW CUSTOMER. CALL HIM!', 'New customer. Call him!'],
    [{ op: 'date', order: 'DMY' }, '05.03.2024', '2024-03-05'],
    [{ op: 'date', order: 'DMY' }, '05.03.2024 10:20', '2024-03-05T10:20:00'],
    [{ op: 'date', order: 'DMY' }, '05.03.2024 00:00:00', '2024-03-05'],
    [{ op: 'date', order: 'DMY' }, '31.02.2024', '31.02.2024'],
    [{ op: 'number', decimal: ',' }, '1.234,50 €', '1234.50'],
    [{ op: 'boolean' }, 'oui', 'true'],
    [{ op: 'domain' }, 'https://www.Acme.de/path', 'acme.de'],
    [{ op: 'domain' }, 'Jane <jane@Acme.de>', 'acme.de'],
    [{ op: 'domain' }, 'none', 'none'],
    [{ op: 'subdivision', country: 'US', to: 'code' }, 'Kalifornien', 'US-CA'],
    [{ op: 'subdivision', country: 'US', to: 'name' }, 'ca', 'California'],
    [{ op: 'subdivision', country: 'DE', to: 'name' }, 'Bavaria', 'Bayern'],
    [{ op: 'subdivision', country: 'ES', to: 'code' }, 'Comunidad de Madrid', 'ES-MD'],
    [{ op: 'subdivision', country: 'CH', to: 'code' }, 'Kanton Zürich', 'CH-ZH'],
    [{ op: 'subdivision', country: '', to: 'name' }, 'us-ny', 'New York'],
    [{ op: 'subdivision', country: 'US', to: 'code' }, 'Bayern', 'Bayern'],
    [{ op: 'postcode', country: 'GB' }, 'sw1a1aa', 'SW1A 1AA'],
    [{ op: 'postcode', country: 'US' }, '2134', '02134'],
    [{ op: 'postcode', country: 'US' }, '021341234', '02134-1234'],
    [{ op: 'postcode', country: 'DE' }, 'D-10115', '10115'],
    [{ op: 'postcode', country: 'NL' }, '1015cj', '1015 CJ'],
    [{ op: 'postcode', country: 'JP' }, '〒１００－０００１', '100-0001'],
    [{ op: 'postcode', country: 'TR' }, '34000', '34000'],
    [{ op: 'postcode', country: 'DE' }, 'none', 'none'],
    [{ op: 'namePart', part: 'suffix', order: 'auto' }, 'John Smith, Jr.', 'Jr.'],
    [
      { op: 'replacePattern', pattern: '([a-z]+) ([a-z]+)', with: '$2 $1 $$', ignoreCase: true },
      'Anna Berg',
      'Berg Anna $',
    ],
    [{ op: 'extract', pattern: '[0-9]+', group: 0, ignoreCase: false }, 'No 4711 of 12', '4711'],
    [{ op: 'extract', pattern: '[0-9]+', group: 0, ignoreCase: false }, 'none', ''],
    [{ op: 'lookup', entries: [{ from: 'M', to: 'Mr.' }], otherwise: 'keep' }, 'M', 'Mr.'],
    [{ op: 'lookup', entries: [{ from: 'M', to: 'Mr.' }], otherwise: 'empty' }, 'F', ''],
    [{ op: 'formula', expression: 'upper(left(value, 1)) & mid(value, 2)' }, 'bonn', 'Bonn'],
  ])('%j: %j → %j', (transform, from, to) => {
    expect(valueTransform(transform)(from)).toBe(to);
  });

  it('changes nothing where it cannot run, and says why', () => {
    const broken: ValueTransform = { op: 'replacePattern', pattern: '(', with: '', ignoreCase: false };
    expect(valueTransform(broken)('a(b')).toBe('a(b');
    const ready = readyTransforms([{ op: 'trim' }, broken]);
    expect(ready.ok ? '' : ready.error.code).toBe('PATTERN_INVALID');
  });
});
