import { RangeSlider, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { FacetAnswer, RangeFacet } from '@shared/table/types';
import { useRef, useState } from 'react';
import { cx, formatCount } from '../../base/format';
import { Chip } from '../chip';
import { withFilter } from '../data-grid/grid-view';
import type { FacetBodyProps } from './facet-card';
import classes from './facet-card.module.css';
import { boundField, parseBound, rangeFilter } from './facet-model';

/** While a handle is dragged the rows follow after this pause. */
const PAUSE_MS = 90;
/** Places a handle can stand at, where the values themselves are not that few. */
const STEPS = 500;

/** Numbers or dates: a histogram with a slider under it, and both bounds as fields. */
export function RangeFacetBody({
  view,
  onView,
  column: { name },
  answer: { facet },
}: FacetBodyProps<Extract<FacetAnswer, { kind: 'range' }>>) {
  const { span, reading } = facet;
  const filter = view.filters.find((item) => item.kind === 'range' && item.column === name);
  const from = (filter?.kind === 'range' ? filter.from : null) ?? span?.min ?? 0;
  const to = (filter?.kind === 'range' ? filter.to : null) ?? span?.max ?? 0;
  const base = `${from}:${to}`;
  // Where the handles are held; the bounds of the view again as soon as they followed.
  const [drag, setDrag] = useState<{ readonly base: string; readonly at: readonly [number, number] } | null>(
    null,
  );
  const latest = useRef(view);
  latest.current = view;
  const apply = (low: number, high: number) => {
    if (span) onView(withFilter(latest.current, name, 'range', rangeFilter(name, reading, span, low, high)));
  };
  const follow = useDebouncedCallback(apply, PAUSE_MS);
  const unreadableOnly = view.filters.some(
    (item) => item.kind === 'readable' && item.column === name && !item.readable,
  );
  const rest = (
    <div className={classes.chips}>
      {facet.unreadable > 0 || unreadableOnly ? (
        <Chip
          on={unreadableOnly}
          onClick={() =>
            onView(
              withFilter(
                withFilter(view, name, 'range', null),
                name,
                'readable',
                unreadableOnly ? null : { kind: 'readable', column: name, reading, readable: false },
              ),
            )
          }
          testId="facet-unreadable"
        >
          {formatCount(facet.unreadable)} not {reading.as === 'date' ? 'a date' : 'a number'}
        </Chip>
      ) : null}
      {facet.blank > 0 ? <span className={classes.facts}>{formatCount(facet.blank)} empty</span> : null}
    </div>
  );
  if (!span) {
    return (
      <>
        <p className={classes.facts}>
          No value of {name} reads as {reading.as === 'date' ? 'a date' : 'a number'}.
        </p>
        {rest}
      </>
    );
  }
  const [low, high] = drag?.base === base ? drag.at : [from, to];
  const whole = reading.as !== 'number';
  const step = whole ? 1 : (span.max - span.min) / STEPS || 1;
  return (
    <>
      <Bins facet={facet} low={low} high={high} />
      <RangeSlider
        className={classes.slider}
        size={4}
        thumbSize={14}
        label={null}
        min={span.min}
        max={span.max}
        step={step}
        minRange={0}
        disabled={span.min === span.max}
        value={[low, high]}
        thumbFromLabel={`Smallest ${name}`}
        thumbToLabel={`Largest ${name}`}
        onChange={([first, second]) => {
          setDrag({ base, at: [first, second] });
          follow(first, second);
        }}
        data-testid="facet-slider"
      />
      <div className={classes.bounds}>
        <BoundField
          label={`${name} from`}
          reading={reading}
          value={low}
          onSet={(value) => apply(value, high)}
        />
        <BoundField
          label={`${name} to`}
          reading={reading}
          value={high}
          onSet={(value) => apply(low, value)}
        />
      </div>
      {rest}
    </>
  );
}

/** Rows of the view before the whole table's, bin by bin; bins outside the bounds are pale. */
function Bins({
  facet,
  low,
  high,
}: {
  readonly facet: RangeFacet;
  readonly low: number;
  readonly high: number;
}) {
  const { span, bins, allBins } = facet;
  if (!span) return null;
  const top = Math.max(1, ...allBins);
  const width = (span.max - span.min) / bins.length;
  return (
    <div className={classes.bins} aria-hidden="true">
      {allBins.map((all, bin) => {
        const start = span.min + bin * width;
        const outside = start + width < low || start > high;
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its position.
            key={bin}
            className={classes.bin}
            title={`${boundField(facet.reading, start)} to ${boundField(facet.reading, start + width)}: ${formatCount(bins[bin] ?? 0)} of ${formatCount(all)}`}
          >
            <span className={classes.all} style={{ height: `${heightOf(all, top)}%` }} />
            <span
              className={cx(classes.shown, outside && classes.outside)}
              style={{ height: `${heightOf(bins[bin] ?? 0, top)}%` }}
            />
          </span>
        );
      })}
    </div>
  );
}

/** A bin with any row in it can be seen. */
function heightOf(count: number, top: number): number {
  return count === 0 ? 0 : Math.max(4, (count / top) * 100);
}

interface BoundFieldProps {
  readonly label: string;
  readonly reading: RangeFacet['reading'];
  readonly value: number;
  readonly onSet: (value: number) => void;
}

/** One bound, taken over with Enter or on leaving the field. */
function BoundField({ label, reading, value, onSet }: BoundFieldProps) {
  const shown = boundField(reading, value);
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && parseBound(reading, typed) === null;
  const take = () => {
    const bound = typed === null ? null : parseBound(reading, typed);
    if (bound !== null && typed !== shown) onSet(bound);
    setTyped(null);
  };
  return (
    <TextInput
      aria-label={label}
      size="xs"
      value={typed ?? shown}
      error={wrong}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
      data-testid="facet-bound"
    />
  );
}
