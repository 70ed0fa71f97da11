import type { ReactNode } from 'react';
import { cx } from '../base/format';
import classes from './sentence.module.css';

/** A sentence a person reads to decide: large, with room. Parameters stand in it as `SentenceChip`s. */
export function Sentence({ children, large }: { readonly children: ReactNode; readonly large?: boolean }) {
  return <p className={cx(classes.sentence, large && classes.large)}>{children}</p>;
}

export interface SentenceChipProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly tone?: 'accent' | 'held' | 'excluded';
  readonly label: string;
  readonly testId?: string;
}

/** A parameter inside a sentence; press to change it. */
export function SentenceChip({ children, onClick, tone = 'accent', label, testId }: SentenceChipProps) {
  return (
    <button
      type="button"
      className={cx(classes.chip, classes[tone])}
      onClick={onClick}
      aria-label={label}
      data-testid={testId}
    >
      {children}
    </button>
  );
}
