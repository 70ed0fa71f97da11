import { readsStored } from '@shared/ingest/held-back';
import type { ColumnGuess, ReadOptions, TableProposal } from '@shared/ingest/types';
import { type UIEvent, useState } from 'react';
import { cx, plural } from '../../../base/format';
import { Chip } from '../../../components/chip';
import { EmptyState } from '../../../components/states';
import classes from './preview-table.module.css';
import {
  CELL_READINGS,
  DATE_ORDERS,
  TYPES,
  withCellsOf,
  withDateOrder,
  withHeaderRow,
  withType,
} from './read-changes';

export interface PreviewTableProps {
  readonly proposal: TableProposal;
  /** Newer rows are on their way. */
  readonly stale: boolean;
  readonly onChange: (options: ReadOptions) => void;
}

/** Columns beyond these are counted, not drawn: a preview is for looking. */
const MAX_COLUMNS = 80;

/** The least height of a row in pixels. */
const ROW_HEIGHT = 24;
/** Pixels before the end of the rows where the rest is drawn. */
const NEAR_END = 400;

/** The first rows as they will be read, with the type of every column; or as they stand in the file. */
export function PreviewTable({ proposal, stale, onChange }: PreviewTableProps) {
  const [raw, setRaw] = useState(false);
  const [whole, setWhole] = useState(false);
  const { options } = proposal;
  // Rows a person cannot see yet are drawn when scrolled to: laying out all of twenty columns takes a fifth of a second.
  const limit = whole ? undefined : Math.ceil(window.innerHeight / ROW_HEIGHT);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>): void => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget;
    if (scrollTop + clientHeight > scrollHeight - NEAR_END && scrollTop > 0) setWhole(true);
  };
  return (
    <div className={cx(classes.preview, stale && classes.stale)}>
      <div className={classes.bar}>
        <Chip on={!raw} onClick={() => setRaw(false)} testId="preview-read">
          As it is read
        </Chip>
        <Chip on={raw} onClick={() => setRaw(true)} testId="preview-raw">
          As it stands in the file
        </Chip>
        <span className={classes.hint}>{raw ? 'Press a row to make it the header.' : facts(proposal)}</span>
      </div>
      <div className={classes.scroll} onScroll={onScroll}>
        {raw ? (
          <RawRows
            proposal={proposal}
            limit={limit}
            onHeader={(row) => onChange(withHeaderRow(options, row))}
          />
        ) : (
          <ReadRows proposal={proposal} limit={limit} onChange={onChange} />
        )}
      </div>
    </div>
  );
}

interface RowsProps {
  readonly proposal: TableProposal;
  /** Rows drawn at most; all of them without it. */
  readonly limit: number | undefined;
}

function ReadRows({ proposal, limit, onChange }: RowsProps & Pick<PreviewTableProps, 'onChange'>) {
  const columns = proposal.columns.slice(0, MAX_COLUMNS);
  const holdingMore = new Set(
    proposal.evidence.filter(({ about }) => about === 'shown').map(({ column }) => column),
  );
  if (columns.length === 0) {
    return (
      <EmptyState title="No columns found">
        Choose another header row, delimiter or encoding above.
      </EmptyState>
    );
  }
  return (
    <table className={classes.table} data-testid="preview-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col">
              <span className={classes.name} title={column.name}>
                {column.name}
              </span>
              <ColumnKind
                column={column}
                options={proposal.options}
                holdsMore={holdingMore.has(column.name)}
                onChange={onChange}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {proposal.preview.slice(0, limit).map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a preview row is its position.
          <tr key={at}>
            {columns.map((column, cell) => (
              <td key={column.name} title={row[cell]}>
                {row[cell]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ColumnKindProps {
  readonly column: ColumnGuess;
  readonly options: ReadOptions;
  /** Cells of the column hold more than they show. */
  readonly holdsMore: boolean;
  readonly onChange: (options: ReadOptions) => void;
}

/** Type of a column; for dates in numbers, the order of day and month; for cells that hold more than they show, which is read. */
function ColumnKind({ column, options, holdsMore, onChange }: ColumnKindProps) {
  const dated = column.type === 'date' || column.type === 'datetime';
  const order = options.dateOrders[column.name] ?? column.dateOrder;
  return (
    <span className={classes.kind}>
      <select
        aria-label={`Type of ${column.name}`}
        value={column.type}
        onChange={(event) => {
          const type = TYPES.find((item) => item.value === event.currentTarget.value);
          if (type) onChange(withType(options, column.name, type.value));
        }}
        data-testid="column-type"
      >
        {TYPES.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {dated ? (
        <select
          aria-label={`Order of day and month in ${column.name}`}
          className={cx(order === null && classes.ask)}
          value={order ?? ''}
          onChange={(event) => {
            const chosen = DATE_ORDERS.find((item) => item.value === event.currentTarget.value);
            if (chosen) onChange(withDateOrder(options, column.name, chosen.value));
          }}
          data-testid="column-date-order"
        >
          {order === null ? <option value="">which order?</option> : null}
          {DATE_ORDERS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : null}
      {holdsMore ? (
        <select
          aria-label={`What is read of ${column.name}`}
          value={readsStored(options, column.name) ? 'stored' : 'shown'}
          onChange={(event) => {
            const chosen = CELL_READINGS.find((item) => item.value === event.currentTarget.value);
            if (chosen) onChange(withCellsOf(options, column.name, chosen.value));
          }}
          data-testid="column-cells"
        >
          {CELL_READINGS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : null}
    </span>
  );
}

function RawRows({ proposal, limit, onHeader }: RowsProps & { readonly onHeader: (row: number) => void }) {
  return (
    <table className={classes.table} data-testid="preview-raw-table">
      <tbody>
        {proposal.rawRows.slice(0, limit).map((row, at) => (
          <tr
            // biome-ignore lint/suspicious/noArrayIndexKey: a raw row is its line.
            key={at}
            className={cx(at === proposal.options.headerRow && classes.header, classes.pickable)}
          >
            <th scope="row" className={classes.line}>
              <button type="button" onClick={() => onHeader(at)} aria-label={`Make row ${at + 1} the header`}>
                {at + 1}
              </button>
            </th>
            {row.slice(0, MAX_COLUMNS).map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a raw cell is its place.
              <td key={place} title={cell}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function facts({ columns, preview, rowCount }: TableProposal): string {
  const more = columns.length > MAX_COLUMNS ? `, the first ${MAX_COLUMNS} shown` : '';
  const whole = rowCount === preview.length;
  const rows = whole ? plural(preview.length, 'row') : `first ${plural(preview.length, 'row')}`;
  return `${plural(columns.length, 'column')}${more} · ${rows}`;
}
