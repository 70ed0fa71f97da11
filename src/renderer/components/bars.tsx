import { cx, formatCount, formatShare } from '../base/format';
import classes from './bars.module.css';

export interface FillBarProps {
  /** 0..1. */
  readonly share: number;
  /** What the share is of, for screen readers and on hover. */
  readonly label: string;
  /** Also writes the percentage beside it. */
  readonly figure?: boolean;
}

/** A share as a short bar. */
export function FillBar({ share, label, figure = true }: FillBarProps) {
  const width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return (
    <span className={classes.fill} title={`${label}: ${formatShare(share)}`}>
      <span className={classes.track}>
        <span className={classes.bar} style={{ width }} />
      </span>
      {figure ? <span className={cx(classes.figure, 'num')}>{formatShare(share)}</span> : null}
    </span>
  );
}

export interface HistogramProps {
  readonly bins: readonly number[];
  /** Text of the smallest and largest value. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** Ten or so bins between two values. */
export function Histogram({ bins, from, to, label }: HistogramProps) {
  const top = Math.max(1, ...bins);
  return (
    <figure className={classes.histogram} aria-label={`${label}: from ${from} to ${to}`}>
      <div className={classes.bins} aria-hidden="true">
        {bins.map((count, bin) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its position.
            key={bin}
            className={classes.bin}
            style={{ height: `${(count / top) * 100}%` }}
            title={formatCount(count)}
          />
        ))}
      </div>
      <figcaption className={cx(classes.ends, 'num')}>
        <span>{from}</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}

export interface ValueBarsProps {
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** Rows in all, for the width of the bars. */
  readonly total: number;
  readonly onPick?: (value: string) => void;
  readonly testId?: string;
}

/** The most frequent values with their counts; a click goes to their rows. */
export function ValueBars({ values, total, onPick, testId }: ValueBarsProps) {
  return (
    <ul className={classes.values} data-testid={testId}>
      {values.map(({ value, count }) => {
        const inside = (
          <>
            <span className={classes.valueBar} style={{ width: `${(count / Math.max(1, total)) * 100}%` }} />
            <span className={cx(classes.valueText, 'clip')}>{value === '' ? <i>empty</i> : value}</span>
            <span className={cx(classes.valueCount, 'num')}>{formatCount(count)}</span>
          </>
        );
        return (
          <li key={value}>
            {onPick ? (
              <button type="button" className={classes.value} onClick={() => onPick(value)} title={value}>
                {inside}
              </button>
            ) : (
              <span className={classes.value} title={value}>
                {inside}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
