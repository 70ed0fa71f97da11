import type { ReactNode } from 'react';
import { cx } from '../base/format';
import classes from './screen.module.css';

export interface ScreenProps {
  /** The one question of the screen, in plain words. */
  readonly title: ReactNode;
  /** One line of facts under it. */
  readonly subtitle?: ReactNode;
  /** At the right of the heading: the primary action, view chips. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Decisions at the foot, always visible. */
  readonly foot?: ReactNode;
  /** `fill`: the body has the height of the window and its parts scroll; otherwise the body scrolls as a whole. */
  readonly fill?: boolean;
  readonly testId: string;
}

/** The frame every screen stands in. */
export function Screen({ title, subtitle, actions, children, foot, fill, testId }: ScreenProps) {
  return (
    <div className={classes.screen} data-testid={testId}>
      <header className={classes.head}>
        <div className={classes.heading}>
          <h1>{title}</h1>
          {subtitle !== undefined ? <p className={classes.subtitle}>{subtitle}</p> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </header>
      <div className={cx(classes.body, fill && classes.fill)}>{children}</div>
      {foot ? <footer className={classes.foot}>{foot}</footer> : null}
    </div>
  );
}
