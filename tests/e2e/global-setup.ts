import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { requireChrome } from '../../scripts/chrome';

/**
 * Before the first end-to-end test: a browser must be there, and the app must be built. Says what is missing. Projects
 * and browser profiles of the run lie in one temporary folder, which goes when the run ends.
 */
export default function setup(): () => void {
  process.env['CHROME_PATH'] = requireChrome();
  const root = resolve(import.meta.dirname, '../..');
  for (const file of ['out/main/web.js', 'out/main/cli.js', 'out/renderer/index.html']) {
    if (!existsSync(resolve(root, file))) {
      throw new Error(`${file} is missing. Run \`npm run build\` first, or the whole \`npm test\`.`);
    }
  }
  const temporary = mkdtempSync(join(tmpdir(), 'winnow-e2e-'));
  process.env['WINNOW_E2E_TEMP'] = temporary;
  return () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
}
