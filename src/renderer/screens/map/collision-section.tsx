import type { Collision } from '@shared/mapping/first-filled';
import { formatCount, plural } from '../../base/format';
import { WhySection } from '../../components/why';
import classes from './map.module.css';

/** What each of several columns gives to a field, and what is lost where they differ. */
export function CollisionSection({ collision }: { readonly collision: Collision }) {
  const { differing, samples } = collision;
  return (
    <WhySection
      title="What each column gives"
      subtitle={
        differing === 0
          ? 'Where several are filled they say the same: nothing is lost.'
          : `In ${plural(differing, 'row')} they differ: only the first filled one is loaded. Change the order above, or join them.`
      }
    >
      <table className={classes.samples} data-testid="collision-columns">
        <Heads labels={['Column', 'filled', 'counts']} />
        <tbody>
          {collision.columns.map(({ column, filled, used }) => (
            <tr key={column}>
              <td>{column}</td>
              <td className="num soft">{formatCount(filled)}</td>
              <td className="num">{formatCount(used)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {samples.length > 0 ? (
        <table className={classes.samples} data-testid="collision-samples">
          <Heads labels={['Kept', 'Lost', 'rows']} />
          <tbody>
            {samples.map(({ kept, lost, rows }) => (
              <tr key={JSON.stringify([kept, lost])}>
                <td>{kept === '' ? <i className="soft">empty</i> : kept}</td>
                <td className="soft">{lost.map((text) => (text === '' ? 'empty' : text)).join(' · ')}</td>
                <td className="num soft">{formatCount(rows)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </WhySection>
  );
}

function Heads({ labels }: { readonly labels: readonly string[] }) {
  return (
    <thead>
      <tr>
        {labels.map((label) => (
          <th key={label} scope="col" className={classes.columnHead}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}
