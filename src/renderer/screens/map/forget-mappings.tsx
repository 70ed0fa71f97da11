import { ConfirmDialog } from '../../components/confirm-dialog';
import { useSurroundings } from '../../state/context';
import { errorOf } from '../../state/failure';
import { notifyDone, notifyError } from '../../state/notify';
import { forgetMappings } from '../../store/remembered-mappings';

export interface ForgetMappingsProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks before the mappings remembered on this machine are deleted. */
export function ForgetMappings({ opened, onClose }: ForgetMappingsProps) {
  const { database } = useSurroundings();
  const forget = async () => {
    try {
      await forgetMappings(database);
      notifyDone('Tables opened from now on are suggested without what was mapped before.');
      return true;
    } catch (cause) {
      notifyError(errorOf(cause));
      return false;
    }
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title="Forget what was mapped on this machine?"
      action="Forget"
      danger
      onConfirm={forget}
    >
      Winnow remembers which column you mapped to which field, to suggest the same in the next project. The
      mappings of your projects stay as they are. This cannot be undone.
    </ConfirmDialog>
  );
}
