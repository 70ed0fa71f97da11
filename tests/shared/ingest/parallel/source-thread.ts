import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { nodeThread } from '../../../../src/main/cli/node-thread';
import { type ReadHelp, readHelp } from '../../../../src/shared/ingest/parallel/types';

const SOURCE = new URL('./thread.ts', import.meta.url).href;

/** Reads TypeScript in a thread of Node 20, where the loader of the parent does not reach. */
const START = `import('tsx/esm/api').then(({ register }) => { register(); return import('${SOURCE}'); })`;

/** A real thread of Node that runs the sources, already up; it serves one reading. */
export async function sourceThread(worthFrom?: number): Promise<ReadHelp> {
  const thread = new Worker(START, { eval: true });
  await once(thread, 'message');
  return readHelp(() => nodeThread(thread), worthFrom);
}
