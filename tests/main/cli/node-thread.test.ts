import { once } from 'node:events';
import type { WorkerAnswer, WorkerRequest } from '@shared/match/parallel/types';
import { describe, expect, it } from 'vitest';
import { nodeThread } from '../../../src/main/cli/node-thread';
import { sourceWorker } from '../../support/source-worker';

const THREAD = new URL('../../shared/match/parallel/thread.ts', import.meta.url);

describe('a thread of Node', () => {
  it('answers what it was asked before it was closed, and then ends by itself', async () => {
    const worker = sourceWorker(THREAD);
    const thread = nodeThread<WorkerRequest, WorkerAnswer>(worker);
    const answers: number[] = [];
    const ended = once(worker, 'exit');
    thread.listen(
      ({ id }) => void answers.push(id),
      () => undefined,
    );
    for (const id of [1, 2, 3])
      thread.post({ ask: 'compare', job: 0, id, left: new Uint32Array(1), right: new Uint32Array(1) });
    thread.close();
    worker.ref();
    expect(await ended).toEqual([0]);
    expect(answers).toEqual([1, 2, 3]);
  });
});
