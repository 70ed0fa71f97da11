import { NumberInput, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type {
  ClusterMethod,
  ClusterQuery,
  Recipe,
  Step,
  StepAction,
  ValueCluster,
} from '@shared/clean/types';
import type { StepCount } from '@shared/journal/types';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
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
  NO_CHOICES,
  recognised,
  renamed,
  spellingToggled,
  toggled,
} from './cluster-choice';
import { ClusterDetail } from './cluster-detail';
import { ClusterList, type ClusterListHandle } from './cluster-list';
import { laterVariants, METHODS, methodWords } from './cluster-methods';
import classes from './clusters.module.css';

export interface ClusterPanelProps {
  readonly tableId: string;
  /** The steps before this one; null = the whole saved recipe. */
  readonly prefix: Recipe | null;
  /** Names the prefix among others. */
  readonly prefixKey: string;
  readonly step: Step;
  readonly action: Extract<StepAction, { readonly kind: 'merge' }>;
  readonly onSave: (step: Step, matched: StepCount | null) => Promise<boolean>;
  readonly onCancel: () => void;
}

type Order = ClusterQuery['order'];

const ORDERS: readonly { readonly value: Order; readonly label: string }[] = [
  { value: 'rows', label: 'Most rows first' },
  { value: 'values', label: 'Most spellings first' },
  { value: 'name', label: 'By name' },
];

/** Spellings that may be one value: find them, choose what survives, merge some or all into one step. */
export function ClusterPanel(props: ClusterPanelProps) {
  const { tableId, action, step } = props;
  const project = useProject();
  const progress = useProjectModel((model) => model.progress);
  const [method, setMethod] = useState<ClusterMethod>(action.method);
  const [order, setOrder] = useState<Order>('rows');
  const [minValues, setMinValues] = useState(2);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 180);
  const [active, setActive] = useState(0);
  const [busy, setBusy] = useState(false);
  const [byMethod, setByMethod] = useState<ReadonlyMap<string, ClusterChoices>>(
    () => new Map([[JSON.stringify(action.method), choicesOf(action.clusters)]]),
  );
  const name = JSON.stringify(method);
  const choices = byMethod.get(name) ?? NO_CHOICES;
  const list = useRef<ClusterListHandle>(null);
  const input = useRef<HTMLInputElement>(null);

  const change = (step: (choices: ClusterChoices) => ClusterChoices) =>
    setByMethod((before) => new Map(before).set(name, step(before.get(name) ?? NO_CHOICES)));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the prefix, the name for the method.
  const blocks = useMemo(() => {
    const query: ClusterQuery = { method, minValues, minRows: 0, order, text };
    return new ClusterBlocks(
      (start, count) =>
        project.ask((engine) =>
          engine.valueClusters(tableId, props.prefix, action.column, query, start, count),
        ),
      (found) =>
        setByMethod((before) => new Map(before).set(name, recognised(before.get(name) ?? NO_CHOICES, found))),
    );
  }, [project, tableId, props.prefixKey, action.column, name, minValues, order, text]);
  const { total, rows, distinct, limits, error } = useSyncExternalStore(blocks.subscribe, blocks.getSnapshot);
  const [shown, setShown] = useState(blocks);
  if (shown !== blocks) {
    setShown(blocks);
    setActive(0);
  }

  const count = useMemo(() => mergeCount(choices), [choices]);
  const words = methodWords(method);
  const current = blocks.at(active);
  const setAll = async (on: boolean) => {
    setBusy(true);
    const all = await blocks.all();
    setBusy(false);
    if (all.ok) change((before) => allSet(recognised(before, all.value), all.value, on));
    else notifyError(all.error);
  };
  const save = async () => {
    if (busy || count.clusters === 0) return;
    setBusy(true);
    const merged: StepAction = {
      kind: 'merge',
      column: action.column,
      method,
      clusters: mergedClusters(choices),
    };
    const kept = await props.onSave({ ...step, action: merged }, { values: count.values, rows: count.rows });
    if (!kept) setBusy(false);
  };
  const take = (cluster: ValueCluster) =>
    change((before) => renamed(before, cluster, choiceOf(before, cluster).to));
  useHotkey('Escape', props.onCancel);

  return (
    <Card flush fill testId="cluster-panel">
      <div className={classes.panel}>
        <div className={classes.query}>
          <Select
            label="What is one value?"
            data={METHODS.map(({ id, label }) => ({ value: id, label }))}
            value={words.id}
            allowDeselect={false}
            onChange={(id) => {
              const chosen = METHODS.find((item) => item.id === id);
              if (chosen) setMethod(chosen.method);
            }}
            data-testid="cluster-method"
          />
          <TextInput
            label="Clusters with"
            placeholder="Part of a spelling"
            leftSection={<IconSearch size={14} />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-testid="cluster-text"
          />
          <NumberInput
            label="Spellings, at least"
            min={2}
            max={999}
            allowDecimal={false}
            value={minValues}
            onChange={(value) => setMinValues(Math.max(2, Number(value) || 2))}
            data-testid="cluster-min"
          />
          <Select
            label="Order"
            data={[...ORDERS]}
            value={order}
            allowDeselect={false}
            onChange={(value) => setOrder(ORDERS.find((item) => item.value === value)?.value ?? 'rows')}
          />
          <p className={classes.line} data-testid="method-line">
            {words.line} <b>{laterVariants(method)}</b>
          </p>
        </div>
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
              disabled={!total || count.clusters === 0}
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
              {text === ''
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
              {current ? (
                <ClusterDetail
                  key={active}
                  cluster={current}
                  choice={choiceOf(choices, current)}
                  method={method}
                  input={input}
                  onToggle={() => change((before) => toggled(before, current))}
                  onRename={(to) => change((before) => renamed(before, current, to))}
                  onSpelling={(value) => change((before) => spellingToggled(before, current, value))}
                  onDone={(taken) => {
                    list.current?.focus();
                    if (!taken) return;
                    take(current);
                    setActive(Math.min((total ?? 1) - 1, active + 1));
                  }}
                />
              ) : null}
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
            disabled={count.clusters === 0}
            busy={busy}
            onClick={() => void save()}
            title={
              count.clusters === 0
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
