import { cx } from '../base/format';
import classes from './key-hint.module.css';

export interface KeyHintProps {
  /** As in `useHotkey`: `Ctrl+K`, `Enter`. */
  readonly keys: string;
  readonly on?: 'panel' | 'accent';
}

/** A key as it stands on a keyboard. Decoration: the button carries `aria-keyshortcuts`. */
export function KeyHint({ keys, on = 'panel' }: KeyHintProps) {
  return (
    <span className={cx(classes.key, on === 'accent' && classes.onAccent)} aria-hidden="true">
      {keys.split('+').join(' ')}
    </span>
  );
}
