import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectSummary } from '@shared/host/types';
import { unpackArchive } from './archive-read';
import { makeFolder, patiently, randomId, syncFolder, syncFolders, writeDurably } from './durable';
import {
  JOURNAL_FILE,
  PACKAGES_FOLDER,
  PROJECT_VERSION,
  type ProjectFile,
  SOURCES_FOLDER,
  writeProjectFile,
} from './project-file';
import { foldersWithId, summaryOf } from './project-list';
import { freeName, slugOf, suffixed } from './project-names';

/** Makes a project folder: complete under a temporary name first, then renamed, so that no half of one is ever seen. */
export async function createProjectFolder(
  projectsFolder: string,
  request: { readonly projectId: string; readonly name: string },
  createdAt: string,
): Promise<ProjectSummary> {
  await makeFolder(projectsFolder);
  const temporary = join(projectsFolder, `.new-${randomId()}`);
  try {
    await mkdir(join(temporary, SOURCES_FOLDER), { recursive: true });
    await mkdir(join(temporary, PACKAGES_FOLDER));
    await writeDurably(join(temporary, JOURNAL_FILE), '');
    return await settle(projectsFolder, temporary, {
      format: 'winnow-project',
      version: PROJECT_VERSION,
      id: request.projectId,
      name: request.name,
      folder: '',
      createdAt,
      copyOf: null,
      checkpoint: null,
    });
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true });
    throw cause;
  }
}

/**
 * Takes a `.winnow` file into a new project folder. When a project of the same identity is there already, the new one
 * becomes a copy with an identity of its own, so that the two never mix.
 */
export async function importProjectFolder(projectsFolder: string, archive: string): Promise<ProjectSummary> {
  const temporary = join(projectsFolder, `.import-${randomId()}`);
  try {
    await mkdir(temporary);
    const project = await unpackArchive(archive, temporary);
    await mkdir(join(temporary, PACKAGES_FOLDER), { recursive: true });
    const taken = await foldersWithId(projectsFolder, project.id, '');
    return await settle(projectsFolder, temporary, taken.length > 0 ? asCopy(project) : project);
  } catch (cause) {
    await rm(temporary, { recursive: true, force: true });
    throw cause;
  }
}

/** The same project with an identity of its own. */
function asCopy(project: ProjectFile): ProjectFile {
  return { ...project, id: randomUUID(), copyOf: project.id };
}

/** Writes `project.json` into a finished temporary folder and gives it its name. */
async function settle(
  projectsFolder: string,
  temporary: string,
  project: ProjectFile,
): Promise<ProjectSummary> {
  const folder = await freeName(projectsFolder, suffixed(slugOf(project.name)));
  const settled = { ...project, folder };
  await writeProjectFile(temporary, settled);
  await syncFolders(temporary);
  await patiently(() => rename(temporary, join(projectsFolder, folder)));
  await syncFolder(projectsFolder);
  return summaryOf(projectsFolder, folder, settled);
}

/**
 * Tells a project from a copy of its folder made in a file manager. The one whose name differs from the name it was made
 * under, while another folder has the same identity, is the copy: it gets an identity of its own. Otherwise the local
 * copy of the one's journal would be taken for the other's.
 */
export async function tellCopyApart(
  projectsFolder: string,
  folder: string,
  project: ProjectFile,
): Promise<ProjectFile> {
  if (project.folder === folder) return project;
  const twins = await foldersWithId(projectsFolder, project.id, folder);
  const own = { ...(twins.length > 0 ? asCopy(project) : project), folder };
  await writeProjectFile(join(projectsFolder, folder), own);
  return own;
}

/** Makes the projects folder with a line that says what it is. */
export async function ensureProjectsFolder(projectsFolder: string): Promise<void> {
  await makeFolder(projectsFolder);
  const note = join(projectsFolder, 'README.txt');
  await writeFile(note, README, { flag: 'wx' }).catch(() => undefined); // there already, or read-only: no matter
}

const README = `Winnow keeps its projects here, one folder each.
Copy or back up a whole folder, or use "Save as file" in Winnow. Do not edit the files inside: every line of a journal
carries a checksum over the lines before it.
`;
