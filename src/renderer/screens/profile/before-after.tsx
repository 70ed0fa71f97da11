import type { TableState } from '@shared/journal/types';
import type { ColumnQuality, QualityScore } from '@shared/profile/types';
import { cx, formatScore } from '../../base/format';
import { FillBar } from '../../components/bars';
import { Card } from '../../components/card';
import { QueryView } from '../../components/query-view';
import { useEngineQuery } from '../../state/context';
import classes from './before-after.module.css';
import { CHARACTERISTICS } from './semantic-labels';

export interface BeforeAfterProps {
  readonly table: TableState;
  readonly now: QualityScore;
}

/** The quality before beside that of now: the kept baseline where there is one, otherwise the table as it was read. */
export function BeforeAfter({ table, now }: BeforeAfterProps) {
  const read = useEngineQuery(['profileAsRead', table.id], (engine) => engine.profileAsRead(table.id));
  if (table.baseline)
    return (
      <Comparison before={table.baseline} now={now} from="the baseline" asRead={read.data?.quality ?? null} />
    );
  return (
    <QueryView query={read}>
      {({ quality }) => <Comparison before={quality} now={now} from="the table as read" asRead={null} />}
    </QueryView>
  );
}

interface ComparisonProps {
  readonly before: QualityScore;
  readonly now: QualityScore;
  readonly from: string;
  readonly asRead: QualityScore | null;
}

function Comparison({ before, now, from, asRead }: ComparisonProps) {
  const beforeColumns = before.columns ?? asRead?.columns ?? [];
  return (
    <div className={classes.both} data-testid="before-after">
      <Card title={`By characteristic, against ${from}`} flush>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>Characteristic</th>
              <th>Before</th>
              <th>Now</th>
              <th className={classes.end}>Change</th>
            </tr>
          </thead>
          <tbody>
            <Line name="Overall" before={before.overall} now={now.overall} strong />
            {now.parts.map((part) => (
              <Line
                key={part.characteristic}
                name={CHARACTERISTICS[part.characteristic]}
                before={
                  before.parts.find((item) => item.characteristic === part.characteristic)?.score ?? null
                }
                now={part.score}
                title={part.formula}
              />
            ))}
          </tbody>
        </table>
      </Card>
      <Card title="By column" flush>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>Column</th>
              <th>Complete</th>
              <th>Valid</th>
              <th>Consistent</th>
            </tr>
          </thead>
          <tbody>
            {(now.columns ?? []).map((column) => (
              <ColumnLine
                key={column.name}
                now={column}
                before={beforeColumns.find((item) => item.name === column.name) ?? null}
              />
            ))}
          </tbody>
        </table>
      </Card>
    </div>
  );
}

interface LineProps {
  readonly name: string;
  readonly before: number | null;
  readonly now: number;
  readonly title?: string;
  readonly strong?: boolean;
}

function Line({ name, before, now, title, strong }: LineProps) {
  return (
    <tr className={cx(strong && classes.strong)} title={title}>
      <th scope="row">{name}</th>
      <td>
        {before === null ? (
          <span className="soft">not measured</span>
        ) : (
          <FillBar share={before} label="Before" />
        )}
      </td>
      <td>
        <FillBar share={now} label="Now" />
      </td>
      <td className={cx(classes.end, 'num')}>
        {before === null ? '' : <Change before={before} now={now} />}
      </td>
    </tr>
  );
}

function ColumnLine({ now, before }: { readonly now: ColumnQuality; readonly before: ColumnQuality | null }) {
  return (
    <tr>
      <th scope="row" className="clip" title={now.name}>
        {now.name}
      </th>
      <ColumnCell before={before?.completeness ?? null} now={now.completeness} isNew={before === null} />
      <ColumnCell before={before?.validity ?? null} now={now.validity} isNew={before === null} />
      <ColumnCell before={before?.consistency ?? null} now={now.consistency} isNew={before === null} />
    </tr>
  );
}

interface ColumnCellProps {
  readonly before: number | null;
  readonly now: number | null;
  readonly isNew: boolean;
}

function ColumnCell({ before, now, isNew }: ColumnCellProps) {
  if (now === null) return <td className="soft">not measured</td>;
  return (
    <td className="num">
      {before === null ? null : <span className="soft">{formatScore(before)} → </span>}
      {formatScore(now)}{' '}
      {isNew ? (
        <span className="soft">new</span>
      ) : before === null ? null : (
        <Change before={before} now={now} />
      )}
    </td>
  );
}

function Change({ before, now }: { readonly before: number; readonly now: number }) {
  const points = Number(formatScore(now)) - Number(formatScore(before));
  if (points === 0) return <span className="soft">±0</span>;
  return (
    <span className={points > 0 ? classes.better : classes.worse}>
      {points > 0 ? `+${points}` : `−${Math.abs(points)}`}
    </span>
  );
}
