import { AppFailure } from '@shared/base/result';
import { notifyDone, notifyError } from '../../../state/notify';
import type { OpenProject } from '../../../state/open-project';
import type { WinnowDatabase } from '../../../store/database';
import { type DroppedFiles, skippedSentence } from './dropped-files';
import { takeFiles } from './import-actions';
import { importStoreOf } from './import-store';
import { pastedFiles } from './pasted-files';

/** Takes the files of a drop in, and says what was left out. */
export function takeDrop(project: OpenProject, database: WinnowDatabase, dropped: DroppedFiles): void {
  const sentence = skippedSentence(dropped);
  const store = importStoreOf(project);
  if (sentence !== null) {
    store.setState((model) => ({ skipped: [...model.skipped, ...dropped.skipped] }));
    if (dropped.files.length === 0) notifyError({ code: 'NO_TABLE_FILES', message: sentence });
    else notifyDone(sentence);
  }
  if (dropped.files.length > 0) void takeFiles(project, database, dropped.files);
}

/** Takes what lies on the clipboard in; says so where it holds no table. */
export async function takePaste(
  project: OpenProject,
  database: WinnowDatabase,
  data: Pick<DataTransfer, 'files' | 'getData'>,
): Promise<void> {
  const taken = importStoreOf(project)
    .getState()
    .files.map(({ file }) => file.name);
  const files = await pastedFiles(data, taken);
  if (files.length > 0) await takeFiles(project, database, files);
  else
    notifyError({
      code: 'NOTHING_TO_PASTE',
      message: 'There is no text or table on the clipboard. Copy the cells again and paste them here.',
    });
}

/** Reads the clipboard for the button; where the browser refuses, says which key does it. */
export async function takeClipboard(project: OpenProject, database: WinnowDatabase): Promise<void> {
  try {
    const items = await navigator.clipboard.read();
    const texts = new Map<string, string>();
    for (const item of items) {
      for (const type of ['text/html', 'text/plain']) {
        if (item.types.includes(type)) texts.set(type, await (await item.getType(type)).text());
      }
    }
    await takePaste(project, database, {
      files: new DataTransfer().files,
      getData: (type) => texts.get(type) ?? '',
    });
  } catch (cause) {
    if (cause instanceof AppFailure) throw cause;
    notifyDone('Press Ctrl+V to paste: the clipboard is only handed over to the key.');
  }
}
