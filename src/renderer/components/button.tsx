import type { ReactNode, Ref } from 'react';
import { cx } from '../base/format';
import { useHotkey } from '../state/hotkeys';
import classes from './button.module.css';
import { KeyHint } from './key-hint';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  /** One primary a screen; `quiet` has no border; `danger` for what removes. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** Also runs on this key (see `keyName`) and shows it. */
  readonly hotkey?: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  /** Shows that the action is on its way; implies disabled. */
  readonly busy?: boolean;
  /** Why it is disabled, or more than the label says. */
  readonly title?: string;
  readonly testId?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly type?: 'button' | 'submit';
  readonly ariaLabel?: string;
  /** Of a button that shows and hides something: whether it is shown. */
  readonly expanded?: boolean;
}

/** A button with its key on it. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', hotkey, disabled = false, busy = false } = props;
  const off = disabled || busy;
  useHotkey(off ? null : (hotkey ?? null), props.onClick);
  return (
    <button
      ref={props.ref}
      type={props.type ?? 'button'}
      className={cx(classes.button, classes[kind])}
      onClick={props.onClick}
      disabled={off}
      aria-busy={busy || undefined}
      aria-keyshortcuts={hotkey?.replace('Ctrl', 'Control')}
      aria-label={props.ariaLabel}
      aria-expanded={props.expanded}
      title={props.title}
      data-testid={props.testId}
    >
      {props.icon ? <span className={classes.icon}>{props.icon}</span> : null}
      <span className={classes.label}>{props.children}</span>
      {hotkey ? <KeyHint keys={hotkey} on={kind === 'primary' ? 'accent' : 'panel'} /> : null}
    </button>
  );
}

export interface IconButtonProps {
  /** Read aloud and shown on hover. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly testId?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A square button with only an icon; the label is its name. */
export function IconButton(props: IconButtonProps) {
  return (
    <button
      ref={props.ref}
      type="button"
      className={cx(classes.button, classes.quiet, classes.square)}
      onClick={props.onClick}
      disabled={props.disabled}
      aria-label={props.label}
      aria-pressed={props.pressed}
      title={props.label}
      data-testid={props.testId}
    >
      <span className={classes.icon}>{props.icon}</span>
    </button>
  );
}
