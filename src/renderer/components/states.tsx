import type { Progress } from '@shared/base/progress';
import type { AppError } from '@shared/base/result';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { cx, formatCount } from '../base/format';
import { Button } from './button';
import classes from './states.module.css';

export interface EmptyStateProps {
  /** What belongs here, as a sentence: "No sources yet". */
  readonly title: string;
  /** Why it matters and how to begin. */
  readonly children: ReactNode;
  /** The first step. */
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
  readonly testId?: string;
}

/** Nothing here yet: says what will be, why, and how to begin. */
export function EmptyState({ title, children, action, icon, testId }: EmptyStateProps) {
  return (
    <div className={classes.empty} data-testid={testId ?? 'empty-state'}>
      {icon ? <div className={classes.emptyIcon}>{icon}</div> : null}
      <h2 className={classes.emptyTitle}>{title}</h2>
      <div className={classes.emptyText}>{children}</div>
      {action ? <div className={classes.emptyAction}>{action}</div> : null}
    </div>
  );
}

export interface ErrorPanelProps {
  readonly error: AppError;
  readonly onRetry?: () => void;
  /** Other ways out. */
  readonly children?: ReactNode;
  readonly compact?: boolean;
}

/** What happened, why, what to do; the code and the technical facts below, for a report. */
export function ErrorPanel({ error, onRetry, children, compact }: ErrorPanelProps) {
  const details = Object.entries(error.details ?? {});
  return (
    <div className={cx(classes.error, compact && classes.compact)} role="alert" data-testid="error-panel">
      <IconAlertTriangle size={18} stroke={1.7} className={classes.errorIcon} aria-hidden="true" />
      <div className={classes.errorBody}>
        <p className={classes.errorText}>{error.message}</p>
        {onRetry || children ? (
          <div className={classes.errorActions}>
            {onRetry ? (
              <Button onClick={onRetry} testId="retry">
                Try again
              </Button>
            ) : null}
            {children}
          </div>
        ) : null}
        <details className={classes.errorDetails}>
          <summary>{error.code}</summary>
          {details.length > 0 ? (
            <dl>
              {details.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{String(value)}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p>No further details.</p>
          )}
        </details>
      </div>
    </div>
  );
}

export interface ProgressPanelProps {
  /** Null while nothing was reported yet. */
  readonly progress: Progress | null;
  readonly onCancel?: (() => void) | undefined;
  /** Shown until the first report. */
  readonly label?: string;
}

/** Larger totals are bytes or rows by the million: a share says more than they do. */
const COUNTED = 100_000;

/** A long task: what it does, how far it is, and a way to stop it. */
export function ProgressPanel({ progress, onCancel, label = 'Working' }: ProgressPanelProps) {
  const known = progress !== null && progress.total > 0;
  const share = known ? Math.min(1, progress.done / progress.total) : 0;
  return (
    <div className={classes.progress} data-testid="progress-panel">
      <div className={classes.progressHead}>
        <span role="status">{progress?.label ?? label}</span>
        {known ? (
          <span className="num soft">
            {progress.total < COUNTED
              ? `${formatCount(progress.done)} of ${formatCount(progress.total)}`
              : `${Math.floor(share * 100)} %`}
          </span>
        ) : null}
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-label={progress?.label ?? label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={known ? Math.round(share * 100) : undefined}
      >
        <div
          className={cx(classes.bar, !known && classes.unknown)}
          style={known ? { transform: `scaleX(${share})` } : undefined}
        />
      </div>
      {onCancel ? (
        <Button kind="quiet" onClick={onCancel} testId="cancel-task">
          Cancel
        </Button>
      ) : null}
    </div>
  );
}

/** Grey lines where content is about to stand; appears only after a moment, so that fast answers do not flash. */
export function Skeleton({ lines = 5 }: { readonly lines?: number }) {
  return (
    <div className={classes.skeleton} role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => `${92 - ((line * 37) % 46)}%`).map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity.
        <div key={line} className={classes.skeletonLine} style={{ width }} />
      ))}
    </div>
  );
}
