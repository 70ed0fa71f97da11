import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Upload } from '@shared/host/types';
import { makeFolder, randomId, renameDurably, syncFolders } from './durable';
import { failure } from './errors';
import { PACKAGES_FOLDER } from './project-file';
import { freeName, suffixed } from './project-names';
import type { Uploads } from './uploads';

interface OpenPackage {
  readonly owner: string;
  readonly folder: string;
  readonly temporary: string;
  readonly name: string;
  /** Paths announced so far, lower case: on some systems `A` and `a` are one file. */
  readonly paths: Set<string>;
  placed: number;
}

/** Migration packages being written: each in a temporary folder that becomes `packages/<name>` in one rename. */
export class Packages {
  readonly #open = new Map<string, OpenPackage>();
  readonly #uploads: Uploads;

  constructor(uploads: Uploads) {
    this.#uploads = uploads;
  }

  /** Starts a package of a project; `owner` is the project it is given up with. */
  async begin(projectFolder: string, owner: string, name: string): Promise<string> {
    const id = randomId();
    const folder = join(projectFolder, PACKAGES_FOLDER);
    const temporary = join(folder, `.tmp-${id}`);
    await makeFolder(temporary);
    this.#open.set(id, { owner, folder, temporary, name, paths: new Set(), placed: 0 });
    return id;
  }

  /** Starts one file of a package; its bytes arrive as an upload. */
  async beginFile(id: string, file: { path: string; bytes: number; sha256: string }): Promise<Upload> {
    const open = this.#find(id);
    const key = file.path.toLowerCase();
    if (open.paths.has(key)) {
      throw failure('PACKAGE_FILE_TWICE', `The package would hold the file "${file.path}" twice.`, {
        path: file.path,
      });
    }
    open.paths.add(key);
    const target = join(open.temporary, ...file.path.split('/'));
    await mkdir(dirname(target), { recursive: true });
    const uploadId = await this.#uploads.begin({
      temporary: join(open.temporary, `.${randomId()}.part`),
      bytes: file.bytes,
      sha256: file.sha256,
      place: async (temporary) => {
        await renameDurably(temporary, target);
        open.placed++;
      },
      owner: id,
    });
    return { uploadId, present: false };
  }

  /** Finishes a package; answers its folder. A taken name gets `-2`, `-3` … */
  async commit(id: string): Promise<string> {
    const open = this.#find(id);
    if (this.#uploads.isBusy(id) || open.placed !== open.paths.size || open.placed === 0) {
      throw failure('PACKAGE_INCOMPLETE', 'Not every file of the package has arrived. Export it again.', {
        announced: open.paths.size,
        arrived: open.placed,
      });
    }
    this.#open.delete(id);
    try {
      await syncFolders(open.temporary);
      const final = join(open.folder, await freeName(open.folder, suffixed(open.name)));
      await renameDurably(open.temporary, final);
      return final;
    } catch (cause) {
      await rm(open.temporary, { recursive: true, force: true });
      throw cause;
    }
  }

  /** Gives a package up and removes what was written. An unknown id is not an error. */
  async abort(id: string): Promise<void> {
    const open = this.#open.get(id);
    if (!open) return;
    this.#open.delete(id);
    await this.#uploads.abortOf(id);
    await rm(open.temporary, { recursive: true, force: true });
  }

  /** Gives up every package of a project. */
  async abortOf(owner: string): Promise<void> {
    for (const [id, open] of this.#open) if (open.owner === owner) await this.abort(id);
  }

  /** Gives every package up. */
  async abortAll(): Promise<void> {
    for (const id of [...this.#open.keys()]) await this.abort(id);
  }

  #find(id: string): OpenPackage {
    const open = this.#open.get(id);
    if (open) return open;
    throw failure(
      'PACKAGE_UNKNOWN',
      'This export was ended, perhaps by closing the project. Start it again.',
    );
  }
}
