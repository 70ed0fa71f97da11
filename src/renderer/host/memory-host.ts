import { sha256Hex } from '@shared/base/canonical';
import { fail, ok, type Result } from '@shared/base/result';
import type { HostApi, OpenedProject, ProjectSummary, Upload } from '@shared/host/types';
import type { Checkpoint } from '@shared/journal/types';
import { ByteStore } from './memory-bytes';

/** A built-in sample file. */
export interface Sample {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

interface MemoryProject {
  readonly folder: string;
  readonly projectId: string;
  readonly name: string;
  readonly createdAt: string;
  changedAt: string;
  journal: string;
  checkpoint: Checkpoint | null;
  readonly sources: Map<string, Uint8Array>;
  readonly packages: Map<string, ReadonlyMap<string, Uint8Array>>;
}

interface OpenPackage {
  readonly folder: string;
  readonly name: string;
  readonly files: Map<string, Uint8Array>;
}

/** A project as one file of this host: its own form, because it only ever reads its own. */
interface Archive {
  readonly name: string;
  readonly journal: string;
  readonly sources: readonly (readonly [string, readonly number[]])[];
}

/**
 * A whole host in memory: for tests, and for development without Node. It keeps the promises of the contract
 * (expected length of the journal, names by hash) but nothing outlives it.
 */
export function memoryHost(samples: readonly Sample[] = []): HostApi {
  const projects = new Map<string, MemoryProject>();
  const packages = new Map<string, OpenPackage>();
  const store = new ByteStore();
  let handles = 0;
  const handle = (): string => (++handles).toString(16).padStart(32, '0');
  const now = (): string => new Date().toISOString();

  const find = (folder: string): Result<MemoryProject> => {
    const project = projects.get(folder);
    return project
      ? ok(project)
      : fail('PROJECT_NOT_FOUND', 'This project is not here any more. Go back to all projects.', { folder });
  };
  const add = (projectId: string, name: string): MemoryProject => {
    const slug =
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'project';
    let folder = slug;
    for (let n = 2; projects.has(folder); n++) folder = `${slug}-${n}`;
    const at = now();
    const project: MemoryProject = {
      folder,
      projectId,
      name,
      createdAt: at,
      changedAt: at,
      journal: '',
      checkpoint: null,
      sources: new Map(),
      packages: new Map(),
    };
    projects.set(folder, project);
    return project;
  };
  const download = (path: string, bytes: Uint8Array) => {
    const downloadId = handle();
    store.keep(downloadId, bytes);
    return ok({ path, bytes: bytes.byteLength, downloadId });
  };

  return {
    info: async () =>
      ok({
        kind: 'memory',
        version: '0',
        platform: 'browser',
        projectsFolder: 'memory of this page',
        capabilities: { reveal: false, nativeMenu: false },
      }),
    listProjects: async () => ok([...projects.values()].map(summaryOf)),
    createProject: async ({ projectId, name }) => ok(summaryOf(add(projectId, name))),
    openProject: async ({ folder }) => {
      const project = find(folder);
      if (!project.ok) return project;
      const { journal, checkpoint } = project.value;
      return ok<OpenedProject>({
        summary: summaryOf(project.value),
        journal,
        journalBytes: byteLength(journal),
        tornTail: null,
        checkpoint,
      });
    },
    closeProject: async () => ok(null),
    appendJournal: async ({ folder, expectedBytes, lines }) => {
      const project = find(folder);
      if (!project.ok) return project;
      if (byteLength(project.value.journal) !== expectedBytes) {
        return fail('JOURNAL_MOVED', 'The journal was changed elsewhere. Open the project again.');
      }
      project.value.journal += lines.map((line) => `${line}\n`).join('');
      project.value.changedAt = now();
      return ok({ bytes: byteLength(project.value.journal) });
    },
    replaceJournal: async ({ folder, text }) => {
      const project = find(folder);
      if (!project.ok) return project;
      project.value.journal = text;
      return ok({ bytes: byteLength(text) });
    },
    saveCheckpoint: async ({ folder, checkpoint }) => {
      const project = find(folder);
      if (!project.ok) return project;
      project.value.checkpoint = checkpoint;
      return ok(null);
    },
    beginSource: async ({ folder, sha256, ext, bytes }) => {
      const project = find(folder);
      if (!project.ok) return project;
      const uploadId = handle();
      const present = project.value.sources.has(`${sha256}.${ext}`);
      store.begin(uploadId, present ? 0 : bytes, (data) => {
        if (present) return ok(null);
        if (sha256Hex(data) !== sha256)
          return fail('HASH_MISMATCH', 'The file changed while it was read. Add it again.');
        project.value.sources.set(`${sha256}.${ext}`, data);
        return ok(null);
      });
      return ok<Upload>({ uploadId, present });
    },
    writeBlock: async ({ uploadId, offset, data }) => store.write(uploadId, offset, data),
    commitUpload: async ({ uploadId }) => store.commit(uploadId),
    abortUpload: async ({ uploadId }) => store.abort(uploadId),
    readSource: async ({ folder, sha256, ext, offset, length }) => {
      const bytes = projects.get(folder)?.sources.get(`${sha256}.${ext}`);
      return bytes ? ok(bytes.slice(offset, offset + length)) : missingSource(sha256);
    },
    sourceSize: async ({ folder, sha256, ext }) => {
      const bytes = projects.get(folder)?.sources.get(`${sha256}.${ext}`);
      return bytes ? ok(bytes.byteLength) : missingSource(sha256);
    },
    beginPackage: async ({ folder, name }) => {
      const project = find(folder);
      if (!project.ok) return project;
      if (project.value.packages.has(name))
        return fail('PACKAGE_EXISTS', `A package named ${name} exists already.`);
      const packageId = handle();
      packages.set(packageId, { folder, name, files: new Map() });
      return ok({ packageId });
    },
    beginPackageFile: async ({ packageId, path, bytes, sha256 }) => {
      const open = packages.get(packageId);
      if (!open)
        return fail('UNKNOWN_HANDLE', 'This package is not being written any more. Start the export again.');
      const uploadId = handle();
      store.begin(uploadId, bytes, (data) => {
        if (sha256Hex(data) !== sha256)
          return fail('HASH_MISMATCH', `${path} arrived damaged. Start the export again.`);
        open.files.set(path, data);
        return ok(null);
      });
      return ok<Upload>({ uploadId, present: false });
    },
    commitPackage: async ({ packageId }) => {
      const open = packages.get(packageId);
      const project = open
        ? find(open.folder)
        : fail('UNKNOWN_HANDLE', 'This package is not being written any more.');
      if (!open || !project.ok) return project.ok ? fail('UNKNOWN_HANDLE', 'No such package.') : project;
      project.value.packages.set(open.name, open.files);
      packages.delete(packageId);
      return ok({ path: `packages/${open.name}` });
    },
    abortPackage: async ({ packageId }) => {
      packages.delete(packageId);
      return ok(null);
    },
    exportProject: async ({ folder }) => {
      const project = find(folder);
      if (!project.ok) return project;
      const { name, journal, sources } = project.value;
      const archive: Archive = {
        name,
        journal,
        sources: [...sources].map(([key, data]) => [key, [...data]]),
      };
      return download(`${folder}.winnow`, new TextEncoder().encode(JSON.stringify(archive)));
    },
    exportPackage: async ({ folder, name }) => {
      const files = projects.get(folder)?.packages.get(name);
      if (!files) return fail('PACKAGE_NOT_FOUND', `There is no package named ${name}.`);
      const listing = [...files]
        .map(([path, data]) => `${path}\t${data.byteLength}\t${sha256Hex(data)}\n`)
        .join('');
      return download(`${name}.txt`, new TextEncoder().encode(listing));
    },
    readDownload: async ({ downloadId, offset, length }) => store.read(downloadId, offset, length),
    beginImport: async ({ bytes }) => {
      const uploadId = handle();
      store.begin(uploadId, bytes, () => ok(null));
      return ok<Upload>({ uploadId, present: false });
    },
    commitImport: async ({ uploadId }) => {
      const archive = readArchive(store.take(uploadId));
      if (!archive) return fail('ARCHIVE_INVALID', 'This file is not a Winnow project.');
      const project = add(`imported-${handle().slice(-8)}`, archive.name);
      project.journal = archive.journal;
      for (const [key, data] of archive.sources) project.sources.set(key, Uint8Array.from(data));
      return ok(summaryOf(project));
    },
    readSample: async ({ name }) => {
      const sample = samples.find((item) => item.name === name);
      return sample
        ? ok(await sample.bytes())
        : fail('SAMPLE_NOT_FOUND', `There is no sample named ${name}.`);
    },
    listSamples: async () =>
      ok(
        await Promise.all(
          samples.map(async ({ name, bytes }) => ({ name, bytes: (await bytes()).byteLength })),
        ),
      ),
    reveal: async () => fail('NOT_SUPPORTED', 'This Winnow cannot show folders.'),
  };
}

function summaryOf(project: MemoryProject): ProjectSummary {
  const { folder, projectId, name, createdAt, changedAt, journal } = project;
  const entries = journal === '' ? 0 : journal.trimEnd().split('\n').length;
  return { folder, projectId, name, createdAt, changedAt, entries, damaged: null };
}

function missingSource(sha256: string) {
  return fail('SOURCE_MISSING', 'A source file of this project is missing. Add the same file again.', {
    sha256,
  });
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

function readArchive(bytes: Uint8Array | null): Archive | null {
  if (!bytes) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isArchive(value) ? value : null;
  } catch {
    return null;
  }
}

function isArchive(value: unknown): value is Archive {
  if (typeof value !== 'object' || value === null) return false;
  return 'name' in value && typeof value.name === 'string' && 'journal' in value && 'sources' in value;
}
