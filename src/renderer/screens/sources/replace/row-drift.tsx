import type { ChangedRow, ExtractRow, RowDrift } from '@shared/pipeline/compare-rows';
import { useState } from 'react';
import { cx, formatCount, plural } from '../../../base/format';
import { Button } from '../../../components/button';
import { DataTable, type TableColumn } from '../../../components/data-table';
import classes from './row-drift.module.css';

type Kind = 'changed' | 'added' | 'vanished';

const KINDS: readonly { readonly kind: Kind; readonly label: string }[] = [
  { kind: 'changed', label: 'changed' },
  { kind: 'added', label: 'new' },
  { kind: 'vanished', label: 'vanished' },
];

interface Line {
  readonly id: string;
  readonly key: string;
  readonly cells: ChangedRow['changes'] | ExtractRow['cells'];
}

const COLUMNS: readonly TableColumn<Line>[] = [
  { id: 'key', head: 'Key', width: '130px', cell: ({ key }) => <span title={key}>{key}</span> },
  {
    id: 'what',
    head: 'What',
    width: 'minmax(300px, 1fr)',
    cell: ({ cells }) => (
      <span className={classes.cells}>
        {cells.map((cell) => (
          <span key={cell.column} className={classes.cell}>
            <span className={classes.column}>{cell.column}</span>{' '}
            {'from' in cell ? (
              <>
                <s>{cell.from || 'empty'}</s> → <b>{cell.to || 'empty'}</b>
              </>
            ) : (
              cell.value
            )}
          </span>
        ))}
      </span>
    ),
  },
];

export interface RowDriftViewProps {
  readonly drift: RowDrift;
  readonly keyColumn: string | null;
  /** Opens the rows of these keys as they are now; absent where rows have no key. */
  readonly onShow: ((keys: readonly string[]) => void) | null;
}

/** New, changed and vanished rows with counts; one kind listed at a time. */
export function RowDriftView({ drift, keyColumn, onShow }: RowDriftViewProps) {
  const first = KINDS.find(({ kind }) => drift[kind] > 0)?.kind ?? 'changed';
  const [kind, setKind] = useState<Kind>(first);
  const lines = linesOf(drift, kind);
  return (
    <section className={classes.rows} data-testid="row-drift">
      <div className={classes.kinds}>
        {KINDS.map((item) => (
          <button
            key={item.kind}
            type="button"
            className={cx(classes.kind, item.kind === kind && classes.on)}
            aria-pressed={item.kind === kind}
            disabled={drift[item.kind] === 0}
            onClick={() => setKind(item.kind)}
            data-testid={`rows-${item.kind}`}
          >
            <b className="num">{formatCount(drift[item.kind])}</b> {item.label}
          </button>
        ))}
        <span className={classes.same}>
          <b className="num">{formatCount(drift.same)}</b> the same
        </span>
      </div>
      {keyColumn === null ? (
        <p className="soft">
          Rows have no key column and go by their content: a changed row counts as vanished and new.
        </p>
      ) : null}
      {drift.changedColumns.length > 0 && kind === 'changed' ? (
        <p className={classes.changed}>
          {drift.changedColumns
            .slice(0, 8)
            .map(({ column, rows }) => `${column} in ${plural(rows, 'row')}`)
            .join(' · ')}
          {drift.changedColumns.length > 8 ? ` · ${drift.changedColumns.length - 8} more columns` : ''}
        </p>
      ) : null}
      {lines.length > 0 ? (
        <div className={classes.list}>
          <DataTable
            label={`Rows that are ${kind}`}
            columns={COLUMNS}
            rows={lines}
            rowId={({ id }) => id}
            testId="row-drift-rows"
          />
        </div>
      ) : (
        <p className="soft">Every row is in both extracts and says the same.</p>
      )}
      <div className={classes.foot}>
        {lines.length < drift[kind] ? (
          <span className="soft">
            The first {formatCount(lines.length)} of {formatCount(drift[kind])}.
          </span>
        ) : null}
        {onShow && kind !== 'added' && lines.length > 0 ? (
          <Button kind="quiet" onClick={() => onShow(lines.map(({ key }) => key))} testId="show-drift-rows">
            Show them in the table as it is now
          </Button>
        ) : null}
      </div>
    </section>
  );
}

function linesOf(drift: RowDrift, kind: Kind): readonly Line[] {
  switch (kind) {
    case 'changed':
      return drift.changedRows.map(({ key, row, changes }) => ({ id: String(row), key, cells: changes }));
    case 'added':
      return drift.addedRows.map(({ key, row, cells }) => ({ id: String(row), key, cells }));
    case 'vanished':
      return drift.vanishedRows.map(({ key, row, cells }) => ({ id: String(row), key, cells }));
  }
}
