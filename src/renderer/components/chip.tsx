import type { Disposition } from '@shared/pipeline/types';
import type { ReactNode } from 'react';
import { cx } from '../base/format';
import classes from './chip.module.css';

export type Tone = Disposition | 'neutral' | 'accent';

export interface TagProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly title?: string;
  readonly testId?: string;
}

/** A word with a colour: a state, a role, a count. Not clickable. */
export function Tag({ tone = 'neutral', children, title, testId }: TagProps) {
  return (
    <span className={cx(classes.tag, classes[tone])} title={title} data-testid={testId}>
      {children}
    </span>
  );
}

export const DISPOSITION_LABELS: Readonly<Record<Disposition, string>> = {
  exported: 'Exported',
  merged: 'Merged',
  excluded: 'Excluded',
  rejected: 'Rejected',
  held: 'Held',
};

/** What becomes of a row, in its colour and with its word. */
export function DispositionTag({ disposition }: { readonly disposition: Disposition }) {
  return <Tag tone={disposition}>{DISPOSITION_LABELS[disposition]}</Tag>;
}

export interface ChipProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** Set for chips that stay in: filters, views. */
  readonly on?: boolean;
  readonly tone?: Tone;
  readonly disabled?: boolean;
  readonly title?: string;
  readonly testId?: string;
  readonly ariaLabel?: string;
}

/** A small button: a filter that is on or off, a parameter in a sentence. */
export function Chip({
  children,
  onClick,
  on,
  tone = 'neutral',
  disabled,
  title,
  testId,
  ariaLabel,
}: ChipProps) {
  return (
    <button
      type="button"
      className={cx(classes.chip, classes[tone], on && classes.on)}
      onClick={onClick}
      disabled={disabled}
      aria-pressed={on}
      aria-label={ariaLabel}
      title={title}
      data-testid={testId}
    >
      {children}
    </button>
  );
}
