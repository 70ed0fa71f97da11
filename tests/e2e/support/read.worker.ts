import { quietTask } from '@shared/base/progress';
import { unwrap } from '@shared/base/result';
import { inspectFile } from '@shared/ingest/inspect';
import { type ReadAnswer, type ReadRequest, type ReadThread, readHelp } from '@shared/ingest/parallel/types';
import { readTable } from '@shared/ingest/read';
import { webThread } from '../../../src/renderer/workers/web-thread';
import { digest } from '../../shared/ingest/parallel/digest';

/** What became of the second thread. */
type Helped = 'alone' | 'helped' | 'failed';

/** Reads the first table of a file in a worker of the browser, with a second thread if it is given a script for it. */
self.onmessage = async ({
  data,
}: MessageEvent<{ readonly name: string; readonly helper: string | null }>) => {
  const { name, helper } = data;
  let helped: Helped = 'alone';
  const start = (script: string): ReadThread => {
    const thread = webThread<ReadRequest, ReadAnswer>(new Worker(script, { type: 'module' }));
    helped = 'helped';
    return {
      ...thread,
      listen: (onAnswer, onFailed) =>
        thread.listen(onAnswer, () => {
          helped = 'failed';
          onFailed();
        }),
    };
  };
  const file = await (await fetch(`/${name}`)).blob();
  const { options } = unwrap(await inspectFile(file, name, quietTask)).tables[0]!;
  const help = helper === null ? null : readHelp(() => start(helper), 0);
  const table = digest(unwrap(await readTable(file, name, options, quietTask, help)));
  self.postMessage({ table, helped });
};
