import { unwrap } from '@shared/base/result';
import { type ReportedTable, reportHtml } from '@shared/profile/report/report-html';
import { useState } from 'react';
import { useProject, useProjectState } from '../../state/context';
import { safeFileName, saveBlob } from '../../state/download';
import { errorOf } from '../../state/failure';
import { notifyDone, notifyError } from '../../state/notify';

/** Gathers the profile of every table and hands it to the person as one page. */
export function useSaveReport(): { readonly busy: boolean; readonly save: () => Promise<void> } {
  const project = useProject();
  const state = useProjectState();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const tables: ReportedTable[] = [];
      for (const table of state.tables) {
        tables.push({
          tableId: table.id,
          name: table.name,
          profile: unwrap(await project.ask((engine) => engine.profile(table.id))),
          findings: unwrap(await project.ask((engine) => engine.findings(table.id))),
          before:
            table.baseline ?? unwrap(await project.ask((engine) => engine.profileAsRead(table.id))).quality,
          choices: state.columnChoices.filter((choice) => choice.tableId === table.id),
        });
      }
      const links = unwrap(await project.ask((engine) => engine.links()));
      const page = reportHtml({ title: state.name, tables, links });
      saveBlob(new Blob([page], { type: 'text/html' }), `${safeFileName(state.name)}-profile.html`);
      notifyDone(`The profile of ${state.name} is saved as one page.`);
    } catch (cause) {
      notifyError(errorOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return { busy, save };
}
