import type { TableState } from '@shared/journal/types';
import type { ColumnProblem, ColumnProfile } from '@shared/profile/types';
import type { Filter } from '@shared/table/types';
import { navigate } from '../../app/routes';
import { formatCount, formatScore, formatShare, plural } from '../../base/format';
import { FillBar, Histogram, ValueBars } from '../../components/bars';
import { WhyPanel, WhySection } from '../../components/why';
import { useProject } from '../../state/context';
import { setTableView } from '../../state/table-views';
import classes from './column-why.module.css';
import { SEMANTIC_LABELS } from './semantic-labels';

const SHOWN = 8;

export interface ColumnWhyProps {
  readonly table: TableState;
  readonly column: ColumnProfile;
}

/** Everything known about one column; every count leads to its rows. */
export function ColumnWhy({ table, column }: ColumnWhyProps) {
  const project = useProject();
  const showRows = (filter: Filter) => {
    setTableView(project, table.id, { filters: [filter], sort: null });
    navigate({ at: 'project', folder: project.folder, screen: 'sources', rest: [table.id] });
  };
  const mix = Object.entries(column.typeMix).sort((a, b) => b[1] - a[1]);
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
      </WhySection>
      {column.histogram.length > 0 && column.min !== null && column.max !== null ? (
        <WhySection title="Spread">
          <Histogram bins={column.histogram} from={column.min} to={column.max} label={column.name} />
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
              onPick={(mask) => showRows({ kind: 'pattern', column: column.name, mask })}
            />
          </div>
        </WhySection>
      ) : null}
      {mix.length > 1 ? (
        <WhySection title="Types of its values">
          <dl className={classes.mix}>
            {mix.map(([type, share]) => (
              <div key={type}>
                <dt>{type}</dt>
                <dd>
                  <FillBar share={share} label={type} />
                </dd>
              </div>
            ))}
          </dl>
        </WhySection>
      ) : null}
      <WhySection title="Length">
        {column.minLength === column.maxLength
          ? plural(column.maxLength, 'character')
          : `${formatCount(column.minLength)} to ${plural(column.maxLength, 'character')}`}
        {column.likelyKey ? ' · every value is filled and different: it can identify the rows' : ''}
      </WhySection>
      <WhySection title={`Worth carrying over: ${formatScore(column.worth.score)} of 100`}>
        {column.worth.reason}
        <span className="soft">
          {' '}
          Filled {formatShare(column.rows === 0 ? 0 : column.filled / column.rows)}.
        </span>
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
            onClick={() => onRows({ kind: 'equals', column, values: problem.values })}
            data-testid="problem-rows"
          >
            Show the rows
          </button>
        </>
      ) : null}
    </li>
  );
}

function quoted(value: string): string {
  if (value === '') return 'empty';
  return `“${value.length > 40 ? `${value.slice(0, 39)}…` : value}”`;
}
