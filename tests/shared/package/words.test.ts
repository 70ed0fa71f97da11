import { mappingFile } from '@shared/package/sdl';
import { counted, grouped, instant, percent, size, sourceText, transformWords } from '@shared/package/words';
import { describe, expect, it } from 'vitest';

describe('numbers and times in words', () => {
  it('read the same on every machine', () => {
    expect([0, 999, 1000, 1204331].map(grouped)).toEqual(['0', '999', '1,000', '1,204,331']);
    expect(counted(1, 'row')).toBe('1 row');
    expect(counted(1200, 'entry', 'entries')).toBe('1,200 entries');
    expect(percent(0.93449)).toBe('93.4 %');
    expect([412, 3250, 8_400_000].map(size)).toEqual(['412 bytes', '3.3 kB', '8.4 MB']);
    expect(instant('2026-11-14T09:30:00.000Z')).toBe('2026-11-14 09:30 UTC');
    expect(instant('yesterday')).toBe('yesterday');
  });
});

describe('a mapping in words', () => {
  it.each([
    [{ op: 'date', order: 'DMY' }, 'read as date (day, month, year)'],
    [{ op: 'number', decimal: ',' }, 'read as number (decimal comma)'],
    [{ op: 'phone', country: 'DE' }, 'phone number in international form (country DE)'],
    [{ op: 'replace', find: 'GmbH.', with: 'GmbH' }, 'replace "GmbH." by "GmbH"'],
    [{ op: 'default', value: 'Other' }, '"Other" where empty'],
  ] as const)('%j', (transform, words) => {
    expect(transformWords(transform)).toBe(words);
  });

  it('names tables, not ids', () => {
    const name = (id: string): string => `the table ${id}`;
    expect(sourceText({ kind: 'constant', value: 'DE' }, name)).toBe('fixed value "DE"');
    expect(sourceText({ kind: 'reference', column: 'Kd-Nr', table: 't1', by: 'No' }, name)).toBe(
      'Kd-Nr (key of the table t1, by its column No)',
    );
  });
});

describe('Data Loader mapping files', () => {
  it('escape what Java properties treat specially, and everything beyond ASCII', () => {
    const bytes = mappingFile([
      { header: 'WHO', target: 'Who:Contact-Legacy_Id__c' },
      { header: 'a b=c#d!e\\f', target: 'Ünï' },
    ]);
    expect(new TextDecoder().decode(bytes)).toBe(
      '#Mapping values\nWHO=Who\\:Contact-Legacy_Id__c\na\\ b\\=c\\#d\\!e\\\\f=\\u00dcn\\u00ef\n',
    );
  });
});
