import type { Progress } from '@shared/base/progress';
import { AppFailure, unwrap } from '@shared/base/result';
import type { Surroundings } from '../../state/app-store';
import { randomHex } from '../../state/clock';
import { draft } from '../../state/drafting';
import { type ActingPerson, openProject } from '../../state/open-project';
import { loadSample } from './load-sample';

export interface NewProjectRequest {
  readonly name: string;
  readonly system: string;
  readonly loader: string;
  /** Also loads the sample estate. */
  readonly sample: boolean;
  readonly report: (progress: Progress) => void;
}

/** Makes the folder and writes the first entries. Throws an `AppFailure`; answers with the folder. */
export async function createProject(
  { host, journalCopy }: Surroundings,
  by: ActingPerson,
  request: NewProjectRequest,
): Promise<string> {
  const projectId = randomHex(16);
  const { folder } = unwrap(await host.createProject({ projectId, name: request.name }));
  const project = unwrap(await openProject(host, folder, journalCopy));
  try {
    const error = await project.commit(
      [
        draft('project.created', request.name, { projectId, name: request.name }),
        draft('target.set', request.system, { system: request.system, loader: request.loader }),
      ],
      by,
    );
    if (error) throw new AppFailure(error);
    if (request.sample) await loadSample(project, by, request.report);
    return folder;
  } finally {
    await project.close();
  }
}
