import type { ReactNode } from 'react';
import classes from './stat-tiles.module.css';

export interface Stat {
  readonly id: string;
  /** The figure, already formatted. */
  readonly figure: string;
  readonly label: ReactNode;
  /** What changed, or what is inside: one tag or a short line. */
  readonly note?: ReactNode;
}

/** Numbers a person decides on: large, side by side. */
export function StatTiles({ stats }: { readonly stats: readonly Stat[] }) {
  return (
    <dl className={classes.tiles}>
      {stats.map((stat) => (
        <div key={stat.id} className={classes.tile} data-testid={`stat-${stat.id}`}>
          <dd className={classes.figure}>{stat.figure}</dd>
          <dt className={classes.label}>{stat.label}</dt>
          {stat.note !== undefined ? <dd className={classes.note}>{stat.note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
