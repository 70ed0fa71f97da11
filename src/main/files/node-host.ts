import { stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { capture, type Result } from '@shared/base/result';
import type { HostApi, HostInfo, ProjectSummary } from '@shared/host/types';
import { folderItems, projectItems, writeZip, type ZipItem } from './archive-write';
import { Downloads } from './downloads';
import { makeFolder, randomId } from './durable';
import { during, failure } from './errors';
import type { LockTimes } from './lock';
import { OpenProjects } from './open-projects';
import { Packages } from './packages';
import { PACKAGES_FOLDER } from './project-file';
import { createProjectFolder, ensureProjectsFolder, importProjectFolder } from './project-folders';
import { listProjects, sweepTemporaries } from './project-list';
import { EXPORTS_FOLDER, freeName, suffixed } from './project-names';
import { listSamples, readSample } from './samples';
import { Serial } from './serial';
import { beginSource, readSource, sourceSize } from './sources';
import { Uploads } from './uploads';

/** What a host over plain files is made from. */
export interface NodeHostOptions {
  readonly kind: HostInfo['kind'];
  readonly version: string;
  /** Absolute path; made when it is missing. */
  readonly projectsFolder: string;
  /** Absolute path of the built-in sample estate. */
  readonly samplesFolder: string;
  readonly nativeMenu?: boolean;
  /** Shows a path in the file manager, where the host can. */
  readonly reveal?: (path: string) => void;
  readonly now?: () => Date;
  readonly lockTimes?: LockTimes;
}

/** A host, and the way to let go of everything it holds. */
export interface NodeHost extends HostApi {
  /** Takes in a `.winnow` file by its path, checked as hostile input; for hosts that are given paths. */
  importFile(path: string): Promise<Result<ProjectSummary>>;
  /** Gives up transfers, closes every project and gives its lock back. */
  dispose(): Promise<void>;
}

/** Owner of uploads that belong to no project. */
const IMPORTS = ' imports';

/**
 * The host over the project folders on this computer, in plain Node. Its methods answer with a `Result`; requests are
 * expected to have passed `callHost` (names are safe segments, sizes within limits).
 */
export function createNodeHost(options: NodeHostOptions): NodeHost {
  const { projectsFolder } = options;
  const now = options.now ?? (() => new Date());
  const uploads = new Uploads();
  const packages = new Packages(uploads);
  const downloads = new Downloads();
  const projects = new OpenProjects(projectsFolder, options.lockTimes);
  const folderOf = (folder: string): string => join(projectsFolder, folder);

  /** Lets go of what a window that closed or was reloaded has left unfinished in a project. */
  const giveUp = async (folder: string): Promise<void> => {
    await packages.abortOf(folder);
    await uploads.abortOf(folder);
  };

  /** One zip at a time: two would want the same free name. */
  const exports = new Serial();
  const exportZip = (base: string, ending: string, find: () => Promise<ZipItem[]>) =>
    exports.run(async () => {
      const folder = join(projectsFolder, EXPORTS_FOLDER);
      await makeFolder(folder);
      await sweepTemporaries(folder, now().getTime());
      const path = join(folder, await freeName(folder, suffixed(base, ending)));
      await writeZip(path, await find());
      return downloads.offer(path);
    });

  return {
    info: () =>
      answer('say where it keeps its projects', async () => ({
        kind: options.kind,
        version: options.version,
        platform: process.platform,
        projectsFolder,
        capabilities: { reveal: options.reveal !== undefined, nativeMenu: options.nativeMenu ?? false },
      })),

    listProjects: () =>
      answer('list the projects', async () => {
        await sweepTemporaries(projectsFolder, now().getTime());
        return listProjects(projectsFolder);
      }),

    createProject: (request) =>
      answer('make the project', async () => {
        await ensureProjectsFolder(projectsFolder);
        return createProjectFolder(projectsFolder, request, now().toISOString());
      }),

    openProject: ({ folder }) =>
      answer('open the project', async () => {
        await giveUp(folder);
        return projects.open(folder);
      }),

    closeProject: ({ folder }) =>
      answer('close the project', async () => {
        await giveUp(folder);
        await projects.close(folder);
        return null;
      }),

    appendJournal: ({ folder, expectedBytes, lines }) =>
      answer('save the last step', async () => ({
        bytes: await projects.append(folder, expectedBytes, lines),
      })),

    replaceJournal: ({ folder, text }) =>
      answer('restore the journal', async () => ({ bytes: await projects.replace(folder, text) })),

    saveCheckpoint: ({ folder, checkpoint }) =>
      answer('save the checkpoint', async () => {
        await projects.saveCheckpoint(folder, checkpoint);
        return null;
      }),

    beginSource: (request) =>
      answer('store the source file', () =>
        beginSource(uploads, projects.pathOf(request.folder), request.folder, request),
      ),

    writeBlock: ({ uploadId, offset, data }) =>
      answer('store the file', async () => {
        await uploads.write(uploadId, offset, data);
        return null;
      }),

    commitUpload: ({ uploadId }) =>
      answer('store the file', async () => {
        await uploads.commit(uploadId);
        return null;
      }),

    abortUpload: ({ uploadId }) =>
      answer('give up the transfer', async () => {
        await uploads.abort(uploadId);
        return null;
      }),

    readSource: ({ folder, sha256, ext, offset, length }) =>
      answer('read the source file', () => readSource(folderOf(folder), { sha256, ext }, offset, length)),

    sourceSize: ({ folder, sha256, ext }) =>
      answer('read the source file', () => sourceSize(folderOf(folder), { sha256, ext })),

    beginPackage: ({ folder, name }) =>
      answer('write the package', async () => ({
        packageId: await packages.begin(projects.pathOf(folder), folder, name),
      })),

    beginPackageFile: ({ packageId, ...file }) =>
      answer('write the package', () => packages.beginFile(packageId, file)),

    commitPackage: ({ packageId }) =>
      answer('finish the package', async () => ({ path: await packages.commit(packageId) })),

    abortPackage: ({ packageId }) =>
      answer('remove the unfinished package', async () => {
        await packages.abort(packageId);
        return null;
      }),

    exportProject: ({ folder }) =>
      answer('save the project as a file', async () =>
        exportZip(folder, '.winnow', () => projectItems(folderOf(folder))),
      ),

    exportPackage: ({ folder, name }) =>
      answer('save the package as a file', async () =>
        exportZip(name, '.zip', () => folderItems(join(folderOf(folder), PACKAGES_FOLDER, name))),
      ),

    readDownload: ({ downloadId, offset, length }) =>
      answer('read the file', () => downloads.read(downloadId, offset, length)),

    beginImport: ({ bytes }) =>
      answer('take in the file', async () => {
        await ensureProjectsFolder(projectsFolder);
        const temporary = join(projectsFolder, `.import-${randomId()}.part`);
        const uploadId = await uploads.begin({ temporary, bytes, sha256: null, place: null, owner: IMPORTS });
        return { uploadId, present: false };
      }),

    commitImport: ({ uploadId }) =>
      answer('take in the file', () =>
        uploads.take(uploadId, (archive) => importProjectFolder(projectsFolder, archive)),
      ),

    readSample: ({ name }) => answer('read the sample file', () => readSample(options.samplesFolder, name)),

    listSamples: () => answer('list the sample files', () => listSamples(options.samplesFolder)),

    reveal: ({ path }) =>
      answer('show the file', async () => {
        if (options.reveal === undefined) {
          throw failure('NOT_HERE', `This window cannot open the file manager. The file is at ${path}`);
        }
        await stat(inside(projectsFolder, path));
        options.reveal(resolve(path));
        return null;
      }),

    importFile: (path) =>
      answer('take in the file', async () => {
        await ensureProjectsFolder(projectsFolder);
        return importProjectFolder(projectsFolder, path);
      }),

    dispose: async () => {
      await uploads.abortAll();
      await packages.abortAll();
      await projects.closeAll();
    },
  };
}

/** Runs one method: failures and errors of the operating system become error values. */
function answer<T>(doing: string, work: () => Promise<T>): Promise<Result<T>> {
  return capture(() => during(doing, work));
}

/** The path, when it lies inside the folder. */
function inside(folder: string, path: string): string {
  const way = relative(folder, resolve(path));
  if (way === '..' || way.startsWith(`..${sep}`) || resolve(folder, way) !== resolve(path)) {
    throw failure('NOT_HERE', 'Winnow shows only files inside its own projects folder.');
  }
  return resolve(path);
}
