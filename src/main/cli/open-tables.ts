import { basename } from 'node:path';
import type { TaskContext } from '@shared/base/progress';
import { capture, type Result, unwrap } from '@shared/base/result';
import { inspectFile } from '@shared/ingest/inspect';
import { readTable } from '@shared/ingest/read';
import { FileSource } from '../files/byte-source';
import { during } from '../files/errors';
import { chooseTables, type TableChoice } from './choose-tables';
import type { OpenedTable } from './opened-table';
import { threadHelp } from './read-thread';

/** Reads the chosen tables of one file as Winnow would propose to read them. */
export async function openTables(
  path: string,
  choice: TableChoice,
  task: TaskContext,
): Promise<Result<readonly OpenedTable[]>> {
  return capture(() =>
    during(`read ${path}`, async () => {
      const file = await FileSource.open(path);
      try {
        const fileName = basename(path);
        const inspection = unwrap(await inspectFile(file, fileName, task));
        const help = threadHelp();
        const chosen = unwrap(chooseTables(inspection, choice));
        const opened: OpenedTable[] = [];
        for (const proposal of chosen) {
          const ingested = unwrap(await readTable(file, fileName, proposal.options, task, help));
          opened.push({ path, fileName, format: inspection.format, proposal, ingested });
        }
        return opened;
      } finally {
        await file.close();
      }
    }),
  );
}
