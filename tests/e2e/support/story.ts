import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Window } from './browser';

const PICTURES = resolve(import.meta.dirname, '../../../shots/failures');

/**
 * For tests that follow one another in the same window. What comes after a failure is skipped, because it could not
 * work, and the window as it was at the failure is kept as a picture in `shots/failures`. A test during which the page
 * reported an error or asked another address fails; `allowed` are errors that belong to what is tested.
 */
export function oneAfterAnother(
  windows: () => readonly (Window | undefined)[],
  allowed: readonly RegExp[] = [],
): void {
  let failed = false;
  beforeEach(({ skip }) => {
    if (failed) skip('an earlier step of this story failed');
  });
  afterEach(async ({ task }) => {
    const open = windows().filter((window) => window !== undefined);
    const complaints = open
      .flatMap((window) => [...window.errors.splice(0), ...window.foreign.splice(0)])
      .filter((text) => !allowed.some((pattern) => pattern.test(text)));
    if (task.result?.state !== 'fail' && complaints.length === 0) return;
    failed = true;
    for (const [at, window] of open.entries()) await picture(window, `${task.name} ${at + 1}`);
    expect(complaints).toEqual([]);
  });
}

async function picture({ page }: Window, name: string): Promise<void> {
  if (page.isClosed()) return;
  await mkdir(PICTURES, { recursive: true });
  const file = `${name.replace(/\W+/g, '-').slice(0, 80)}.png`;
  // Without a picture the failure itself still says enough.
  await page.screenshot({ path: resolve(PICTURES, file), timeout: 10_000 }).catch(() => undefined);
}
