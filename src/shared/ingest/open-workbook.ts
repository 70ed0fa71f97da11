import { AppFailure } from '../base/result';
import { type Content, checkOle, zipContent } from './content';
import { corruptWorkbook, emptyFile } from './errors';
import { openHtml } from './html-workbook';
import { MAX_MEMORY_WORKBOOK } from './limits';
import { openOds } from './ods-workbook';
import { ThreadFailed } from './parallel/thread-failed';
import { noThread, type ThreadStart } from './parallel/with-help';
import { openWithSheetJs } from './sheetjs-workbook';
import type { ByteSource } from './types';
import type { Workbook } from './workbook';
import { openXlsx } from './xlsx-workbook';
import { messageOf, ZipPackage } from './zip-package';

/** What an XLSB file may unpack to: the reader holds all of it. */
const MAX_XLSB = 4 * MAX_MEMORY_WORKBOOK;

/** Opens a workbook of any format, to be read with a thread where the format knows how. What a library throws on a damaged file becomes `CORRUPT_WORKBOOK`. */
export async function openWorkbook(
  file: ByteSource,
  fileName: string,
  content: Exclude<Content, 'text'>,
  start: ThreadStart = noThread,
): Promise<Workbook> {
  if (file.size === 0) throw emptyFile(fileName, 0);
  return guarded(fileName, async () => {
    if (content === 'html') return openHtml(file, fileName);
    if (content !== 'zip') {
      await checkOle(file, fileName);
      return openWithSheetJs(file, fileName, content);
    }
    const zip = await ZipPackage.open(file, fileName);
    switch (await zipContent(zip, fileName)) {
      case 'xlsx':
        return openXlsx(zip, file, fileName, start);
      case 'ods':
        return openOds(zip, fileName);
      case 'xlsb':
        await zip.checkSizes(MAX_XLSB);
        return openWithSheetJs(file, fileName, 'xlsb');
    }
  });
}

/** Runs `work`; anything but an `AppFailure` that comes out of it is a damaged file, unless a helping thread failed. */
export async function guarded<T>(fileName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const isKnown = cause instanceof AppFailure || cause instanceof ThreadFailed;
    throw isKnown ? cause : corruptWorkbook(fileName, messageOf(cause));
  }
}
