import type { MatchSettings } from '@shared/match/types';
import type { WeightHistogram } from '@shared/pipeline/review-types';
import { useRef } from 'react';
import { cx, formatCount } from '../../../base/format';
import { Button } from '../../../components/button';
import { nearest, slideHandlers } from '../slide';
import { percent } from '../words';
import { bits, roundedThreshold, stopsWith, withThreshold } from './settings-draft';
import classes from './thresholds.module.css';

export interface ThresholdsProps {
  readonly settings: MatchSettings;
  readonly histogram: WeightHistogram;
  /** Probability from which joining is expected to serve best. */
  readonly suggested: number;
  readonly onChange: (settings: MatchSettings) => void;
}

/** The pairs by weight with the two cuts in them: from here a person is asked, from there nobody is. */
export function Thresholds({ settings, histogram, suggested, onChange }: ThresholdsProps) {
  const track = useRef<HTMLDivElement>(null);
  const { from, step, counts } = histogram;
  const top = Math.max(1, ...counts);
  const shareOf = (weight: number): number =>
    Math.max(0, Math.min(1, (weight - from) / (step * counts.length)));
  const review = shareOf(bits(settings.reviewThreshold));
  const match = shareOf(bits(settings.matchThreshold));
  return (
    <div className={classes.frame}>
      <div ref={track} className={classes.track}>
        <div className={classes.bars} aria-hidden="true">
          {counts.map((count, bin) => {
            const middle = (bin + 0.5) / counts.length;
            return (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its position.
                key={bin}
                className={cx(
                  classes.bar,
                  middle >= match ? classes.joined : middle >= review && classes.asked,
                )}
                style={{ height: `${count === 0 ? 0 : Math.max(2, Math.sqrt(count / top) * 100)}%` }}
                title={`${formatCount(count)} pairs of weight ${from + bin * step} to ${from + (bin + 1) * step}`}
              />
            );
          })}
        </div>
        {(['review', 'match'] as const).map((which) => {
          const value = which === 'match' ? settings.matchThreshold : settings.reviewThreshold;
          const stops = stopsWith(value);
          const places = stops.map((stop) => shareOf(bits(stop)));
          const handlers = slideHandlers({
            at: stops.indexOf(value),
            count: stops.length,
            track: () => track.current,
            stopAt: (_, share) => nearest(places, share),
            onMove: (stop) => onChange(withThreshold(settings, which, stops[stop]!)),
          });
          const meaning = which === 'match' ? 'joined without asking' : 'shown to a person';
          return (
            <div
              key={which}
              role="slider"
              tabIndex={0}
              className={cx(classes.thumb, which === 'match' ? classes.matchThumb : classes.reviewThumb)}
              style={{ left: `${(which === 'match' ? match : review) * 100}%` }}
              aria-label={which === 'match' ? 'Join from' : 'Ask from'}
              aria-valuemin={1}
              aria-valuemax={99.99}
              aria-valuenow={value * 100}
              aria-valuetext={`${percent(value)}: pairs from here are ${meaning}`}
              data-testid={`threshold-${which}`}
              {...handlers}
            >
              <span className={cx(classes.flag, 'num')} aria-hidden="true">
                {which === 'match' ? 'join from' : 'ask from'} {percent(value)}
              </span>
            </div>
          );
        })}
      </div>
      <div className={cx(classes.axis, 'num')} aria-hidden="true">
        <span>unlike</span>
        <span>weight of a pair, log₂ odds · heights by square root</span>
        <span>alike</span>
      </div>
      <ul className={classes.legend}>
        <li>
          <span className={classes.swatch} /> left alone
        </li>
        <li>
          <span className={cx(classes.swatch, classes.asked)} /> a person decides
        </li>
        <li>
          <span className={cx(classes.swatch, classes.joined)} /> joined without asking
        </li>
      </ul>
      <p className={classes.help}>
        Joining from {percent(suggested)} is expected to find most with the fewest wrong joins, as far as the
        weights can tell.{' '}
        <Button
          kind="quiet"
          disabled={percent(suggested) === percent(settings.matchThreshold)}
          onClick={() => onChange(withThreshold(settings, 'match', roundedThreshold(suggested)))}
          testId="threshold-suggested"
        >
          Join from {percent(suggested)}
        </Button>
      </p>
      <p className={classes.help}>
        Move a mark with the mouse or the arrow keys. Further left joins or asks more, and finds more; further
        right leaves more to you, or alone. What it would lead to stands above before you apply it.
      </p>
    </div>
  );
}
