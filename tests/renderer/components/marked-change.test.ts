import { describe, expect, test } from 'vitest';
import { differingPart, visible } from '../../../src/renderer/components/transforms/marked-change';

describe('what differs between two texts', () => {
  test('lies between their common beginning and end', () => {
    expect(differingPart('Berlin ', 'Berlin', 'from')).toEqual([6, 7]);
    expect(differingPart('Berlin ', 'Berlin', 'to')).toEqual([6, 6]);
    expect(differingPart('MUNICH', 'Munich', 'to')).toEqual([1, 6]);
  });
  test('is everything where nothing is common', () => {
    expect(differingPart('ja', 'true', 'to')).toEqual([0, 4]);
  });
});

describe('what would not be seen', () => {
  test('blanks at the ends and doubled ones stand as dots, single ones stay', () => {
    expect(visible(' Hans  Müller ')).toBe('·Hans··Müller·');
    expect(visible('Hans Müller')).toBe('Hans Müller');
  });
  test('every sign takes the place of one character, so that positions stay right', () => {
    for (const text of ['a\r\nb', '\tx', 'a\u00a0b', '\ufeffid', 'a\u200bb'])
      expect(visible(text)).toHaveLength(text.length);
  });
});
