import { renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the window was left. */
export interface WindowState {
  /** Where it is when it is not maximised. */
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
}

/** Smallest window the screens are laid out for. */
export const MIN_SIZE = { width: 880, height: 600 } as const;
const FIRST_SIZE = { width: 1440, height: 900 } as const;

const number = z.number().min(-100_000).max(100_000);
const stateSchema = z.object({
  bounds: z.object({ x: number, y: number, width: number, height: number }).nullable(),
  maximized: z.boolean(),
});

/** The state kept in a file; the first-time state when there is none or it cannot be read. */
export async function readWindowState(path: string): Promise<WindowState> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return { bounds: null, maximized: false };
  }
}

/** Keeps the state, at once: the window is closing. A failure is no matter: it opens in its first place next time. */
export function keepWindowState(path: string, state: WindowState): void {
  try {
    writeFileSync(`${path}.part`, JSON.stringify(state));
    renameSync(`${path}.part`, path);
  } catch {
    // a full or read-only disk must not keep the window open
  }
}

/**
 * Where the window opens: where it was, if most of its title bar still is on a display (one may have been unplugged);
 * else in the middle of the first display, as large as it likes to be and the display allows.
 */
export function placeWindow(
  state: WindowState,
  displays: readonly Rectangle[],
): { width: number; height: number; x?: number; y?: number } {
  const { bounds } = state;
  const first = displays[0];
  if (bounds && displays.some((display) => titleBarIsOn(bounds, display))) {
    return {
      x: Math.round(bounds.x),
      y: Math.round(bounds.y),
      width: Math.max(MIN_SIZE.width, Math.round(bounds.width)),
      height: Math.max(MIN_SIZE.height, Math.round(bounds.height)),
    };
  }
  return {
    width: Math.min(FIRST_SIZE.width, first?.width ?? FIRST_SIZE.width),
    height: Math.min(FIRST_SIZE.height, first?.height ?? FIRST_SIZE.height),
  };
}

/** Height of the strip a person grabs a window by. */
const TITLE_BAR = 32;

function titleBarIsOn(window: Rectangle, display: Rectangle): boolean {
  const seen = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x);
  const isLevel = window.y >= display.y - TITLE_BAR / 2 && window.y <= display.y + display.height - TITLE_BAR;
  return isLevel && seen >= window.width / 2;
}
