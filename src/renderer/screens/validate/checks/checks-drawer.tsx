import { Drawer } from '@mantine/core';
import type { OwnCheck } from '@shared/rules/check-types';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Button, IconButton } from '../../../components/button';
import { EmptyState } from '../../../components/states';
import { isoNow, randomHex } from '../../../state/clock';
import { draft, useCommit, useProjectState } from '../../../state/context';
import { useMappedObjects } from '../../../state/mapped-objects';
import { freshCheck } from './check-draft';
import { CheckEditor } from './check-editor';
import classes from './checks.module.css';

export interface ChecksDrawerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The rules of the steward's own: listed, changed, taken away. */
export function ChecksDrawer({ opened, onClose }: ChecksDrawerProps) {
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size={620} title="Rules of your own">
      {opened ? <Checks /> : null}
    </Drawer>
  );
}

function Checks() {
  const { checks } = useProjectState();
  const objects = useMappedObjects();
  const commit = useCommit();
  const [edited, setEdited] = useState<OwnCheck | null>(null);
  const begin = () =>
    setEdited(freshCheck(`check-${randomHex(6)}`, objects[0]?.name ?? '', isoNow().slice(0, 10)));
  if (edited)
    return (
      <CheckEditor
        key={edited.id}
        check={edited}
        onCancel={() => setEdited(null)}
        onSave={async (check) => {
          if (await commit([draft('check.set', check.label, { check })])) setEdited(null);
        }}
      />
    );
  return (
    <div className={classes.frame}>
      {checks.length === 0 ? (
        <EmptyState title="No rule of your own yet">
          What only your business knows: one primary contact for every account, an end after its beginning,
          refunds no larger than the sale. Winnow checks every record against it, as the loader would.
        </EmptyState>
      ) : (
        <ul className={classes.list} data-testid="checks">
          {checks.map((check) => (
            <li key={check.id} className={classes.item}>
              <button type="button" className={classes.name} onClick={() => setEdited(check)}>
                {check.label}
                <span className="soft">
                  {objects.find(({ name }) => name === check.object)?.label ?? check.object}
                  {check.severity === 'warning' ? ', warns' : ''}
                </span>
              </button>
              <IconButton
                label={`Remove ${check.label}`}
                icon={<IconTrash size={14} />}
                onClick={() => void commit([draft('check.removed', check.label, { checkId: check.id })])}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={classes.foot}>
        <Button kind="primary" icon={<IconPlus size={14} />} onClick={begin} testId="add-check">
          Add a rule
        </Button>
      </div>
    </div>
  );
}
