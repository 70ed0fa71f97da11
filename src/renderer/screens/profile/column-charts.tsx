import type { ColumnProfile } from '@shared/profile/types';
import type { Filter } from '@shared/table/types';
import { cx, formatCount, formatScore, plural } from '../../base/format';
import { FillBar, Histogram, StackBar, ValueBars } from '../../components/bars';
import { Tag } from '../../components/chip';
import {
  binFilter,
  binText,
  isType,
  outlierFilter,
  shapeFilter,
  typeFilter,
  typeParts,
} from './check-filters';
import classes from './column-charts.module.css';
import { SEMANTIC_LABELS } from './semantic-labels';

const TOP = 4;
const SHAPES = 3;

export interface ColumnChartsProps {
  readonly columns: readonly ColumnProfile[];
  readonly selected: string | null;
  readonly onSelect: (name: string) => void;
  readonly onRows: (filter: Filter) => void;
}

/** Small multiples: one card a column, the same charts in the same places; any bar goes to its rows. */
export function ColumnCharts({ columns, selected, onSelect, onRows }: ColumnChartsProps) {
  return (
    <ul className={classes.grid} data-testid="profile-charts" aria-label="Columns">
      {columns.map((column) => (
        <ColumnChart
          key={column.name}
          column={column}
          on={column.name === selected}
          onSelect={() => onSelect(column.name)}
          onRows={onRows}
        />
      ))}
    </ul>
  );
}

interface ColumnChartProps {
  readonly column: ColumnProfile;
  readonly on: boolean;
  readonly onSelect: () => void;
  readonly onRows: (filter: Filter) => void;
}

function ColumnChart({ column, on, onSelect, onRows }: ColumnChartProps) {
  const problems = column.problems.reduce((sum, problem) => sum + problem.rows, 0);
  const empty = column.rows - column.filled;
  const share = column.rows === 0 ? 0 : column.filled / column.rows;
  return (
    <li className={cx(classes.card, on && classes.on)} data-testid="column-chart">
      <button
        type="button"
        className={classes.head}
        onClick={onSelect}
        aria-current={on ? 'true' : undefined}
      >
        <b className="clip" title={column.name}>
          {column.name}
        </b>
        <span className="soft">{SEMANTIC_LABELS[column.semantic]}</span>
        {problems > 0 ? <Tag tone="rejected">{formatCount(problems)}</Tag> : null}
      </button>
      <button
        type="button"
        className={classes.line}
        disabled={empty === 0}
        onClick={() => onRows({ kind: 'blank', column: column.name, blank: true })}
        title={empty === 0 ? 'Every row is filled' : `Show the ${plural(empty, 'empty row')}`}
      >
        <FillBar share={share} label="Filled" />
      </button>
      <StackBar
        parts={typeParts(column)}
        label={`Types of ${column.name}`}
        onPick={(type) => (isType(type) ? onRows(typeFilter(column.name, type)) : undefined)}
      />
      <div className={classes.spread}>
        {column.histogram.length > 0 && column.min !== null && column.max !== null ? (
          <Histogram
            small
            bins={column.histogram}
            from={column.min}
            to={column.max}
            label={column.name}
            binLabel={(bin) => binText(column, bin)}
            onPick={(bin) => onRows(binFilter(column, bin))}
            testId="chart-bins"
          />
        ) : (
          <ValueBars
            values={column.top.slice(0, TOP)}
            total={column.rows}
            onPick={(value) => onRows({ kind: 'equals', column: column.name, values: [value] })}
          />
        )}
      </div>
      <div className={classes.shapes}>
        {column.patterns.slice(0, SHAPES).map(({ value, count }) => (
          <button
            key={value}
            type="button"
            className={classes.shape}
            onClick={() => onRows(shapeFilter(column.name, value))}
            title={`${value}: ${plural(count, 'row')}`}
          >
            <span className="clip">{value}</span>
            <span className="num">{formatCount(count)}</span>
          </button>
        ))}
      </div>
      <footer className={classes.foot}>
        <span className="soft">
          {plural(column.distinct, 'value')} · worth {formatScore(column.worth.score)}
        </span>
        {column.outliers.map((outlier) => (
          <button
            key={outlier.kind}
            type="button"
            className={classes.outlier}
            onClick={() => onRows(outlierFilter(column.name, outlier))}
            title={`${outlier.sentence} ${outlier.how}`}
          >
            {formatCount(outlier.rows)} {OUTLIER_WORDS[outlier.kind]}
          </button>
        ))}
      </footer>
    </li>
  );
}

const OUTLIER_WORDS = {
  low: 'far below',
  high: 'far above',
  short: 'very short',
  long: 'very long',
  rareShape: 'of rare shape',
} as const;
