// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the active row.
// biome-ignore-all lint/a11y/useSemanticElements: a virtualised list with cells cannot be a <table>; the ARIA grid roles stand in.
import type { ValueCluster } from '@shared/clean/types';
import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useSyncExternalStore,
} from 'react';
import { cx, formatCount } from '../../../base/format';
import type { ClusterBlocks } from './cluster-blocks';
import { type ClusterChoices, choiceOf } from './cluster-choice';
import classes from './clusters.module.css';

/** What others may ask of the list. */
export interface ClusterListHandle {
  focus(): void;
}

export interface ClusterListProps {
  readonly ref?: Ref<ClusterListHandle>;
  readonly blocks: ClusterBlocks;
  readonly total: number;
  readonly choices: ClusterChoices;
  /** Place of the cluster looked at. */
  readonly active: number;
  readonly onActive: (place: number) => void;
  readonly onToggle: (cluster: ValueCluster) => void;
  /** Takes the cluster and goes on. */
  readonly onTake: (cluster: ValueCluster) => void;
  readonly onRename: (cluster: ValueCluster, to: string) => void;
  /** Types another spelling. */
  readonly onType: () => void;
}

const ROW = 40;
/** Spellings shown in a row; the rest stands beside the list. */
const SHOWN = 5;

/** Clusters of any number: arrows move, Space takes or leaves, Enter takes and goes on, left and right change the spelling. */
export function ClusterList(props: ClusterListProps) {
  const { blocks, total, choices, active } = props;
  const scroller = useRef<HTMLDivElement>(null);
  useSyncExternalStore(blocks.subscribe, blocks.getArrived);
  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus() }));
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 20;
  useEffect(() => blocks.need(first, last), [blocks, first, last]);

  const go = (to: number) => {
    const place = Math.max(0, Math.min(total - 1, to));
    virtual.scrollToIndex(place);
    props.onActive(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 1);
    const cluster = blocks.at(active);
    const deeds: Record<string, () => void> = {
      ArrowDown: () => go(active + 1),
      ArrowUp: () => go(active - 1),
      PageDown: () => go(active + page),
      PageUp: () => go(active - page),
      Home: () => go(0),
      End: () => go(total - 1),
      ...(cluster
        ? {
            ' ': () => props.onToggle(cluster),
            Enter: () => {
              props.onTake(cluster);
              go(active + 1);
            },
            ArrowRight: () => props.onRename(cluster, neighbour(cluster, choiceOf(choices, cluster).to, 1)),
            ArrowLeft: () => props.onRename(cluster, neighbour(cluster, choiceOf(choices, cluster).to, -1)),
            e: props.onType,
            F2: props.onType,
          }
        : {}),
    };
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  return (
    <div
      ref={scroller}
      className={classes.list}
      role="grid"
      aria-label="Clusters of spellings"
      aria-rowcount={total}
      aria-activedescendant={total > 0 ? rowId(active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      data-testid="clusters"
    >
      <div className={classes.canvas} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const cluster = blocks.at(item.index);
          return (
            <Row
              key={item.index}
              place={item.index}
              top={item.start}
              cluster={cluster}
              active={item.index === active}
              choices={choices}
              onActive={() => {
                props.onActive(item.index);
                scroller.current?.focus();
              }}
              onToggle={props.onToggle}
            />
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly place: number;
  readonly top: number;
  readonly cluster: ValueCluster | undefined;
  readonly active: boolean;
  readonly choices: ClusterChoices;
  readonly onActive: () => void;
  readonly onToggle: (cluster: ValueCluster) => void;
}

function Row({ place, top, cluster, active, choices, onActive, onToggle }: RowProps) {
  const choice = cluster ? choiceOf(choices, cluster) : null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself answers the keys.
    <div
      id={rowId(place)}
      role="row"
      aria-rowindex={place + 1}
      aria-selected={choice?.on ?? false}
      className={cx(classes.row, active && classes.active)}
      style={{ height: ROW, transform: `translateY(${top}px)` }}
      onClick={onActive}
      data-testid="cluster"
    >
      {cluster && choice ? (
        <>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Space in the list does the same. */}
          <div
            role="gridcell"
            className={cx(classes.box, choice.on && classes.boxOn)}
            onClick={() => onToggle(cluster)}
            data-testid="cluster-box"
          >
            {choice.on ? <IconCheck size={13} stroke={2.6} aria-hidden="true" /> : null}
            <span className="visually-hidden">{choice.on ? 'merged' : 'left alone'}</span>
          </div>
          <div role="gridcell" className={classes.spellings}>
            {cluster.values.slice(0, SHOWN).map(({ value, rows }) => (
              <span key={value} className={cx(classes.spelling, choice.left.has(value) && classes.leftOut)}>
                <span className={classes.value}>{value}</span>{' '}
                <span className="num soft">{formatCount(rows)}</span>
              </span>
            ))}
            {cluster.values.length > SHOWN ? (
              <span className="soft small">and {cluster.values.length - SHOWN} more</span>
            ) : null}
          </div>
          <div role="gridcell" className={cx(classes.becomes, choice.on && classes.becomesOn)}>
            <IconArrowRight size={13} stroke={1.7} aria-hidden="true" />
            <span className="clip" title={choice.to}>
              {choice.to}
            </span>
          </div>
          <div role="gridcell" className={cx(classes.rows, 'num')}>
            {formatCount(cluster.rows)}
          </div>
        </>
      ) : (
        <div role="gridcell" className={classes.waitingRow} />
      )}
    </div>
  );
}

function rowId(place: number): string {
  return `cluster-${place}`;
}

/** The spelling after or before the one chosen, around the ends. */
function neighbour(cluster: ValueCluster, to: string, by: 1 | -1): string {
  const at = cluster.values.findIndex(({ value }) => value === to);
  const { length } = cluster.values;
  return cluster.values[(at + by + length) % length]?.value ?? to;
}
