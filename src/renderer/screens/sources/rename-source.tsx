import { TextInput } from '@mantine/core';
import type { SourceState } from '@shared/journal/types';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { useCommit } from '../../state/context';
import { draft } from '../../state/drafting';

export interface RenameSourceProps {
  readonly source: SourceState;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function RenameSource({ source, opened, onClose }: RenameSourceProps) {
  const commit = useCommit();
  const [name, setName] = useState(source.name);
  const wanted = name.trim();
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title="What is this source called?"
      action="Rename"
      disabled={wanted === '' || wanted === source.name}
      onConfirm={() => commit([draft('source.renamed', wanted, { sourceId: source.id, name: wanted })])}
    >
      <TextInput
        label="Name"
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        data-testid="source-name"
      />
    </ConfirmDialog>
  );
}
