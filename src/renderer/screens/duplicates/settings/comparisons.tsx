import type { Comparison } from '@shared/match/types';
import type { MatchReport } from '@shared/pipeline/review-types';
import { cx, plural } from '../../../base/format';
import { signed } from '../waterfall';
import { percent } from '../words';
import classes from './comparisons.module.css';

/** Every comparison with its levels: how often a level occurs among matches and among others, and what it weighs. */
export function Comparisons({ report }: { readonly report: MatchReport }) {
  const { comparisons, labels } = report;
  const widest = Math.max(
    1,
    ...comparisons.flatMap(({ levels }) => levels.map(({ weight }) => Math.abs(weight))),
  );
  return (
    <>
      <p className={classes.intro}>
        {labels.pairs === 0
          ? 'Learned from the records alone, without any example. Each decision you take is counted in.'
          : `Learned from the records, and from ${plural(labels.pairs, 'pair')} that people judged in ${plural(labels.decisions, 'decision')}.`}{' '}
        A positive weight speaks for a match, a negative one against.
      </p>
      <div className={classes.scroller}>
        <table className={classes.table} data-testid="comparisons">
          <thead>
            <tr>
              <th scope="col">Compared</th>
              <th scope="col" className={classes.end} title="How often among records that are the same">
                Same
              </th>
              <th scope="col" className={classes.end} title="How often among records that are different">
                Different
              </th>
              <th scope="col">Weight</th>
              <td />
            </tr>
          </thead>
          {comparisons.map((comparison) => (
            <Levels key={comparison.name} comparison={comparison} widest={widest} />
          ))}
        </table>
      </div>
    </>
  );
}

function Levels({ comparison, widest }: { readonly comparison: Comparison; readonly widest: number }) {
  const levels = comparison.levels.slice(1).reverse();
  const others = comparison.fields.filter((field) => field !== comparison.name);
  return (
    <tbody>
      <tr className={classes.name}>
        <th scope="rowgroup" colSpan={5}>
          {comparison.name}
          {others.length > 0 ? <span className="soft"> · {others.join(', ')}</span> : null}
        </th>
      </tr>
      {levels.map((level) => (
        <tr key={level.label}>
          <th scope="row">{level.label}</th>
          <td className={cx(classes.end, 'num')}>{percent(level.m)}</td>
          <td className={cx(classes.end, 'num')}>{rare(level.u)}</td>
          <td className={classes.plot} aria-hidden="true">
            <span className={classes.zero} />
            <span
              className={cx(classes.bar, level.weight < 0 && classes.against)}
              style={{
                left: level.weight < 0 ? `${50 - (Math.abs(level.weight) / widest) * 50}%` : '50%',
                width: `max(1px, ${(Math.abs(level.weight) / widest) * 50}%)`,
              }}
            />
          </td>
          <td className={cx(classes.end, 'num')}>{signed(level.weight)}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** A share that may be tiny: `0.00003` → `1 in 33,000`. */
function rare(share: number): string {
  if (share >= 0.001 || share === 0) return percent(share);
  const one = 1 / share;
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(one)) - 1);
  return `1 in ${String(Math.round(one / scale) * scale).replace(/\B(?=(\d{3})+$)/g, ',')}`;
}
