import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { requireChrome } from '../../scripts/chrome';

/** Before the first end-to-end test: a browser must be there, and the app must be built. Says what is missing. */
export default function setup(): void {
  process.env['CHROME_PATH'] = requireChrome();
  const root = resolve(import.meta.dirname, '../..');
  for (const file of ['out/main/web.js', 'out/renderer/index.html']) {
    if (!existsSync(resolve(root, file))) {
      throw new Error(`${file} is missing. Run \`npm run build\` first, or the whole \`npm test\`.`);
    }
  }
}
