import { nearestNames } from '@shared/mapping/nearest-names';
import { valueMatcher } from '@shared/mapping/value-map';
import { builtInTarget, fieldNamed, objectNamed } from '@shared/target/catalogue';
import { describe, expect, it } from 'vitest';

describe('the nearest names', () => {
  const names = nearestNames(['banking', 'bank', 'shipping', 'bankings']);

  it('share most pairs of letters; ties stand in the order of the list', () => {
    expect(names.find('banking', 2)).toEqual([0, 3]);
    expect(names.find('banking', 9)).toEqual([0, 3, 1, 2]);
    expect(names.find('zzz', 9)).toEqual([]);
  });

  it('are the same whatever was asked before', () => {
    names.find('shipping', 1);
    expect(names.find('bank', 1)).toEqual([0]);
  });
});

describe('a list of thousands of values', () => {
  const industry = fieldNamed(objectNamed(builtInTarget('salesforce')!, 'Account')!, 'Industry')!;
  const places = Array.from({ length: 3_000 }, (_, i) => `Place ${(i * 7919) % 100_003} of ${i % 13}`);
  const long = { ...industry, picklist: [...places, 'Telecommunications', 'Technology'] };

  it.each([
    ['Technolgy', 'Technology'],
    ['Telecommunication', 'Telecommunications'],
    ['Plaec 7919 of 1', 'Place 7919 of 1'],
  ])('%s is spelled like %s, as in a short list', (value, to) => {
    expect(valueMatcher(long).closest(value)).toMatchObject({ to, how: 'fuzzy' });
    expect(valueMatcher({ ...industry, picklist: [to] }).closest(value)?.to).toBe(to);
  });

  it('has none for what is spelled like nothing in it', () => {
    expect(valueMatcher(long).closest('Xyqwertz')).toBeNull();
  });
});
