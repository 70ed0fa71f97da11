import type { MatchSummary } from '@shared/pipeline/review-types';
import { formatCount } from '../../../base/format';
import { Tag } from '../../../components/chip';
import { type Stat, StatTiles } from '../../../components/stat-tiles';
import classes from './summary.module.css';

export interface SummaryProps {
  readonly now: MatchSummary;
  /** Under the settings that are tried; null while none are. */
  readonly tried: MatchSummary | null;
  /** Whether the numbers belong to the settings shown. */
  readonly fresh: boolean;
}

/** What the settings lead to, and what would change. */
export function Summary({ now, tried, fresh }: SummaryProps) {
  const shown = tried ?? now;
  const stats: Stat[] = [
    tile('joins', 'joined without asking', now.merges, shown.merges),
    tile('wrong', 'of them likely wrong', now.wrong.expected, shown.wrong.expected),
    tile('waiting', 'clusters wait for a person', now.waiting, shown.waiting),
    tile('candidates', 'pairs compared', now.candidates, shown.candidates),
  ];
  return (
    <div className={fresh ? undefined : classes.pending} aria-busy={fresh ? undefined : true} role="status">
      <StatTiles stats={stats} />
    </div>
  );
}

function tile(id: string, label: string, before: number, after: number): Stat {
  const change = Math.round(after) - Math.round(before);
  return {
    id,
    figure: formatCount(after),
    label,
    note:
      change === 0 ? (
        <span className="soft">as agreed</span>
      ) : (
        <Tag tone="accent">{`${change > 0 ? '+' : ''}${formatCount(change)}`}</Tag>
      ),
  };
}
