import type { TableState } from '@shared/journal/types';
import type { QualityScore } from '@shared/profile/types';
import { formatScore } from '../../base/format';
import classes from './clean.module.css';

export interface QualityLineProps {
  readonly table: TableState;
  /** Of the cleaned table; null while it is computed. */
  readonly quality: QualityScore | null;
}

/** The quality of the table now, beside its baseline where one was kept. */
export function QualityLine({ table, quality }: QualityLineProps) {
  if (!quality) return null;
  const { baseline } = table;
  return (
    <p className={classes.quality} data-testid="quality-line">
      Quality{' '}
      {baseline ? (
        <>
          <b className="num">{formatScore(baseline.overall)}</b> at the baseline,{' '}
        </>
      ) : null}
      <b className="num">{formatScore(quality.overall)}</b> now
      {baseline ? '' : ' · no baseline kept yet, see Profile'}
    </p>
  );
}
