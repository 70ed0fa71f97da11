import type { AppError } from '@shared/base/result';
import { DISPOSITIONS, type Disposition } from '@shared/pipeline/types';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { cx, formatCount } from '../../base/format';
import { DISPOSITION_LABELS } from '../../components/chip';
import { useEngineQuery, useProject } from '../../state/context';
import classes from './ledger-bar.module.css';

/** rows read = exported + merged + excluded + rejected + held; every part leads to its rows. */
export function LedgerBar() {
  const project = useProject();
  const ledger = useEngineQuery(['ledger'], (engine) => engine.ledger(), { last: true });
  const open = (disposition: Disposition | null) =>
    project.store.setState({ ledger: { disposition, tableId: null } });
  const total = ledger.data?.total;
  return (
    <section
      className={cx(classes.bar, ledger.stale && classes.stale)}
      aria-label="Ledger"
      aria-busy={ledger.stale || ledger.loading}
      data-testid="ledger-bar"
    >
      <button type="button" className={classes.read} onClick={() => open(null)} data-testid="ledger-read">
        Rows read <b className="num">{total ? formatCount(total.read) : '–'}</b>
        {total?.made ? (
          <span title="Rows made from rows of another table">
            {' '}
            + <b className="num">{formatCount(total.made)}</b> made
          </span>
        ) : null}
      </button>
      <span aria-hidden="true" className={classes.equals}>
        =
      </span>
      <div className={classes.track} aria-hidden="true">
        {total
          ? DISPOSITIONS.map((part) =>
              total[part] > 0 ? (
                // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the buttons beside it are the real ones.
                <div
                  key={part}
                  className={cx(classes.part, classes[part])}
                  style={{ flexGrow: total[part] }}
                  onClick={() => open(part)}
                  onKeyDown={undefined}
                />
              ) : null,
            )
          : null}
      </div>
      {DISPOSITIONS.map((part) => (
        <button
          key={part}
          type="button"
          className={classes.term}
          onClick={() => open(part)}
          data-testid={`ledger-${part}`}
        >
          <span className={cx(classes.swatch, classes[part])} aria-hidden="true" />
          <b className="num">{total ? formatCount(total[part]) : '–'}</b>
          <span className={classes.word}>{DISPOSITION_LABELS[part]}</span>
        </button>
      ))}
      <Verdict error={ledger.error} onRetry={ledger.retry} closes={ledger.data?.closes ?? null} />
    </section>
  );
}

interface VerdictProps {
  readonly error: AppError | null;
  readonly onRetry: () => void;
  readonly closes: boolean | null;
}

function Verdict({ error, onRetry, closes }: VerdictProps) {
  if (error) {
    return (
      <button
        type="button"
        className={cx(classes.term, classes.broken)}
        onClick={onRetry}
        title={`${error.message} Press to count again.`}
        data-testid="ledger-verdict"
      >
        <IconAlertTriangle size={15} aria-hidden="true" /> not counted: try again
      </button>
    );
  }
  if (closes === null) {
    return (
      <span className={classes.counting} data-testid="ledger-verdict">
        counting
      </span>
    );
  }
  return closes ? (
    <span className={classes.closes} data-testid="ledger-verdict">
      <IconCheck size={15} stroke={2.4} aria-hidden="true" /> adds up
    </span>
  ) : (
    <span className={classes.broken} role="alert" data-testid="ledger-verdict">
      <IconAlertTriangle size={15} aria-hidden="true" /> does not add up
    </span>
  );
}
