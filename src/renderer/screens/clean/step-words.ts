import type { StepOutcome } from '@shared/clean/types';
import type { StepCount } from '@shared/journal/types';
import { formatCount, plural } from '../../base/format';
import type { Tone } from '../../components/chip';

/** What a step does to a table, in a line: `118 values · 1,204 rows`. */
export function countLine(outcome: StepOutcome): string {
  if (outcome.state !== 'applied') return '';
  const columns: string[] = [];
  if (outcome.columnsAdded.length > 0) columns.push(plural(outcome.columnsAdded.length, 'new column'));
  if (outcome.columnsRemoved.length > 0)
    columns.push(`${plural(outcome.columnsRemoved.length, 'column')} removed`);
  const counts =
    outcome.values > 0 || outcome.rows > 0
      ? [`${plural(outcome.values, 'value')} · ${plural(outcome.rows, 'row')}`]
      : [];
  return [...counts, ...columns].join(' · ');
}

/** A state worth a word; null for a step that simply works. */
export function stateTag(outcome: StepOutcome): { readonly tone: Tone; readonly text: string } | null {
  switch (outcome.state) {
    case 'applied':
      return null;
    case 'unmatched':
      return { tone: 'excluded', text: 'nothing matched' };
    case 'disabled':
      return { tone: 'neutral', text: 'off' };
    case 'broken':
      return { tone: 'rejected', text: 'cannot run' };
  }
}

/** How often a step matched when it was set, beside now; null where that is not known or the same. */
export function sinceLastTime(outcome: StepOutcome, last: StepCount | null): string | null {
  if (!last || outcome.state === 'disabled' || outcome.state === 'broken') return null;
  if (last.values === outcome.values && last.rows === outcome.rows) return null;
  return `Matched ${plural(last.values, 'value')} in ${plural(last.rows, 'row')} last time, ${formatCount(outcome.values)} in ${formatCount(outcome.rows)} now.`;
}
