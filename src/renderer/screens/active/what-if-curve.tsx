import type { WhatIfPoint } from '@shared/rules/types';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { formatCount } from '../../base/format';
import classes from './what-if-curve.module.css';

const W = 560;
const H = 210;
const PAD = { left: 52, right: 14, top: 26, bottom: 34 };

export interface WhatIfCurveProps {
  readonly points: readonly WhatIfPoint[];
  readonly months: number;
  readonly label: string;
  readonly onMonths: (months: number) => void;
}

/** How many records would be kept at each window length; the line is dragged, or moved by the arrow keys. */
export function WhatIfCurve({ points, months, label, onMonths }: WhatIfCurveProps) {
  const svg = useRef<SVGSVGElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? months;
  const first = points[0]?.months ?? 1;
  const last = points.at(-1)?.months ?? 60;
  const top = Math.max(1, ...points.map((point) => point.kept));
  const x = (month: number): number =>
    PAD.left + ((month - first) / Math.max(1, last - first)) * (W - PAD.left - PAD.right);
  const y = (count: number): number => H - PAD.bottom - (count / top) * (H - PAD.top - PAD.bottom);
  const line = points.map((point, i) => `${i === 0 ? 'M' : 'L'}${x(point.months)} ${y(point.kept)}`).join('');
  const here = points.find((point) => point.months === Math.min(last, Math.max(first, shown)));
  const monthAt = (event: PointerEvent): number => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return months;
    const at = ((event.clientX - box.left) / box.width) * W;
    const month = first + ((at - PAD.left) / (W - PAD.left - PAD.right)) * (last - first);
    return Math.round(Math.min(last, Math.max(first, month)));
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageDown: -6, PageUp: 6 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onMonths(Math.min(last, Math.max(first, months + by)));
  };
  const right = x(shown) > W * 0.62;
  return (
    <svg
      ref={svg}
      viewBox={`0 0 ${W} ${H}`}
      className={classes.curve}
      onPointerMove={(event) => dragged !== null && setDragged(monthAt(event))}
      onPointerUp={() => {
        if (dragged !== null) onMonths(dragged);
        setDragged(null);
      }}
      role="img"
      aria-label={`Kept ${label} by months without activity`}
    >
      {ticks(top).map((count) => (
        <g key={count}>
          <line className={classes.grid} x1={PAD.left} x2={W - PAD.right} y1={y(count)} y2={y(count)} />
          <text className={classes.axis} x={PAD.left - 8} y={y(count) + 4} textAnchor="end">
            {formatCount(count)}
          </text>
        </g>
      ))}
      <path className={classes.area} d={`${line}L${x(last)} ${y(0)}L${x(first)} ${y(0)}Z`} />
      <path className={classes.line} d={line} />
      {[6, 12, 18, 24, 36, 48, 60].map((month) => (
        <text key={month} className={classes.axis} x={x(month)} y={H - PAD.bottom + 16} textAnchor="middle">
          {month}
        </text>
      ))}
      <text className={classes.axis} x={W - PAD.right} y={H - 3} textAnchor="end">
        months without activity
      </text>
      {here ? (
        <>
          <line
            className={classes.now}
            x1={x(here.months)}
            x2={x(here.months)}
            y1={PAD.top - 12}
            y2={H - PAD.bottom}
          />
          <text
            className={classes.label}
            x={x(here.months) + (right ? -8 : 8)}
            y={PAD.top - 8}
            textAnchor={right ? 'end' : 'start'}
          >
            {here.months} months · {formatCount(here.kept)} {label}
          </text>
          <circle
            className={classes.handle}
            cx={x(here.months)}
            cy={y(here.kept)}
            r={6}
            role="slider"
            tabIndex={0}
            aria-label="Months without activity"
            aria-valuemin={first}
            aria-valuemax={last}
            aria-valuenow={here.months}
            onKeyDown={step}
            onPointerDown={(event) => {
              svg.current?.setPointerCapture(event.pointerId);
              setDragged(shown);
            }}
            data-testid="what-if-handle"
          />
        </>
      ) : null}
    </svg>
  );
}

/** Two to five round figures between 0 and the top. */
function ticks(top: number): readonly number[] {
  const rough = top / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((value) => value >= rough) ?? power * 10;
  const out: number[] = [];
  for (let count = step; count <= top; count += step) out.push(count);
  return out;
}
