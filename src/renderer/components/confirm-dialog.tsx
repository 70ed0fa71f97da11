import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Button } from './button';
import classes from './confirm-dialog.module.css';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** Asked as a question: "Remove this table?" */
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
  /** The verb of the question: "Remove". */
  readonly action: string;
  readonly danger?: boolean;
  /** Resolves to false when it did not work; the dialog then stays. */
  readonly onConfirm: () => Promise<boolean>;
  readonly disabled?: boolean;
}

/** Asks before something that is hard to take back, or that needs a reason. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const done = await props.onConfirm();
    setBusy(false);
    if (done) props.onClose();
  };
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size={460}>
      <div className={classes.text}>{props.children}</div>
      <div className={classes.actions}>
        <Button onClick={props.onClose} testId="confirm-cancel">
          Cancel
        </Button>
        <Button
          kind={props.danger ? 'danger' : 'primary'}
          onClick={() => void confirm()}
          busy={busy}
          disabled={props.disabled ?? false}
          testId="confirm-ok"
        >
          {props.action}
        </Button>
      </div>
    </Modal>
  );
}
