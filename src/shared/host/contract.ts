import type { Result } from '../base/result';
import type { HostApi } from './types';

/** A method of the host, by name. */
export type HostMethod = keyof HostApi;

/** What a method is asked with; `undefined` for the ones that take nothing. */
export type HostRequest<M extends HostMethod> =
  Parameters<HostApi[M]> extends readonly [infer Request] ? Request : undefined;

/** What a method answers when it succeeds. */
export type HostAnswer<M extends HostMethod> =
  Awaited<ReturnType<HostApi[M]>> extends Result<infer Value> ? Value : never;

/** Every method, once; the compiler refuses a missing or an unknown one. */
const METHODS = {
  info: true,
  listProjects: true,
  createProject: true,
  openProject: true,
  closeProject: true,
  appendJournal: true,
  replaceJournal: true,
  saveCheckpoint: true,
  beginSource: true,
  writeBlock: true,
  commitUpload: true,
  abortUpload: true,
  readSource: true,
  sourceSize: true,
  beginPackage: true,
  beginPackageFile: true,
  commitPackage: true,
  abortPackage: true,
  exportProject: true,
  exportPackage: true,
  readDownload: true,
  beginImport: true,
  commitImport: true,
  readSample: true,
  listSamples: true,
  reveal: true,
} as const satisfies Record<HostMethod, true>;

/** True for the name of a method of the host; names on the object prototype are not. */
export function isHostMethod(name: string): name is HostMethod {
  return Object.hasOwn(METHODS, name);
}

/** The names of all methods, in the order of the contract. */
export const HOST_METHODS: readonly HostMethod[] = Object.keys(METHODS).filter(isHostMethod);

/** Carries one call to a host elsewhere: over IPC, over HTTP. Never rejects. */
export type HostSender = <M extends HostMethod>(
  method: M,
  request: HostRequest<M>,
) => Promise<Result<HostAnswer<M>>>;

/** The host behind a sender, as an object of plain functions (it passes the context bridge). */
export function hostOver(send: HostSender): HostApi {
  return {
    info: () => send('info', undefined),
    listProjects: () => send('listProjects', undefined),
    createProject: (request) => send('createProject', request),
    openProject: (request) => send('openProject', request),
    closeProject: (request) => send('closeProject', request),
    appendJournal: (request) => send('appendJournal', request),
    replaceJournal: (request) => send('replaceJournal', request),
    saveCheckpoint: (request) => send('saveCheckpoint', request),
    beginSource: (request) => send('beginSource', request),
    writeBlock: (request) => send('writeBlock', request),
    commitUpload: (request) => send('commitUpload', request),
    abortUpload: (request) => send('abortUpload', request),
    readSource: (request) => send('readSource', request),
    sourceSize: (request) => send('sourceSize', request),
    beginPackage: (request) => send('beginPackage', request),
    beginPackageFile: (request) => send('beginPackageFile', request),
    commitPackage: (request) => send('commitPackage', request),
    abortPackage: (request) => send('abortPackage', request),
    exportProject: (request) => send('exportProject', request),
    exportPackage: (request) => send('exportPackage', request),
    readDownload: (request) => send('readDownload', request),
    beginImport: (request) => send('beginImport', request),
    commitImport: (request) => send('commitImport', request),
    readSample: (request) => send('readSample', request),
    listSamples: () => send('listSamples', undefined),
    reveal: (request) => send('reveal', request),
  };
}
