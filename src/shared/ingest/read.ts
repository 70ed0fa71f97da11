import type { TaskContext } from '../base/progress';
import { capture, type Result } from '../base/result';
import { contentOf } from './content';
import { readDelimited } from './delimited-read';
import { badOptions, emptyFile } from './errors';
import type { ReadHelp } from './parallel/types';
import type { ByteSource, IngestedTable, ReadOptions } from './types';
import { readWorkbook } from './workbook-read';

/**
 * Reads one table of a file under settled options: the same bytes and options always give the same table. Reports
 * progress and obeys cancel about every megabyte of text or 5,000 rows of a sheet. `help` may be
 * had for large files.
 */
export function readTable(
  file: ByteSource,
  fileName: string,
  options: ReadOptions,
  task: TaskContext,
  help: ReadHelp | null = null,
): Promise<Result<IngestedTable>> {
  return capture(async () => {
    if (file.size === 0) throw emptyFile(fileName, 0);
    const content = await contentOf(file, fileName);
    if (options.kind === 'delimited') {
      if (content !== 'text') throw badOptions(`"${fileName}" is a workbook: choose one of its sheets.`);
      return readDelimited(file, fileName, options, task, help);
    }
    if (content === 'text') throw badOptions(`"${fileName}" is a text file and has no sheets.`);
    return readWorkbook(file, fileName, content, options, task, help);
  });
}
