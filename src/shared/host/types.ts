import type { Result } from '../base/result';
import type { Checkpoint } from '../journal/types';

/**
 * The typed contract between the renderer and whatever hosts it. Three hosts implement it over the same Node modules:
 * Electron, the local web server, and (directly) the command line. Every method returns a `Result`; nothing throws.
 */
export interface HostApi {
  info(): Promise<Result<HostInfo>>;
  listProjects(): Promise<Result<readonly ProjectSummary[]>>;
  /** Makes `<projects>/<slug>/` with `project.json`; the journal starts empty. */
  createProject(request: {
    readonly projectId: string;
    readonly name: string;
  }): Promise<Result<ProjectSummary>>;
  /** Reads and checks the folder; takes the writer's lock. */
  openProject(request: { readonly folder: string }): Promise<Result<OpenedProject>>;
  closeProject(request: { readonly folder: string }): Promise<Result<null>>;
  /** Appends whole lines and answers only after fsync. Refuses when the file does not end at `expectedBytes`. */
  appendJournal(request: {
    readonly folder: string;
    readonly expectedBytes: number;
    readonly lines: readonly string[];
  }): Promise<Result<{ readonly bytes: number }>>;
  /** Replaces the journal by a longer valid copy (recovery); the old file is kept beside it. */
  replaceJournal(request: {
    readonly folder: string;
    readonly text: string;
  }): Promise<Result<{ readonly bytes: number }>>;
  /** Stores a signed checkpoint in `project.json`, so that a cut journal is noticed. */
  saveCheckpoint(request: {
    readonly folder: string;
    readonly checkpoint: Checkpoint;
  }): Promise<Result<null>>;
  /** Source files are named by their SHA-256; the host hashes what arrives and refuses a wrong name. */
  beginSource(request: {
    readonly folder: string;
    readonly sha256: string;
    readonly ext: string;
    readonly bytes: number;
  }): Promise<Result<Upload>>;
  writeBlock(request: {
    readonly uploadId: string;
    readonly offset: number;
    readonly data: Uint8Array;
  }): Promise<Result<null>>;
  commitUpload(request: { readonly uploadId: string }): Promise<Result<null>>;
  abortUpload(request: { readonly uploadId: string }): Promise<Result<null>>;
  /** Up to 4 MiB of a source file. */
  readSource(request: {
    readonly folder: string;
    readonly sha256: string;
    readonly ext: string;
    readonly offset: number;
    readonly length: number;
  }): Promise<Result<Uint8Array>>;
  sourceSize(request: {
    readonly folder: string;
    readonly sha256: string;
    readonly ext: string;
  }): Promise<Result<number>>;
  /** A package is written into a temporary folder, fsynced, then renamed into `packages/<name>`. */
  beginPackage(request: {
    readonly folder: string;
    readonly name: string;
  }): Promise<Result<{ readonly packageId: string }>>;
  beginPackageFile(request: {
    readonly packageId: string;
    readonly path: string;
    readonly bytes: number;
    readonly sha256: string;
  }): Promise<Result<Upload>>;
  commitPackage(request: { readonly packageId: string }): Promise<Result<{ readonly path: string }>>;
  abortPackage(request: { readonly packageId: string }): Promise<Result<null>>;
  /** A `.winnow` file (zip of a project folder) in pieces, for download or a save dialog. */
  exportProject(request: {
    readonly folder: string;
  }): Promise<Result<{ readonly path: string; readonly bytes: number; readonly downloadId: string }>>;
  /** The finished package as one zip. */
  exportPackage(request: {
    readonly folder: string;
    readonly name: string;
  }): Promise<Result<{ readonly path: string; readonly bytes: number; readonly downloadId: string }>>;
  readDownload(request: {
    readonly downloadId: string;
    readonly offset: number;
    readonly length: number;
  }): Promise<Result<Uint8Array>>;
  beginImport(request: { readonly bytes: number }): Promise<Result<Upload>>;
  /** Finishes an uploaded `.winnow` file into a new project folder, after checking it as hostile input. */
  commitImport(request: { readonly uploadId: string }): Promise<Result<ProjectSummary>>;
  /** Files of the built-in sample estate, for "try with sample data". */
  readSample(request: { readonly name: string }): Promise<Result<Uint8Array>>;
  listSamples(): Promise<Result<readonly { readonly name: string; readonly bytes: number }[]>>;
  /** Shows a path in the file manager; only where `capabilities.reveal`. */
  reveal(request: { readonly path: string }): Promise<Result<null>>;
}

export interface Upload {
  readonly uploadId: string;
  /** True when the host already has the same content; nothing need be sent, commit still must be called. */
  readonly present: boolean;
}

export interface HostInfo {
  readonly kind: 'electron' | 'web' | 'memory';
  readonly version: string;
  readonly platform: string;
  readonly projectsFolder: string;
  readonly capabilities: { readonly reveal: boolean; readonly nativeMenu: boolean };
}

export interface ProjectSummary {
  /** Folder name under the projects folder; the handle for every call. */
  readonly folder: string;
  readonly projectId: string;
  readonly name: string;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly entries: number;
  /** Set when the folder cannot be opened, with the sentence why. */
  readonly damaged: string | null;
}

export interface OpenedProject {
  readonly summary: ProjectSummary;
  /** The whole journal as text; a torn last line is cut off and returned in `tornTail`. */
  readonly journal: string;
  readonly journalBytes: number;
  readonly tornTail: string | null;
  readonly checkpoint: Checkpoint | null;
}

/** Largest block of bytes per call. */
export const BLOCK_BYTES = 1 << 20;
