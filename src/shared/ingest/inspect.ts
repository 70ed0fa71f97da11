import type { TaskContext } from '../base/progress';
import { capture, type Result } from '../base/result';
import { contentOf } from './content';
import { inspectDelimited, previewDelimited } from './delimited-inspect';
import { badOptions, emptyFile } from './errors';
import type { ByteSource, Inspection, ReadOptions, TableProposal } from './types';
import { inspectWorkbook, previewWorkbook } from './workbook-inspect';

/**
 * What a file is and how it is best read: every table found in it, with evidence and a preview. The format is decided by
 * the content, never by the name. Reads the start of a text file, the first rows of each sheet of a workbook.
 */
export function inspectFile(
  file: ByteSource,
  fileName: string,
  task: TaskContext,
): Promise<Result<Inspection>> {
  return capture(async () => {
    if (file.size === 0) throw emptyFile(fileName, 0);
    const content = await contentOf(file, fileName);
    const common = { fileName, bytes: file.size };
    if (content === 'text') {
      const tables = await inspectDelimited(file, fileName, task);
      return { ...common, format: 'delimited', tables };
    }
    return { ...common, ...(await inspectWorkbook(file, fileName, content, task)) };
  });
}

/** One table of the file as it would look under other options, from its first rows. */
export function previewTable(
  file: ByteSource,
  fileName: string,
  options: ReadOptions,
  task: TaskContext,
): Promise<Result<TableProposal>> {
  return capture(async () => {
    if (file.size === 0) throw emptyFile(fileName, 0);
    const content = await contentOf(file, fileName);
    if (options.kind === 'delimited') {
      if (content !== 'text') throw badOptions(`"${fileName}" is a workbook: choose one of its sheets.`);
      return previewDelimited(file, fileName, options);
    }
    if (content === 'text') throw badOptions(`"${fileName}" is a text file and has no sheets.`);
    return previewWorkbook(file, fileName, content, options, task);
  });
}
