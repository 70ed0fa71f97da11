import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppFailure } from '@shared/base/result';
import { isSafeSegment } from '@shared/host/names';
import type { ProjectSummary } from '@shared/host/types';
import { during, systemCode } from './errors';
import { JOURNAL_FILE, PROJECT_FILE, type ProjectFile, readProjectFile } from './project-file';
import { exists } from './project-names';
import { countLines } from './reading';

/** Temporary folders and files older than this were left by a crash. Milliseconds. */
const LEFT_BEHIND_MS = 24 * 3600 * 1000;

/** What the list shows of one project folder. Throws when it cannot be opened. */
export async function summaryOf(
  projectsFolder: string,
  folder: string,
  project?: ProjectFile,
): Promise<ProjectSummary> {
  const path = join(projectsFolder, folder);
  const known = project ?? (await readProjectFile(path));
  const journal = join(path, JOURNAL_FILE);
  const there = await exists(journal);
  return {
    folder,
    projectId: known.id,
    name: known.name,
    createdAt: known.createdAt,
    changedAt: there ? (await stat(journal)).mtime.toISOString() : known.createdAt,
    entries: there ? await countLines(journal) : 0,
    damaged: null,
  };
}

/** Every project in the projects folder, last changed first. One that cannot be opened says why in `damaged`. */
export async function listProjects(projectsFolder: string): Promise<ProjectSummary[]> {
  const folders = await projectFolders(projectsFolder);
  const summaries = await Promise.all(folders.map((folder) => summaryOrDamage(projectsFolder, folder)));
  return summaries.sort((a, b) =>
    a.changedAt !== b.changedAt ? (a.changedAt > b.changedAt ? -1 : 1) : a.folder < b.folder ? -1 : 1,
  );
}

/** Folders with a `project.json` in them. */
async function projectFolders(projectsFolder: string): Promise<string[]> {
  const entries = await readdir(projectsFolder, { withFileTypes: true }).catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return [];
    throw cause;
  });
  const names = entries.filter((entry) => !entry.isFile() && !entry.name.startsWith('.')).map((e) => e.name);
  const found = await Promise.all(
    names.map((name) => exists(join(projectsFolder, name, PROJECT_FILE)).catch(() => false)),
  );
  return names.filter((_, at) => found[at]);
}

async function summaryOrDamage(projectsFolder: string, folder: string): Promise<ProjectSummary> {
  const damaged = (sentence: string): ProjectSummary => ({
    folder,
    projectId: '',
    name: folder,
    createdAt: '',
    changedAt: '',
    entries: 0,
    damaged: sentence,
  });
  if (!isSafeSegment(folder)) {
    return damaged(
      'The name of this folder has characters Winnow does not use. Rename the folder to open it.',
    );
  }
  try {
    return await during('read this project', () => summaryOf(projectsFolder, folder));
  } catch (cause) {
    if (cause instanceof AppFailure) return damaged(cause.error.message);
    throw cause;
  }
}

/** Folders, other than `except`, whose project has this id. */
export async function foldersWithId(projectsFolder: string, id: string, except: string): Promise<string[]> {
  const folders = (await projectFolders(projectsFolder)).filter((folder) => folder !== except);
  const ids = await Promise.all(
    folders.map(async (folder) => {
      const project = await readProjectFile(join(projectsFolder, folder)).catch(() => null);
      return project?.id ?? null;
    }),
  );
  return folders.filter((_, at) => ids[at] === id);
}

/** Removes what crashed imports and exports left behind. `now` in milliseconds since 1970. */
export async function sweepTemporaries(folder: string, now: number): Promise<void> {
  const entries = await readdir(folder).catch(() => []);
  for (const name of entries.filter((entry) => /^\.(?:new|import)-|^\..+\.part$/.test(entry))) {
    const path = join(folder, name);
    const touched = await stat(path).catch(() => null);
    if (touched && now - touched.mtimeMs > LEFT_BEHIND_MS) await rm(path, { recursive: true, force: true });
  }
}
