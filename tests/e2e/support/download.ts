import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { temporaryFolder } from './temporary';

/** Does something that hands the person a file; answers where it lies now, under the name it was given. */
export async function downloaded(page: Page, act: () => Promise<unknown>): Promise<string> {
  const arriving = page.waitForEvent('download', { timeout: 60_000 });
  await act();
  const download = await arriving;
  const path = join(await temporaryFolder('download'), download.suggestedFilename());
  await download.saveAs(path);
  return path;
}
