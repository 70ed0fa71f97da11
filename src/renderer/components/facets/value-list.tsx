// biome-ignore-all lint/a11y/useSemanticElements: a windowed group of switches; a fieldset cannot scroll.
import type { FacetValue } from '@shared/table/types';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { cx, formatCount } from '../../base/format';
import classes from './value-list.module.css';

export interface ValueListProps {
  readonly label: string;
  readonly values: readonly FacetValue[];
  readonly isOn: (value: string) => boolean;
  readonly onToggle: (value: string) => void;
  /** Masks and codes stand in the mono font. */
  readonly mono?: boolean;
  readonly testId?: string;
}

const ROW = 24;
const SHOWN = 8;

/** Values with counts, each a switch; a bar behind shows its share of the most frequent one. */
export function ValueList({ label, values, isOn, onToggle, mono, testId }: ValueListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: values.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
    initialRect: { width: 240, height: ROW * SHOWN },
  });
  const top = Math.max(1, values[0]?.count ?? 1);
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      style={{ height: Math.min(values.length, SHOWN + 0.5) * ROW }}
      role="group"
      aria-label={label}
      data-testid={testId}
    >
      <div className={classes.canvas} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const value = values[item.index];
          if (!value) return null;
          const on = isOn(value.value);
          return (
            <button
              key={value.value}
              type="button"
              aria-pressed={on}
              className={cx(classes.value, on && classes.on)}
              style={{ transform: `translateY(${item.start}px)` }}
              title={value.value}
              onClick={() => onToggle(value.value)}
            >
              <span className={classes.bar} style={{ width: `${(value.count / top) * 100}%` }} />
              <span className={cx(classes.text, 'clip', mono && classes.mono)}>{value.value}</span>
              <span className={cx(classes.count, 'num')}>{formatCount(value.count)}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
