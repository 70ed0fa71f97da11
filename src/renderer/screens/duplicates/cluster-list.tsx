// biome-ignore-all lint/a11y/useFocusableInteractive: the list has the focus and names the active row.
import { Drawer } from '@mantine/core';
import type { ClusterListItem, ClusterView } from '@shared/pipeline/review-types';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';
import { cx, formatCount } from '../../base/format';
import { ErrorPanel } from '../../components/states';
import { useEngineQuery } from '../../state/context';
import classes from './cluster-list.module.css';
import { StateTag } from './cluster-review';
import { probability } from './why-cluster';

/** Clusters asked for at once; at most two such blocks are in sight. */
const BLOCK = 200;
const ROW = 30;

export interface ClusterListProps {
  readonly object: string;
  readonly show: ClusterView;
  readonly opened: boolean;
  /** Position of the cluster shown. */
  readonly at: number;
  readonly total: number;
  readonly onClose: () => void;
  /** Position in the list of the cluster to go to. */
  readonly onPick: (index: number) => void;
}

/** All clusters of the current view in their order, of any number: rows come as they are scrolled to. */
export function ClusterList(props: ClusterListProps) {
  const { opened, onClose, total } = props;
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={640}
      title={`Clusters · ${formatCount(total)}`}
    >
      {opened ? <Items {...props} /> : null}
    </Drawer>
  );
}

function Items({ object, show, at, total, onPick }: ClusterListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(at);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    initialOffset: Math.max(0, at - 4) * ROW,
  });
  const rows = virtual.getVirtualItems();
  const first = Math.floor((rows[0]?.index ?? 0) / BLOCK);
  const last = Math.floor((rows.at(-1)?.index ?? 0) / BLOCK);
  const upper = useBlock(object, show, first);
  const lower = useBlock(object, show, last === first ? null : last);
  const itemAt = (index: number): ClusterListItem | undefined => {
    const block = Math.floor(index / BLOCK);
    return (block === first ? upper.data : lower.data)?.items[index - block * BLOCK];
  };
  const move = (to: number) => {
    const index = Math.max(0, Math.min(total - 1, to));
    setActive(index);
    virtual.scrollToIndex(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2);
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      PageDown: () => move(active + page),
      PageUp: () => move(active - page),
      Home: () => move(0),
      End: () => move(total - 1),
      Enter: () => onPick(active),
    };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step();
  };
  const error = upper.error ?? lower.error;
  if (error) return <ErrorPanel error={error} onRetry={upper.error ? upper.retry : lower.retry} compact />;
  return (
    <>
      <div className={classes.head} aria-hidden="true">
        <span>Cluster</span>
        <span className={classes.end}>Records</span>
        <span className={classes.end}>Tables</span>
        <span className={classes.end}>Probability</span>
        <span>State</span>
      </div>
      <div
        ref={scroller}
        className={classes.list}
        role="listbox"
        aria-label="Clusters"
        aria-activedescendant={`cluster-${active}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        data-testid="clusters"
      >
        <div className={classes.canvas} style={{ height: virtual.getTotalSize() }}>
          {rows.map(({ index, start }) => {
            const item = itemAt(index);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself answers the keys.
              <div
                key={index}
                id={`cluster-${index}`}
                role="option"
                aria-selected={index === active}
                aria-setsize={total}
                aria-posinset={index + 1}
                className={cx(classes.row, index === active && classes.active)}
                style={{ height: ROW, transform: `translateY(${start}px)` }}
                onClick={() => onPick(index)}
                data-testid="clusters-row"
              >
                {item ? (
                  <>
                    <span className="clip" title={item.title}>
                      {item.title}
                    </span>
                    <span className={cx(classes.end, 'num')}>{formatCount(item.size)}</span>
                    <span className={cx(classes.end, 'num')}>{item.sources}</span>
                    <span className={cx(classes.end, 'num')}>{probability(item.probability)}</span>
                    <span>
                      <StateTag state={item.state} />
                    </span>
                  </>
                ) : (
                  <span className={classes.waiting} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

function useBlock(object: string, show: ClusterView, block: number | null) {
  return useEngineQuery(block === null ? null : ['clusterList', object, show, block], (engine) =>
    engine.clusters(object, show, (block ?? 0) * BLOCK, BLOCK),
  );
}
