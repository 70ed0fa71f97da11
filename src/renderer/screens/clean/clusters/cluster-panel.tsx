import { useDebouncedValue } from '@mantine/hooks';
import type { ClusterQuery, Step, StepAction, ValueCluster } from '@shared/clean/types';
import type { StepCount } from '@shared/journal/types';
import type { RecipeDraft } from '@shared/pipeline/cleaning-types';
import { useDeferredValue, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { formatCount, plural } from '../../../base/format';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { EmptyState, ErrorPanel, ProgressPanel } from '../../../components/states';
import { useProject, useProjectModel } from '../../../state/context';
import { useHotkey } from '../../../state/hotkeys';
import { notifyError } from '../../../state/notify';
import { ClusterBlocks } from './cluster-blocks';
import {
  allSet,
  type ClusterChoices,
  choiceOf,
  choicesOf,
  mergeCount,
  mergedClusters,
  mergesAny,
  NO_CHOICES,
  recognised,
  renamed,
  spellingToggled,
  toggled,
} from './cluster-choice';
import { ClusterDetail } from './cluster-detail';
import { ClusterList, type ClusterListHandle } from './cluster-list';
import { ClusterQueryFields } from './cluster-query-fields';
import classes from './clusters.module.css';

export interface ClusterPanelProps {
  readonly tableId: string;
  /** The steps before this one. */
  readonly prefix: RecipeDraft;
  /** Names the prefix among others. */
  readonly prefixKey: string;
  readonly step: Step;
  readonly action: Extract<StepAction, { readonly kind: 'merge' }>;
  readonly onSave: (step: Step, matched: StepCount | null) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** Spellings that may be one value: find them, choose what survives, merge some or all into one step. */
export function ClusterPanel(props: ClusterPanelProps) {
  const { tableId, action, step } = props;
  const project = useProject();
  const progress = useProjectModel((model) => model.progress);
  const [query, setQuery] = useState<ClusterQuery>({
    method: action.method,
    minValues: 2,
    minRows: 0,
    order: 'rows',
    text: '',
  });
  const [settled] = useDebouncedValue(query, 180);
  const { method } = settled;
  const [active, setActive] = useState(0);
  const [busy, setBusy] = useState(false);
  const [byMethod, setByMethod] = useState<ReadonlyMap<string, ClusterChoices>>(
    () => new Map([[JSON.stringify(action.method), choicesOf(action.clusters)]]),
  );
  const name = JSON.stringify(method);
  const choices = byMethod.get(name) ?? NO_CHOICES;
  /** A step gone through again: its clusters have to be found among those of today. */
  const stored = action.clusters.length > 0;
  const list = useRef<ClusterListHandle>(null);
  const input = useRef<HTMLInputElement>(null);

  const change = (step: (choices: ClusterChoices) => ClusterChoices) =>
    setByMethod((before) => new Map(before).set(name, step(before.get(name) ?? NO_CHOICES)));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the prefix, the name for the method.
  const blocks = useMemo(() => {
    return new ClusterBlocks(
      (start, count) =>
        project.ask((engine) =>
          engine.valueClusters(tableId, props.prefix, action.column, settled, start, count),
        ),
      (found) => {
        if (stored) change((before) => recognised(before, found));
      },
    );
  }, [project, tableId, props.prefixKey, action.column, settled]);
  const { total, rows, distinct, limits, error } = useSyncExternalStore(blocks.subscribe, blocks.getSummary);
  const [shown, setShown] = useState(blocks);
  if (shown !== blocks) {
    setShown(blocks);
    setActive(0);
  }

  // Tens of thousands taken at once are counted after they are shown as taken.
  const shownChoices = useDeferredValue(choices);
  const count = useMemo(() => mergeCount(shownChoices), [shownChoices]);
  // What may be pressed does not wait for the counts.
  const none = useMemo(() => !mergesAny(choices), [choices]);
  const setAll = async (on: boolean) => {
    setBusy(true);
    const all = await blocks.all();
    setBusy(false);
    if (all.ok) change((before) => allSet(recognised(before, all.value), all.value, on));
    else notifyError(all.error);
  };
  const save = async () => {
    const { clusters, values, rows } = mergeCount(choices);
    if (busy || clusters === 0) return;
    setBusy(true);
    const merged: StepAction = {
      kind: 'merge',
      column: action.column,
      method,
      clusters: mergedClusters(choices),
    };
    const kept = await props.onSave({ ...step, action: merged }, { values, rows });
    if (!kept) setBusy(false);
  };
  const take = (cluster: ValueCluster) =>
    change((before) => renamed(before, cluster, choiceOf(before, cluster).to));
  useHotkey('Escape', props.onCancel);

  return (
    <Card flush fill testId="cluster-panel">
      <div className={classes.panel}>
        <ClusterQueryFields value={query} onChange={setQuery} />
        <div className={classes.bar}>
          <span role="status" data-testid="cluster-total">
            {total === null
              ? 'Comparing values…'
              : `${plural(total, 'cluster')} among ${plural(distinct, 'value')}, in ${plural(rows, 'row')}`}
          </span>
          {limits === '' ? null : <span className={classes.limits}>{limits}</span>}
          <span className={classes.barEnd}>
            <Button
              kind="quiet"
              onClick={() => void setAll(true)}
              disabled={!total}
              busy={busy}
              testId="clusters-all"
            >
              Take all {total ? formatCount(total) : ''}
            </Button>
            <Button
              kind="quiet"
              onClick={() => void setAll(false)}
              disabled={!total || none}
              testId="clusters-none"
            >
              Leave all
            </Button>
          </span>
        </div>
        {error ? <ErrorPanel error={error} onRetry={() => blocks.need(0, 40)} compact /> : null}
        <div className={classes.body}>
          {total === 0 ? (
            <EmptyState title="No spellings found that may be one value">
              {settled.text === ''
                ? 'Try a bolder way to compare, or another column.'
                : 'No cluster holds this text. Take the text away to see the others.'}
            </EmptyState>
          ) : (
            <>
              {total === null && progress ? (
                <div className={classes.progress}>
                  <ProgressPanel progress={progress} onCancel={() => void project.cancel()} />
                </div>
              ) : null}
              <ClusterList
                ref={list}
                blocks={blocks}
                total={total ?? 0}
                choices={choices}
                active={active}
                onActive={setActive}
                onToggle={(cluster) => change((before) => toggled(before, cluster))}
                onTake={take}
                onRename={(cluster, to) => change((before) => renamed(before, cluster, to))}
                onType={() => {
                  input.current?.focus();
                  input.current?.select();
                }}
              />
              <ClusterDetail
                blocks={blocks}
                place={active}
                choices={choices}
                method={method}
                input={input}
                onToggle={(cluster) => change((before) => toggled(before, cluster))}
                onRename={(cluster, to) => change((before) => renamed(before, cluster, to))}
                onSpelling={(cluster, value) => change((before) => spellingToggled(before, cluster, value))}
                onDone={(cluster, taken) => {
                  list.current?.focus();
                  if (!taken) return;
                  take(cluster);
                  setActive(Math.min((total ?? 1) - 1, active + 1));
                }}
              />
            </>
          )}
        </div>
        <footer className={classes.foot}>
          <p className="soft small">
            ↑ ↓ move · Space take or leave · Enter take, next · ← → spelling · E type another
          </p>
          <Button onClick={props.onCancel} testId="clusters-cancel">
            Cancel
          </Button>
          <Button
            kind="primary"
            hotkey="Ctrl+Enter"
            disabled={none}
            busy={busy}
            onClick={() => void save()}
            title={
              none
                ? 'Take a cluster first'
                : `${plural(count.values, 'spelling')} in ${plural(count.rows, 'row')} change`
            }
            testId="clusters-save"
          >
            {count.clusters === 0
              ? 'Merge'
              : `Merge ${plural(count.clusters, 'cluster')}: ${plural(count.values, 'value')}, ${plural(count.rows, 'row')}`}
          </Button>
        </footer>
      </div>
    </Card>
  );
}
