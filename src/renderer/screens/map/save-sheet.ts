import { unwrap } from '@shared/base/result';
import { useProject, useProjectState } from '../../state/context';
import { safeFileName, saveBlob } from '../../state/download';
import { errorOf } from '../../state/failure';
import { notifyDone, notifyError } from '../../state/notify';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands the person the mapping sheet; what writes it is loaded when it is asked for. */
export function useSaveSheet(): (format: 'xlsx' | 'html') => Promise<void> {
  const project = useProject();
  const { name } = useProjectState();
  return async (format) => {
    try {
      const sheet = unwrap(await project.ask((engine) => engine.mappingSheet()));
      if (format === 'xlsx') {
        const { sheetXlsx } = await import('@shared/mapping/sheet-xlsx');
        saveBlob(new Blob([await sheetXlsx(sheet)], { type: XLSX }), `${safeFileName(name)}-mapping.xlsx`);
      } else {
        const { sheetHtml } = await import('@shared/mapping/sheet-html');
        saveBlob(new Blob([sheetHtml(sheet)], { type: 'text/html' }), `${safeFileName(name)}-mapping.html`);
      }
      notifyDone(`The mapping sheet of ${name} is saved.`);
    } catch (cause) {
      notifyError(errorOf(cause));
    }
  };
}
