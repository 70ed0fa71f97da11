import { unwrap } from '@shared/base/result';
import { requestList } from '@shared/mapping/request-list';
import { reportCsv } from '@shared/package/report-csv';
import { plural } from '../../base/format';
import { useProject, useProjectState } from '../../state/context';
import { safeFileName, saveBlob } from '../../state/download';
import { errorOf } from '../../state/failure';
import { notifyDone, notifyError } from '../../state/notify';

/** Hands the person the values that the lists of the target lack, for the administrator of the CRM. */
export function useSaveRequests(): () => Promise<void> {
  const project = useProject();
  const { name } = useProjectState();
  return async () => {
    try {
      const values = requestList(unwrap(await project.ask((engine) => engine.mappingSheet())));
      if (values.length === 0) {
        notifyDone('Every value of every mapped list has a place in the target.');
        return;
      }
      const csv = reportCsv(
        [
          { header: 'object', text: (at) => values[at]?.object ?? '' },
          { header: 'field', text: (at) => values[at]?.field ?? '' },
          { header: 'api_name', text: (at) => values[at]?.api ?? '' },
          { header: 'value', text: (at) => values[at]?.value ?? '' },
          { header: 'rows', text: (at) => String(values[at]?.rows ?? '') },
          { header: 'tables', text: (at) => values[at]?.tables.join('; ') ?? '' },
          { header: 'decision', text: () => '' },
        ],
        values.length,
      );
      saveBlob(new Blob([new Uint8Array(csv)], { type: 'text/csv' }), `${safeFileName(name)}-new-values.csv`);
      notifyDone(`${plural(values.length, 'value')} without a place saved for the CRM administrator.`);
    } catch (cause) {
      notifyError(errorOf(cause));
    }
  };
}
