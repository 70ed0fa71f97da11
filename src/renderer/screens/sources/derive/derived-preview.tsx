import type { DerivedPreview } from '@shared/pipeline/derive-queries';
import { formatCount, plural } from '../../../base/format';
import { DataTable } from '../../../components/data-table';
import classes from './derive.module.css';

interface PreviewRow {
  readonly id: string;
  readonly cells: readonly string[];
}

/** What would be made: how many rows, what deserves a look, and the first of them. */
export function DerivedRows({
  preview,
  apart,
}: {
  readonly preview: DerivedPreview;
  /** The rows leave the table they are made from. */
  readonly apart: boolean;
}) {
  const rows = preview.rows.map((cells, at): PreviewRow => ({ id: String(at), cells }));
  return (
    <div className={classes.preview} data-testid="derive-preview">
      <p>
        <b className="num">{plural(preview.rowCount, 'row')}</b>
        {apart
          ? ` of ${formatCount(preview.fromRows)} are set apart.`
          : ` made from ${plural(preview.fromRows, 'row')}.`}
      </p>
      {preview.warnings.length > 0 ? (
        <ul className={classes.warnings}>
          {preview.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      ) : null}
      <div className={classes.rows}>
        <DataTable
          label="First rows"
          columns={preview.columns.map((name, at) => ({
            id: `${at}`,
            head: name,
            cell: (row: PreviewRow) => <span className="clip">{row.cells[at]}</span>,
            width: 'minmax(110px, 1fr)',
          }))}
          rows={rows}
          rowId={(row) => row.id}
          empty={<p className={classes.none}>No row yet.</p>}
        />
      </div>
    </div>
  );
}
