import type { TableState } from '@shared/journal/types';
import type { QualityScore } from '@shared/profile/types';
import { formatScore } from '../../base/format';
import { useEngineQuery } from '../../state/context';
import classes from './clean.module.css';

export interface QualityLineProps {
  readonly table: TableState;
  /** Of the cleaned table; null while it is computed. */
  readonly quality: QualityScore | null;
}

/** The quality of the table as read, at its baseline where one was kept, and cleaned. */
export function QualityLine({ table, quality }: QualityLineProps) {
  const asRead = useEngineQuery(['profileAsRead', table.id], (engine) => engine.profileAsRead(table.id));
  if (!quality) return null;
  const before = asRead.data?.quality ?? null;
  const { baseline } = table;
  return (
    <p className={classes.quality} data-testid="quality-line">
      Quality{' '}
      {before ? (
        <>
          <b className="num">{formatScore(before.overall)}</b> as read,{' '}
        </>
      ) : null}
      <b className="num">{formatScore(quality.overall)}</b> cleaned
      {baseline ? (
        <>
          , baseline <b className="num">{formatScore(baseline.overall)}</b>
        </>
      ) : null}
    </p>
  );
}
