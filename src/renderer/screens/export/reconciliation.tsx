import { DISPOSITIONS, type Disposition, type Ledger } from '@shared/pipeline/types';
import { formatCount } from '../../base/format';
import { Card } from '../../components/card';
import { DISPOSITION_LABELS } from '../../components/chip';
import { useProject, useProjectState } from '../../state/context';
import classes from './export.module.css';

/** The sums per table, each figure a way to its rows. */
export function Reconciliation({ ledger }: { readonly ledger: Ledger }) {
  const project = useProject();
  const { tables, sources } = useProjectState();
  const open = (tableId: string | null, disposition: Disposition | null) =>
    project.store.setState({ ledger: { tableId, disposition } });
  const nameOf = (tableId: string): string => {
    const table = tables.find((item) => item.id === tableId);
    const source = sources.find((item) => item.id === table?.sourceId);
    return table
      ? source && source.name !== table.name
        ? `${source.name} · ${table.name}`
        : table.name
      : tableId;
  };
  const figure = (tableId: string | null, disposition: Disposition, count: number) => (
    <td key={disposition} className="num">
      {count === 0 ? (
        <span className="soft">0</span>
      ) : (
        <button type="button" onClick={() => open(tableId, disposition)}>
          {formatCount(count)}
        </button>
      )}
    </td>
  );
  const { made } = ledger.total;
  return (
    <Card
      title="Reconciliation"
      aside={ledger.closes ? <span className={classes.closes}>✓ adds up</span> : 'does not add up'}
      flush
    >
      <div className={classes.scroll}>
        <table className={classes.sums} data-testid="reconciliation">
          <thead>
            <tr>
              <th scope="col">Table</th>
              <th scope="col">Rows read</th>
              {made ? <th scope="col">Made</th> : null}
              {DISPOSITIONS.map((name) => (
                <th scope="col" key={name}>
                  {DISPOSITION_LABELS[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ledger.lines.map((line) => (
              <tr key={line.tableId}>
                <th scope="row">{nameOf(line.tableId)}</th>
                <td className="num">{formatCount(line.read)}</td>
                {made ? <td className="num">{formatCount(line.made ?? 0)}</td> : null}
                {DISPOSITIONS.map((name) => figure(line.tableId, name, line[name]))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All</th>
              <td className="num">{formatCount(ledger.total.read)}</td>
              {made ? <td className="num">{formatCount(made)}</td> : null}
              {DISPOSITIONS.map((name) => figure(null, name, ledger.total[name]))}
            </tr>
          </tfoot>
        </table>
      </div>
    </Card>
  );
}
