import type { TaskContext } from '../base/progress';
import { capture, type Result } from '../base/result';
import { contentOf } from './content';
import { readDelimited } from './delimited-read';
import { badOptions, emptyFile } from './errors';
import type { ReadHelp } from './parallel/types';
import { withHelp } from './parallel/with-help';
import type { ByteSource, IngestedTable, ReadOptions } from './types';
import { readWorkbook } from './workbook-read';

/**
 * Reads one table of a file under settled options: the same bytes and options always give the same table. Reports
 * progress and obeys cancel about every megabyte of text, quarter of a megabyte of an XLSX sheet or 5,000 rows of another. With
 * `help` another thread does half of the work on large files; the table is the same.
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
      return withHelp(help, file.size, (start) => readDelimited(file, fileName, options, task, start));
    }
    if (content === 'text') throw badOptions(`"${fileName}" is a text file and has no sheets.`);
    return withHelp(help, file.size, (start) => readWorkbook(file, fileName, content, options, task, start));
  });
}
