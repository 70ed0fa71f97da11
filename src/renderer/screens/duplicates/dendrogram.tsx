import type { Cluster } from '@shared/match/types';
import { useRef } from 'react';
import { cx } from '../../base/format';
import { type CutStop, cutWords, leafOrder, ROW, TREE_WIDTH, treeLayout } from './cut-model';
import classes from './dendrogram.module.css';
import { nearest, slideHandlers } from './slide';
import { signed } from './waterfall';

export interface DendrogramProps {
  readonly cluster: Cluster;
  readonly stops: readonly CutStop[];
  /** The stop the cut stands at. */
  readonly at: number;
  readonly nameOf: (record: number) => string;
  readonly onCut: (stop: number) => void;
}

/**
 * How the records were joined, step by step: the further right, the weaker the join. What the cut leaves together is
 * drawn full, what it parts dashed; the cut is dragged or moved with the arrow keys.
 */
export function Dendrogram({ cluster, stops, at, nameOf, onCut }: DendrogramProps) {
  const track = useRef<HTMLDivElement>(null);
  const { lines, cuts, height } = treeLayout(cluster, stops);
  const stop = stops[at];
  const x = cuts[at];
  const isJoined = (weight: number): boolean => stop?.weight != null && weight >= stop.weight;
  const slide = slideHandlers({
    at,
    count: stops.length,
    track: () => track.current,
    stopAt: (left) => nearest(cuts, left),
    onMove: onCut,
  });
  return (
    <div className={classes.frame}>
      <ol className={classes.names} aria-hidden="true">
        {leafOrder(cluster).map((record) => (
          <li key={record} className="clip" style={{ height: ROW }}>
            {nameOf(record)}
          </li>
        ))}
      </ol>
      <div ref={track} className={classes.track} style={{ width: TREE_WIDTH, height }}>
        <svg className={classes.tree} width={TREE_WIDTH} height={height} aria-hidden="true">
          {lines.map(({ key, d, step }) => (
            <path key={key} d={d} className={isJoined(step.weight) ? classes.joined : classes.refused} />
          ))}
        </svg>
        {stop && x !== undefined && stops.length > 1 ? (
          <div
            role="slider"
            tabIndex={0}
            className={cx(classes.cut, x > TREE_WIDTH - 100 && classes.cutLeft)}
            style={{ left: x }}
            aria-label="Cut"
            aria-orientation="horizontal"
            aria-valuemin={0}
            aria-valuemax={stops.length - 1}
            aria-valuenow={at}
            aria-valuetext={cutWords(stop)}
            title="Drag, or press ← and →, to cut elsewhere"
            data-testid="cut"
            {...slide}
          >
            <span className={cx(classes.cutLabel, 'num')} aria-hidden="true">
              {stop.weight === null ? 'all apart' : `cut ${signed(stop.weight)}`} · drag
            </span>
          </div>
        ) : null}
      </div>
    </div>
  );
}
