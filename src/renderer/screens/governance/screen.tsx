import { checklistFor } from '@shared/govern/checklist';
import type { ItemState, ItemStatus } from '@shared/govern/types';
import { IconChecklist } from '@tabler/icons-react';
import { navigate } from '../../app/routes';
import type { ScreenComponentProps } from '../../app/screens';
import { plural } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Tag, type Tone } from '../../components/chip';
import { DataTable, type TableColumn } from '../../components/data-table';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { useCommit, useEngineQuery, useProject, useProjectState } from '../../state/context';
import { draft } from '../../state/drafting';
import { useMappedObjects } from '../../state/mapped-objects';
import { Decision } from './decision';
import classes from './governance.module.css';
import { PacketExchange } from './packet-exchange';

const STATUS: Readonly<Record<ItemStatus, { readonly word: string; readonly tone: Tone }>> = {
  open: { word: 'open', tone: 'neutral' },
  proposed: { word: 'proposed', tone: 'held' },
  approved: { word: 'approved', tone: 'exported' },
  rejected: { word: 'rejected', tone: 'rejected' },
  stale: { word: 'changed', tone: 'excluded' },
  waived: { word: 'waived', tone: 'excluded' },
};

const COLUMNS: readonly TableColumn<ItemState>[] = [
  {
    id: 'question',
    head: 'Decision',
    width: 'minmax(120px, 1fr)',
    cell: ({ item }) => (
      <span className={classes.question} title={item.question}>
        {item.blocking ? null : <span className="soft">○ </span>}
        {item.question}
      </span>
    ),
  },
  {
    id: 'status',
    head: 'State',
    width: '100px',
    cell: ({ status }) => <Tag tone={STATUS[status].tone}>{STATUS[status].word}</Tag>,
  },
];

/** Governance: the checklist, one decision at a time, signed by the people who own it. */
export default function GovernanceScreen({ rest }: ScreenComponentProps) {
  const { checklist } = useProjectState();
  const query = useEngineQuery(checklist.length > 0 ? ['checklist'] : null, (engine) => engine.checklist());
  if (checklist.length === 0) return <StartChecklist />;
  return (
    <QueryView query={query}>{(items) => <Checklist items={items} wanted={rest[0] ?? null} />}</QueryView>
  );
}

function Checklist({
  items,
  wanted,
}: {
  readonly items: readonly ItemState[];
  readonly wanted: string | null;
}) {
  const project = useProject();
  const firstOpen = items.find(
    (state) => state.item.blocking && state.status !== 'approved' && state.status !== 'waived',
  );
  const current = items.find((state) => state.item.id === wanted) ?? firstOpen ?? items[0];
  const done = items.filter((state) => state.status === 'approved' || state.status === 'waived').length;
  const select = (itemId: string) =>
    navigate({ at: 'project', folder: project.folder, screen: 'governance', rest: [itemId] });
  if (!current) return <StartChecklist />;
  return (
    <Decision
      key={current.item.id}
      state={current}
      position={`Decision ${items.indexOf(current) + 1} of ${items.length} · accountable: ${current.item.accountable}`}
      actions={<PacketExchange items={items} />}
      list={
        <Card
          flush
          fill
          className={classes.list}
          title={`${done} of ${items.length} decided`}
          aside={<AddMissing items={items} />}
        >
          <DataTable
            label="Checklist"
            columns={COLUMNS}
            rows={items}
            rowId={(state) => state.item.id}
            selected={current.item.id}
            onSelect={select}
            rowHeight={46}
            testId="checklist"
          />
        </Card>
      }
    />
  );
}

/** Objects mapped after the checklist was started have items of their own to be added. */
function AddMissing({ items }: { readonly items: readonly ItemState[] }) {
  const commit = useCommit();
  const { checklist } = useProjectState();
  const objects = useMappedObjects();
  const known = new Set(checklist.map((item) => item.id));
  const all = checklistFor(objects.map(({ name, singular }) => ({ name, label: singular })));
  const missing = all.filter((item) => !known.has(item.id));
  if (missing.length === 0)
    return (
      <span className="soft">{items.filter((s) => s.item.blocking).length} of them block the export</span>
    );
  return (
    <Button
      kind="quiet"
      onClick={() =>
        void commit([draft('checklist.set', 'Checklist', { items: [...checklist, ...missing] })])
      }
      testId="checklist-add"
    >
      Add {plural(missing.length, 'item')}
    </Button>
  );
}

function StartChecklist() {
  const commit = useCommit();
  const objects = useMappedObjects();
  const items = checklistFor(objects.map(({ name, singular }) => ({ name, label: singular })));
  return (
    <Screen title="Who decides what?" testId="screen-governance">
      <EmptyState
        title="No checklist yet"
        icon={<IconChecklist size={28} stroke={1.4} />}
        action={
          <Button
            kind="primary"
            disabled={objects.length === 0}
            title={objects.length === 0 ? 'Map a table first, so that the items can be bound to it.' : ''}
            onClick={() => void commit([draft('checklist.set', 'Checklist', { items })])}
            testId="checklist-start"
          >
            Start the checklist
          </Button>
        }
      >
        Migrations stall when nobody has the right to decide. The checklist names every decision with the role
        that answers for it; committee members sign the exact rule with the exact counts. A signature lapses
        when what it covers changes.
        {objects.length === 0 ? ' Map at least one table first.' : ''}
      </EmptyState>
    </Screen>
  );
}
