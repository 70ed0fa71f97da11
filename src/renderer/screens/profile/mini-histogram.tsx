import type { ColumnProfile } from '@shared/profile/types';
import classes from './mini-histogram.module.css';

/** How the values of a column are spread: bins of numbers and dates, or the ten most frequent values. Decoration. */
export function MiniHistogram({ column }: { readonly column: ColumnProfile }) {
  const bins =
    column.histogram.length > 0 ? column.histogram : column.top.slice(0, 10).map(({ count }) => count);
  const top = Math.max(1, ...bins);
  if (bins.length === 0) return null;
  return (
    <svg className={classes.bars} viewBox="0 0 60 18" preserveAspectRatio="none" aria-hidden="true">
      {bins.map((count, bin) => {
        const height = count === 0 ? 0 : Math.max(1, (count / top) * 17);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its position.
            key={bin}
            x={bin * 6 + 0.5}
            y={18 - height}
            width={5}
            height={height}
            fill="var(--merged)"
            opacity={column.histogram.length > 0 ? 1 : 0.55}
          />
        );
      })}
    </svg>
  );
}
