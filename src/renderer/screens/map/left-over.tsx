import type { TableState } from '@shared/journal/types';
import type { ColumnProfile } from '@shared/profile/types';
import { isWorthCarrying } from '@shared/profile/worth';
import { formatScore, plural } from '../../base/format';
import { Button } from '../../components/button';
import { Tag } from '../../components/chip';
import { useCommit, useEngineQuery, useProjectState } from '../../state/context';
import { columnDecision } from '../../state/drafting';

export interface LeftOverProps {
  readonly table: TableState;
  /** Columns that fill no field. */
  readonly columns: readonly string[];
}

/** The columns that fill no field: what people said of them, and the worth of those nobody said anything of. */
export function LeftOver({ table, columns }: LeftOverProps) {
  const commit = useCommit();
  const profile = useEngineQuery(columns.length === 0 ? null : ['profile', table.id], (engine) =>
    engine.profile(table.id),
  );
  const choices = useProjectState().columnChoices.filter((choice) => choice.tableId === table.id);
  const of = (verdict: 'carry' | 'leave') =>
    choices.filter((choice) => choice.verdict === verdict && columns.includes(choice.column));
  const left = of('leave');
  const wanted = of('carry');
  const open = columns.filter((column) => ![...left, ...wanted].some((choice) => choice.column === column));
  const leave = ({ name, worth }: ColumnProfile) =>
    void commit([columnDecision(table, name, 'leave', worth.reason)]);
  if (columns.length === 0) return <p className="soft">Every column fills a field.</p>;
  return (
    <div data-testid="left-over">
      {wanted.length > 0 ? (
        <p>
          <Tag tone="rejected">to be carried over</Tag> {wanted.map((choice) => choice.column).join(', ')}:
          decided on the Profile screen, but {plural(wanted.length, 'column')} without a field.
        </p>
      ) : null}
      {open.map((name) => (
        <OpenColumn
          key={name}
          name={name}
          profile={profile.data?.columns.find((column) => column.name === name)}
          onLeave={leave}
        />
      ))}
      {left.map((choice) => (
        <p key={choice.column} className="soft">
          <Tag tone="excluded">left on purpose</Tag> {choice.column}: {choice.reason}
        </p>
      ))}
    </div>
  );
}

/** A column nobody decided about, with its worth as soon as that is known. */
function OpenColumn({
  name,
  profile,
  onLeave,
}: {
  readonly name: string;
  readonly profile: ColumnProfile | undefined;
  readonly onLeave: (column: ColumnProfile) => void;
}) {
  if (!profile) return <p className="soft">{name}</p>;
  const { worth } = profile;
  return (
    <p className="soft">
      {name}: worth {formatScore(worth.score)} of 100. {worth.reason}{' '}
      {isWorthCarrying(worth) ? null : (
        <Button kind="quiet" ariaLabel={`Leave ${name} behind`} onClick={() => onLeave(profile)}>
          Leave behind
        </Button>
      )}
    </p>
  );
}
