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
  /** What a bin holds, for its name: "2019-01-01 to 2020-01-01". */
  readonly binLabel?: (bin: number) => string;
  /** A click on a bar goes to its rows. */
  readonly onPick?: (bin: number) => void;
  /** For a row of small charts. */
  readonly small?: boolean;
  readonly testId?: string;
}

/** Ten or so bins between two values; bars can be buttons. */
export function Histogram(props: HistogramProps) {
  const { bins, from, to, label, binLabel, onPick, small } = props;
  const top = Math.max(1, ...bins);
  return (
    <figure className={classes.histogram} aria-label={`${label}: from ${from} to ${to}`}>
      <div className={cx(classes.bins, small && classes.smallBins)} data-testid={props.testId}>
        {bins.map((count, bin) => {
          const height = { height: `${(count / top) * 100}%` };
          const title = `${binLabel ? `${binLabel(bin)}: ` : ''}${formatCount(count)}`;
          const key = `bin-${bin}`;
          if (!onPick || count === 0)
            return <span key={key} className={classes.bin} style={height} title={title} />;
          return (
            <button
              key={key}
              type="button"
              className={classes.binButton}
              onClick={() => onPick(bin)}
              title={title}
              aria-label={`${label}, ${title} rows`}
            >
              <span className={classes.bin} style={height} />
            </button>
          );
        })}
      </div>
      <figcaption className={cx(classes.ends, 'num')}>
        <span>{from}</span>
        <span>{to}</span>
      </figcaption>
    </figure>
  );
}

export interface StackBarProps {
  /** Shares of one whole, 0..1, largest first. */
  readonly parts: readonly { readonly id: string; readonly label: string; readonly share: number }[];
  readonly label: string;
  readonly onPick?: (id: string) => void;
  readonly testId?: string;
}

/** Parts of a whole in one bar with their words below; a part or its word goes to its rows. */
export function StackBar({ parts, label, onPick, testId }: StackBarProps) {
  return (
    <figure className={classes.stack} aria-label={label} data-testid={testId}>
      <div className={classes.stackTrack} aria-hidden="true">
        {parts.map(({ id, label: word, share }, at) => (
          <span
            key={id}
            className={cx(classes.stackPart, classes[`tone${Math.min(at, 4)}`])}
            style={{ flexGrow: Math.max(share, 0.004) }}
            title={`${word}: ${formatShare(share)}`}
          />
        ))}
      </div>
      <figcaption className={classes.stackWords}>
        {parts.map(({ id, label: word, share }, at) => {
          const inside = (
            <>
              <span className={cx(classes.dot, classes[`tone${Math.min(at, 4)}`])} />
              {word} <span className="num">{formatShare(share)}</span>
            </>
          );
          return onPick ? (
            <button key={id} type="button" className={classes.stackWord} onClick={() => onPick(id)}>
              {inside}
            </button>
          ) : (
            <span key={id} className={classes.stackWord}>
              {inside}
            </span>
          );
        })}
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
