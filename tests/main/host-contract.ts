import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unwrap } from '@shared/base/result';
import type { HostApi, Upload } from '@shared/host/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A host under test with a projects folder of its own. */
export interface HostUnderTest {
  readonly host: HostApi;
  readonly projectsFolder: string;
  close(): Promise<void>;
}

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
const text = (data: Uint8Array): string => Buffer.from(data).toString('utf8');

/** A journal line as the host sees it: numbered JSON. */
export const line = (seq: number): string =>
  JSON.stringify({ seq, kind: 'source.added', payload: { n: seq } });

/** Sends bytes in blocks of `step` bytes; does not finish. */
export async function send(host: HostApi, upload: Upload, data: Uint8Array, step = 1 << 20): Promise<void> {
  for (let offset = 0; offset < data.byteLength; offset += step) {
    unwrap(
      await host.writeBlock({
        uploadId: upload.uploadId,
        offset,
        data: data.subarray(offset, offset + step),
      }),
    );
  }
}

/** Reads a whole download in blocks of 1 MiB. */
export async function download(host: HostApi, file: { downloadId: string; bytes: number }): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for (let offset = 0; offset < file.bytes; offset += 1 << 20) {
    parts.push(unwrap(await host.readDownload({ downloadId: file.downloadId, offset, length: 1 << 20 })));
  }
  return Buffer.concat(parts);
}

/** What every host over project folders does, whatever lies between it and the caller. */
export function describeHost(name: string, setUp: () => Promise<HostUnderTest>): void {
  describe(name, () => {
    let it_: HostUnderTest;
    let host: HostApi;
    beforeEach(async () => {
      it_ = await setUp();
      host = it_.host;
    });
    afterEach(() => it_.close());

    const codeOf = async (call: Promise<{ ok: boolean; error?: { code: string } }>): Promise<string> => {
      const result = await call;
      return result.ok ? 'ok' : (result.error?.code ?? '');
    };
    const newProject = async (projectName = 'Demo'): Promise<string> => {
      const made = unwrap(
        await host.createProject({ projectId: `id-${projectName}-0001`, name: projectName }),
      );
      return made.folder;
    };
    const openProject = async (projectName?: string): Promise<string> => {
      const folder = await newProject(projectName);
      unwrap(await host.openProject({ folder }));
      return folder;
    };
    const storeSource = async (folder: string, data: Uint8Array, ext = 'csv') => {
      const source = { folder, sha256: sha256(data), ext };
      const upload = unwrap(await host.beginSource({ ...source, bytes: data.byteLength }));
      await send(host, upload, data, 7);
      unwrap(await host.commitUpload({ uploadId: upload.uploadId }));
      return source;
    };

    it('says what it is and where it keeps projects', async () => {
      const info = unwrap(await host.info());
      expect(info.projectsFolder).toBe(it_.projectsFolder);
      expect(info.version).toMatch(/^\d+\.\d+\.\d+/);
    });

    it('starts with no projects, and lists what is made', async () => {
      expect(unwrap(await host.listProjects())).toEqual([]);
      const made = unwrap(await host.createProject({ projectId: 'project-0001', name: 'Müller & Co: CRM' }));
      expect(made).toMatchObject({
        folder: 'müller-co-crm',
        projectId: 'project-0001',
        name: 'Müller & Co: CRM',
        entries: 0,
        damaged: null,
      });
      expect(unwrap(await host.listProjects())).toEqual([made]);
    });

    it('gives a second project of the same name a folder of its own', async () => {
      await newProject('Demo');
      expect(unwrap(await host.createProject({ projectId: 'other-0001', name: 'Demo' })).folder).toBe(
        'demo-2',
      );
    });

    it('keeps appended lines and gives them back on opening', async () => {
      const folder = await newProject();
      expect(unwrap(await host.openProject({ folder }))).toMatchObject({
        journal: '',
        journalBytes: 0,
        tornTail: null,
        checkpoint: null,
      });
      const first = unwrap(await host.appendJournal({ folder, expectedBytes: 0, lines: [line(1), line(2)] }));
      const umlaut = '{"seq":3,"payload":"ü 漢"}';
      const second = unwrap(
        await host.appendJournal({ folder, expectedBytes: first.bytes, lines: [umlaut] }),
      );
      const journal = `${line(1)}\n${line(2)}\n${umlaut}\n`;
      expect(second.bytes).toBe(Buffer.byteLength(journal));
      expect(await readFile(join(it_.projectsFolder, folder, 'journal.jsonl'), 'utf8')).toBe(journal);
      unwrap(await host.closeProject({ folder }));
      const opened = unwrap(await host.openProject({ folder }));
      expect(opened.journal).toBe(journal);
      expect(opened.journalBytes).toBe(second.bytes);
      expect(opened.summary.entries).toBe(3);
    });

    it('refuses an append that does not start where the journal ends', async () => {
      const folder = await openProject();
      unwrap(await host.appendJournal({ folder, expectedBytes: 0, lines: [line(1)] }));
      expect(await codeOf(host.appendJournal({ folder, expectedBytes: 0, lines: [line(2)] }))).toBe(
        'JOURNAL_MOVED',
      );
    });

    it('lets only one of two appends at the same time through', async () => {
      const folder = await openProject();
      const codes = await Promise.all(
        [1, 2, 3].map((n) => codeOf(host.appendJournal({ folder, expectedBytes: 0, lines: [line(n)] }))),
      );
      expect(codes.sort()).toEqual(['JOURNAL_MOVED', 'JOURNAL_MOVED', 'ok']);
    });

    it('opens a project again for a window that was reloaded', async () => {
      const folder = await openProject();
      unwrap(await host.appendJournal({ folder, expectedBytes: 0, lines: [line(1)] }));
      const again = unwrap(await host.openProject({ folder }));
      expect(again.journal).toBe(`${line(1)}\n`);
      unwrap(await host.appendJournal({ folder, expectedBytes: again.journalBytes, lines: [line(2)] }));
    });

    it('writes only to projects that are open', async () => {
      const folder = await newProject();
      expect(await codeOf(host.appendJournal({ folder, expectedBytes: 0, lines: [line(1)] }))).toBe(
        'PROJECT_NOT_OPEN',
      );
      expect(await codeOf(host.openProject({ folder: 'nowhere' }))).toBe('NOT_A_PROJECT');
    });

    it('replaces the journal by another copy and keeps the old one', async () => {
      const folder = await openProject();
      unwrap(await host.appendJournal({ folder, expectedBytes: 0, lines: [line(1)] }));
      const longer = `${line(1)}\n${line(2)}\n`;
      const { bytes } = unwrap(await host.replaceJournal({ folder, text: longer }));
      expect(bytes).toBe(longer.length);
      unwrap(await host.appendJournal({ folder, expectedBytes: bytes, lines: [line(3)] }));
      const path = join(it_.projectsFolder, folder);
      expect(await readFile(join(path, 'journal.jsonl'), 'utf8')).toBe(`${longer}${line(3)}\n`);
      expect(await readFile(join(path, 'journal.replaced-1.jsonl'), 'utf8')).toBe(`${line(1)}\n`);
      expect(await codeOf(host.replaceJournal({ folder, text: '{"seq":1}' }))).toBe('BAD_JOURNAL');
    });

    it('keeps the last checkpoint', async () => {
      const folder = await openProject();
      const checkpoint = {
        count: 1,
        head: 'a'.repeat(64),
        publicKey: 'b'.repeat(64),
        signature: 'c'.repeat(128),
      };
      unwrap(await host.saveCheckpoint({ folder, checkpoint }));
      unwrap(await host.closeProject({ folder }));
      expect(unwrap(await host.openProject({ folder })).checkpoint).toEqual(checkpoint);
    });

    it('shows the new name of a renamed project in the list', async () => {
      const folder = await openProject();
      const renamed = JSON.stringify({ seq: 1, kind: 'project.renamed', payload: { name: 'Better' } });
      unwrap(await host.appendJournal({ folder, expectedBytes: 0, lines: [renamed] }));
      expect(unwrap(await host.listProjects())[0]?.name).toBe('Better');
    });

    it('stores a source under its hash, and reads pieces of it', async () => {
      const folder = await openProject();
      const source = await storeSource(folder, Buffer.from('id;name\r\n1;Änne\r\n'));
      expect(unwrap(await host.sourceSize(source))).toBe(18);
      expect(text(unwrap(await host.readSource({ ...source, offset: 3, length: 4 })))).toBe('name');
      expect(text(unwrap(await host.readSource({ ...source, offset: 16, length: 100 })))).toBe('\r\n');
      expect(unwrap(await host.readSource({ ...source, offset: 18, length: 1 })).byteLength).toBe(0);
    });

    it('stores an empty source', async () => {
      const folder = await openProject();
      expect(unwrap(await host.sourceSize(await storeSource(folder, Buffer.alloc(0))))).toBe(0);
    });

    it('knows a source it has, and does not want it again', async () => {
      const folder = await openProject();
      const data = Buffer.from('same');
      const source = await storeSource(folder, data);
      const again = unwrap(await host.beginSource({ ...source, bytes: 4 }));
      expect(again.present).toBe(true);
      unwrap(await host.commitUpload({ uploadId: again.uploadId }));
    });

    it('wants a source again whose file was damaged', async () => {
      const folder = await openProject();
      const source = await storeSource(folder, Buffer.from('same'));
      await writeFile(join(it_.projectsFolder, folder, 'sources', `${source.sha256}.csv`), 'sane');
      expect(unwrap(await host.beginSource({ ...source, bytes: 4 })).present).toBe(false);
      await storeSource(folder, Buffer.from('same'));
      expect(text(unwrap(await host.readSource({ ...source, offset: 0, length: 9 })))).toBe('same');
    });

    it('refuses a source whose content is not what its name says, and leaves nothing behind', async () => {
      const folder = await openProject();
      const upload = unwrap(
        await host.beginSource({ folder, sha256: sha256('announced'), ext: 'csv', bytes: 9 }),
      );
      await send(host, upload, Buffer.from('different'));
      expect(await codeOf(host.commitUpload({ uploadId: upload.uploadId }))).toBe('HASH_MISMATCH');
      expect(await readdir(join(it_.projectsFolder, folder, 'sources'))).toEqual([]);
      expect(await codeOf(host.commitUpload({ uploadId: upload.uploadId }))).toBe('UPLOAD_UNKNOWN');
    });

    it('refuses gaps, repeats, too much and too little', async () => {
      const folder = await openProject();
      const data = Buffer.from('0123456789');
      const begin = async () =>
        unwrap(await host.beginSource({ folder, sha256: sha256(data), ext: 'csv', bytes: 10 })).uploadId;
      const block = async (uploadId: string, offset: number, bytes: string) =>
        codeOf(host.writeBlock({ uploadId, offset, data: Buffer.from(bytes) }));
      const upload = await begin();
      expect(await block(upload, 1, '1')).toBe('UPLOAD_OUT_OF_ORDER');
      expect(await block(upload, 0, '01234')).toBe('ok');
      expect(await block(upload, 0, '01234')).toBe('UPLOAD_OUT_OF_ORDER');
      expect(await block(upload, 5, '567890')).toBe('UPLOAD_OUT_OF_ORDER');
      expect(await codeOf(host.commitUpload({ uploadId: upload }))).toBe('UPLOAD_CUT_SHORT');
      const second = await begin();
      unwrap(await host.abortUpload({ uploadId: second }));
      expect(await block(second, 0, '0')).toBe('UPLOAD_UNKNOWN');
      expect(await readdir(join(it_.projectsFolder, folder, 'sources'))).toEqual([]);
    });

    it('writes a package in one go, and only when every file has arrived', async () => {
      const folder = await openProject();
      const { packageId } = unwrap(await host.beginPackage({ folder, name: 'first' }));
      const file = async (path: string, data: string) =>
        host.beginPackageFile({ packageId, path, bytes: data.length, sha256: sha256(data) });
      const manifest = unwrap(await file('manifest.json', '{}'));
      expect(await codeOf(host.commitPackage({ packageId }))).toBe('PACKAGE_INCOMPLETE');
      await send(host, manifest, Buffer.from('{}'));
      expect(await codeOf(host.commitPackage({ packageId }))).toBe('PACKAGE_INCOMPLETE');
      unwrap(await host.commitUpload({ uploadId: manifest.uploadId }));
      expect(await codeOf(file('Manifest.json', '{}'))).toBe('PACKAGE_FILE_TWICE');
      const accounts = unwrap(await file('load/01 Account.csv', 'Id\n'));
      await send(host, accounts, Buffer.from('Id\n'));
      unwrap(await host.commitUpload({ uploadId: accounts.uploadId }));
      expect(await readdir(join(it_.projectsFolder, folder, 'packages'))).toEqual([`.tmp-${packageId}`]);
      const { path } = unwrap(await host.commitPackage({ packageId }));
      expect(path).toBe(join(it_.projectsFolder, folder, 'packages', 'first'));
      expect((await readdir(path, { recursive: true })).sort()).toEqual([
        'load',
        join('load', '01 Account.csv'),
        'manifest.json',
      ]);
    });

    it('gives a package a name of its own when it is taken, and removes one that is given up', async () => {
      const folder = await openProject();
      const write = async () => {
        const { packageId } = unwrap(await host.beginPackage({ folder, name: 'p' }));
        const upload = unwrap(
          await host.beginPackageFile({ packageId, path: 'a', bytes: 1, sha256: sha256('a') }),
        );
        await send(host, upload, Buffer.from('a'));
        unwrap(await host.commitUpload({ uploadId: upload.uploadId }));
        return packageId;
      };
      const names = [];
      for (let n = 0; n < 2; n++) {
        names.push(basename(unwrap(await host.commitPackage({ packageId: await write() })).path));
      }
      expect(names).toEqual(['p', 'p-2']);
      unwrap(await host.abortPackage({ packageId: await write() }));
      expect((await readdir(join(it_.projectsFolder, folder, 'packages'))).sort()).toEqual(['p', 'p-2']);
    });

    it('saves a project as one file and takes it in again as a copy of its own', async () => {
      const folder = await openProject();
      const source = await storeSource(folder, Buffer.from('a;b\n1;2\n'));
      unwrap(await host.appendJournal({ folder, expectedBytes: 0, lines: [line(1), line(2)] }));
      const exported = unwrap(await host.exportProject({ folder }));
      expect(basename(exported.path)).toBe('demo.winnow');
      const archive = await download(host, exported);
      expect(archive.equals(await readFile(exported.path))).toBe(true);

      const upload = unwrap(await host.beginImport({ bytes: archive.byteLength }));
      await send(host, upload, archive, 1000);
      const imported = unwrap(await host.commitImport({ uploadId: upload.uploadId }));
      expect(imported).toMatchObject({ folder: 'demo-2', name: 'Demo', entries: 2 });
      expect(imported.projectId).not.toBe('id-Demo-0001');
      const opened = unwrap(await host.openProject({ folder: 'demo-2' }));
      expect(opened.journal).toBe(`${line(1)}\n${line(2)}\n`);
      const copied = { ...source, folder: 'demo-2' };
      expect(text(unwrap(await host.readSource({ ...copied, offset: 0, length: 99 })))).toBe('a;b\n1;2\n');
    });

    it('saves the same project as the same bytes', async () => {
      const folder = await openProject();
      await storeSource(folder, Buffer.from('a;b\n'));
      await storeSource(folder, Buffer.from('c;d\n'), 'txt');
      const first = await download(host, unwrap(await host.exportProject({ folder })));
      const second = unwrap(await host.exportProject({ folder }));
      expect(basename(second.path)).toBe('demo-2.winnow');
      expect((await download(host, second)).equals(first)).toBe(true);
    });

    it('refuses to take in a file that is no project', async () => {
      const noise = Buffer.from('%PDF-1.7 not a zip at all');
      const upload = unwrap(await host.beginImport({ bytes: noise.byteLength }));
      await send(host, upload, noise);
      expect(await codeOf(host.commitUpload({ uploadId: upload.uploadId }))).toBe('UPLOAD_KIND');
      expect(await codeOf(host.commitImport({ uploadId: upload.uploadId }))).toBe('ARCHIVE_REFUSED');
      expect(unwrap(await host.listProjects())).toEqual([]);
      expect(await readdir(it_.projectsFolder)).toEqual(['README.txt']);
    });

    it('saves a finished package as a zip', async () => {
      const folder = await openProject();
      const { packageId } = unwrap(await host.beginPackage({ folder, name: 'p' }));
      const upload = unwrap(
        await host.beginPackageFile({ packageId, path: 'x/a.csv', bytes: 1, sha256: sha256('a') }),
      );
      await send(host, upload, Buffer.from('a'));
      unwrap(await host.commitUpload({ uploadId: upload.uploadId }));
      unwrap(await host.commitPackage({ packageId }));
      const zip = await download(host, unwrap(await host.exportPackage({ folder, name: 'p' })));
      expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
      expect(zip.includes('x/a.csv')).toBe(true);
      expect(await codeOf(host.exportPackage({ folder, name: 'none' }))).toBe('FILE_MISSING');
    });

    it('offers the sample files and no others', async () => {
      const samples = unwrap(await host.listSamples());
      expect(samples).toEqual([{ name: 'crm.csv', bytes: 6 }]);
      expect(text(unwrap(await host.readSample({ name: 'crm.csv' })))).toBe('a;b\n1;');
      expect(await codeOf(host.readSample({ name: 'truth.json' }))).toBe('SAMPLE_MISSING');
    });

    it('refuses what does not pass the request schemas with an error value', async () => {
      expect(await codeOf(host.readDownload({ downloadId: '0'.repeat(32), offset: 0, length: 1 }))).toBe(
        'DOWNLOAD_UNKNOWN',
      );
    });
  });
}
