import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedProject } from '@shared/host/types';
import type { Checkpoint } from '@shared/journal/types';
import { failure } from './errors';
import { JournalFile } from './journal-file';
import { type LockTimes, ProjectLock } from './lock';
import {
  PACKAGES_FOLDER,
  type ProjectFile,
  readProjectFile,
  SOURCES_FOLDER,
  writeProjectFile,
} from './project-file';
import { tellCopyApart } from './project-folders';
import { summaryOf } from './project-list';
import { renamedTo } from './project-rename';
import { Serial } from './serial';

interface Open {
  readonly path: string;
  readonly lock: ProjectLock;
  readonly journal: JournalFile;
  /** Writes to `project.json`, one after the other. */
  readonly serial: Serial;
  project: ProjectFile;
}

/** The projects this host has open for writing: one lock and one journal each. */
export class OpenProjects {
  readonly #open = new Map<string, Open>();
  readonly #serial = new Serial();
  readonly #projectsFolder: string;
  readonly #lockTimes: LockTimes | undefined;

  constructor(projectsFolder: string, lockTimes?: LockTimes) {
    this.#projectsFolder = projectsFolder;
    this.#lockTimes = lockTimes;
  }

  /**
   * Opens a project, or opens it again for a window that was reloaded: the lock stays, the journal is read afresh. What
   * an earlier crash left half-written in it is removed. Throws `PROJECT_LOCKED`, `PROJECT_TOO_NEW`, `PROJECT_DAMAGED`.
   */
  open(folder: string): Promise<OpenedProject> {
    return this.#serial.run(async () => {
      const path = join(this.#projectsFolder, folder);
      const before = this.#open.get(folder);
      if (before) {
        this.#open.delete(folder);
        await before.journal.close();
      }
      let lock = before?.lock;
      try {
        let project = await readProjectFile(path);
        lock ??= await ProjectLock.acquire(path, this.#lockTimes);
        await lock.verify();
        if (!before) {
          project = await tellCopyApart(this.#projectsFolder, folder, project);
          await removeLeftovers(path);
        }
        const { journal, text, bytes, tornTail } = await JournalFile.open(path);
        this.#open.set(folder, { path, lock, journal, serial: new Serial(), project });
        return {
          summary: await summaryOf(this.#projectsFolder, folder, project),
          journal: text,
          journalBytes: bytes,
          tornTail,
          checkpoint: project.checkpoint,
        };
      } catch (cause) {
        if (!this.#open.has(folder)) await lock?.release();
        throw cause;
      }
    });
  }

  /** Closes a project and gives its lock back. Closing one that is not open does nothing. */
  close(folder: string): Promise<void> {
    return this.#serial.run(async () => {
      const open = this.#open.get(folder);
      this.#open.delete(folder);
      await open?.journal.close();
      await open?.lock.release();
    });
  }

  /** Closes every project. */
  async closeAll(): Promise<void> {
    for (const folder of [...this.#open.keys()]) await this.close(folder);
  }

  /** The folder of an open project. Throws `PROJECT_NOT_OPEN`. */
  pathOf(folder: string): string {
    return this.#find(folder).path;
  }

  /** Appends lines; see `JournalFile.append`. A renamed project is renamed in `project.json` too, for the list. */
  async append(folder: string, expectedBytes: number, lines: readonly string[]): Promise<number> {
    const open = this.#find(folder);
    await open.lock.verify();
    const bytes = await open.journal.append(expectedBytes, lines);
    const name = renamedTo(lines);
    if (name !== null) {
      // The line is on the disk and counts; the list catches up with the next rename if this fails.
      await this.#change(open, { name }).catch(() => undefined);
    }
    return bytes;
  }

  /** Replaces the journal; see `JournalFile.replace`. */
  async replace(folder: string, text: string): Promise<number> {
    const open = this.#find(folder);
    await open.lock.verify();
    return open.journal.replace(text);
  }

  /** Stores a signed checkpoint in `project.json`. */
  async saveCheckpoint(folder: string, checkpoint: Checkpoint): Promise<void> {
    const open = this.#find(folder);
    await open.lock.verify();
    await this.#change(open, { checkpoint: { ...checkpoint } });
  }

  #change(open: Open, change: Partial<ProjectFile>): Promise<void> {
    return open.serial.run(async () => {
      const project = { ...open.project, ...change };
      await writeProjectFile(open.path, project);
      open.project = project;
    });
  }

  #find(folder: string): Open {
    const open = this.#open.get(folder);
    if (open) return open;
    throw failure('PROJECT_NOT_OPEN', 'This project is not open any more. Open it again from the list.');
  }
}

/** Half-written uploads and packages of a crashed run; the lock is ours, so nobody is writing them. */
async function removeLeftovers(path: string): Promise<void> {
  const places: readonly [string, RegExp][] = [
    [path, /^\..+\.part$/],
    [join(path, SOURCES_FOLDER), /^\..+\.part$/],
    [join(path, PACKAGES_FOLDER), /^\.tmp-/],
  ];
  for (const [folder, temporary] of places) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (temporary.test(name)) await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}
