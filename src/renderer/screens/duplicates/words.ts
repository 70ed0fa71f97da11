import type { Estimate } from '@shared/match/types';
import type { ClusterListItem, ClusterPage, ClusterQuestion } from '@shared/pipeline/review-types';
import { formatCount, plural } from '../../base/format';

/** Sentences of the duplicates screen; pure, so that they can be tested without a window. */

/** `0.1234` → `12 %`, `0.995` → `99.5 %`, `0.9999` → `99.99 %`: as many decimals as a threshold needs. */
export function percent(share: number): string {
  const value = share * 100;
  const decimals = value > 99 || (value > 0 && value < 1) ? 2 : 0;
  return `${Number(value.toFixed(decimals))} %`;
}

/** "(95 %: 8–21)" */
export function interval({ low, high }: Pick<Estimate, 'low' | 'high'>): string {
  return `(95 %: ${formatCount(low)}–${formatCount(high)})`;
}

/** How many of the joins are wrong, in one sentence without a full stop. */
export function wrongSentence(expected: ClusterPage['expected']): string {
  if (expected.merges === 0) return 'Nothing is joined without asking';
  return `About ${formatCount(expected.wrong)} of ${plural(expected.merges, 'join')} ${Math.round(expected.wrong) === 1 ? 'is' : 'are'} wrong ${interval(expected)}`;
}

/** How many true pairs were not found. */
export function missedSentence({ refused, missed }: Pick<ClusterPage, 'refused' | 'missed'>): string {
  const unseen = missed ?? { expected: 0, low: 0, high: 0 };
  const all = {
    expected: refused.expected + unseen.expected,
    low: refused.low + unseen.low,
    high: refused.high + unseen.high,
  };
  const sentence = `about ${plural(Math.round(all.expected), 'true pair')} missed ${interval(all)}`;
  if (Math.round(unseen.expected) === 0) return sentence;
  return `${sentence}, ${formatCount(unseen.expected)} of them never compared`;
}

/** What was left out because it was too much, one sentence each. */
export function limitSentences(page: Pick<ClusterPage, 'capped' | 'notCompared'>): readonly string[] {
  const out: string[] = [];
  if (page.notCompared > 0) {
    out.push(
      `${plural(page.notCompared, 'pair')} in blocks that were too large ${page.notCompared === 1 ? 'was' : 'were'} not compared by their rule.`,
    );
  }
  if (page.capped > 0) {
    out.push(
      page.capped === 1
        ? 'One group grew too large and was built from its strongest pairs only.'
        : `${formatCount(page.capped)} groups grew too large and were built from their strongest pairs only.`,
    );
  }
  return out;
}

/** Why this cluster comes next. */
export function questionSentence({ moves, probability }: ClusterQuestion): string {
  const bet =
    probability >= 0.4 && probability <= 0.6
      ? `an even bet, ${percent(probability)}`
      : `${percent(probability)} likely to be one`;
  return `Your answer may move ${plural(moves, 'record')}: ${bet}`;
}

export const STATE_LABELS: Readonly<Record<ClusterListItem['state'], string>> = {
  automatic: 'joined automatically',
  open: 'waiting',
  related: 'related, not the same',
  merged: 'merged',
  separated: 'kept apart',
  split: 'split',
};
