import { columnFacts } from '@shared/profile/column-facts';
import { contentCheck } from '@shared/profile/content-checks';
import type { Check } from '@shared/profile/problem-context';
import { describe, expect, it } from 'vitest';
import { guessesOf, tableOf } from '../legacy-tables';

const CONTEXT = { semantic: 'date', country: null, referenceDate: '2024-06-30', likelyKey: false } as const;

/** The check of a column that reads as text and means dates, and how many values each of its steps looked at. */
function checkOf(cells: readonly string[]): {
  readonly check: Check | null;
  readonly steps: readonly number[];
} {
  const table = tableOf([['Created'], ...cells.map((cell) => [cell])]);
  const work = contentCheck(columnFacts(table.columns[0]!, guessesOf(table)[0]!), CONTEXT);
  const steps: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { check: step.value, steps };
    steps.push(step.value);
  }
}

/** Different moments of the year 2000, in three forms. */
function moments(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const time = `${at % 24}:${String(Math.floor(at / 24) % 60).padStart(2, '0')}:${String(Math.floor(at / 1440) % 60).padStart(2, '0')}`;
    const day = 1 + (Math.floor(at / 86_400) % 28);
    return [`2000-01-${day} ${time}`, `${day} Feb 2000 ${time}`, `3/${day}/2000 ${time}`][at % 3]!;
  });
}

describe('the check of dates in many forms', () => {
  it('looks at a long column in steps, so that a stop is heard between them', () => {
    const { check, steps } = checkOf([...moments(40_000), '31 Feb 2000']);
    expect(steps).toEqual([16_384, 16_384, 40_001 - 2 * 16_384]);
    expect(check?.('31 Feb 2000', 40_001)).toBe('DATE_UNREADABLE');
    expect(check?.('2000-01-1 0:00:00', 1)).toBeNull();
  });

  it('reads no further once more than a quarter of the rows are no dates', () => {
    const remarks = Array.from({ length: 20_000 }, (_, at) => `spring, no. ${at}`);
    expect(checkOf([...remarks, ...moments(40_000)])).toEqual({ check: null, steps: [16_384] });
  });

  it('is none where every value is a date, and where too few are', () => {
    expect(checkOf(['2000-01-01', '22 Feb 2004', 'n/a', ''])).toMatchObject({ check: null });
    expect(checkOf(['2000-01-01', '22 Feb 2004', 'soon'])).toMatchObject({ check: null });
    expect(checkOf(['2000-01-01', '22 Feb 2004', '10/29/1999', 'soon', 'n/a']).check).not.toBeNull();
  });
});
