import type { ReactNode } from 'react';
import { cx } from '../base/format';
import classes from './card.module.css';

export interface CardProps {
  readonly title?: ReactNode;
  /** Beside the title, at the right. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** `flush` = content up to the border, for tables and lists. */
  readonly flush?: boolean;
  /** Takes the height left over and scrolls inside. */
  readonly fill?: boolean;
  readonly className?: string | undefined;
  readonly testId?: string;
}

/** A panel with a hairline. Cards do not nest. */
export function Card({ title, aside, children, flush, fill, className, testId }: CardProps) {
  return (
    <section className={cx(classes.card, fill && classes.fill, className)} data-testid={testId}>
      {title !== undefined || aside !== undefined ? (
        <header className={classes.head}>
          <h2 className={classes.title}>{title}</h2>
          {aside !== undefined ? <div className={classes.aside}>{aside}</div> : null}
        </header>
      ) : null}
      <div className={cx(classes.body, flush && classes.flush, fill && classes.scroll)}>{children}</div>
    </section>
  );
}
