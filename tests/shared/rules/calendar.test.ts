import { dayOf, isoDay, minusMonths, monthsAndDaysBefore } from '@shared/rules/calendar';
import { NO_DATE } from '@shared/rules/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('the day of a text', () => {
  test.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['1969-12-31', -1],
    ['2024-02-29', 19782],
    ['2024-11-10T23:59:59.999Z', 20037],
    ['2024-11-10 08:00', 20037],
    [' 2024-11-10 ', 20037],
    ['0050-03-01', -701206],
  ])('%s', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  test.each([
    '',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-11-31',
    '10.11.2024',
    '2024-11',
    'soon',
    '20241110',
    '2024-11-10x',
  ])('"%s" is none', (text) => {
    expect(dayOf(text)).toBe(NO_DATE);
  });

  test('and the text of a day are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        expect(dayOf(isoDay(day))).toBe(day);
      }),
    );
  });
});

describe('months back', () => {
  test.each([
    ['2026-11-14', 24, '2024-11-14'],
    ['2026-11-14', 0, '2026-11-14'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-12-31', 6, '2026-06-30'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2026-01-15', 13, '2024-12-15'],
    ['2026-05-31', 1200, '1926-05-31'],
  ])('%s minus %i', (from, months, to) => {
    expect(isoDay(minusMonths(dayOf(from), months))).toBe(to);
  });

  test('more months never lead to a later day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.nat(600), (day, months) => {
        expect(minusMonths(day, months + 1)).toBeLessThan(minusMonths(day, months));
      }),
    );
  });
});

describe('how long ago', () => {
  test.each([
    ['2024-11-10', { months: 24, days: 4 }],
    ['2024-11-14', { months: 24, days: 0 }],
    ['2026-11-13', { months: 0, days: 1 }],
    ['2026-11-14', { months: 0, days: 0 }],
    ['2027-01-01', { months: 0, days: 0 }],
    ['2026-10-15', { months: 0, days: 30 }],
  ])('%s, seen from 2026-11-14', (date, ago) => {
    expect(monthsAndDaysBefore(dayOf(date), dayOf('2026-11-14'))).toEqual(ago);
  });

  test('the months and days lead back to the date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.nat(20_000), (day, later) => {
        const { months, days } = monthsAndDaysBefore(day, day + later);
        expect(minusMonths(day + later, months) - days).toBe(day);
        expect(days).toBeLessThan(31);
      }),
    );
  });
});
