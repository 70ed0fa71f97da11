import { SegmentedControl } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsDiff,
  IconCopyCheck,
  IconList,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useCommands } from '../../app/commands';
import { navigate } from '../../app/routes';
import { formatCount } from '../../base/format';
import { Button, IconButton } from '../../components/button';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { WhyPanel } from '../../components/why';
import { useEngineQuery, useProject, useProjectState } from '../../state/context';
import { useMappedObjects } from '../../state/mapped-objects';
import { ClusterList } from './cluster-list';
import { ClusterReview } from './cluster-review';
import { CompareDrawer, type Compared } from './compare/compare-drawer';
import { Honesty } from './honesty';
import { Relations } from './relations';
import { SettingsDrawer } from './settings/settings-drawer';
import { type Show, Toolbar } from './toolbar';

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

const NOT_COMPARING: Compared = { left: null, right: null };

function ObjectReview({ object, objects }: ObjectReviewProps) {
  const project = useProject();
  const [show, setShow] = useState<Show>('open');
  const [at, setAt] = useState(0);
  const [listOpen, setListOpen] = useState(false);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const [compared, setCompared] = useState<Compared | null>(null);
  const view = show === 'related' ? 'all' : show;
  const query = useEngineQuery(
    ['clusters', object, view, at],
    (engine) => engine.clusters(object, view, at, 1),
    { keepPrevious: true },
  );
  const page = query.data;
  const total = page?.total ?? 0;
  const move = (step: number) => setAt((now) => Math.max(0, Math.min(Math.max(0, total - 1), now + step)));
  const choose = (next: Show) => {
    setShow(next);
    setAt(0);
  };
  const openSettings = () => setSettingsOpen(true);
  const openCompare = () => setCompared(NOT_COMPARING);
  useCommands(
    'duplicates',
    [
      {
        id: 'compare',
        label: 'Compare any two records',
        group: 'Duplicates',
        words: 'why not pair merge different',
        run: openCompare,
      },
      {
        id: 'match-settings',
        label: 'How duplicates are found',
        group: 'Duplicates',
        words: 'threshold blocking rules weights settings match',
        run: openSettings,
      },
    ],
    object,
  );
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
      <IconButton
        label="How duplicates are found"
        icon={<IconAdjustmentsHorizontal size={16} />}
        onClick={openSettings}
        testId="match-settings"
      />
      <IconButton
        label="Compare any two records"
        icon={<IconArrowsDiff size={16} />}
        onClick={openCompare}
        testId="compare-any"
      />
    </>
  );
  const moves = (
    <>
      <IconButton
        label="List of clusters"
        icon={<IconList size={16} />}
        onClick={() => setListOpen(true)}
        disabled={total === 0 || show === 'related'}
        testId="cluster-list"
      />
      <IconButton
        label="Previous cluster"
        icon={<IconArrowLeft size={16} />}
        onClick={() => move(-1)}
        disabled={at === 0 || show === 'related'}
      />
      <IconButton
        label="Next cluster"
        icon={<IconArrowRight size={16} />}
        onClick={() => move(1)}
        disabled={at >= total - 1 || show === 'related'}
        testId="next-cluster"
      />
    </>
  );
  const toolbar = <Toolbar object={object} page={page} show={show} onShow={choose} moves={moves} />;
  const drawers = (
    <>
      <SettingsDrawer
        object={object}
        opened={settingsOpen}
        onClose={() => setSettingsOpen(false)}
        onWeakest={() => {
          setSettingsOpen(false);
          choose('doubtful');
        }}
      />
      <CompareDrawer object={object} compared={compared} onClose={() => setCompared(null)} />
    </>
  );
  const honesty = page ? (
    <Honesty page={page} onSettings={openSettings} onWeakest={() => choose('doubtful')} />
  ) : null;
  if (show === 'related') {
    return (
      <>
        <Relations
          object={object}
          controls={controls}
          toolbar={toolbar}
          honesty={honesty}
          onCompare={(left, right) => setCompared({ left, right })}
        />
        {drawers}
      </>
    );
  }
  const item = page?.items[0];
  if (page && item && query.error === null) {
    return (
      <>
        <ClusterReview
          key={`${object}:${item.id}`}
          object={object}
          page={page}
          item={item}
          position={`cluster ${formatCount(at + 1)} of ${formatCount(total)}${show === 'open' ? ' waiting' : ''}`}
          controls={controls}
          toolbar={toolbar}
          stale={query.stale}
          onSkip={() => move(1)}
          onCompare={(left) => setCompared({ left, right: null })}
          onSettings={openSettings}
          onWeakest={() => choose('doubtful')}
        />
        <ClusterList
          object={object}
          show={show}
          opened={listOpen}
          at={at}
          total={total}
          onClose={() => setListOpen(false)}
          onPick={(index) => {
            setAt(index);
            setListOpen(false);
          }}
        />
        {drawers}
      </>
    );
  }
  return (
    <>
      <Screen title="Which records are the same?" actions={controls} testId="screen-duplicates">
        {page ? toolbar : null}
        <QueryView query={query}>
          {(data) => (
            <NothingShown
              show={show}
              beyond={data.total > 0}
              onFirst={() => setAt(0)}
              onAll={() => choose('all')}
              onWeakest={data.automatic > 0 ? () => choose('doubtful') : null}
            />
          )}
        </QueryView>
        <WhyPanel>{honesty}</WhyPanel>
      </Screen>
      {drawers}
    </>
  );
}

interface NothingShownProps {
  readonly show: Show;
  /** The list is not empty, the place is behind its end. */
  readonly beyond: boolean;
  readonly onFirst: () => void;
  readonly onAll: () => void;
  /** Null where nothing was joined without asking. */
  readonly onWeakest: (() => void) | null;
}

function NothingShown({ show, beyond, onFirst, onAll, onWeakest }: NothingShownProps) {
  if (beyond) {
    return (
      <EmptyState
        title="End of the list"
        action={
          <Button kind="primary" onClick={onFirst}>
            Back to the first
          </Button>
        }
      >
        You went past the last cluster.
      </EmptyState>
    );
  }
  if (show === 'open') {
    return (
      <EmptyState
        title="No cluster waits for you"
        icon={<IconCopyCheck size={28} stroke={1.4} />}
        testId="duplicates-done"
        action={
          onWeakest ? (
            <Button onClick={onWeakest}>Look at the weakest joins</Button>
          ) : (
            <Button onClick={onAll}>Look at all clusters</Button>
          )
        }
      >
        Every uncertain cluster is decided. What was joined without asking stands under “Joined”, the most
        likely wrong first, and can be taken apart.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={
        show === 'decided'
          ? 'Nothing decided yet'
          : show === 'doubtful'
            ? 'Nothing joined without asking'
            : 'No duplicates found'
      }
    >
      {show === 'decided'
        ? 'Clusters you merge, split or keep apart are listed here, with a way back.'
        : show === 'doubtful'
          ? 'No two records are alike enough to be joined without a person.'
          : 'No two records are alike enough to be shown.'}
    </EmptyState>
  );
}
