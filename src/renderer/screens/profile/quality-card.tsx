import type { QualityScore } from '@shared/profile/types';
import { formatScore } from '../../base/format';
import { FillBar } from '../../components/bars';
import { Tag } from '../../components/chip';
import classes from './quality-card.module.css';
import { CHARACTERISTICS } from './semantic-labels';

export interface QualityCardProps {
  readonly quality: QualityScore;
  readonly baseline: QualityScore | null;
}

/** The score of a table out of a hundred, the parts it is made of, and the formula of each. */
export function QualityCard({ quality, baseline }: QualityCardProps) {
  const difference = baseline ? Math.round((quality.overall - baseline.overall) * 100) : 0;
  return (
    <section className={classes.card} aria-label="Quality score" data-testid="quality-card">
      <div className={classes.overall}>
        <span className={classes.figure}>
          <span className="num" data-testid="quality-score">
            {formatScore(quality.overall)}
          </span>
          <small>of 100</small>
        </span>
        {baseline ? (
          <Tag tone={difference > 0 ? 'exported' : difference < 0 ? 'rejected' : 'neutral'}>
            {difference === 0
              ? 'as the baseline'
              : `${difference > 0 ? '+' : '−'}${Math.abs(difference)} against the baseline of ${formatScore(baseline.overall)}`}
          </Tag>
        ) : (
          <span className="soft small">no baseline kept yet</span>
        )}
      </div>
      <dl className={classes.parts}>
        {quality.parts.map((part) => (
          <div key={part.characteristic}>
            <dt>{CHARACTERISTICS[part.characteristic]}</dt>
            <dd>
              <FillBar share={part.score} label={CHARACTERISTICS[part.characteristic]} />
              <span className={classes.formula} title={part.formula}>
                {part.formula}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
