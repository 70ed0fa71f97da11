import { once } from 'node:events';
import { nodeThread } from '../../../../src/main/cli/node-thread';
import { type ReadHelp, readHelp } from '../../../../src/shared/ingest/parallel/types';
import { sourceWorker } from '../../../support/source-worker';

/**
 * A real thread of Node that runs the sources, already up; it serves one reading. It keeps the process alive only while
 * that lasts.
 */
export async function sourceThread(worthFrom?: number): Promise<ReadHelp> {
  const thread = sourceWorker(new URL('./thread.ts', import.meta.url));
  await once(thread, 'message');
  thread.unref();
  return readHelp(() => {
    thread.ref();
    return nodeThread(thread);
  }, worthFrom);
}
