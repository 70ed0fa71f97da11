import { isSafePackagePath, isSafeSegment, sourceExtension } from '@shared/host/names';
import { describe, expect, it } from 'vitest';

describe('a name below the projects folder', () => {
  it.each(['crm-move', 'Müller & Söhne (2026)', '移行計画', 'a', '_x', 'v1.2', "O'Neil, north"])(
    'may be %j',
    (name) => {
      expect(isSafeSegment(name)).toBe(true);
    },
  );

  it.each([
    '',
    '.',
    '..',
    '.hidden',
    'a/b',
    'a\\b',
    'C:',
    'a\0b',
    'line\nfeed',
    'trailing.',
    'trailing ',
    ' leading',
    'con',
    'NUL.txt',
    'com1',
    'Lpt9.csv',
    'a*b',
    'a?b',
    'a|b',
    'a"b',
    'a<b',
    'e\u0301', // decomposed é: another file on one system, the same on another
    'x'.repeat(101),
    '\u202Egpj.exe',
  ])('may not be %j', (name) => {
    expect(isSafeSegment(name)).toBe(false);
  });
});

describe('a path inside a package', () => {
  it.each(['manifest.json', 'load/01 Account.csv', 'a/b/c/d/e/f'])('may be %j', (path) => {
    expect(isSafePackagePath(path)).toBe(true);
  });

  it.each(['', '/etc/passwd', '../x', 'a/../b', 'a//b', 'a/', 'a\\b', 'a/b/c/d/e/f/g', './a', 'C:/x'])(
    'may not be %j',
    (path) => {
      expect(isSafePackagePath(path)).toBe(false);
    },
  );
});

describe('the ending a source is stored under', () => {
  it.each([
    ['Kunden.CSV', 'csv'],
    ['export.2026.xlsx', 'xlsx'],
    ['export.2026', 'dat'],
    ['no ending', 'dat'],
    ['trick.csv/../x', 'dat'],
    ['', 'dat'],
  ])('of %j is %j', (name, ending) => {
    expect(sourceExtension(name)).toBe(ending);
  });
});
