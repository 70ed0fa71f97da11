import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildSamples, SAMPLE_SEED } from './samples/build';

/** Writes the sample estate into `resources/samples` (`npm run samples`). */
const folder = resolve(import.meta.dirname, '../resources/samples');
let total = 0;
for (const [path, bytes] of buildSamples(SAMPLE_SEED)) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  total += bytes.length;
  console.log(`${path.padEnd(28)} ${String(bytes.length).padStart(9)} bytes`);
}
console.log(`${'total'.padEnd(28)} ${String(total).padStart(9)} bytes`);
