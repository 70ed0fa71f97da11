import type { PairExplanation } from '@shared/match/types';
import { cx } from '../../base/format';
import classes from './waterfall.module.css';

/** How each field moved the match weight, from the prior to the total (Splink's waterfall, as bars in a table). */
export function Waterfall({ pair }: { readonly pair: PairExplanation }) {
  const bars = [
    { name: 'Prior', weight: pair.prior, title: 'How rare a match is before looking at any field' },
    ...pair.parts.map((part) => ({
      name: part.comparison,
      weight: part.weight,
      title: `${part.level}${part.note ? `: ${part.note}` : ''}`,
    })),
  ];
  let sum = 0;
  const spans = bars.map((bar) => {
    const from = sum;
    sum += bar.weight;
    return { ...bar, from: Math.min(from, sum), to: Math.max(from, sum) };
  });
  const low = Math.min(0, ...spans.map((span) => span.from));
  const high = Math.max(0, ...spans.map((span) => span.to));
  const scale = (weight: number): number => ((weight - low) / (high - low || 1)) * 100;
  return (
    <table className={classes.table} data-testid="waterfall">
      <tbody>
        {spans.map((span) => (
          <tr key={span.name} title={span.title}>
            <th scope="row">{span.name}</th>
            <td className={classes.plot} aria-hidden="true">
              <span className={classes.zero} style={{ left: `${scale(0)}%` }} />
              <span
                className={cx(classes.bar, span.weight < 0 && classes.against)}
                style={{
                  left: `${scale(span.from)}%`,
                  width: `max(2px, ${scale(span.to) - scale(span.from)}%)`,
                }}
              />
            </td>
            <td className={cx(classes.figure, 'num')}>{signed(span.weight)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Match weight</th>
          <td />
          <td className={cx(classes.figure, 'num')}>{signed(pair.weight)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** `+8.1`, `−13.2`, `0.0`. */
export function signed(weight: number): string {
  const text = Math.abs(weight).toFixed(1);
  if (text === '0.0') return text;
  return weight < 0 ? `−${text}` : `+${text}`;
}
