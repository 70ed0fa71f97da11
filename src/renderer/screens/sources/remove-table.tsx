import type { TableState } from '@shared/journal/types';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { useCommit, useProjectState } from '../../state/context';
import { draft } from '../../state/drafting';

export interface RemoveTableProps {
  readonly table: TableState;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function RemoveTable({ table, opened, onClose }: RemoveTableProps) {
  const commit = useCommit();
  const { mappings, tables } = useProjectState();
  const mapping = mappings.find((item) => item.tableId === table.id);
  const made = tables.filter(({ derivation }) => derivation?.from === table.id).map(({ name }) => name);
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={`Remove ${table.name}?`}
      action="Remove"
      danger
      onConfirm={() => commit([draft('table.removed', table.name, { tableId: table.id })])}
    >
      <p>
        Its rows leave every count{mapping ? `, and its mapping to ${mapping.object} no longer applies` : ''}.
        {made.length > 0
          ? ` ${made.join(', ')}, made from it, ${made.length === 1 ? 'goes' : 'go'} too.`
          : ''}
        {table.derivation === null ? ' The file stays in the project folder.' : ''} You can undo this at any
        time in the history.
      </p>
      <p className="soft">
        To keep its rows on the final report, let it stay behind with a reason instead (Role and key column).
      </p>
    </ConfirmDialog>
  );
}
