import { PLAIN_DIALECT, transformer } from '@shared/mapping/transforms';
import type { Transform } from '@shared/mapping/types';
import type { FieldType } from '@shared/target/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function run(transforms: readonly Transform[], value: string, type: FieldType = 'text'): string {
  return transformer(transforms, {
    type,
    dialect: { ...PLAIN_DIALECT, booleanTrue: 'Yes', booleanFalse: 'No' },
  })(value);
}

describe('transforms', () => {
  it.each<[Transform, FieldType, string, string]>([
    [{ op: 'trim' }, 'text', '\u00a0 a  b \t', 'a  b'],
    [{ op: 'case', to: 'upper' }, 'text', 'straße', 'STRASSE'],
    [{ op: 'case', to: 'lower' }, 'text', 'ABC', 'abc'],
    [{ op: 'case', to: 'name' }, 'text', 'ANNA', 'Anna'],
    [{ op: 'date', order: 'DMY' }, 'date', '05.03.2024', '2024-03-05'],
    [{ op: 'date', order: 'MDY' }, 'date', '05.03.2024', '2024-05-03'],
    [{ op: 'date', order: 'DMY' }, 'date', '05.03.2024 10:20', '2024-03-05'],
    [{ op: 'date', order: 'DMY' }, 'datetime', '05.03.2024 10:20', '2024-03-05T10:20:00.000Z'],
    [{ op: 'date', order: 'DMY' }, 'date', '31.02.2024', '31.02.2024'],
    [{ op: 'number', decimal: ',' }, 'currency', '1.234,50 €', '1234.50'],
    [{ op: 'number', decimal: '.' }, 'integer', '250.0', '250'],
    [{ op: 'number', decimal: '.' }, 'integer', '250.5', '250.5'],
    [{ op: 'number', decimal: '.' }, 'number', 'many', 'many'],
    [{ op: 'boolean' }, 'boolean', 'ja', 'Yes'],
    [{ op: 'boolean' }, 'boolean', '0', 'No'],
    [{ op: 'boolean' }, 'boolean', 'perhaps', 'perhaps'],
    [{ op: 'phone', country: 'DE' }, 'phone', '030 / 90 18 20', '+4930901820'],
    [{ op: 'phone', country: 'US' }, 'phone', '(504) 621-8927 x12', '+15046218927 ext. 12'],
    [{ op: 'phone', country: 'DE' }, 'phone', 'call me', 'call me'],
    [{ op: 'email' }, 'email', ' Jane.Doe@Example.COM ', 'jane.doe@example.com'],
    [{ op: 'email' }, 'email', 'Jane Doe <jane@x.de>', 'jane@x.de'],
    [{ op: 'email' }, 'email', 'mailto:jane@x.de', 'jane@x.de'],
    [{ op: 'email' }, 'email', 'Jane at home', 'Jane at home'],
    [{ op: 'url' }, 'url', 'WWW.Firma.de/Über', 'https://www.firma.de/Über'],
    [{ op: 'url' }, 'url', 'none yet', 'none yet'],
    [{ op: 'country', to: 'name' }, 'text', 'Deutschland', 'Germany'],
    [{ op: 'country', to: 'iso2' }, 'text', '日本', 'JP'],
    [{ op: 'country', to: 'iso2' }, 'text', 'Atlantis', 'Atlantis'],
    [{ op: 'nameLast' }, 'text', 'Anna van der Berg', 'van der Berg'],
    [{ op: 'nameFirst' }, 'text', 'Anna van der Berg', 'Anna'],
    [{ op: 'replace', find: 'a', with: '$&' }, 'text', 'banana', 'b$&n$&n$&'],
    [{ op: 'replace', find: '', with: 'x' }, 'text', 'ab', 'ab'],
    [{ op: 'truncate', length: 3 }, 'text', 'abcdef', 'abc'],
    [{ op: 'truncate', length: 3 }, 'text', 'ab😀', 'ab'],
    [{ op: 'default', value: 'x' }, 'text', '', 'x'],
    [{ op: 'default', value: 'x' }, 'text', 'y', 'y'],
  ])('%j for a %s field: %j → %j', (transform, type, from, to) => {
    expect(run([transform], from, type)).toBe(to);
  });

  it('are applied in order', () => {
    expect(run([{ op: 'trim' }, { op: 'default', value: 'none' }], '  ')).toBe('none');
    expect(run([{ op: 'default', value: 'none' }, { op: 'trim' }], '  ')).toBe('');
  });

  it('that read values leave unreadable ones as they are and empty ones empty', () => {
    const reading: Transform[] = [
      { op: 'date', order: 'DMY' },
      { op: 'number', decimal: ',' },
      { op: 'boolean' },
      { op: 'phone', country: 'DE' },
      { op: 'email' },
      { op: 'url' },
      { op: 'country', to: 'name' },
      { op: 'nameLast' },
    ];
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom(...reading),
        (value, transform) => {
          const result = run([transform], value, 'date');
          if (value === '') expect(result).toBe('');
          else if (value.trim() !== '') expect(result).not.toBe('');
        },
      ),
    );
  });

  it('give the same result when applied to their own result', () => {
    const stable: Transform[] = [
      { op: 'trim' },
      { op: 'phone', country: 'US' },
      { op: 'email' },
      { op: 'url' },
      { op: 'country', to: 'name' },
      { op: 'boolean' },
    ];
    const texts = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('(504) 621-8927', 'A@B.de', 'x.de', 'Holland', 'yes', '+1 504 621 8927 x3'),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...stable), (value, transform) => {
        const once = run([transform], value);
        expect(run([transform], once)).toBe(once);
      }),
    );
  });
});
