import { plural } from '../../base/format';
import { Tag } from '../../components/chip';
import { useProjectState } from '../../state/context';

export interface LeftOverProps {
  readonly tableId: string;
  /** Columns that fill no field. */
  readonly columns: readonly string[];
}

/** The columns that fill no field, by what people said of them on the Profile screen. */
export function LeftOver({ tableId, columns }: LeftOverProps) {
  const choices = useProjectState().columnChoices.filter((choice) => choice.tableId === tableId);
  const of = (verdict: 'carry' | 'leave') =>
    choices.filter((choice) => choice.verdict === verdict && columns.includes(choice.column));
  const left = of('leave');
  const wanted = of('carry');
  const open = columns.filter((column) => ![...left, ...wanted].some((choice) => choice.column === column));
  if (columns.length === 0) return <p className="soft">Every column fills a field.</p>;
  return (
    <div data-testid="left-over">
      {wanted.length > 0 ? (
        <p>
          <Tag tone="rejected">to be carried over</Tag> {wanted.map((choice) => choice.column).join(', ')}:
          decided on the Profile screen, but {plural(wanted.length, 'column')} without a field.
        </p>
      ) : null}
      {open.length > 0 ? <p className="soft">{open.join(', ')}</p> : null}
      {left.map((choice) => (
        <p key={choice.column} className="soft">
          <Tag tone="excluded">left on purpose</Tag> {choice.column}: {choice.reason}
        </p>
      ))}
    </div>
  );
}
