import type { ReactNode } from 'react';
import classes from './plain.module.css';

/** The window without a project: one column in the middle. */
export function Plain({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.page}>
      <main className={classes.column}>{children}</main>
    </div>
  );
}
