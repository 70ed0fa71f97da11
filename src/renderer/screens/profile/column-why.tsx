import type { TableState } from '@shared/journal/types';
import type { ColumnProblem, ColumnProfile, LengthBin } from '@shared/profile/types';
import type { Filter } from '@shared/table/types';
import { navigate } from '../../app/routes';
import { formatCount, plural } from '../../base/format';
import { Histogram, StackBar, ValueBars } from '../../components/bars';
import { WhyPanel, WhySection } from '../../components/why';
import { useProject } from '../../state/context';
import {
  binFilter,
  binText,
  isType,
  lengthFilter,
  outlierFilter,
  problemFilter,
  shapeFilter,
  typeFilter,
  typeParts,
} from './check-filters';
import classes from './column-why.module.css';
import { SEMANTIC_LABELS } from './semantic-labels';
import { useShowRows } from './use-show-rows';
import { WorthChoice } from './worth-choice';

const SHOWN = 8;

export interface ColumnWhyProps {
  readonly table: TableState;
  readonly column: ColumnProfile;
}

/** Everything known about one column; every count leads to its rows. */
export function ColumnWhy({ table, column }: ColumnWhyProps) {
  const showRows = useShowRows(table);
  const { folder } = useProject();
  const types = typeParts(column);
  return (
    <WhyPanel>
      <WhySection
        lead
        title={column.name}
        subtitle={`${SEMANTIC_LABELS[column.semantic]} · ${formatCount(column.filled)} of ${formatCount(column.rows)} filled · ${plural(column.distinct, 'value')}`}
      >
        {column.filled < column.rows ? (
          <button
            type="button"
            className={classes.link}
            onClick={() => showRows({ kind: 'blank', column: column.name, blank: true })}
          >
            Show the {plural(column.rows - column.filled, 'empty row')}
          </button>
        ) : null}
      </WhySection>
      <WhySection title={column.problems.length === 0 ? 'No problems found' : 'What is wrong with it'}>
        {column.problems.length > 0 ? (
          <ul className={classes.problems} data-testid="column-problems">
            {column.problems.map((problem) => (
              <Problem key={problem.code} problem={problem} column={column.name} onRows={showRows} />
            ))}
          </ul>
        ) : undefined}
        {column.filled > 0 ? (
          <button
            type="button"
            className={classes.link}
            onClick={() =>
              navigate({ at: 'project', folder, screen: 'clean', rest: [table.id, column.name] })
            }
            data-testid="clean-column"
          >
            Clean this column
          </button>
        ) : null}
      </WhySection>
      <WorthChoice key={`${table.id} ${column.name}`} table={table} column={column} />
      {column.histogram.length > 0 && column.min !== null && column.max !== null ? (
        <WhySection title="Spread">
          <Histogram
            bins={column.histogram}
            from={column.min}
            to={column.max}
            label={column.name}
            binLabel={(bin) => binText(column, bin)}
            onPick={(bin) => showRows(binFilter(column, bin))}
            testId="column-bins"
          />
        </WhySection>
      ) : null}
      <WhySection title="Most frequent values">
        <ValueBars
          values={column.top.slice(0, SHOWN)}
          total={column.rows}
          onPick={(value) => showRows({ kind: 'equals', column: column.name, values: [value] })}
          testId="column-top"
        />
      </WhySection>
      {column.patterns.length > 0 ? (
        <WhySection title="Shapes">
          <div className={classes.mono}>
            <ValueBars
              values={column.patterns.slice(0, SHOWN)}
              total={column.filled}
              onPick={(mask) => showRows(shapeFilter(column.name, mask))}
              testId="column-shapes"
            />
          </div>
        </WhySection>
      ) : null}
      {column.outliers.length > 0 ? (
        <WhySection title="Unlike the others">
          <ul className={classes.problems} data-testid="column-outliers">
            {column.outliers.map((outlier) => (
              <li key={outlier.kind}>
                <p>{outlier.sentence}</p>
                <p className={classes.how}>{outlier.how}</p>
                <p className={classes.examples}>{outlier.values.slice(0, 3).map(quoted).join(', ')}</p>
                <button
                  type="button"
                  className={classes.link}
                  onClick={() => showRows(outlierFilter(column.name, outlier))}
                >
                  Show the {plural(outlier.rows, 'row')}
                </button>
              </li>
            ))}
          </ul>
        </WhySection>
      ) : null}
      {types.length > 1 ? (
        <WhySection title="Types of its values">
          <StackBar
            parts={types}
            label={`Types of ${column.name}`}
            onPick={(type) => (isType(type) ? showRows(typeFilter(column.name, type)) : undefined)}
            testId="column-types"
          />
        </WhySection>
      ) : null}
      <WhySection title="Length">
        {column.lengths.length > 1 ? (
          <Histogram
            small
            bins={column.lengths.map((bin) => bin.count)}
            from={formatCount(column.minLength)}
            to={plural(column.maxLength, 'character')}
            label={`Length of ${column.name}`}
            binLabel={(bin) => lengthText(column.lengths[bin])}
            onPick={(bin) => {
              const lengths = column.lengths[bin];
              if (lengths) showRows(lengthFilter(column.name, lengths));
            }}
          />
        ) : (
          plural(column.maxLength, 'character')
        )}
        {column.likelyKey ? <p>Every value is filled and different: it can identify the rows.</p> : null}
      </WhySection>
    </WhyPanel>
  );
}

interface ProblemProps {
  readonly problem: ColumnProblem;
  readonly column: string;
  readonly onRows: (filter: Filter) => void;
}

function Problem({ problem, column, onRows }: ProblemProps) {
  return (
    <li>
      <p>{problem.sentence}</p>
      {problem.values.length > 0 ? (
        <>
          <p className={classes.examples}>{problem.values.slice(0, 3).map(quoted).join(', ')}</p>
          <button
            type="button"
            className={classes.link}
            onClick={() => onRows(problemFilter(column, problem))}
            data-testid="problem-rows"
          >
            Show the {plural(problem.rows, 'row')}
          </button>
        </>
      ) : null}
    </li>
  );
}

function lengthText(bin: LengthBin | undefined): string {
  if (!bin) return '';
  return bin.from === bin.to ? plural(bin.from, 'character') : `${bin.from} to ${bin.to} characters`;
}

function quoted(value: string): string {
  if (value === '') return 'empty';
  return `“${value.length > 40 ? `${value.slice(0, 39)}…` : value}”`;
}
