import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeDurably } from '../files/durable';

/**
 * An older Chromium may delete what a newer one has stored in the window's database, and with it the person's signing
 * keys. So the newest version that ever ran is kept beside the data, and an older one does not start.
 */

const schema = z.object({ chromium: z.int().min(1).max(100_000) });

/** The newest Chromium that has run over this data, or null when none has. */
async function newestSeen(path: string): Promise<number | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8'))).chromium;
  } catch {
    return null;
  }
}

/** The major version of a Chromium: `156.0.8078.100` is 156; 0 when it cannot be read. */
export function majorOf(version: string): number {
  return Number(/^\d+/.exec(version)?.[0] ?? 0);
}

/**
 * Checks the running Chromium against the newest one seen and keeps the newer of the two. Answers the sentence that says
 * why Winnow must not start, or null.
 */
export async function checkEngine(path: string, version: string): Promise<string | null> {
  const running = majorOf(version);
  const newest = await newestSeen(path);
  if (newest !== null && running < newest) {
    return `A newer Winnow has been used on this computer (its engine is version ${newest}, this one's ${running}). Opening its data with this one could destroy your signing keys. Install the newer Winnow again.`;
  }
  if (running !== newest)
    await writeDurably(path, JSON.stringify({ chromium: running })).catch(() => undefined);
  return null;
}
