import { fileStem, isPackagePath, partPath, referenceStem, uniqueStems } from '@shared/package/paths';
import { describe, expect, it } from 'vitest';

describe('file names', () => {
  it('keep letters, digits, - and _, and write other scripts in Latin letters', () => {
    expect(fileStem('Account')).toBe('Account');
    expect(fileStem('Kunden (2019) / Nord')).toBe('Kunden_2019_Nord');
    expect(fileStem('Zürich')).toBe('Zurich');
    expect(fileStem('../../etc/passwd')).toBe('etc_passwd');
  });

  it('are never empty and never a Windows device', () => {
    expect(fileStem('???')).toBe('unnamed');
    expect(fileStem('CON')).toBe('CON_');
    expect(fileStem('lpt1')).toBe('lpt1_');
  });

  it('are told apart without regard to case', () => {
    expect(uniqueStems(['People', 'people', 'PEOPLE', 'Firms'])).toEqual([
      'People',
      'people_2',
      'PEOPLE_3',
      'Firms',
    ]);
  });

  it('number parts only where there are several', () => {
    expect(partPath('01_Account', 1, 1)).toBe('01_Account.csv');
    expect(partPath('01_Account', 2, 3)).toBe('01_Account_part02of03.csv');
    expect(partPath('01_Account', 7, 120)).toBe('01_Account_part007of120.csv');
  });

  it('call a second pass by its reference', () => {
    expect(referenceStem('ParentId')).toBe('Parent');
    expect(referenceStem('ReportsToId')).toBe('ReportsTo');
    expect(referenceStem('parent_legacy_id')).toBe('parent_legacy');
    expect(referenceStem('Mother__c')).toBe('Mother');
    expect(referenceStem('Id')).toBe('Id');
  });
});

describe('paths read from a manifest', () => {
  it('stay inside the package', () => {
    expect(isPackagePath('second_pass/01_Account_Parent.csv')).toBe(true);
    for (const path of [
      '',
      '/x',
      'a//b',
      '../x',
      'a/../b',
      './a',
      'C:/x',
      'a\\b',
      'a\u0000b',
      'x'.repeat(513),
    ]) {
      expect(isPackagePath(path), path).toBe(false);
    }
  });
});
