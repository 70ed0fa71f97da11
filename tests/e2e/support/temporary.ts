import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder. The end-to-end run sets `WINNOW_E2E_TEMP` and removes everything in it at its end. */
export function temporaryFolder(purpose: string): Promise<string> {
  return mkdtemp(join(process.env['WINNOW_E2E_TEMP'] ?? tmpdir(), `winnow-${purpose}-`));
}
