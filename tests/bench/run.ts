import { writeSection } from '../accuracy/sections';
import { clustersBench } from './clusters';
import { ingestBench } from './ingest';
import { kernelsBench } from './kernels';
import { mappingBench } from './mapping';
import { matchingBench } from './matching';
import { profileBench } from './profile';
import { recipeBench } from './recipe';
import { splinkBench } from './splink';

/** One bench: a name (also its section in docs/benchmarks.md) and work that returns the section's text. */
export interface Bench {
  readonly name: string;
  readonly run: () => Promise<string>;
}

const BENCHES: readonly Bench[] = [
  matchingBench,
  kernelsBench,
  clustersBench,
  ingestBench,
  profileBench,
  recipeBench,
  mappingBench,
  splinkBench,
];

/** `npm run bench [name …]`: runs the benches named, or all, and rewrites their sections in docs/benchmarks.md. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  for (const bench of BENCHES) {
    if (asked.length > 0 && !asked.includes(bench.name)) continue;
    const text = await bench.run();
    console.log(`${text}\n`);
    writeSection(`bench-${bench.name}`, text);
  }
}

await main();
