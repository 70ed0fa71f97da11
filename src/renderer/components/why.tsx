import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';
import { cx } from '../base/format';
import classes from './why.module.css';

/** The element of the right column; the shell provides it. */
export const WhySlotContext = createContext<HTMLElement | null>(null);

/** Fills the right column with the "why" of what is selected. One per screen. */
export function WhyPanel({ children }: { readonly children: ReactNode }) {
  const slot = useContext(WhySlotContext);
  return slot ? createPortal(children, slot) : null;
}

export interface WhySectionProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly children?: ReactNode;
  /** The first section of a panel stands larger. */
  readonly lead?: boolean;
}

/** A heading and a few lines, parted from the next by a hairline. */
export function WhySection({ title, subtitle, children, lead }: WhySectionProps) {
  return (
    <section className={cx(classes.section, lead && classes.lead)}>
      <h2>{title}</h2>
      {subtitle !== undefined ? <p className={classes.subtitle}>{subtitle}</p> : null}
      {children !== undefined ? <div className={classes.text}>{children}</div> : null}
    </section>
  );
}

/** A framed note at the foot of the column. */
export function WhyNote({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={classes.note}>
      <h2>{title}</h2>
      <div className={classes.text}>{children}</div>
    </section>
  );
}
