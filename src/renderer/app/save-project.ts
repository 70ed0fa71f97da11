import { download, safeFileName } from '../state/download';
import { errorOf } from '../state/failure';
import { notifyDone, notifyError } from '../state/notify';
import type { OpenProject } from '../state/open-project';

/** Hands the whole project to the person as one `.winnow` file, sources included. */
export async function saveProject(project: OpenProject): Promise<void> {
  const { folder, host } = project;
  const fileName = `${safeFileName(project.session.state.name)}.winnow`;
  try {
    await download(host, host.exportProject({ folder }), fileName);
    notifyDone(`${fileName} holds the project with its source files: treat it like the data.`);
  } catch (cause) {
    notifyError(errorOf(cause));
  }
}
