import { SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCopyCheck, IconList } from '@tabler/icons-react';
import { useState } from 'react';
import { navigate } from '../../app/routes';
import { formatCount } from '../../base/format';
import { Button, IconButton } from '../../components/button';
import { Chip } from '../../components/chip';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { useEngineQuery, useProject, useProjectState } from '../../state/context';
import { useMappedObjects } from '../../state/mapped-objects';
import { ClusterList } from './cluster-list';
import { ClusterReview } from './cluster-review';

type Show = 'open' | 'decided' | 'all';

const SHOW_LABELS: Readonly<Record<Show, string>> = { open: 'Waiting', decided: 'Decided', all: 'All' };

/** Duplicates: one cluster at a time, decided with one key. */
export default function DuplicatesScreen({ rest }: { readonly rest: readonly string[] }) {
  const project = useProject();
  const objects = useMappedObjects();
  const object = objects.find((item) => item.name === rest[0])?.name ?? objects[0]?.name ?? null;
  const { target } = useProjectState();
  if (object === null) {
    return (
      <Screen title="Which records are the same?" testId="screen-duplicates">
        <EmptyState
          title="Nothing to compare yet"
          icon={<IconCopyCheck size={28} stroke={1.4} />}
          action={
            <Button
              kind="primary"
              onClick={() => navigate({ at: 'project', folder: project.folder, screen: 'map', rest: [] })}
            >
              Map a table
            </Button>
          }
        >
          {target
            ? 'Winnow compares records once their fields have a meaning. Map at least one table to an object of the target.'
            : 'Choose the target system and map at least one table; then Winnow compares the records, within and across sources.'}
        </EmptyState>
      </Screen>
    );
  }
  return <ObjectReview key={object} object={object} objects={objects} />;
}

interface ObjectReviewProps {
  readonly object: string;
  readonly objects: readonly { readonly name: string; readonly label: string }[];
}

function ObjectReview({ object, objects }: ObjectReviewProps) {
  const project = useProject();
  const [show, setShow] = useState<Show>('open');
  const [at, setAt] = useState(0);
  const [listOpen, setListOpen] = useState(false);
  const query = useEngineQuery(['clusters', object, show, at], (engine) =>
    engine.clusters(object, show, at, 1),
  );
  const page = query.data;
  const total = page?.total ?? 0;
  const move = (step: number) => setAt((now) => Math.max(0, Math.min(Math.max(0, total - 1), now + step)));
  const choose = (next: Show) => {
    setShow(next);
    setAt(0);
  };
  const controls = (
    <>
      {objects.length > 1 ? (
        <SegmentedControl
          aria-label="Object"
          data={objects.map(({ name, label }) => ({ value: name, label }))}
          value={object}
          onChange={(name) =>
            navigate({ at: 'project', folder: project.folder, screen: 'duplicates', rest: [name] })
          }
        />
      ) : null}
      {(['open', 'decided', 'all'] as const).map((name) => (
        <Chip key={name} on={show === name} onClick={() => choose(name)} testId={`show-${name}`}>
          {SHOW_LABELS[name]}
          {page && name !== 'all' ? ` ${formatCount(name === 'open' ? page.open : page.decided)}` : ''}
        </Chip>
      ))}
      <IconButton
        label="List of clusters"
        icon={<IconList size={16} />}
        onClick={() => setListOpen(true)}
        disabled={total === 0}
        testId="cluster-list"
      />
      <IconButton
        label="Previous cluster"
        icon={<IconArrowLeft size={16} />}
        onClick={() => move(-1)}
        disabled={at === 0}
      />
      <IconButton
        label="Next cluster"
        icon={<IconArrowRight size={16} />}
        onClick={() => move(1)}
        disabled={at >= total - 1}
        testId="next-cluster"
      />
    </>
  );
  const item = page?.items[0];
  if (page && item) {
    return (
      <>
        <ClusterReview
          key={`${object}:${item.id}`}
          object={object}
          page={page}
          item={item}
          position={`cluster ${formatCount(at + 1)} of ${formatCount(total)} ${show === 'open' ? 'waiting' : show}`}
          controls={controls}
          stale={query.stale}
          onSkip={() => move(1)}
        />
        <ClusterList
          object={object}
          show={show}
          opened={listOpen}
          onClose={() => setListOpen(false)}
          onPick={(index) => {
            setAt(index);
            setListOpen(false);
          }}
        />
      </>
    );
  }
  return (
    <Screen title="Which records are the same?" actions={controls} testId="screen-duplicates">
      <QueryView query={query}>
        {(data) =>
          data.total > 0 ? (
            <EmptyState
              title="End of the list"
              action={
                <Button kind="primary" onClick={() => setAt(0)}>
                  Back to the first
                </Button>
              }
            >
              You went past the last cluster.
            </EmptyState>
          ) : show === 'open' ? (
            <EmptyState
              title="No cluster waits for you"
              icon={<IconCopyCheck size={28} stroke={1.4} />}
              testId="duplicates-done"
              action={<Button onClick={() => choose('all')}>Look at all clusters</Button>}
            >
              Every uncertain cluster is decided. What was joined automatically can still be looked at and
              taken apart under “All”.
            </EmptyState>
          ) : (
            <EmptyState title={show === 'decided' ? 'Nothing decided yet' : 'No duplicates found'}>
              {show === 'decided'
                ? 'Clusters you merge, split or keep apart are listed here, with a way back.'
                : 'No two records are alike enough to be shown.'}
            </EmptyState>
          )
        }
      </QueryView>
    </Screen>
  );
}
