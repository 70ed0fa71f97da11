import type { KeyboardEvent, PointerEvent } from 'react';

/** Handlers of a thumb that is dragged along a line, for `role="slider"`. */
export interface SlideHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * A thumb on stops 0..count-1. `track` is the element whose width is the line; `stopAt` finds the stop for a distance
 * from its left edge, in pixels and as a share of its width.
 */
export function slideHandlers(options: {
  readonly at: number;
  readonly count: number;
  readonly track: () => HTMLElement | null;
  readonly stopAt: (x: number, share: number) => number;
  readonly onMove: (stop: number) => void;
}): SlideHandlers {
  const { at, count, onMove } = options;
  const move = (stop: number) => {
    const inside = Math.max(0, Math.min(count - 1, stop));
    if (inside !== at) onMove(inside);
  };
  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.focus();
      event.preventDefault();
    },
    onPointerMove(event) {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const box = options.track()?.getBoundingClientRect();
      if (!box || box.width === 0) return;
      const x = event.clientX - box.left;
      move(options.stopAt(x, Math.max(0, Math.min(1, x / box.width))));
    },
    onKeyDown(event) {
      const steps: Readonly<Record<string, number>> = {
        ArrowLeft: at - 1,
        ArrowDown: at - 1,
        ArrowRight: at + 1,
        ArrowUp: at + 1,
        PageDown: at - 5,
        PageUp: at + 5,
        Home: 0,
        End: count - 1,
      };
      const stop = steps[event.key];
      if (stop === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      move(stop);
    },
  };
}

/** Index of the number nearest to `x`; the first of equals. */
export function nearest(places: readonly number[], x: number): number {
  let best = 0;
  places.forEach((place, at) => {
    if (Math.abs(place - x) < Math.abs(places[best]! - x)) best = at;
  });
  return best;
}
